"""Reads the needs aloud that nobody meets: which one is read, and who raised a hand."""

from collections.abc import Callable, Hashable
from typing import NamedTuple

from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.audience.offers.need_slide import NeedSlide
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.keys import begins_text
from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import Screen, Sight
from kdc_desktop.screens.offers.known_holders import KnownHolders
from kdc_desktop.screens.offers.lines import LineKey, OfferLine, OfferLines
from kdc_desktop.screens.offers.read_aloud import ReadAloud
from kdc_desktop.screens.offers.room import need_slide
from kdc_desktop.services.offers.joins import RolesBadge
from kdc_desktop.services.offers.meeting_needs import answer_need
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.storage import Database


class ReadingParts(NamedTuple):
    """What reading aloud asks of the screen: where it is shown, and what can be read."""

    stack: CurrentPage
    wall_page: QWidget
    needs_table: RowTable
    read_button: QPushButton
    holders: KnownHolders
    lines: Callable[[], OfferLines]


class ReadingAloud:
    """The needs that are read in turn, each of which stays until reading ends; the room sees it.

    `current` is what is read now, None while the wall is looked at.
    """

    def __init__(
        self,
        screen: Screen,
        parts: ReadingParts,
        database: Database,
        session_id: int,
        roles: RolesBadge,
    ) -> None:
        self._screen, self._parts, self._roles = screen, parts, roles
        self._database, self._session_id = database, session_id
        self._queue: list[LineKey] = []
        self._at = 0
        self._known: dict[LineKey, OfferLine] = {}
        self._helpers: dict[LineKey, str] = {}
        self.page = ReadAloud(screen.theme, screen)
        parts.stack.addWidget(self.page)
        self._connect()
        self._add_actions()

    def _connect(self) -> None:
        page, known = self.page, self._parts.holders
        page.offer(known.people_here, known.all_people)
        page.turned.connect(self.turn)
        page.left.connect(self.stop)
        page.raised.connect(self._take)
        page.problem.connect(self._screen.problem)

    def _add_actions(self) -> None:
        act, closed = self._screen.act, self._not_reading
        text = _("Read the open needs aloud")
        read = act(
            *("read_aloud", text, self.start),
            shortcut="R",
            icon="megaphone",
            why_not=self._nothing_to_read,
        )
        self._parts.read_button.clicked.connect(read.trigger)
        text, do = _("A hand goes up"), self.ask_who
        hand = act(
            "a_hand_goes_up", text, do, shortcut="H", icon="hand", why_not=self._nobody_asked
        )
        begins_text(hand)
        for name, text, step, key in (
            ("next_need", _("Next need"), 1, "N"),
            ("previous_need", _("Need before"), -1, "P"),
        ):
            act(name, text, lambda step=step: self.turn(step), shortcut=key, why_not=closed)
        text = _("Stop reading aloud")
        act("stop_reading_aloud", text, self.stop, icon="x", why_not=closed)

    @property
    def current(self) -> LineKey | None:
        """What is read now."""
        return self._queue[self._at] if self._queue else None

    def _open_needs(self) -> list[LineKey]:
        """What the room sees and nobody meets; what a word only seems to meet comes last."""
        seen = [line for line in self._parts.lines().needs if line.is_seen and not line.met]
        return [line.key for line in sorted(seen, key=lambda line: bool(line.likely))]

    def _nothing_to_read(self) -> str:
        if self._open_needs() or self._chosen() is not None:
            return ""
        return _("There is no open need to read aloud. Note what people need first.")

    def _not_reading(self) -> str:
        return "" if self._queue else _("Read the open needs aloud first: press R.")

    def _chosen(self) -> LineKey | None:
        """The one need that is selected in the table."""
        rows = self._parts.needs_table.selected_rows()
        return rows[0].key if len(rows) == 1 else None

    def _nobody_asked(self) -> str:
        if self._queue or self._chosen() is not None:
            return ""
        return _("Select the need for which somebody raised a hand first.")

    def start(self) -> None:
        """Read all open needs in turn, from the one that is selected on."""
        chosen, queue = self._chosen(), self._open_needs()
        if chosen is not None and chosen not in queue and not (queue and self._is_met(chosen)):
            queue = [chosen, *queue]
        self._queue, self._at = queue, queue.index(chosen) if chosen in queue else 0
        self._helpers.clear()
        self._known = {line.key: line for line in self._parts.lines().needs}
        self._parts.stack.setCurrentWidget(self.page)
        self._show()
        self.page.take_keys()

    def _is_met(self, key: LineKey) -> bool:
        return any(line.met for line in self._parts.lines().needs if line.key == key)

    def ask_who(self) -> None:
        """Name who raised a hand, for what is read or for the need that is selected."""
        if not self._queue:
            self.start()
        self.page.ask_who()

    def turn(self, step: int) -> None:
        """Go on to the next need, or back."""
        at = min(max(0, self._at + step), len(self._queue) - 1)
        if self._queue and at != self._at:
            self._at = at
            self._show()
            self.page.go_on()

    def stop(self) -> None:
        """The wall again, for the room too where it saw what was read."""
        if not self._queue:
            return
        self._queue = []
        self._parts.stack.setCurrentWidget(self._parts.wall_page)
        self._parts.needs_table.setFocus()
        if self._screen.in_room is not None and self._screen.in_room.of is not None:
            self._screen.show_wanted.emit(None, "")

    def follow(self) -> None:
        """The lines are others now: what is gone is read no more, but for a role that is filled."""
        now = {line.key: line for line in self._parts.lines().needs}
        self._known |= now
        self._helpers = {key: name for key, name in self._helpers.items() if key not in now}
        current = self.current
        left = [key for key in self._queue if key in now or key in self._helpers]
        if not self._queue or left == self._queue:
            self._tell()
        elif left:
            self._queue, self._at = left, left.index(current) if current in left else 0
            self._show()
        else:
            self.stop()

    def slide(self, of: Hashable) -> NeedSlide | None:
        """What the room sees of a need; None where it is none that is read."""
        if not isinstance(of, LineKey) or of not in self._queue or of not in self._known:
            return None
        number = self._queue.index(of) + 1
        return need_slide(self._known[of], number, len(self._queue), self._helpers.get(of, ""))

    def _show(self) -> None:
        self._tell()
        number = str(self._at + 1)
        if self._screen.in_room is None:
            told = _("The room goes on seeing what it sees: F5 shows it this need.")
            self._screen.said.emit(told)
            return
        told = _("The room sees need {number}. Esc goes back to the wall.", number=number)
        self._screen.show_wanted.emit(Sight(self._screen.stage, self.current), told)

    def _tell(self) -> None:
        current = self.current
        if current is not None and current in self._known:
            helper = self._helpers.get(current, "")
            self.page.show_need(self._known[current], self._at + 1, len(self._queue), helper)

    def _take(self, holder: Holder) -> None:
        """Whoever raised a hand offers it, or fills the role."""
        current = self.current
        if current is None or holder.person_id is None:
            return
        here = self._database, self._session_id
        if current.is_role:
            self._fill(current, holder, holder.person_id)
            return
        verb = answer_need
        if self._screen.attempt_here(verb, here[0], current.id, holder, here[1]):
            self._go_on()

    def _fill(self, role: LineKey, holder: Holder, person_id: int) -> None:
        self._helpers[role] = self._parts.holders.name_of(holder)
        place = self._database, self._session_id, role.id
        done = self._screen.attempt_here(self._roles.fill, *place, person_id)
        if done is None:
            self._helpers.pop(role, None)
            return
        self._go_on()
        if done.answer:
            self._screen.cautioned.emit(done.answer)

    def _go_on(self) -> None:
        self.page.go_on()
        self._tell()
