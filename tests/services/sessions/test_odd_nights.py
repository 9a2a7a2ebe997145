"""Evenings over changes of clocks, midnights, sleep, set clocks and journeys go as they went."""

import os
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kdc_desktop.domain.sessions.agenda import countdown, timeline
from kdc_desktop.errors import UserError
from kdc_desktop.instants import Instant, zone_called
from kdc_desktop.model import JournalEntry, Passage
from kdc_desktop.services.attendance import door, door_for_many
from kdc_desktop.services.people import people
from kdc_desktop.services.sessions import agenda, listing, planning, questions
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import Database, open_database
from tests.rooms.set_clock import SetClock

NIGHTS = [
    ("Europe/Helsinki", datetime(2026, 10, 25, 2, 30)),  # to winter time at 4
    ("Europe/Helsinki", datetime(2026, 3, 29, 1, 50)),  # to summer time at 3
    ("America/St_Johns", datetime(2026, 11, 1, 0, 40)),
    ("America/St_Johns", datetime(2007, 11, 3, 23, 30)),  # back at one minute past midnight
    ("Asia/Kathmandu", datetime(1985, 12, 31, 23, 30)),  # 15 minutes on, at New Year
    ("Pacific/Apia", datetime(2011, 12, 29, 22, 0)),  # the next day was never there
    ("Africa/Casablanca", datetime(2026, 2, 15, 2, 20)),  # back for Ramadan
    ("Pacific/Kiritimati", datetime(2026, 12, 31, 23, 0)),  # New Year
    ("Europe/Helsinki", datetime(2028, 2, 28, 23, 30)),  # a leap day
    ("America/St_Johns", datetime(2026, 12, 31, 23, 59)),
]
SPANS = [0, 1, 59, 600, 1800, 3600, 5400, 9 * 3600, 86_400]
ACTS = ["come", "leave", "many", "next", "back", "pause", "close", "undo", "redo"]
HAPPENINGS = ["set", "travel"]


@contextmanager
def in_zone(name: str) -> Iterator[None]:
    """The laptop is set to a zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before


class Night:
    """A session that lives through a night, and what must always hold of it."""

    def __init__(self, folder: Path, zone: str, starts: datetime) -> None:
        self.zone = zone
        self.laptop = SetClock(Instant.of(starts, zone_called(zone)))
        self.database: Database = open_database(folder / "club.kdc", self.laptop.steady())
        self.session_id = planning.plan_session(self.database, "Night", starts, templates()[0])
        self.people = [people.add_person(self.database, name) for name in ("Aino", "Eero")]
        agenda.go_live(self.database, self.session_id)
        (self._begun, _redo) = self.database.next_steps()

    def _undo(self) -> None:
        """Take back what was done since the evening began."""
        step, _redo = self.database.next_steps()
        if step is not None and self._begun is not None and step.entry_id > self._begun.entry_id:
            self.database.undo(step)

    def pass_by(self, seconds: int) -> None:
        """So much time passes, and the countdown counts just that."""
        before, stage = self._left(), self._current()
        self.laptop.pass_by(timedelta(seconds=seconds))
        after = self._left()
        if stage is not None and before is not None and after is not None:
            assert before - after == (0 if stage.paused_at else seconds)

    def _current(self) -> StageRow | None:
        stages = questions.stages(self.database, self.session_id)
        return next((stage for stage in stages if stage.is_current), None)

    def _left(self) -> int | None:
        stage = self._current()
        return None if stage is None else countdown(stage.time(), self.database.now()).seconds_left

    def do(self, act: str, lots: random.Random) -> None:
        """Something that a facilitator does; what cannot be done now is refused."""
        database, session_id = self.database, self.session_id
        person = lots.choice(self.people)
        closed = listing.session(database, session_id).status == "closed"
        acts: dict[str, Callable[[], object]] = {
            "come": lambda: door.check_in(database, session_id, person),
            "leave": lambda: door.leave(database, session_id, person),
            "many": lambda: door_for_many.check_in_many(database, session_id, self.people),
            "next": lambda: agenda.next_stage(database, session_id),
            "back": lambda: agenda.previous_stage(database, session_id),
            "pause": lambda: agenda.toggle_clock(database, session_id),
            "close": lambda: (agenda.reopen_session if closed else agenda.close_session)(
                database, session_id
            ),
            "undo": self._undo,
            "redo": database.redo,
        }
        try:
            acts[act]()
        except UserError:
            return

    def look(self) -> None:
        """Nothing lasts less than no time, and everything is in the order in which it was done."""
        now = self.database.now()
        session = listing.session(self.database, self.session_id)
        stages = questions.stages(self.database, self.session_id)
        for slot in timeline(
            [stage.time() for stage in stages], session.planned_start, session.moment(now)
        ):
            assert slot.planned_start <= slot.planned_end
            assert slot.expected_start <= slot.expected_end
            assert slot.actual_minutes is None or slot.actual_minutes >= 0
        for stage in stages:
            assert stage.paused_seconds >= 0
            began = stage.started_at
            assert began is None or began <= (stage.paused_at or began) <= now
            assert began is None or began <= (stage.ended_at or now) <= now
        with self.database.read() as snapshot:
            log = snapshot.execute(
                select(JournalEntry.at, JournalEntry.undone_at).order_by(JournalEntry.id)
            ).all()
            passages = snapshot.execute(
                select(Passage.attendance_id, Passage.inwards).order_by(Passage.at, Passage.id)
            ).all()
        done = [entry.at for entry in log]
        assert done == sorted(done)
        assert all(at <= (undone_at or now) <= now for at, undone_at in log)
        last: dict[int, bool] = {}
        for attendance_id, inwards in passages:
            assert inwards is not last.get(attendance_id, False), "left before she came"
            last[attendance_id] = inwards


steps = st.lists(
    st.tuples(st.sampled_from(SPANS), st.sampled_from(ACTS + HAPPENINGS)), min_size=4, max_size=14
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(NIGHTS[0], [(3600, "come"), (3600, "leave"), (1800, "pause"), (3600, "pause")], 1)
@example(NIGHTS[0], [(0, "undo")] * 4, 0)
@example(NIGHTS[0], [(1800, "come"), (600, "set"), (600, "leave"), (9 * 3600, "next")], 4)
@given(st.sampled_from(NIGHTS), steps, st.integers(0, 10**6))
def test_whatever_the_clocks_do_the_evening_goes_as_it_went(night, acts, seed):
    zone, starts = night
    lots = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder, in_zone(zone):
        evening = Night(Path(folder), zone, starts)
        try:
            for seconds, act in acts:
                evening.pass_by(seconds)
                if act == "set":
                    evening.laptop.turn(timedelta(seconds=lots.randrange(-90_000, 90_000)))
                elif act == "travel":
                    os.environ["TZ"] = lots.choice(NIGHTS)[0]
                else:
                    evening.do(act, lots)
                evening.look()
            session = listing.session(evening.database, evening.session_id)
            assert session.zone == zone_called(zone), "its words are those of its room"
        finally:
            evening.database.close()
