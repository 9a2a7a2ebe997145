"""Points at the seats and tables that an undo has changed."""

from PySide6.QtCore import Qt

from kdc_desktop.screens.consortia.contents import CardKey
from kdc_desktop.screens.kit.screen import ChangedRows
from kdc_desktop.screens.seating.tables_screen import TablesScreen


def point_at_seats(screen: TablesScreen, rows: ChangedRows) -> None:
    """Show the round of the first of them, with the focus on the card of its person."""
    seats = rows.get("seat", {}).values()
    rounds = {row.get("round_id") for row in (*seats, *rows.get("seating_table", {}).values())}
    screen.show_round_with({one for one in rounds if one is not None})
    people = [row["person_id"] for row in seats if "person_id" in row]
    if people:
        screen.columns.focus_card(*(CardKey.of_person(key) for key in people))
    screen.columns.setFocus(Qt.FocusReason.OtherFocusReason)
