"""Points at people whose interests an undo has changed."""

from typing import Any

from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import ChangedRows
from kdc_desktop.services.interests.rows import Wisher


def point_at_wishes(table: RowTable, rows: ChangedRows) -> None:
    """Select what they would join in the table of everything given."""
    keys: set[Any] = {row.get("person_id") for row in rows.get("interest", {}).values()}
    keys |= {
        Wisher(row["organisation_id"], row.get("department_id"))
        for row in rows.get("organisation_interest", {}).values()
        if row.get("organisation_id") is not None
    }
    point_at(table, keys)
