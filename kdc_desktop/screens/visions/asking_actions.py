"""Ask a consortium where it stands, here or at the kiosk, call that off, note a call."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

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
    nobody_asked,
    nothing_to_call_off,
)


class AskingActions(QObject):
    """Does what the bar and the keys want of the latest version.

    `kiosk_wanted` carries the asking that members are to answer at the kiosk.
    """

    kiosk_wanted = Signal(int)

    def __init__(
        self, screen: Screen, view: VisionView, verbs: VisionVerbs, cells: CellActions, looks: Looks
    ) -> None:
        super().__init__(screen)
        self._screen, self._view, self._verbs = screen, view, verbs
        self._cells, self._matrix = cells, cells.matrix
        self.bar = AskingBar()
        self.bar.ask_wanted.connect(self.ask)
        self.bar.reveal_wanted.connect(looks.reveal)
        self.bar.call_off_wanted.connect(self.call_off)
        self.bar.call_wanted.connect(self.note_call)
        self.bar.kiosk_wanted.connect(self.start_kiosk)

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
        none, kiosk = partial(nobody_asked, view), _("Let the members answer in turn")
        start, icon = self.start_kiosk, "presentation"
        name = "let_the_members_answer"
        self._kiosk = act(name, kiosk, start, shortcut="F9", icon=icon, why_not=none)
        none = partial(no_member_to_call, view)
        act("note_a_call", call, self.note_call, shortcut="T", why_not=none)

    def ask(self) -> None:
        """Ask about the latest version, and begin with the first member."""
        view = self._view
        if view.page is None:
            return
        before, view.version_id = view.version_id, None
        if not self._verbs.ask():
            view.version_id = before
            return
        self._matrix.chosen.begin_anew()
        self._matrix.next_unanswered()
        self._screen.said.emit(
            _(
                "The members are asked. The room sees no answer until you reveal them all with V; "
                "here stands what you type yourself."
            )
        )
        self._matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_kiosk(self) -> None:
        """Let those who speak for the members answer themselves, one after the other."""
        page = self._view.page
        if page is not None and page.asking is not None and page.asking.id is not None:
            self._screen.worked.emit()
            self.kiosk_wanted.emit(page.asking.id)

    def show_kiosk(self, there: bool) -> None:
        """A kiosk has been opened, or has ended: its key ends it meanwhile."""
        self._kiosk.setEnabled(not there)
        self.bar.kiosk_button.setEnabled(not there)

    def call_off(self) -> None:
        """Nobody is asked any more."""
        page = self._view.page
        if page is not None and page.asking is not None and page.asking.id is not None:
            self._verbs.call_off(page.asking.id)

    def note_call(self) -> None:
        """Write down what a member has said on the telephone: the current one, unless another.

        It is chosen there; where none is current, or it has just answered what all are asked, it
        begins with one that has not answered.
        """
        page, here = self._view.page, self._matrix.current()
        if page is None or page.latest is None:
            return
        latest = page.latest.id
        asked = [member.id for member in page.members if member.is_asked]
        asked.sort(key=lambda member_id: page.has_said(member_id, latest))
        has_just = page.asking is not None and here and page.has_said(here[0].id, latest)
        if here is not None and here[0].is_asked and not has_just:
            asked.insert(0, here[0].id)
        if asked:
            self._cells.ask_more(asked[0], latest, by_call=True)
