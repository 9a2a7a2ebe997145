"""Begin from last time: one session like an earlier one, with what that has left open."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kdc_desktop.domain.sessions.titles import next_title
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import date_text, lazy, listed, month_names, whole_month_names
from kdc_desktop.model import Attendance, Session, Stage, TakenUp
from kdc_desktop.services.attendance.counts import PEOPLE
from kdc_desktop.services.joined.beginning import BEGINNING
from kdc_desktop.services.sessions import listing, own_templates, planning, questions
from kdc_desktop.services.sessions.beginning import (
    Beginning,
    Invited,
    begin_session,
    last_session,
    next_day_like,
    suggested_title,
    with_since,
)
from kdc_desktop.services.sessions.own_templates import agenda_as_template, keep_as_template
from kdc_desktop.services.sessions.planning import NewSession
from kdc_desktop.services.visions.last_time import last_time
from kdc_desktop.storage import Database
from tests.rooms.club_year import AGENDA, NAMES, ClubYear, make_year
from tests.rooms.more_happens import more_happens
from tests.rooms.statements import queries_of

BEGINS = datetime(2026, 11, 24, 17, 30)


@pytest.fixture
def year(tmp_path: Path) -> Iterator[ClubYear]:
    made = make_year(tmp_path / "club.kdc", planned=False)
    yield made
    made.database.close()


def begin(year: ClubYear, **chosen: frozenset[int]) -> int:
    earlier = last_session(listing.sessions(year.database))
    assert earlier is not None
    agenda = agenda_as_template(year.database, earlier.id, earlier.title)
    plan = NewSession(
        suggested_title(earlier, BEGINS),
        BEGINS,
        with_since(agenda, BEGINNING.door_kinds),
        place=earlier.place,
    )
    return begin_session(year.database, Beginning(plan, **chosen), BEGINNING)


def count(database: Database, kind: type[Attendance | TakenUp], session_id: int) -> int:
    with database.read() as snapshot:
        return snapshot.scalar(select(func.count()).where(kind.session_id == session_id)) or 0


def test_the_agenda_comes_along_and_begins_with_what_happened_since(year: ClubYear) -> None:
    session_id = begin(year)
    stages = questions.stages(year.database, session_id)
    assert [stage.kind for stage in stages] == [
        AGENDA[0][0],
        "since",
        *(kind for kind, *_ in AGENDA[1:]),
    ]
    assert [(stage.planned_minutes, stage.notes) for stage in stages[1:3]] == [
        (10, ""),
        (10, "Slowly"),
    ]
    row = listing.session(year.database, session_id)
    assert (row.title, row.place) == ("Innovators’ Club, November", "Harbour library hall")


def test_an_agenda_that_tells_it_already_is_not_told_twice(year: ClubYear) -> None:
    session_id = begin(year)
    agenda = agenda_as_template(year.database, session_id, "")
    assert with_since(agenda, BEGINNING.door_kinds) == agenda


def test_people_and_consortia_come_in_and_one_undo_takes_all_back(year: ClubYear) -> None:
    told = last_time(year.database, year.sessions[-1])
    taken = frozenset(one.id for one in told.consortia if one.why is not None)
    people = told.people[Invited.LAST_TIME]
    assert (len(people), len(told.people[Invited.EVERY_TIME])) == (20, 20)
    session_id = begin(year, people=people, consortia=taken)
    assert count(year.database, Attendance, session_id) == 20
    assert count(year.database, TakenUp, session_id) == len(taken) > 0
    with year.database.read() as snapshot:
        rows = snapshot.scalars(select(Attendance).where(Attendance.session_id == session_id))
        assert {row.state.value for row in rows} == {"registered"}
    undone = year.database.undo()
    assert str(undone.label) == "Began Innovators’ Club, November from last time"
    with year.database.read() as snapshot:
        assert snapshot.get(Session, session_id) is None
    assert count(year.database, Attendance, session_id) == 0


def test_the_members_of_what_is_taken_up_are_known_as_people(year: ClubYear) -> None:
    told = last_time(year.database, year.sessions[0])
    bikes = next(one for one in told.consortia if one.name == "Yard bikes")
    assert len(bikes.people) == 4
    assert len(told.people[Invited.LAST_TIME]) == 12


def test_what_became_of_each_idea_is_told_the_winners_first(year: ClubYear) -> None:
    told = last_time(year.database, year.sessions[1])
    assert [(one.text, str(one.fate)) for one in told.fates] == [
        ("Yard bikes", "won: Yard bikes, visioning"),
        ("Five-day permits", "won: Five-day permits, forming"),
        ("Pharmacy by tram", "won: Pharmacy by tram, stopped"),
        ("Yard bikes, but smaller", "merged into “Yard bikes”"),
        ("Five-day permits, but smaller", "merged into “Five-day permits”"),
        ("Pharmacy by tram, but smaller", "merged into “Pharmacy by tram”"),
        ("Not Yard bikes", "waits"),
        ("Not Five-day permits", "waits"),
        ("Not Pharmacy by tram", "waits"),
    ]


def test_what_is_due_stands_first_with_its_reason(year: ClubYear) -> None:
    told = last_time(year.database, year.sessions[-1])
    assert [(one.name, str(one.why)) for one in told.consortia if one.why] == [
        ("One ticket", "City fell from 7 to 4"),
        ("Yard bikes", "version 2: 4 members have not answered"),
        ("Night bus that waits", "version 1: 2 members have not answered"),
        ("Walking bus to school", "silent 267 days"),
        ("Rooftop greenhouse", "silent 267 days"),
    ]
    assert [one.name for one in told.consortia if one.is_expected] == [
        *("One ticket", "Yard bikes", "Night bus that waits")
    ], "of what has been let go a line is enough"
    assert "Pharmacy by tram" not in [one.name for one in told.consortia], "it has stopped"
    assert [(one.what, one.who, str(one.late)) for one in told.overdue] == [
        ("A locked room in three yards", "Harbour Mobility, Yard bikes", "12 days over"),
        ("One person who decides on permits", "City, Five-day permits", "5 days over"),
    ]


def test_all_of_it_is_asked_in_as_many_questions_for_every_club(year: ClubYear) -> None:
    few = queries_of(lambda: last_time(year.database, year.sessions[2]))
    before = len(last_time(year.database, year.sessions[2]).overdue)
    more_happens(year)
    assert len(last_time(year.database, year.sessions[2]).overdue) > before
    assert len(queries_of(lambda: last_time(year.database, year.sessions[2]))) == len(few) < 30


def test_the_next_evening_keeps_to_the_rhythm_of_the_club(year: ClubYear) -> None:
    rows = listing.sessions(year.database)
    held = sorted(row.starts_at.date() for row in rows)
    last = last_session(rows)
    assert last is not None
    day = next_day_like(rows, last, held[-1] + timedelta(days=1))
    assert day - held[-1] == held[-1] - held[-2]
    late = held[-1] + timedelta(days=900)
    assert next_day_like(rows, last, late) == late, "what has been is not proposed"
    assert next_day_like([last], last, late) == late, "nor is a rhythm guessed"


def test_two_evenings_of_one_month_are_told_apart_by_their_day(year: ClubYear) -> None:
    last = last_session(listing.sessions(year.database))
    assert last is not None
    again = last.starts_at + timedelta(days=1)
    plain = suggested_title(last, again)
    assert suggested_title(last, again, {plain}) == listed((plain, date_text(again)))


def test_only_those_who_came_are_invited_where_that_is_wanted(year: ClubYear) -> None:
    evening = year.sessions[2]
    with year.database.edit(lazy("One stayed away")) as edit:
        there = edit.scalars(select(Attendance).where(Attendance.session_id == evening)).all()
        there[0].arrived_at = None
        away, listed_then = there[0].person_id, len(there)
    people = last_time(year.database, evening).people
    assert len(people[Invited.LAST_TIME]) == listed_then
    assert people[Invited.CAME] == people[Invited.LAST_TIME] - {away}
    (row,) = (row for row in listing.sessions(year.database, [PEOPLE]) if row.id == evening)
    assert row.counts == (listed_then - 1,), "and so many were at the evening"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Innovators’ Club, September", "Innovators’ Club, November"),
        ("Club Sep 2026", "Club Nov 2027"),
        ("Club evening 8 Sep", "Club evening 24 Nov"),
        ("Club evening, September 8", "Club evening, November 24"),
        ("Evening 9", "Evening 10"),
        ("Evening 2026", "Evening 2027"),
        ("Pilot workshop", "Pilot workshop, November"),
    ],
)
def test_a_title_is_suggested(title: str, expected: str) -> None:
    names = whole_month_names(), month_names()
    assert next_title(title, date(2026, 9, 8), date(2027, 11, 24), names) == expected


def test_an_agenda_is_kept_as_a_template_renamed_and_removed(year: ClubYear) -> None:
    database = year.database
    kept = keep_as_template(database, year.sessions[0], " Our evening ")
    (own,) = own_templates.own_templates(database)
    assert (str(own.name), own.minutes, own_templates.own_id(own)) == ("Our evening", 110, kept)
    assert [stage.kind for stage in own.stages] == [kind for kind, *_ in AGENDA]
    planned = planning.plan_session(database, "Next", BEGINS, own)
    assert [stage.notes for stage in questions.stages(database, planned)][1] == "Slowly"
    own_templates.rename_template(database, kept, "Ours")
    assert [str(one.name) for one in own_templates.own_templates(database)] == ["Ours"]
    own_templates.remove_template(database, kept)
    assert own_templates.own_templates(database) == []
    database.undo()
    assert [str(one.name) for one in own_templates.own_templates(database)] == ["Ours"]


def test_a_template_needs_a_name_of_its_own_and_a_stage(year: ClubYear) -> None:
    database = year.database
    keep_as_template(database, year.sessions[0], "Ours")
    for name in ("", "ours", "x" * 500):
        with pytest.raises(UserError):
            keep_as_template(database, year.sessions[0], name)
    with database.edit(lazy("Emptied")) as edit:
        of_it = select(Stage.id).where(Stage.session_id == year.sessions[1])
        edit.remove_rows(Stage, list(edit.scalars(of_it)))
    with pytest.raises(UserError, match="empty"):
        keep_as_template(database, year.sessions[1], "Empty")


def test_the_last_session_is_the_last_that_was_held(year: ClubYear) -> None:
    planning.plan_session(
        year.database, "Far", datetime(2028, 1, 1), agenda_as_template(year.database, 1, "")
    )
    last = last_session(listing.sessions(year.database))
    assert last is not None
    assert last.title == NAMES[-1]
