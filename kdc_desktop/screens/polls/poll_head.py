"""What stands above a poll: which one, its question and rule, and what can be done with it now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.secrecies import rule_told
from kdc_desktop.domain.polls.states import PollState, Secrecy
from kdc_desktop.domain.polls.turnout import have_voted
from kdc_desktop.i18n import Text, _, plazy
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import parted, set_tip
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.polls.kiosk_place import KioskPlace
from kdc_desktop.screens.polls.round_words import choice_told, round_told
from kdc_desktop.services.polls.rows import PollRow

STATES = {
    PollState.DRAFT: plazy("state of a poll", "Draft"),
    PollState.OPEN: plazy("state of a poll", "Open"),
    PollState.CLOSED: plazy("state of a poll", "Closed"),
}
_LETTERS = 18
"""So much of a poll's question is seen in the choice; all of it stands below."""
APART = 24
"""Pixels at 100 % between the button that ends the vote and the others: none hits it by mistake."""
REVEALED = plazy("state of a poll", "Revealed")
VOID = plazy("state of a poll", "Void")
PAUSED = plazy("state of a poll", "Paused")


class PollHead(QWidget):
    """`poll_chosen` carries the id of another poll to show; `told` tells that this is another."""

    poll_chosen = Signal(int)
    told = Signal()

    top: QWidget
    which: QWidget
    buttons: QWidget
    poll_choice: QComboBox
    state_label: QLabel
    new_button: QPushButton
    repeat_button: QPushButton
    reopen_button: QPushButton
    hands_button: QPushButton
    close_button: QPushButton
    pause_button: QPushButton
    more_button: QPushButton
    kiosk_button: QPushButton
    end_kiosk_button: QPushButton
    place_choice: QComboBox
    place_label: QLabel
    question_label: QLabel
    rule_label: QLabel

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "polls/poll_head")
        flow_in(self.which)
        flow_in(self.buttons).set_apart(self.close_button, theme.px(APART))
        longest = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.poll_choice.setSizeAdjustPolicy(longest)
        self.poll_choice.setMinimumContentsLength(_LETTERS)
        TurningRow(self.top, self.which, self.buttons, 8)
        self.question_label.setProperty("role", "headline")
        self.rule_label.setProperty("role", "muted")
        self.state_label.setProperty("role", "section")
        self.place_label.setProperty("role", "warning")
        self.kiosk_button.setProperty("kind", "primary")
        self.kiosk_button.setIcon(theme.icon("presentation", "on_accent"))
        self.end_kiosk_button.setIcon(theme.icon("x"))
        self.hands_button.setIcon(theme.icon("hand"))
        self.new_button.setIcon(theme.icon("plus"))
        for button in (self.new_button, self.reopen_button, self.repeat_button, self.more_button):
            button.setProperty("kind", "quiet")
        pressed = self.findChildren(QPushButton)
        once(*pressed)
        for button in pressed:  # a click leaves the caret where one types
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._narrow, self._round, self._time = False, "", ""
        self.place_choice.addItems([_("On this laptop"), _("On the shared screen")])
        self.place_choice.activated.connect(self._choose_place)
        self.poll_choice.activated.connect(self._choose)
        self._row: PollRow | None = None
        self._place: KioskPlace | None = None
        self._has_kiosk = self._can_begin = self.is_wanted = False
        self.show_poll(None, (), planning=False)

    def set_narrow(self, narrow: bool) -> None:
        """Take as little room as can be, so that the vote itself is seen."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.question_label.setProperty("role", "title" if narrow else "headline")
            restyle(self.question_label)
            self._show_rule(self._row)
            self._show_which()
            self._show_buttons(self._row)

    def _choose(self, at: int) -> None:
        chosen = self.poll_choice.itemData(at)
        if chosen is not None:
            self.poll_chosen.emit(chosen)

    def offer_places(self, place: KioskPlace) -> None:
        """Let people choose where the kiosk stands, as long as there are two displays."""
        self._place = place
        place.changed.connect(self._show_place)
        self._show_place()

    def _choose_place(self, at: int) -> None:
        if self._place is not None:
            self._place.is_before_the_room = at == 1
        self._show_place()

    def _show_place(self) -> None:
        place, row = self._place, self._row
        starts = place is not None and row is not None and row.takes_papers and not self._has_kiosk
        self.place_choice.setVisible(starts and place is not None and place.can_be_chosen)
        warning = place.warning(row.secrecy) if starts and place is not None and row else ""
        self.place_label.setText(warning)
        self.place_label.setVisible(bool(warning))
        if place is not None:
            self.place_choice.setCurrentIndex(int(place.is_before_the_room))

    @property
    def folded(self) -> frozenset[str]:
        """The actions that have a button only where there is room for it."""
        names = ("new_poll", "pause_the_poll", "reopen_the_poll")
        return frozenset(name for name in names if self.buttons_by_act[name].isHidden())

    @property
    def buttons_by_act(self) -> dict[str, QPushButton]:
        """The buttons that do what an action of the screen does, by its name."""
        return {
            "new_poll": self.new_button,
            "prepare_another_round": self.repeat_button,
            "reopen_the_poll": self.reopen_button,
            "count_a_show_of_hands": self.hands_button,
            "close_the_poll": self.close_button,
            "pause_the_poll": self.pause_button,
            "start_the_kiosk": self.kiosk_button,
        }

    def show_poll(self, row: PollRow | None, polls: Sequence[PollRow], *, planning: bool) -> None:
        """Show this poll among these; `planning`: a new one is being prepared."""
        self._round = "" if planning or row is None else round_told(row, polls)
        self._can_begin = not planning and bool(polls)
        self._show_buttons(None if planning else row)
        drafting = planning or row is None or row.state == PollState.DRAFT
        votes = [poll for poll in polls if poll.takes_papers and poll is not row]
        self.rule_label.setVisible(not drafting or bool(votes))
        if row is None or drafting:
            self.question_label.setText(self._round or _("New poll"))
            self.rule_label.setText(_still_open(votes[0]) if votes else "")
        else:
            self.question_label.setText(parted(row.question))
        self.is_wanted = planning or bool(polls)
        self._show_rule(None if drafting else row)
        self._show_choice(row, polls, planning=planning)
        self._show_which()
        self.told.emit()

    def _show_rule(self, row: PollRow | None) -> None:
        """How it stands with a poll that is held, and its rule; where it is narrow in one line."""
        voted = row is not None and row.state != PollState.DRAFT
        self.state_label.setVisible(voted and not self._narrow)
        if row is None or not voted:
            return
        state = dotted(self._round, str(_state_of(row)), self._time)
        rule = rule_told(row.secrecy, by_hands=row.by_hands)
        whole = dotted(row.method_line, str(rule.sentence))
        self.state_label.setText(state)
        short = dotted(state, row.method_line, str(rule.name))
        self.rule_label.setText(short if self._narrow else whole)
        set_tip(self.rule_label, whole if self._narrow else "")

    def show_time(self, told: str) -> None:
        """Say when the vote ends beside how it stands with it; nothing where that was not said."""
        self._time = told
        self._show_rule(self._row)

    def show_kiosk(self, there: bool) -> None:
        """Offer to end the kiosk that is open, whichever poll is shown; else to start one."""
        self._has_kiosk = there
        self._show_buttons(self._row)

    def _show_buttons(self, row: PollRow | None) -> None:
        self._row = row
        elsewhere = row is not None and row.elsewhere is not None
        votes = row is not None and row.takes_papers
        is_open = row is not None and row.state == PollState.OPEN and not elsewhere
        paused = row is not None and row.paused_at is not None
        self.close_button.setVisible(is_open)
        has_more = row is not None and row.state != PollState.DRAFT
        self.more_button.setVisible(has_more)
        unfolded = not (self._narrow and has_more)
        self.new_button.setVisible(self._can_begin and unfolded)
        self.pause_button.setVisible(is_open and (paused or unfolded))
        self.pause_button.setText(_("Let it go on") if paused else _("Pause"))
        self._show_place()
        self.kiosk_button.setVisible(votes and not self._has_kiosk)
        self.end_kiosk_button.setVisible(self._has_kiosk)
        lasts = row is not None and row.secrecy != Secrecy.NAMED
        told = _("Once it has papers, this poll cannot be reopened.") if lasts else ""
        self.close_button.setToolTip(told)
        self.hands_button.setVisible(row is not None and row.takes_hands)
        self.reopen_button.setVisible(row is not None and row.can_be_reopened and unfolded)
        self.repeat_button.setVisible(row is not None and (row.revealed or elsewhere))

    def _show_which(self) -> None:
        """A line in which nothing stands takes no room."""
        empty = self.poll_choice.isHidden() and self.state_label.isHidden()
        self.which.setVisible(not empty)

    def _show_choice(
        self, row: PollRow | None, polls: Sequence[PollRow], *, planning: bool
    ) -> None:
        self.poll_choice.clear()
        for place, poll in enumerate(polls, start=1):
            self.poll_choice.addItem(
                _("{number}. {text}", number=place, text=choice_told(poll, polls)), poll.id
            )
            if row is not None and poll.id == row.id:
                self.poll_choice.setCurrentIndex(place - 1)
        if planning:  # whatever is open is one choice away, and nothing is lost by it
            self.poll_choice.addItem(_("New poll"), None)
            self.poll_choice.setCurrentIndex(len(polls))
        self.poll_choice.setVisible(len(polls) + planning > 1)


def _state_of(row: PollRow) -> Text:
    if row.voided_at is not None:
        return VOID
    if row.revealed:
        return REVEALED
    return PAUSED if row.paused_at is not None else STATES[row.state]


def _still_open(poll: PollRow) -> str:
    return _(
        "“{question}” is still open: {progress}. Choose it above to go back to it.",
        question=shortened(poll.question, 60),
        progress=have_voted(poll.voted, poll.electorate),
    )
