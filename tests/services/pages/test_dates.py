"""A calendar has the session, what is planned after it, and what is due; its keys stay."""

from datetime import date, timedelta

from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from tests.rooms.poll_room import STARTS


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
