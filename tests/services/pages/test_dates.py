"""A calendar has the session, what is planned after it, and what is due; its keys stay."""

from datetime import date, timedelta

import pytest

from kdc_desktop.i18n import date_text, lazy
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.model import Session
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.visions.commitments import commit, fulfil_commitment
from tests.rooms.page_words import words_in
from tests.rooms.poll_room import EVENING, STARTS


def test_the_session_those_after_it_and_what_is_due(room, document):
    planning.plan_session(room.database, "Later", STARTS + timedelta(days=30), templates()[0])
    planning.plan_session(room.database, "Before", STARTS - timedelta(days=30), templates()[0])
    entries = document("calendar").entries
    assert [one.title.split(": ")[-1] for one in entries][1:] == ["Later", "Two yards"]
    assert entries[-1].begins == date(2026, 11, 1)


def test_keys_are_the_same_each_time_and_no_two_are(room, document):
    first, again = document("calendar"), document("calendar")
    keys = [one.key for one in first.entries]
    assert keys == [one.key for one in again.entries]
    assert len(set(keys)) == len(keys) == 2


def test_what_is_closed_ends_when_it_ended_and_is_called_by_its_title(room, document):
    ended = EVENING + timedelta(minutes=117)
    with room.database.edit(lazy("Closed")) as edit:
        edit.get_one(Session, room.session_id).closed_at = ended
    made = document("calendar")
    assert made.entries[0].ends == ended
    assert made.title == made.entries[0].title


@pytest.mark.parametrize("key", ["outcome", "minutes"])
def test_pages_say_when_we_meet_again(room, document, key):
    assert "When we meet again" not in words_in(document(key))
    at = STARTS + timedelta(days=30)
    planning.plan_session(room.database, "Later", at, templates()[0])
    planning.plan_session(room.database, "Latest", at + timedelta(days=30), templates()[0])
    words = words_in(document(key))
    assert "Later: 03.12.2026, 18:00." in words
    assert not any("Latest" in one for one in words)


def test_a_promise_is_overdue_only_past_its_day_and_kept_ones_say_so(evening, document):
    room, member = evening.room, evening.members[2]
    today = day_of(room.database.now(), laptop_zone())
    commit(room.database, member, "Today", today)
    kept = commit(room.database, member, "Kept", today - timedelta(days=3))
    fulfil_commitment(room.database, kept)
    grid = next(
        one for one in document("outcome").blocks if getattr(one, "heads", "")[:1] == ("By",)
    )
    by = {row[2]: row[0] for row in grid.rows}
    assert by["Today"] == date_text(today)
    assert by["Kept"] == f"{date_text(today - timedelta(days=3))}, kept"
    assert by["Two yards"].endswith(", overdue")
