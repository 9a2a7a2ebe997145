"""Whatever page tells how far a consortium is, tells what holds it back from outside."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.domain.pages.kinds import BY_KEY
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, OpenRole, Reservation
from kdc_desktop.services.obstacles.going_on import hand_on, set_next_step, solve
from kdc_desktop.services.obstacles.noting import NewObstacle, change_obstacle, note_obstacle
from kdc_desktop.services.obstacles.rows import ObstacleOwner
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.sessions.agenda import close_session
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.reservations import settle_reservation
from kdc_desktop.storage import open_database
from tests.rooms.page_words import words_in
from tests.rooms.poll_room import EVENING

PAGES = pytest.mark.parametrize("key", ["outcome", "minutes", "charter"])


def words(database, key, session_id=1) -> str:
    return " ".join(words_in(make_pages(database, BY_KEY[key], session_id)))


def hold(evening) -> int:
    """A permit that the consortium has waited for, with a step that is to come in a week."""
    owner = ObstacleOwner(evening.room.people[0])
    new = NewObstacle(ObstacleKind.PERMIT, "The yard is protected", owner, "Ask the museum")
    new = new._replace(next_on=date(2026, 11, 10))
    return note_obstacle(evening.room.database, evening.consortium_id, new)


@pytest.fixture
def all_agree(evening):
    """Nothing is missing among the members."""
    database = evening.room.database
    with database.read() as snapshot:
        held = snapshot.scalars(select(Reservation.id)).one()
    settle_reservation(database, held, ReservationState.LIFTED)
    asked = open_asking(database, evening.consortium_id, evening.room.session_id)
    for member_id in evening.members:
        take_position(database, evening.versions[1], member_id, 8)
    reveal(database, asked)
    with database.edit(lazy("All are in")) as edit:
        edit.get_one(Consortium, evening.consortium_id).needed_sectors = ""
        for role in edit.scalars(select(OpenRole)):
            role.filled_by_id = evening.members[0]
    return evening


@PAGES
def test_what_an_obstacle_holds_back_is_not_ready(all_agree, key) -> None:
    database = all_agree.room.database
    assert "back" not in words(database, key)
    hold(all_agree)
    said = words(database, key)
    assert "1 thing holds it back:" in said
    assert "Permit: The yard is protected. It has waited 0 days, since 03.11.2026." in said
    assert "The next step: Ask the museum, until 10.11.2026." in said
    assert [one for one in ("Ready to go", "It is ready to go") if one in said] == []


@PAGES
def test_what_is_solved_holds_nothing_back(all_agree, key) -> None:
    database = all_agree.room.database
    solve(database, hold(all_agree), "They agreed")
    assert "holds it back" not in words(database, key)


def test_a_step_whose_day_has_gone_by_is_overdue(evening) -> None:
    hold(evening)
    path = evening.room.database.path
    evening.room.database.close()
    later = open_database(path, lambda: EVENING + timedelta(days=17))
    said = words(later, "charter")
    later.close()
    assert "It has waited 17 days, since 03.11.2026." in said
    assert "The next step is overdue by 10 days: Ask the museum, until 10.11.2026." in said


@pytest.mark.parametrize("key", ["outcome", "minutes"])
def test_an_evening_that_is_over_tells_what_was_next_then(evening, key) -> None:
    """Its owner, its kind, its words and its next step are all of that evening."""
    database = evening.room.database
    obstacle = hold(evening)
    close_session(database, evening.room.session_id)
    before = words(database, key)
    path = database.path
    database.close()
    later = open_database(path, lambda: EVENING + timedelta(days=200))
    change_obstacle(later, obstacle, ObstacleKind.FUNDING, "Nobody pays")
    hand_on(later, obstacle, ObstacleOwner(evening.room.people[1]))
    set_next_step(later, obstacle, "Ask the bank", date(2027, 9, 1))
    after = words(later, key)
    solve(later, obstacle, "The bank pays")
    solved = words(later, key)
    later.close()
    assert "Ask the museum" in before
    assert after == before
    assert _held(solved) == _held(before)


def _held(said: str) -> str:
    return said.partition("1 thing holds it back:")[2].partition("Ask the museum, until")[0]
