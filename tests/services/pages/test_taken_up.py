"""Outcome and minutes tell of a consortium what belongs to their evening, and no more."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from kdc_desktop.domain.pages.kinds import BY_KEY
from kdc_desktop.i18n import date_text, lazy
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.model import Session
from kdc_desktop.services.consortia.forming import let_go
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage import open_database
from tests.rooms.page_words import words_in
from tests.rooms.poll_room import EVENING
from tests.rooms.workbook_room import an_evening


@pytest.fixture
def later(tmp_path):
    """An evening, and one four months later that asks its consortium again."""
    path = tmp_path / "club.kdc"
    evening = an_evening(path)
    evening.room.database.close()
    database = open_database(path, lambda: EVENING + timedelta(days=120))
    yield evening, database, _spring(evening, database)
    database.close()


def _spring(evening, database) -> int:
    starts = (EVENING + timedelta(days=119)).in_zone(laptop_zone())
    session_id = plan_session(database, "Spring evening", starts, templates()[0])
    take_up(database, session_id, evening.consortium_id)
    version = save_version(database, evening.consortium_id, "Two bikes in every yard")
    asked = open_asking(database, evening.consortium_id, session_id)
    for place, member_id in enumerate(evening.members[:3]):
        take_position(database, version, member_id, 5 + place)
    reveal(database, asked)
    commit(database, evening.members[0], "A spring promise", None)
    leave(database, evening.members[5], handed_to_id=evening.members[0])
    return session_id


def told(database, key: str, session_id: int) -> str:
    return "\n".join(words_in(make_pages(database, BY_KEY[key], session_id)))


def test_the_outcome_says_where_it_comes_from_what_was_asked_and_who_moved(later) -> None:
    _evening, database, session_id = later
    words = told(database, "outcome", session_id)
    assert "1 consortium of before was worked on." in words
    assert "1 promise was made." in words
    assert "in “Winter evening”." in words
    assert "“Yard bikes” was asked where it stands on version 3." in words
    assert "2 levels or more above before: Harbour Mobility, 2 to 5;" in words


def test_the_outcome_of_an_evening_of_consortia_leaves_out_what_it_had_none_of(later) -> None:
    _evening, database, session_id = later
    words = told(database, "outcome", session_id)
    none_of_it = ("What is taken further", "The ideas", "Spoken for by")
    assert [one for one in ("What was asked", *none_of_it) if one in words] == []
    first = told(database, "outcome", 1)
    assert [one for one in none_of_it if one not in first] == []


def test_days_are_those_of_the_room_in_which_it_happened(later) -> None:
    """Also on a laptop that stands in another zone than the evening was held in."""
    _evening, database, session_id = later
    with database.edit(lazy("It was held elsewhere")) as edit:
        for session in edit.scalars(select(Session)):
            session.zone = "Pacific/Kiritimati"  # fourteen hours before UTC
    let_go(database, _evening.consortium_id)
    words = told(database, "outcome", session_id)
    there = ZoneInfo("Pacific/Kiritimati")
    formed = date_text(day_of(EVENING, there))
    gone = date_text(day_of(database.now(), there))
    assert f"It was formed on {formed}, in “Winter evening”." in words
    assert f"It was let go on {gone}" in words


def test_the_minutes_of_each_evening_hold_what_happened_then(later) -> None:
    _evening, database, session_id = later
    spring, winter = told(database, "minutes", session_id), told(database, "minutes", 1)
    of_spring = (
        "“Yard bikes” wrote version 3 of its vision.",
        "“Yard bikes” was asked where it stands on version 3.",
        "A spring promise",
        "North Insurance left “Yard bikes”, and handed over to Harbour Mobility.",
    )
    of_winter = (
        "The consortium “Yard bikes” was formed.",
        "“Yard bikes” wrote version 1 of its vision.",
    )
    happened = [page.split("What the room decided")[0] for page in (spring, winter)]
    assert [[said in page for page in happened] for said in of_spring] == [[True, False]] * 4
    assert [[said in page for page in happened] for said in of_winter] == [[False, True]] * 2


def test_who_left_is_no_member_any_more(later) -> None:
    _evening, database, session_id = later
    words = told(database, "minutes", session_id)
    (members,) = [line for line in words.splitlines() if line.startswith("Members: ")]
    assert "North Insurance" not in members
