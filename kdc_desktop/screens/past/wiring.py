"""What a club's past brings to the window: an entry of the menu."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.wiring import Desk, MenuEntry, Wiring


def bring_past(desk: Desk) -> Wiring:
    """Bringing it in."""

    def import_past() -> None:
        from kdc_desktop.screens.past.past_dialog import PastDialog

        open_for_now(PastDialog(desk, desk.over))

    text = lazy("Import the club’s past…")
    return Wiring(menu=((MenuEntry("import_past", text, import_past, "history"),),))
