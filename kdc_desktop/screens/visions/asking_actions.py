"""Ask a consortium where it stands, call that off, and note what a call has brought."""

from functools import partial

from PySide6.QtCore import Qt

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.asking_bar import AskingBar
from kdc_desktop.screens.visions.cell_actions import CellActions
from kdc_desktop.screens.visions.looks import Looks
from kdc_desktop.screens.visions.verbs import VisionVerbs
from kdc_desktop.screens.visions.view import VisionView
from kdc_desktop.screens.visions.vision_reasons import (
    asked_already,
    no_member_to_call,
    nothing_to_call_off,
)


class AskingActions:
    """Does what the bar and the keys want of the latest version."""

    def __init__(
        self, screen: Screen, view: VisionView, verbs: VisionVerbs, cells: CellActions, looks: Looks
    ) -> None:
        self._screen, self._view, self._verbs = screen, view, verbs
        self._cells, self._matrix = cells, cells.matrix
        self.bar = AskingBar()
        self.bar.ask_wanted.connect(self.ask)
        self.bar.reveal_wanted.connect(looks.reveal)
        self.bar.call_off_wanted.connect(self.call_off)
        self.bar.call_wanted.connect(self.note_call)

    def add_actions(self) -> None:
        """Let the keys and the palette ask, too."""
        act, view = self._screen.act, self._view
        ask, off, call = (
            _("Ask where the members stand"),
            _("Call off the asking"),
            _("Note a call"),
        )
        none, icon = partial(asked_already, view), "message-square"
        act("ask_the_members", ask, self.ask, shortcut="A", icon=icon, why_not=none)
        none = partial(nothing_to_call_off, view)
        act("call_off_the_asking", off, self.call_off, why_not=none)
        none = partial(no_member_to_call, view, self._matrix)
        act("note_a_call", call, self.note_call, shortcut="T", why_not=none)

    def ask(self) -> None:
        """Ask about the latest version, and begin with the first member."""
        page = self._view.page
        if page is None or not self._verbs.ask():
            return
        self._view.version_id = None
        self._matrix.chosen.begin_anew()
        self._matrix.next_unanswered()
        self._screen.said.emit(
            _("The members are asked. Nobody sees an answer until you reveal them all with V.")
        )
        self._matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def call_off(self) -> None:
        """Nobody is asked any more."""
        page = self._view.page
        if page is not None and page.asking is not None and page.asking.id is not None:
            self._verbs.call_off(page.asking.id)

    def note_call(self) -> None:
        """Write down what the member of the current cell has said on the telephone."""
        page, here = self._view.page, self._matrix.current()
        if page is not None and page.latest is not None and here is not None:
            self._cells.ask_more(here[0].id, page.latest.id, by_call=True)
