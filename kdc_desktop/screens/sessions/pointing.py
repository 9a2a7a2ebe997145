"""Points at stages of an agenda that an undo has changed."""

from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import ChangedRows


def point_at_stages(table: RowTable, rows: ChangedRows) -> None:
    """Select the first of them, whose words stand beside the table."""
    point_at(table, list(rows.get("stage", ()))[:1])
