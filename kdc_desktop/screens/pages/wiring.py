"""What pages bring to the window: an entry of the menu."""

from functools import partial

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.wiring import Desk, MenuEntry, Wiring
from kdc_desktop.screens.pages.pages_actions import PagesActions


def bring_pages(desk: Desk) -> Wiring:
    """Pages to send and to print."""
    actions, text = PagesActions(desk), lazy("Pages to send or to print…")
    desk.window.charter_wanted.connect(partial(_write_charter, desk))
    return Wiring(menu=((MenuEntry("pages", text, actions.choose, "file"),),))


def _write_charter(desk: Desk, consortium_id: int, name: str) -> None:
    from kdc_desktop.screens.pages.charter_writing import CharterWriting

    CharterWriting(desk).write(consortium_id, name)
