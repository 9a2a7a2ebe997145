"""A guess before, a measure after: what was said stays known, and what counts is summed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.kit.amounts import Amount
from kdc_desktop.errors import UserError
from kdc_desktop.services.consortia.club_rows import ClubRow
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.gains.noting import GainSaid, note_gain, remove_gain
from kdc_desktop.services.gains.questions import gains
from kdc_desktop.services.joined.consortia import BUY_IN, GIVES_BACK
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium

GUESS, MEASURE = GainWay.GUESSED, GainWay.MEASURED


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "club.kdc")
    yield made
    made.database.close()


def listed(room: ConsortiumRoom, key: int) -> ClubRow:
    rows = all_consortia(room.database, BUY_IN, gains=GIVES_BACK)
    return next(row for row in rows if row.id == key)


def test_a_measure_takes_the_place_of_a_guess_and_both_stay_known(room: ConsortiumRoom) -> None:
    database, key = room.database, room.consortium_id
    note_gain(database, key, GUESS, GainSaid(18, 240, 10, 30), " Karin  Niemi ")
    row = listed(room, key)
    assert (row.gives_back.minutes, row.gives_back.people) == (18, 240)
    assert row.gives_back.worth == Amount(4320, 1920, 2880)
    room.clock.days(1)
    measured = note_gain(database, key, MEASURE, GainSaid(12, 200), note="a week of counting")
    room.clock.days(1)
    note_gain(database, key, GUESS, GainSaid(99, 999))
    assert listed(room, key).gives_back.worth == Amount(2400)
    said = [(row.way, row.minutes, row.said_by, row.note) for row in gains(database, key)]
    assert said == [
        (GUESS, 99, "", ""),
        (MEASURE, 12, "", "a week of counting"),
        (GUESS, 18, "Karin Niemi", ""),
    ]
    remove_gain(database, measured)
    assert listed(room, key).gives_back.minutes == 99
    database.undo()
    assert listed(room, key).gives_back.minutes == 12


def test_what_has_stopped_gives_nothing_back_any_more(room: ConsortiumRoom) -> None:
    database = room.database
    key = add_project(database, NewProject("Lockers", state=ConsortiumState.RUNNING))
    note_gain(database, key, MEASURE, GainSaid(6, 100))
    assert listed(room, key).counted == Amount(600)
    say_state(database, key, ConsortiumState.ENDED)
    assert listed(room, key).counted == Amount(600)
    say_state(database, key, ConsortiumState.STOPPED)
    assert listed(room, key).counted is None


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (GainSaid(1441, 1), "A day has 1,440 minutes: write fewer than that."),
        (GainSaid(float("nan"), 1), "A day has 1,440 minutes: write fewer than that."),
        (GainSaid(1, -1), "Write how many people it is for, from 0 to 10,000,000."),
        (
            GainSaid(5, 1, 6, 8),
            "Of the minutes, “at least” is the lowest and “at most” the highest.",
        ),
        (
            GainSaid(5, 9, people_most=8),
            "Of the people, “at least” is the lowest and “at most” the highest.",
        ),
    ],
)
def test_what_cannot_be_is_a_sentence(room: ConsortiumRoom, said: GainSaid, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        note_gain(room.database, room.consortium_id, GUESS, said)
    assert str(refused.value) == sentence
    assert gains(room.database, room.consortium_id) == ()
