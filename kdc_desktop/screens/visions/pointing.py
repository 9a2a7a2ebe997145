"""Points at the consortium, and at what stands of it under its vision, that an undo has changed."""

from PySide6.QtCore import Qt

from kdc_desktop.screens.kit.screen import ChangedRows
from kdc_desktop.screens.visions.view import UnderVision
from kdc_desktop.screens.visions.vision_screen import VisionScreen

_OF_CELLS = ("position", "reservation", "commitment", "estimate")
_ON_LIFE = ("sign_of_life", "consortium_step")
_BESIDE_MAP = (UnderVision.POSITIONS, UnderVision.LEDGER)


def point_at_cell(screen: VisionScreen, rows: ChangedRows) -> None:
    """Show the consortium and make the cell current; who is writing a version is left alone."""
    if screen.editor.is_open:
        return
    for consortium_id in list(rows.get("consortium", ()))[:1]:
        if consortium_id != screen.view.consortium_id:
            screen.show_consortium(consortium_id)
    if not _point_at_page(screen, rows):
        _point_at_map(screen, rows)


def _point_at_page(screen: VisionScreen, rows: ChangedRows) -> bool:
    """Whether it stands on a page of its own, which is shown then."""
    for row in list(rows.get("stake_served", {}).values())[:1]:
        screen.looks.show(UnderVision.STAKES)
        screen.under.stakes.page.table.go_to(row["stake_id"], row.get("vision_id"))
        screen.under.stakes.page.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
    for stake_id in list(rows.get("stake", ()))[:1]:
        screen.looks.show(UnderVision.STAKES)
        screen.under.stakes.page.table.go_to(stake_id)
        screen.under.stakes.page.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
    if any(rows.get(table) for table in _ON_LIFE):
        screen.looks.show(UnderVision.LIFE)
        return True
    for row in list(rows.get("reading", {}).values())[:1]:
        screen.looks.show(UnderVision.READINGS)
        edit = screen.readings.edits.get(row.get("member_id", 0))
        if edit is not None:
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
    return False


def _point_at_map(screen: VisionScreen, rows: ChangedRows) -> None:
    for table in _OF_CELLS:
        for row in list(rows.get(table, {}).values())[:1]:
            if row.get("member_id") is not None:
                if screen.view.look not in _BESIDE_MAP:
                    screen.looks.show(UnderVision.POSITIONS)
                screen.matrix.go_to(row["member_id"], row.get("vision_id"))
                screen.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
                return
