"""What waits for whom, on paper: for the next visit, and in the minutes of an evening."""

from datetime import timedelta

import pytest

from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.domain.pages.kinds import MINUTES, WAITING
from kdc_desktop.domain.pages.values import Heading
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.services.obstacles import going_on, noting
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.pages.waiting import waiting_for_one
from tests.rooms.obstacles_room import CITY, TRANSPORT, ObstaclesRoom
from tests.rooms.page_words import words_in

SHELTERS = "The harbour has to allow the shelters"


def for_visit(room: ObstaclesRoom, owner: str) -> list[str]:
    return words_in(waiting_for_one(room.database, room.owners[owner], owner).blocks)


def test_a_visit_is_told_what_waits_how_long_and_what_is_to_be_decided(room):
    room.note(SHELTERS, owner=TRANSPORT)
    room.note("Somebody has to sign", owner=CITY)
    room.note("The tender waits", ObstacleKind.PROCUREMENT, of=room.project_id, owner=TRANSPORT)
    room.clock.days(45)
    told = for_visit(room, TRANSPORT)
    assert told[0] == f"What waits for {TRANSPORT}"
    assert "2 obstacles: Yard bikes, Parcel lockers." in told
    assert told.count("It has waited 45 days. To decide: what comes next, and until when.") == 2
    assert {SHELTERS, "The tender waits"} <= set(told)
    assert "Somebody has to sign" not in told
    assert "Somebody has to sign" in for_visit(room, CITY)


def test_a_next_step_that_is_due_says_so_on_the_page(room):
    on = room.row(room.note("x")).raised_on + timedelta(days=2)
    room.note(SHELTERS, owner=CITY, next_step="Ask the board.", next_on=on)
    room.clock.days(2)
    due = f"It has waited 2 days. The next step is due: Ask the board, until {on:%d.%m.%Y}."
    assert due in for_visit(room, CITY)
    room.clock.days(1)
    late = "It has waited 3 days. The next step is overdue by 1 day: Ask the board, until"
    assert f"{late} {on:%d.%m.%Y}." in for_visit(room, CITY)


def test_what_was_noted_besides_and_by_whom_is_on_no_page(room):
    key = room.note(SHELTERS, owner=CITY, said_by="Plantedname")
    going_on.note_heard(room.database, key, "Plantednote", "Plantedname")
    going_on.hand_on(room.database, key, room.owners[TRANSPORT], "Plantedname", "Plantednote")
    going_on.solve(room.database, key, "Plantednote", "Plantedname")
    going_on.bring_back(room.database, key, "Plantednote", "Plantedname")
    pages = [*for_visit(room, TRANSPORT)]
    for kind in (WAITING, MINUTES):
        pages += words_in(make_pages(room.database, kind, room.session_id))
    assert SHELTERS in pages
    assert [words for words in pages if "Planted" in words] == []


def test_each_whom_something_waits_for_has_a_page_and_nobody_the_last_one(room):
    room.note("A decision", owner=TRANSPORT)
    room.note("Nobody's")
    room.note("A signature", owner=CITY)
    made = make_pages(room.database, WAITING, room.session_id)
    titles = [one.text for one in made.blocks if isinstance(one, Heading) and one.level == 1]
    nobody = "What waits, and for nobody yet"
    assert titles == [f"What waits for {CITY}", f"What waits for {TRANSPORT}", nobody]


def test_consortia_that_wait_for_nothing_have_one_sentence(room):
    words = words_in(make_pages(room.database, WAITING, room.session_id))
    assert "Nothing holds these consortia back." in words


@pytest.mark.parametrize("closes", [False, True])
def test_minutes_tell_what_was_noted_and_solved_that_evening_in_the_words_of_then(room, closes):
    key = room.note(SHELTERS)
    going_on.solve(room.database, room.note("Nobody pays for the locks."))
    if closes:
        with room.database.edit(lazy("Closed")) as edit:
            edit.get_one(Session, room.session_id).closed_at = room.database.now()
        room.clock.days(2)
        noting.change_obstacle(room.database, key, ObstacleKind.PERMIT, "Other words")
    told = "\n".join(words_in(make_pages(room.database, MINUTES, room.session_id)))
    assert f"“Yard bikes” is held back: {SHELTERS}." in told
    assert "What held “Yard bikes” back is solved: Nobody pays for the locks." in told
    assert "Other words" not in told
