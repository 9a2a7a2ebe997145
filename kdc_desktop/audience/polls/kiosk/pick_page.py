"""Who is next: find your name by typing, by touching letters, or by the number of your badge."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.audience.polls.kiosk.field import KioskField
from kdc_desktop.audience.polls.kiosk.keys import LetterKeys, NameGrid
from kdc_desktop.audience.polls.kiosk.look import ROOMY, Look
from kdc_desktop.audience.polls.kiosk.page import Page, footer, words
from kdc_desktop.audience.polls.kiosk.question import KioskWords
from kdc_desktop.domain.attendance.codes import badge_key, badge_keys
from kdc_desktop.domain.kit.sought import in_every_spelling, together
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.finding import BY_BEGINNINGS, SoughtPerson, is_the_one
from kdc_desktop.domain.people.sectors import RESIDENTS
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.services.polls.rows import VoterRow

MOST_LARGE = 110  # letters of two lines where they are large


def found(voters: Sequence[VoterRow], typed: str) -> list[VoterRow]:
    """Those whose name or organisation has a word beginning with each word typed, or whose badge
    it is; names that begin with it first."""
    wanted, codes = SoughtPerson(typed), badge_keys(typed)
    badges = [voter for voter in voters if badge_key(voter.badge) in codes]
    if not wanted:
        return badges
    matches = []
    for voter in voters:
        name, organisation = in_every_spelling(voter.name), in_every_spelling(voter.organisation)
        rank = wanted.rank(name, together(name, organisation))
        if rank is not None and rank <= BY_BEGINNINGS:
            first = name.startswith(f" {wanted.sought.text.split()[0]}")
            matches.append((rank, not first, voter))
    ranked = [voter for *_, voter in sorted(matches, key=lambda match: match[:2])]
    return badges + [voter for voter in ranked if voter not in badges]


def is_one(matches: Sequence[VoterRow], typed: str) -> bool:
    """Whether the first of those found is meant: it is their badge, or their name tells."""
    if matches and badge_key(matches[0].badge) in badge_keys(typed):
        return True
    return is_the_one([voter.name for voter in matches], typed)


def next_keys(voters: Sequence[VoterRow], typed: str) -> list[str]:
    """The letters and digits that can come next in a name or a badge code, in order."""
    part = (fold(typed).split() or [""])[-1] if not typed.endswith(" ") else ""
    follow = set()
    for voter in voters:
        for word in (*in_every_spelling(voter.name).split(), fold(voter.badge)):
            if word.startswith(part) and len(word) > len(part):
                follow.add(word[len(part)].upper())
    return sorted(follow)


def _named(voter: VoterRow) -> str:
    resident = _("resident") if voter.sector == RESIDENTS else ""
    told = (voter.name, voter.organisation or resident, voter.apart)
    return "  ·  ".join(part for part in told if part)


def not_to_vote(
    wording: KioskWords, voted: Sequence[VoterRow], late: Sequence[VoterRow], typed: str
) -> str:
    """Why nobody is found who is still to vote: they have voted, came too late, or are unknown.

    Nobody is named to others whom it fits as well, nor to who types an organisation.
    """
    voted, late = found(voted, typed), found(late, typed)
    if bool(voted) == bool(late):
        return str(wording.unknown)
    name = _name_of_the_one(voted or late, typed)
    if voted:
        return wording.has_answered_named(name) if name else str(wording.has_answered)
    return wording.not_asked_named(name) if name else str(wording.not_asked)


def _name_of_the_one(matches: Sequence[VoterRow], typed: str) -> str:
    """The name of the one who is meant, where their name or badge is typed; else nothing."""
    if not is_one(matches, typed):
        return ""
    worn = badge_key(matches[0].badge) in badge_keys(typed)
    of_name = SoughtPerson(typed).sought.begins_in(in_every_spelling(matches[0].name))
    return matches[0].name if worn or of_name else ""


class PickPage(Page):
    """`picked` carries the voter whose name was chosen, `typed` tells that somebody is there.

    What is to be said of what was typed stands below its line.
    """

    picked = Signal(object)
    typed = Signal()

    def __init__(self, wording: KioskWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.latecomers: Callable[[], Sequence[VoterRow]] = tuple
        """Who is here and has no vote: it is asked for whoever is not found."""
        self.voted: Callable[[], Sequence[VoterRow]] = tuple
        """Who has voted, asked in the same way."""
        self.about: Sequence[str] = ()
        """The question, and in a sentence who sees what is answered."""
        self._voters: list[VoterRow] = []
        self._found: list[VoterRow] = []
        self._current: int | None = None
        self._touched: VoterRow | None = None
        self.keys = _("Type your name, choose it with the arrow keys, then Enter.")
        self.headline = words("headline", "kiosk_headline", most_lines=1)
        self.subject = words("text", "kiosk_subject", most_lines=2)
        self.question = words("quiet", "kiosk_question", most_lines=2)
        self.query = KioskField()
        self.query.setObjectName("kiosk_query")
        self.query.setAccessibleName(_("Your name or badge number"))
        self.query.setPlaceholderText(_("Your name or badge number"))
        self.query.setMaxLength(80)
        self.query.textChanged.connect(self._search)
        self.query.installEventFilter(self)
        self.told = words("problem", "kiosk_told", most_lines=2)
        self.hint = words("quiet", "kiosk_hint", most_lines=3)
        self.turnout = words("quiet", "kiosk_turnout")
        self._names = NameGrid()
        self._names.touched.connect(self._touch)
        self._names.chosen.connect(self._pick)
        self._names.arranged.connect(self._show_names)
        self.name_buttons = self._names.buttons
        self._keys = LetterKeys()
        self._keys.pressed.connect(self._type)
        self._keys.taken_back.connect(self._take_back)
        self._lay_out()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.turnout.setVisible(look.text <= ROOMY)  # larger letters need its place
        self._say_about(roomy=look.text <= ROOMY)
        self._names.set_look(look)
        self._keys.set_look(look)

    def _say_about(self, *, roomy: bool) -> None:
        """What it is about, and who sees what is answered: that is whole, also in large letters."""
        whole = roomy or len(dotted(*self.about)) <= MOST_LARGE
        self.subject.setText(self.about[0] if whole and self.about else "")
        self.subject.setVisible(bool(self.subject.text()))
        self.question.setText(dotted(*self.about[1:] if whole else self.about[1:2]))

    def start(self, voters: Sequence[VoterRow]) -> None:
        """Begin again, for the next person; `voters` are those who have not voted."""
        self.query.forget()
        self.update_voters(voters)
        self.headline.setText(_("Who is next?") if voters else str(self._wording.everybody))
        self.query.setFocus()

    def update_voters(self, voters: Sequence[VoterRow]) -> None:
        """Others have voted meanwhile."""
        marked = self._marked()
        self._voters = list(voters)
        self._search(self.query.text())
        at = {voter.person_id: place for place, voter in enumerate(self._found)}
        self._move(None if marked is None else at.get(marked.person_id))  # and nobody else

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.query and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        step = {
            Qt.Key.Key_Down: self._names.columns,
            Qt.Key.Key_Up: -self._names.columns,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
        }.get(Qt.Key(event.key()))
        if step is not None and self._found:
            self._move(0 if self._current is None else self._current + step)
            self._tell("")
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._enter()
            return True
        if event.key() == Qt.Key.Key_Escape and self.query.text():
            if not event.isAutoRepeat():
                self.query.forget()
            return True
        return False

    def _enter(self) -> None:
        marked = self._marked()
        if marked is not None:
            self.picked.emit(marked)
        elif self._found:
            told = _("Choose your name with the arrow keys, or type on; then Enter.")
            self._tell(told, again=True)
        else:
            self._tell(self.told.text(), again=True)

    def _tell(self, told: str, *, again: bool = False) -> None:
        if again or told != self.told.text():
            self.told.setText(told)
            speak(self.told, told, at_once=True)
        self.told.setVisible(bool(told))

    def _marked(self) -> VoterRow | None:
        at = self._current
        return self._found[at] if at is not None and at < len(self._found) else None

    def _move(self, place: int | None) -> None:
        if place is None or 0 <= place < min(self._names.room, len(self._found)):
            self._current = place
        for at, button in enumerate(self.name_buttons):
            button.setProperty("current", at == self._current)
            button.style().unpolish(button)
            button.style().polish(button)

    def _search(self, text: str) -> None:
        self._found = found(self._voters, text)
        self._current = 0 if is_one(self._found, text) else None
        self._show_keys(text)
        self._show_names()
        unknown = fold(text) and not self._found
        self._tell(self._why_not(text) if unknown else "")
        if text:
            self.typed.emit()

    def _why_not(self, text: str) -> str:
        return not_to_vote(self._wording, self.voted(), self.latecomers(), text)

    def _show_names(self) -> None:
        names = [_named(voter) for voter in self._found]
        self._names.show_names(names)
        more = len(names) - self._names.room
        if more > 0:
            self.hint.setText(
                ngettext(
                    "and {count} more: type another letter",
                    "and {count} more: type another letter",
                    more,
                )
            )
        else:
            self.hint.clear()
        seen = self._current is not None and self._current < self._names.room
        self._move(self._current if seen else None)

    def _show_keys(self, text: str) -> None:
        keys = next_keys(found(self._voters, text) or self._voters if text else self._voters, text)
        self._keys.show_keys(keys, back=bool(text))

    def _type(self, letter: str) -> None:
        self.query.insert(letter)
        self.query.setFocus()

    def _take_back(self) -> None:
        self.query.backspace()
        self.query.setFocus()

    def _touch(self, place: int) -> None:
        self._touched = self._found[place] if place < len(self._found) else None

    def _pick(self, _place: int) -> None:
        touched, self._touched = self._touched, None
        if touched is not None and touched in self._found:  # and not who came into that place
            self.picked.emit(touched)

    def _lay_out(self) -> None:
        for widget in (self.headline, self.subject, self.question):
            self.column.addWidget(widget)
        self.column.addWidget(self.query)
        self.column.addWidget(self.told)
        self.column.addWidget(self._keys)
        self.column.addWidget(self._names, 1)
        foot = footer(self.hint, self.turnout)
        foot.setStretch(0, 1)
        self.column.addLayout(foot)
