"""Points at the consortium and the cell of the buy-in map that an undo has changed."""

from PySide6.QtCore import Qt

from kdc_desktop.screens.kit.screen import ChangedRows
from kdc_desktop.screens.visions.view import UnderVision
from kdc_desktop.screens.visions.vision_screen import VisionScreen

_OF_CELLS = ("position", "reservation", "reading", "commitment", "stake", "estimate")


def point_at_cell(screen: VisionScreen, rows: ChangedRows) -> None:
    """Show the consortium and make the cell current; who is writing a version is left alone."""
    if screen.editor.is_open:
        return
    for consortium_id in list(rows.get("consortium", ()))[:1]:
        if consortium_id != screen.view.consortium_id:
            screen.show_consortium(consortium_id)
    for table in _OF_CELLS:
        for row in list(rows.get(table, {}).values())[:1]:
            if row.get("member_id") is not None:
                screen.matrix.go_to(row["member_id"], row.get("vision_id"))
                screen.ledger.view.go_to(row["member_id"])
                shown = screen.view.look is UnderVision.LEDGER
                seen = screen.ledger.view if shown else screen.matrix
                seen.setFocus(Qt.FocusReason.OtherFocusReason)
                return
