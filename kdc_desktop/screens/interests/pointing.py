"""Points at people whose interests an undo has changed."""

from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import ChangedRows


def point_at_wishes(table: RowTable, rows: ChangedRows) -> None:
    """Select what they would join in the table of everything given."""
    point_at(table, {row.get("person_id") for row in rows.get("interest", {}).values()})
