"""What pages bring to the window: an entry of the menu."""

from functools import partial
from typing import TYPE_CHECKING

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.wiring import Desk, MenuEntry, Wiring
from kdc_desktop.screens.pages.pages_actions import PagesActions

if TYPE_CHECKING:  # it loads SQLAlchemy, and the window does not wait for that
    from kdc_desktop.services.obstacles.rows import ObstacleOwner
    from kdc_desktop.services.polls.slips import FreshSlips, SlipNumbers


def bring_pages(desk: Desk) -> Wiring:
    """Pages to send and to print."""
    actions, text = PagesActions(desk), lazy("Pages to send or to print…")
    desk.window.charter_wanted.connect(partial(_write_charter, desk))
    desk.window.visit_wanted.connect(partial(_write_for_visit, desk))
    desk.window.author_page_wanted.connect(partial(_write_author_page, desk))
    desk.window.slips_wanted.connect(partial(_write_slips, desk))
    return Wiring(menu=((MenuEntry("pages", text, partial(actions.choose, ""), "file"),),))


def _write_charter(desk: Desk, consortium_id: int, name: str) -> None:
    from kdc_desktop.screens.pages.page_writing import PageWriting

    PageWriting(desk).write_charter(consortium_id, name)


def _write_for_visit(desk: Desk, owner: "ObstacleOwner", name: str) -> None:
    from kdc_desktop.screens.pages.page_writing import PageWriting

    PageWriting(desk).write_for_visit(owner, name)


def _write_author_page(desk: Desk, person_id: int, name: str) -> None:
    from kdc_desktop.screens.pages.page_writing import PageWriting

    PageWriting(desk).write_for_author(person_id, name)


def _write_slips(desk: Desk, poll_id: int, wanted: "FreshSlips | SlipNumbers") -> None:
    from kdc_desktop.screens.pages.page_writing import PageWriting

    PageWriting(desk).write_slips(poll_id, wanted)
