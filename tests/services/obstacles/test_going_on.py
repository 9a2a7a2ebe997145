"""What becomes of an obstacle, step by step: no step is lost, and all together make the row."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.obstacles.states import ObstacleEvent, ObstacleKind
from kdc_desktop.errors import UserError
from kdc_desktop.instants import day_of
from kdc_desktop.model import Obstacle, ObstacleStep
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.services.obstacles import going_on, noting
from kdc_desktop.services.obstacles.histories import history_of
from kdc_desktop.services.obstacles.questions import all_obstacles
from kdc_desktop.services.obstacles.rows import NOBODY, ObstacleOwner
from tests.examples import examples
from tests.rooms.obstacles_room import CITY, TRANSPORT, ObstaclesRoom, make_obstacles

SHELTERS = "The harbour has to allow the shelters"


def told(room: ObstaclesRoom, key: int) -> list[str]:
    return [step.told for step in history_of(room.database, key)]


def today(room: ObstaclesRoom) -> date:
    return day_of(room.database.now(), club_zone_of(room.database))


def test_its_history_tells_every_step_with_the_day_and_who_said_so(room):
    key = room.note(SHELTERS, said_by="Mira")
    begun = today(room)
    room.clock.days(5)
    going_on.hand_on(room.database, key, room.owners[TRANSPORT], "Mira", "They decide on it")
    going_on.set_next_step(room.database, key, "Ask the board", today(room) + timedelta(days=7))
    room.clock.days(7)
    going_on.note_heard(room.database, key, "The board meets on Monday", "Ana")
    noting.change_obstacle(room.database, key, ObstacleKind.REGULATION, "Shelters need a rule")
    going_on.solve(room.database, key, "They were allowed")
    going_on.bring_back(room.database, key)
    steps = history_of(room.database, key)
    assert [(step.told, step.said_by) for step in steps] == [
        (f"raised (permit): {SHELTERS}", "Mira"),
        ("handed on to City of Bergen, Transport: They decide on it", "Mira"),
        (f"next step: Ask the board, until {(begun + timedelta(days=12)):%d.%m.%Y}", ""),
        ("The board meets on Monday", "Ana"),
        ("told in other words (regulation): Shelters need a rule", ""),
        ("solved: They were allowed", ""),
        ("it is back", ""),
    ]
    days = [(step.on - begun).days for step in steps]
    assert days == [0, 5, 5, 12, 12, 12, 12]


def test_who_takes_care_of_it_and_what_comes_next_stand_in_its_row(room):
    key = room.note(SHELTERS)
    going_on.hand_on(room.database, key, room.owners[TRANSPORT])
    on = today(room) + timedelta(days=3)
    going_on.set_next_step(room.database, key, " Ask  the board ", on)
    row = room.row(key)
    assert (row.owner, row.next_step, row.next_on) == (TRANSPORT, "Ask the board", on)
    assert row.taken_care_of_by == room.owners[TRANSPORT]
    assert not row.is_due(on - timedelta(days=1))
    assert row.is_due(on)


def test_what_is_solved_has_no_next_step_and_its_history_still_tells_it(room):
    key = room.note(SHELTERS, next_step="Ask the board")
    going_on.solve(room.database, key)
    row = room.row(key)
    assert (row.next_step, row.next_on, row.solved_on) == ("", None, today(room))
    assert told(room, key)[1] == "next step: Ask the board"


def test_an_obstacle_that_is_back_is_as_old_as_if_it_had_never_been_solved(room):
    key = room.note(SHELTERS)
    room.clock.days(10)
    going_on.solve(room.database, key)
    room.clock.days(10)
    going_on.bring_back(room.database, key)
    assert (room.row(key).age_days, room.row(key).solved_on) == (20, None)


def test_what_changes_nothing_is_no_step(room):
    key = room.note(SHELTERS, owner=CITY, next_step="Ask")
    before = told(room, key)
    going_on.hand_on(room.database, key, room.owners[CITY])
    going_on.set_next_step(room.database, key, "Ask", None)
    noting.change_obstacle(room.database, key, ObstacleKind.PERMIT, f" {SHELTERS} ")
    assert told(room, key) == before


def refused(room: ObstaclesRoom, verb, *given: object, **more: object) -> str:
    with pytest.raises(UserError) as error:
        verb(room.database, *given, **more)
    return str(error.value)


def test_what_makes_no_sense_is_refused_with_what_to_do(room):
    key, yesterday = room.note(SHELTERS), today(room) - timedelta(days=1)
    assert refused(room, going_on.bring_back, key).startswith("This obstacle is not solved")
    assert refused(room, going_on.note_heard, key, " ") == "Write down what was heard first."
    late = refused(room, going_on.set_next_step, key, "Ask", yesterday)
    assert late == "This day has passed. Choose one to come, or none."
    empty = refused(room, noting.change_obstacle, key, ObstacleKind.PERMIT, "\u200b ")
    assert empty == "Write down what the consortium waits for first."
    long = refused(room, noting.change_obstacle, key, ObstacleKind.PERMIT, "x" * 2001)
    assert long == "Shorten the obstacle to 2,000 characters; it has 2,001."
    going_on.solve(room.database, key)
    for verb, words in (
        (going_on.solve, ()),
        (going_on.hand_on, (NOBODY,)),
        (going_on.set_next_step, ("Ask", None)),
    ):
        assert refused(room, verb, key, *words).startswith("This obstacle is solved.")
    assert len(told(room, key)) == 2


def test_the_words_of_a_next_step_that_is_late_can_be_changed_without_another_day(room):
    on = today(room) + timedelta(days=1)
    key = room.note(SHELTERS, next_step="Ask", next_on=on)
    room.clock.days(5)
    going_on.set_next_step(room.database, key, "Ask once more", on)
    assert (room.row(key).next_step, room.row(key).next_on) == ("Ask once more", on)


@pytest.mark.parametrize(
    "text", ["<b>No</b>\u202e permit & more", "Ärger 🚧 {owner} %s", "=1+1", "a\nb\tc"]
)
def test_strange_words_are_kept_as_they_were_said_on_one_line(room, text):
    key = room.note(text, said_by=text, next_step=text)
    shown = " ".join(text.replace("\u202e", "").split())
    row = room.row(key)
    assert (row.text, row.next_step) == (shown, shown)
    assert told(room, key)[0] == f"raised (permit): {shown}"


VERBS = st.sampled_from(["change", "hand", "next", "hear", "solve", "back"])


def _do(room: ObstaclesRoom, key: int, verb: str, at: int) -> bool:
    """One step of this kind, other than the one before; whether it was not refused."""
    owners = [NOBODY, *room.owners.values()]
    database, kinds = room.database, list(ObstacleKind)
    on = today(room) + timedelta(days=at + 1)
    verbs = {
        "change": lambda: noting.change_obstacle(
            database, key, kinds[at % len(kinds)], f"Words {at}"
        ),
        "hand": lambda: going_on.hand_on(database, key, owners[at % len(owners)]),
        "next": lambda: going_on.set_next_step(database, key, f"Step {at}", on if at % 2 else None),
        "hear": lambda: going_on.note_heard(database, key, f"Heard {at}"),
        "solve": lambda: going_on.solve(database, key),
        "back": lambda: going_on.bring_back(database, key),
    }
    try:
        verbs[verb]()
    except UserError:
        return False
    return True


def _made_of_steps(steps: list[ObstacleStep]) -> tuple[object, ...]:
    """What the steps make of an obstacle, one after the other."""
    kind, text, owner, step, on, solved = None, "", NOBODY, "", None, None
    for one in steps:
        match one.event:
            case ObstacleEvent.RAISED:
                kind, text = one.kind, one.note
                owner = ObstacleOwner(one.owner_id, one.organisation_id, one.department_id)
            case ObstacleEvent.CHANGED:
                kind, text = one.kind, one.note
            case ObstacleEvent.HANDED_ON:
                owner = ObstacleOwner(one.owner_id, one.organisation_id, one.department_id)
            case ObstacleEvent.NEXT_STEP:
                step, on = one.note, one.next_on
            case ObstacleEvent.SOLVED:
                step, on, solved = "", None, one.at
            case ObstacleEvent.BACK:
                solved = None
    return kind, text, owner, step, on, solved


@given(verbs=st.lists(VERBS, max_size=12))
@settings(max_examples=examples(25), deadline=None)
def test_its_history_loses_no_step_and_makes_the_row(tmp_path_factory, verbs):
    path: Path = tmp_path_factory.mktemp("steps") / "club.kdc"
    room = make_obstacles(path)
    key = room.note(SHELTERS, owner=CITY)
    before = history_of(room.database, key)
    for at, verb in enumerate(verbs):
        room.clock.days(1)
        _do(room, key, verb, at)
        now = history_of(room.database, key)
        assert now[: len(before)] == before
        before = now
    with room.database.read() as snapshot:
        one = snapshot.get_one(Obstacle, key)
        steps = sorted(snapshot.scalars(_steps(key)), key=lambda step: step.id)
        row = (one.kind, one.text, (one.owner_id, one.organisation_id, one.department_id))
        assert (*row, one.next_step, one.next_on, one.solved_at) == _made_of_steps(steps)
    assert len(all_obstacles(room.database)) == 1
    room.database.close()


def _steps(key: int):
    from sqlalchemy import select

    return select(ObstacleStep).where(ObstacleStep.obstacle_id == key)
