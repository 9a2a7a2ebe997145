"""What is wanted of tables, and the plan that is looked at before it is kept."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kdc_desktop.domain.seating.report import Report
from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.i18n import _, sentences
from kdc_desktop.jobs import Jobs, Progress
from kdc_desktop.screens.seating.words import not_seated_so, plan_line, would_replace
from kdc_desktop.services.seating.planning import TablesPlan, Wish, plan_rounds, preview
from kdc_desktop.services.seating.questions import seating
from kdc_desktop.services.seating.rows import RoomPerson, RoomSeating, RoundRow
from kdc_desktop.storage import Database

_SEATS = {
    RoundKind.BREAK: (8, 1),
    RoundKind.ONE_TWO_FOUR: (4, 1),
    RoundKind.SPEED: (2, 4),
    RoundKind.TOPICS: (8, 1),
}
"""How many seats and rounds each kind begins with."""


def usual_wish(kind: RoundKind) -> Wish:
    """What is wanted of a kind of round where nobody has said it."""
    seats, rounds = _SEATS[kind]
    return Wish(kind, seats, rounds)


class Planned(QObject):
    """The rounds of a stage as they are kept, or as a plan has them; `changed` tells of both."""

    changed = Signal()

    def __init__(self, database: Database, session_id: int, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._database, self._session_id, self._jobs = database, session_id, jobs
        self.stage_id: int | None = None
        self.wish = usual_wish(RoundKind.BREAK)
        self.plan: TablesPlan | None = None
        self.at = 0
        self.kept = RoomSeating((), ())
        self.running = False
        self._people: Sequence[RoomPerson] | None = None
        jobs.ended.connect(self._end)

    @property
    def seen(self) -> RoomSeating:
        """What is looked at: the plan if there is one, else what is kept."""
        return self.kept if self.plan is None else preview(self.plan, self.kept)

    @property
    def report(self) -> Report | None:
        """What the plan that is looked at has come to."""
        return None if self.plan is None else self.plan.report

    @property
    def round(self) -> RoundRow | None:
        """The round that is looked at."""
        rounds = self.seen.rounds
        return rounds[min(self.at, len(rounds) - 1)] if rounds else None

    def stand_for(self, stage_id: int | None) -> None:
        """Stand for another stage of the agenda; what is kept there says what is wanted."""
        if stage_id == self.stage_id:
            return
        self.stage_id, self.plan, self.at = stage_id, None, 0
        self.wish = usual_wish(self.wish.kind)
        self.kept = RoomSeating((), ())
        self.read()

    def read(self) -> None:
        """Read what is kept again; where that is other rounds, they say what is wanted."""
        before = [one.id for one in self.kept.rounds]
        self.kept = seating(self._database, self._session_id, self.stage_id, self._people)
        self._people = self.kept.people
        if before != [one.id for one in self.kept.rounds] and self.plan is None:
            self._want_like_kept()

    def _want_like_kept(self) -> None:
        if self.wants_otherwise:
            last, matters = self.kept.rounds[-1], self.wish.matters
            count = self._count()
            self.wish = Wish(last.kind, last.seats, count, matters=matters, seed=last.seed)

    def forget_people(self) -> None:
        """Who is there may have changed: that is read again with the rest."""
        self._people = None

    def current(self) -> RoundRow | None:
        """The round which the room is in by itself, as long as nobody leads it elsewhere."""
        return self.kept.current

    @property
    def replaced(self) -> tuple[RoundRow, ...]:
        """The rounds in whose place those of the plan would be."""
        return () if self.plan is None else tuple(one for one in self.kept.rounds if not one.begun)

    def search(self) -> None:
        """Work a plan out in a job; another one than that which is looked at."""
        if self.running:
            self._jobs.cancel()
            return
        wish = self.wish
        seed = wish.seed if self.plan is None and not self.kept.rounds else wish.seed + 1
        self.wish = wish = wish._replace(seed=seed)
        asked = self._database, self._session_id, self.stage_id, wish

        def work(progress: Progress) -> TablesPlan:
            return plan_rounds(*asked, progress.cancelled, progress)

        self.running = self._jobs.run(_("Seating everybody"), work, partial(self._found, asked[2]))
        self.changed.emit()

    def _found(self, stage_id: int | None, plan: TablesPlan) -> None:
        if stage_id == self.stage_id:
            self.plan = plan
            self.at = sum(one.begun for one in self.kept.rounds)
            self.changed.emit()

    def _end(self) -> None:
        if self.running:
            self.running = False
            self.changed.emit()

    @property
    def wants_otherwise(self) -> bool:
        """Whether something else is wanted than was seated last."""
        if not self.kept.rounds or self.plan is not None:
            return False
        last, wish = self.kept.rounds[-1], self.wish
        return (wish.kind, wish.seats, wish.rounds) != (last.kind, last.seats, self._count())

    def _count(self) -> int:
        """How many rounds are still to come; one more where all have begun."""
        return sum(not one.begun for one in self.kept.rounds) or 1

    def look_at(self, at: int) -> None:
        """Look at a round, from 0."""
        self.at = at
        self.changed.emit()

    def want(self, wish: Wish) -> None:
        """Something else is wanted; nothing is seated by that alone."""
        self.wish = wish
        self.changed.emit()

    def take_up(self) -> None:
        """Look at the rounds of the plan as they are kept now, from the first of them on."""
        self.read()
        self.plan = None
        self.at = sum(one.begun for one in self.kept.rounds)
        self.changed.emit()

    def drop(self) -> None:
        """Look at what is kept."""
        self.plan = None
        self.changed.emit()


def told_of(planned: Planned) -> str:
    """What a plan has come to and would replace, or that what is seen is not what is wanted."""
    plan = planned.plan
    if plan is not None:
        return sentences((plan_line(plan), would_replace(planned.replaced, plan.wish.kind)))
    return not_seated_so(planned.kept.rounds[-1]) if planned.wants_otherwise else ""
