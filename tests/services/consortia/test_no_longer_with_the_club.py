"""A consortium that stopped is not let go, wherever that is told."""

from datetime import timedelta

import pytest

from kdc_desktop.domain.consortia.states import ConsortiumState, by_itself_since
from kdc_desktop.domain.pages.kinds import BY_KEY
from kdc_desktop.screens.visions.vision_slide import let_go_slide
from kdc_desktop.services.consortia.forming import let_go
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.visions.letting_go import life_of
from kdc_desktop.services.visions.room_life import room_lives
from kdc_desktop.storage import open_database
from tests.rooms.consortium_room import make_consortium
from tests.rooms.page_words import words_in
from tests.rooms.poll_room import EVENING
from tests.rooms.vision_pages import vision_page
from tests.rooms.workbook_room import an_evening

LET_GO, RUNNING, STOPPED, READY = (
    ConsortiumState.LET_GO,
    ConsortiumState.RUNNING,
    ConsortiumState.STOPPED,
    ConsortiumState.READY,
)
OVER = (ConsortiumState.STOPPED, ConsortiumState.ENDED)


@pytest.fixture
def room(tmp_path):
    made = make_consortium(tmp_path / "club.kdc")
    yield made
    made.database.close()


def on_the_slide(room) -> str:
    page = vision_page(room.database, room.consortium_id)
    return let_go_slide(
        page, room_lives(room.database, [page.consortium_id])[page.consortium_id]
    ).let_go


def test_the_room_is_told_that_one_goes_on_only_while_it_does(room) -> None:
    let_go(room.database, room.consortium_id)
    room.clock.days(1)
    gone = on_the_slide(room)
    say_state(room.database, room.consortium_id, RUNNING)
    assert gone != ""
    assert on_the_slide(room) == gone, "running goes on since it was let go"
    for state in OVER:
        say_state(room.database, room.consortium_id, state)
        assert on_the_slide(room) == ""
        page = vision_page(room.database, room.consortium_id)
        life = life_of(room.database, page)
        assert not page.is_let_go
        assert not life.is_let_go
        assert life.is_over
        say_state(room.database, room.consortium_id, RUNNING)


def test_one_that_stopped_can_be_let_go_after_all(room) -> None:
    say_state(room.database, room.consortium_id, STOPPED)
    room.clock.days(3)
    let_go(room.database, room.consortium_id, "Aino")
    assert on_the_slide(room)


def test_the_minutes_say_of_one_that_stopped_that_it_stopped_and_no_more(tmp_path) -> None:
    path = tmp_path / "club.kdc"
    evening = an_evening(path)
    evening.room.database.close()
    database = open_database(path, lambda: EVENING + timedelta(days=1))
    before = told(database)
    say_state(database, evening.consortium_id, STOPPED, "Aino", "No budget")
    new = [line for line in told(database) if line not in before]
    assert "let go" not in " ".join(new)
    assert "by itself" not in " ".join(new)
    assert "“Yard bikes” is stopped now." in " ".join(new)
    say_state(database, evening.consortium_id, LET_GO)
    words = " ".join(told(database))
    assert words.count("The consortium “Yard bikes” was let go.") == 1
    database.close()


def told(database) -> list[str]:
    return [
        line
        for key in ("minutes", "outcome")
        for line in words_in(make_pages(database, BY_KEY[key], 1))
    ]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ([], 0),
        ([(1, RUNNING)], 0),
        ([(1, STOPPED), (2, RUNNING)], 2),
        ([(1, READY), (2, LET_GO), (3, RUNNING)], 2),
        ([(1, LET_GO), (2, STOPPED)], None),
        ([(1, LET_GO), (2, READY)], None),
    ],
)
def test_since_when_it_goes_on_by_itself_follows_from_its_steps(said, day) -> None:
    """Files of before know that one was let go without a step: on day 0."""
    steps = [(state, EVENING + timedelta(days=on)) for on, state in said]
    found = by_itself_since(steps, EVENING)
    assert found == (None if day is None else EVENING + timedelta(days=day))
