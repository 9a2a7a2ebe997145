"""What changes between planning and keeping is heeded, or the plan is made anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium
from kdc_desktop.services.attendance.door import leave
from kdc_desktop.services.joined.sessions import SESSIONS
from kdc_desktop.services.people.apart import keep_apart
from kdc_desktop.services.seating.keeping import keep_plan
from kdc_desktop.services.seating.meeting import tick_met
from kdc_desktop.services.seating.moving import name_topic, set_host, set_pinned
from kdc_desktop.services.seating.planning import TableTopic, Wish, plan_rounds
from kdc_desktop.services.seating.questions import every_round
from kdc_desktop.services.seating.results import put_on_board
from kdc_desktop.services.sessions.agenda import remove_stages
from tests.rooms.empty_club import EVENING
from tests.rooms.known_twice import merge
from tests.rooms.tables_room import TablesRoom, make_tables_room

Change = Callable[[TablesRoom], object]


def _everybody_leaves(room: TablesRoom) -> None:
    for person_id in room.people:
        leave(room.database, 1, person_id)


def _keep_all_apart(room: TablesRoom) -> None:
    for other in room.people[1:]:
        keep_apart(room.database, room.people[0], other, "")


def _first(room: TablesRoom) -> int:
    return room.rounds[0].tables[0].id


def _take_stage_away(room: TablesRoom) -> None:
    tick_met(room.database, [_first(room)], met=False)
    remove_stages(room.database, [room.stage_id], SESSIONS.stage_checks)


CHANGES: dict[str, tuple[Change, bool]] = {
    "nothing": (lambda room: room.rounds, True),
    "merged": (lambda room: merge(room.database, *room.people[:2]), True),
    "left": (lambda room: leave(room.database, 1, room.people[0]), True),
    "came": (lambda room: room.comes("Late Guest"), True),
    "all left": (_everybody_leaves, False),
    "apart": (_keep_all_apart, False),
    "met": (lambda room: tick_met(room.database, [room.rounds[1].tables[0].id]), False),
    "met no more": (lambda room: tick_met(room.database, [_first(room)], met=False), False),
    "on the board": (
        lambda room: put_on_board(room.database, room.rounds[1].tables[0].id, ["An idea"]),
        False,
    ),
    "topic": (lambda room: name_topic(room.database, room.rounds[1].tables[0].id, "Bikes"), False),
    "host": (lambda room: set_host(room.database, room.rounds[1].id, room.people[0], True), False),
    "pinned": (
        lambda room: set_pinned(room.database, room.rounds[1].id, room.people[:1], True),
        False,
    ),
    "undone": (lambda room: room.database.undo(), False),
    "no stage": (_take_stage_away, False),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_plan_seats_only_who_is_here_or_is_refused(tmp_path: Path, what: str) -> None:
    change, is_kept = CHANGES[what]
    room = make_tables_room(tmp_path / "club.kdc")
    tick_first(room)
    plan = plan_rounds(room.database, 1, room.stage_id, Wish(seats=5, rounds=2))
    change(room)
    with room.database.read() as snapshot:
        before = every_round(snapshot, 1)
    if is_kept:
        keep_plan(room.database, 1, room.stage_id, plan)
        here = {one.person_id for one in before.present}
        for one in room.rounds[1:]:
            seated = [seat.person.person_id for table in one.tables for seat in table.seats]
            assert len(seated) == len(here & set(room.people))
            assert set(seated) == here & set(room.people)
    else:
        with pytest.raises(UserError, match="Press S"):
            keep_plan(room.database, 1, room.stage_id, plan)
        with room.database.read() as snapshot:
            assert every_round(snapshot, 1) == before
    room.database.close()


def tick_first(room: TablesRoom) -> None:
    """A round that has met, and one that has not."""
    room.seat(rounds=2)
    tick_met(room.database, [_first(room)])


def test_a_topic_whose_consortium_is_gone_is_refused(tmp_path: Path) -> None:
    room = make_tables_room(tmp_path / "club.kdc")
    with room.database.edit(lazy("Formed")) as edit:
        bus = Consortium(session_id=1, name="Bus", place_in_order=1, created_at=EVENING)
        edit.add(bus)
        edit.flush()
        key = bus.id
    wish = Wish(RoundKind.TOPICS, topics=(TableTopic("Bus", key),))
    plan = plan_rounds(room.database, 1, room.stage_id, wish)
    room.database.undo()
    with pytest.raises(UserError, match="Press S"):
        keep_plan(room.database, 1, room.stage_id, plan)
    room.database.close()


def test_topics_that_would_have_one_person_each_have_no_table_and_that_is_said(
    tmp_path: Path,
) -> None:
    room = make_tables_room(tmp_path / "club.kdc", people=5)
    topics = tuple(TableTopic(f"Topic {number}") for number in range(1, 9))
    wish = Wish(RoundKind.TOPICS, topics=topics)
    plan = plan_rounds(room.database, 1, room.stage_id, wish)
    tables = plan.rounds[0].tables
    assert [(one.topic, len(one.seats)) for one in tables] == [("Topic 1", 3), ("Topic 2", 2)]
    assert plan.left_out == tuple(one.text for one in topics[2:])
    many = plan_rounds(room.database, 1, room.stage_id, Wish(tables=40))
    assert [len(one.seats) for one in many.rounds[0].tables] == [3, 2]
    assert many.fewer == 38
    room.database.close()


def test_no_round_at_all_is_no_plan(tmp_path: Path) -> None:
    room = make_tables_room(tmp_path / "club.kdc", people=5)
    with pytest.raises(UserError, match="one at least"):
        plan_rounds(room.database, 1, room.stage_id, Wish(rounds=0))
    room.database.close()
