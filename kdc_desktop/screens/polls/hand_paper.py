"""A paper that the facilitator enters for somebody."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.ink import NIGHT, PAPER
from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.audience.polls.kiosk.ballot import BLANK, Ballot
from kdc_desktop.audience.polls.kiosk.kinds import paper_for
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.paper import PaperWidget
from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.states import Channel, Secrecy
from kdc_desktop.i18n import _, lazy, listed
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.keys import ends_form, goes_on
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import Surface, plain_label
from kdc_desktop.services.polls.rows import PollRow, VoterRow

PAPER_SCALE = 0.5
TALLEST_CARD = 150
_VOTED = {
    Channel.KIOSK: lazy(
        "Has voted at the kiosk. In a named poll this paper takes the place of theirs; in any"
        " other it is refused."
    ),
    Channel.BY_HAND: lazy(
        "Has voted by hand. In a named poll this paper takes the place of theirs; in any"
        " other it is refused."
    ),
}


class HandPaper(Surface):
    """The paper of one voter; `cast` carries the person's id and the marks.

    It says whose it is and whether they have voted. Enter casts what is given on it; a paper with
    nothing on it is cast by its button alone, which says so. What is given stays in `drafts`, by
    poll and person, until it is cast or cancelled: the paper may be left at any time. Once
    somebody has voted whose vote is final, it goes with their paper.
    """

    cast = Signal(int, object)
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        drafts: dict[tuple[int, int], Marks],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._drafts, self._poll_id, self._is_final = theme, drafts, 0, True
        self._is_paused = False
        self.voter: VoterRow | None = None
        self._voters: Sequence[VoterRow] = ()
        self.name_label = plain_label("", "title", self, wrap=True)
        self.voted_label = plain_label("", "problem", self, wrap=True)
        self.voted_label.setObjectName("has_voted_label")
        self.left_label = plain_label("", "muted", self, wrap=True)
        self._sheet, self._beside = QVBoxLayout(), FlowLayout()
        self.paper = self._new_paper(BLANK)
        self.cast_button = QPushButton(_("Cast the paper"), self)
        self.cast_button.setObjectName("cast_by_hand_button")
        self.cast_button.setProperty("kind", "primary")
        self.cancel_button = QPushButton(_("Cancel"), self)
        self.cancel_button.setProperty("kind", "quiet")
        foot = FlowLayout(one_line=True)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.cast_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.name_label)
        column.addWidget(self.voted_label)
        column.addWidget(self.left_label)
        column.addLayout(self._sheet, 1)
        column.addLayout(self._beside)
        column.addLayout(foot)
        once(self.cast_button, self.cancel_button)
        self.cast_button.clicked.connect(self._cast)
        self.cancel_button.clicked.connect(self._cancel)
        theme.changed.connect(self._dress_paper)

    def _new_paper(self, ballot: Ballot) -> PaperWidget:
        """A paper of this kind, in the place of what stood there."""
        for layout in (self._sheet, self._beside):
            while item := layout.takeAt(0):
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        paper = paper_for(ballot, self._look(), self, tallest=TALLEST_CARD)
        paper.setObjectName("hand_paper")
        goes_on(paper)
        paper.changed.connect(self._show_given)
        paper.done_wanted.connect(self._done)
        self._sheet.addWidget(paper, 1)
        for widget in (*paper.tools, paper.pager):
            self._beside.addWidget(widget)
        for widget in (paper, *paper.tools):
            widget.show()  # now, and not once the event loop comes round: it takes the keys
        return paper

    def _dress_paper(self) -> None:
        self.paper.set_look(self._look())

    def start(self, poll_id: int, voter: VoterRow, ballot: Ballot) -> None:
        """The paper of this voter in this poll: blank, or with what was given on it before."""
        self.voter = None
        self._forget_voted()
        if ballot.kind != self.paper.ballot.kind:
            self.paper = self._new_paper(ballot)
        self.paper.show_ballot(ballot, self._drafts.get((poll_id, voter.person_id)))
        self._poll_id = poll_id
        whose = (voter.name, voter.organisation, voter.apart)
        self.name_label.setText(listed(part for part in whose if part))
        self._show_voter(voter)
        self.paper.focus_option(0)

    def follow(self, poll: PollRow, voters: Sequence[VoterRow]) -> None:
        """Say what is known of this voter now: they may have voted at the kiosk meanwhile."""
        self._poll_id, self._voters = poll.id, voters
        self._is_final = poll.secrecy != Secrecy.NAMED
        self._is_paused = poll.paused_at is not None
        for voter in voters:
            if self.voter is not None and voter.person_id == self.voter.person_id:
                self._show_voter(voter)
        self._forget_voted()

    @property
    def begun(self) -> list[str]:
        """Whose papers are begun, not cast and not open."""
        self._forget_voted()
        open_here = None if self.voter is None else self.voter.person_id
        return [
            voter.name
            for voter in self._voters
            if voter.person_id != open_here and (self._poll_id, voter.person_id) in self._drafts
        ]

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and ends_form(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        elif ends_form(event):
            self._done()
        else:
            super().keyPressEvent(event)

    def _show_voter(self, voter: VoterRow) -> None:
        self.voter = voter
        self.voted_label.setVisible(voter.channel is not None)
        self.voted_label.setText(str(_VOTED[voter.channel]) if voter.channel else "")
        self._show_given()

    def _show_given(self) -> None:
        ballot = self.paper.ballot
        left_out = ballot.method.left_out_words(ballot.terms)
        paused = _("The poll is paused. What is given here is kept.") if self._is_paused else ""
        self.left_label.setText(paused or dotted(self.paper.left_line, left_out))
        self.cast_button.setEnabled(not self._is_paused)
        blank = not self.paper.given
        self._remember()
        self.cast_button.setText(_("Cast a blank paper") if blank else _("Cast the paper"))

    def _forget_voted(self) -> None:
        """What is begun for somebody who has voted can never be cast; what is open stays."""
        open_here = None if self.voter is None else self.voter.person_id
        for voter in self._voters if self._is_final else ():
            if voter.channel is not None and voter.person_id != open_here:
                self._drafts.pop((self._poll_id, voter.person_id), None)

    def _remember(self) -> None:
        """What is given is not lost, wherever one goes."""
        if self.voter is not None:
            key = self._poll_id, self.voter.person_id
            self._drafts[key] = self.paper.marks
            if not self.paper.given:
                del self._drafts[key]

    def _cancel(self) -> None:
        if self.voter is not None:
            self._drafts.pop((self._poll_id, self.voter.person_id), None)
        self.cancelled.emit()

    def _done(self) -> None:
        if self._is_paused:
            speak(self.left_label, self.left_label.text(), at_once=True)
            return
        if self.paper.given:
            self._cast()
            return
        said = _("Nothing is given yet. “Cast a blank paper” casts it so.")
        self.left_label.setText(said)
        speak(self.left_label, said, at_once=True)

    def _cast(self) -> None:
        if self.voter is not None:
            key = self._poll_id, self.voter.person_id
            self.cast.emit(self.voter.person_id, self.paper.marks)
            if not self.isVisible():  # what is refused stays open
                self._drafts.pop(key, None)

    def _look(self) -> Look:
        palette = NIGHT if self._theme.dark else PAPER
        return Look(palette, PAPER_SCALE * self._theme.scale, round(32 * self._theme.scale))
