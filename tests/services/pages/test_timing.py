"""Minutes say when an evening was planned where it went another way, and what is still open."""

from datetime import timedelta

import pytest

from kdc_desktop.domain.pages.values import Bullets, Heading, Manner, Paragraph
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session, Stage
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from tests.rooms.page_words import words_in
from tests.rooms.poll_room import EVENING, STARTS
from tests.rooms.workbook_room import reveal


def read(document) -> str:
    told = (
        words_in(one) for one in document.blocks if isinstance(one, Bullets | Heading | Paragraph)
    )
    return " ".join(word for words in told for word in words if not isinstance(word, Manner))


@pytest.fixture
def held(room):
    """Sets when the session went live and was closed, in minutes after it was planned to begin."""

    def hold(began: int, closed: int | None) -> None:
        with room.database.edit(lazy("Held")) as edit:
            session = edit.get_one(Session, room.session_id)
            session.went_live_at = EVENING + timedelta(minutes=began)
            session.status = SessionStatus.LIVE
            if closed is not None:
                session.closed_at = EVENING + timedelta(minutes=closed)
                session.status = SessionStatus.CLOSED

    return hold


def test_what_went_as_planned_is_said_once(held, document):
    held(0, 40)
    text = read(document("minutes"))
    assert "The session began at 18:00, as planned." in text
    assert "The session was closed at 18:40. " in text


def test_what_was_planned_is_said_beside_another_time(held, document):
    held(7, 55)
    text = read(document("minutes"))
    assert "The session began at 18:07; it was planned for 18:00." in text
    assert "The session was closed at 18:55; it was planned to end at 18:40." in text


def test_the_end_on_another_day_has_its_day(held, document):
    held(0, 24 * 60)
    assert "was closed at 04.11.2026, 18:00; it was planned to end at 03.11.2026, 18:40." in read(
        document("minutes")
    )


def test_a_stage_tells_how_long_it_took_where_one_has_felt_it(room, document):
    assert "It took 25 min; 20 min were planned." in read(document("minutes"))
    with room.database.edit(lazy("Shorter")) as edit:
        for stage in (1, 2):
            found = edit.get_one(Stage, stage)
            found.ended_at = found.started_at + timedelta(minutes=22)
    assert "were planned" not in read(document("minutes"))


@pytest.mark.parametrize("key", ["minutes", "outcome"])
def test_a_session_that_is_live_says_how_far_it_is(held, document, key):
    held(0, None)
    told = "The session is still going on: this is how it stood on 03.11.2026 at 18:00."
    assert told in read(document(key))
    held(0, 40)
    assert "still going on" not in read(document(key))


def test_what_came_after_the_session_is_told_apart(room, held, document):
    held(-60, -1)
    blocks = list(document("minutes").blocks)
    at = blocks.index(Heading("Since then"))
    assert any("wrote version 2 of its vision." in one for one in blocks[at + 1].items)


def test_a_vote_that_is_open_is_not_a_result_that_is_hidden(room, document):
    poll_id = room.open_poll(secrecy=Secrecy.SECRET, marks_each=3, question="Which first?")
    told = "Poll 1 (Dots). The room was asked: “Which first?” The vote is still open."
    assert told in read(document("minutes"))
    assert told in words_in(document("outcome"))
    reveal(room, poll_id)
    text = read(document("minutes"))
    assert "The vote is still open" not in text
    assert "“Which first?” Nobody voted." in text


def test_a_session_with_nothing_in_it_says_so_in_each_part(room):
    from kdc_desktop.domain.pages.kinds import BY_KEY
    from kdc_desktop.services.pages.making import make_pages

    empty = planning.plan_session(room.database, "Empty", STARTS, templates()[0])
    minutes = read(make_pages(room.database, BY_KEY["minutes"], empty))
    assert "The session has not begun. Present Nobody was checked in." in minutes
    assert "What happened Nothing of it is on record." in minutes
    outcome = read(make_pages(room.database, BY_KEY["outcome"], empty))
    assert "The session has not begun. Who came Nobody was checked in." in outcome
    assert "The ideas No idea lies on the board." in outcome
    assert "0 p" not in outcome
