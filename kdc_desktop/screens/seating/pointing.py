"""Points at the seats and tables that an undo has changed."""

from PySide6.QtCore import Qt

from kdc_desktop.screens.consortia.contents import CardKey
from kdc_desktop.screens.kit.screen import ChangedRows
from kdc_desktop.screens.seating.tables_screen import TablesScreen


def point_at_seats(screen: TablesScreen, rows: ChangedRows) -> None:
    """Show the round of the first of them, with the focus on the card of its person.

    Where only a table has changed, it is the first who sits there.
    """
    seats, tables = rows.get("seat", {}), rows.get("seating_table", {})
    rounds = {row.get("round_id") for row in (*seats.values(), *tables.values())}
    rounds = rounds or {*rows.get("seating_round", ())}
    screen.show_round_with({one for one in rounds if one is not None})
    people = [row["person_id"] for row in seats.values() if "person_id" in row]
    round_ = screen.planned.round
    if not seats and round_ is not None:
        at = [table for table in round_.tables if table.id in tables]
        people = [seat.person.person_id for table in at for seat in table.here]
    if people:
        screen.columns.focus_card(*(CardKey.of_person(key) for key in people))
    screen.columns.setFocus(Qt.FocusReason.OtherFocusReason)
