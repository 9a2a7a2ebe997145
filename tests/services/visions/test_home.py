"""What Home is told of the whole club."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.i18n import day_text, lazy
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.model import Commitment, Session, Stage
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.joined.home import HOME
from kdc_desktop.services.sessions.home import HomeTold
from kdc_desktop.services.visions.since import since
from kdc_desktop.storage import Database
from tests.rooms.club_year import ClubYear, make_year
from tests.rooms.more_happens import more_happens
from tests.rooms.statements import queries_of


@pytest.fixture
def year(tmp_path: Path) -> Iterator[ClubYear]:
    made = make_year(tmp_path / "club.kdc")
    yield made
    made.database.close()


def told(year: ClubYear) -> HomeTold:
    *past, coming = year.sessions
    return HOME.told(year.database, past, coming)


def lines(found: HomeTold, key: str) -> list[tuple[str, str, str, str]]:
    group = next((one for one in found.groups if one.key == key), None)
    return [
        (line.what, line.who, str(line.late), str(line.act_text))
        for line in (group.lines if group else ())
    ]


def test_what_is_due_stands_in_three_groups(year: ClubYear) -> None:
    found = told(year)
    assert [str(group.title) for group in found.groups] == [
        "Commitments",
        "Consortia gone silent, or fallen",
        "Askings due",
    ]
    assert str(found.groups[0].note) == "2 overdue, 1 due soon"


def test_each_line_says_what_who_how_late_and_what_to_do(year: ClubYear) -> None:
    take_up(year.database, year.sessions[-1], year.consortia["Yard bikes"])
    found = told(year)
    assert lines(found, "commitments") == [
        (
            "A locked room in three yards",
            "Harbour Mobility, Yard bikes",
            "12 days over",
            "Kept",
        ),
        ("One person who decides on permits", "City, Five-day permits", "5 days over", "Kept"),
        (
            "Ethics note for the meter study",
            "Coast University, Open energy data",
            "in 3 days",
            "Kept",
        ),
    ]
    assert lines(found, "silent") == [
        (
            "Walking bus to school",
            "running, led by City",
            "silent 267 days",
            "Write a line",
        ),
        (
            "Rooftop greenhouse",
            "let go, led by Coast University",
            "silent 267 days",
            "Write a line",
        ),
        ("One ticket", "City, 7 to 4 on 3 Nov", "fell by three", "Look"),
    ]
    assert lines(found, "askings") == [
        ("Yard bikes", "version 2, 4 to ask", "taken up", "Prepare"),
        ("Night bus that waits", "version 1, 2 of 4 have answered", "12 days old", "Ask"),
    ]


def test_a_kept_commitment_and_a_written_line_leave_the_list(year: ClubYear) -> None:
    found = told(year)
    HOME.promises.keep(year.database, found.groups[0].lines[0].of_id)
    HOME.write(year.database, year.consortia["Rooftop greenhouse"], "They harvest")
    after = told(year)
    assert len(after.groups[0].lines) == len(found.groups[0].lines) - 1
    assert [what for what, *_ in lines(after, "silent")] == ["Walking bus to school", "One ticket"]


def test_past_evenings_tell_what_became_of_their_consortia(year: ClubYear) -> None:
    became = told(year).became
    assert [(one.name, str(one.state)) for one in became[year.sessions[0]]] == [
        ("One ticket", "ready since 2 Mar"),
        ("Walking bus to school", "running since 2 Mar"),
        ("Rooftop greenhouse", "let go since 2 Mar"),
    ]


def test_home_and_the_room_count_one_way_what_was_kept_of_what_was_due(year: ClubYear) -> None:
    def counted() -> tuple[int, int]:
        found = told(year).year
        since_then = since(year.database, year.sessions[-1])
        assert (since_then.kept, since_then.promised) == (found.kept, found.promised)
        return found.kept, found.promised

    first, second, *_soon = told(year).groups[0].lines
    with year.database.edit(lazy("It is owed from long ago")) as edit:
        edit.get_one(Commitment, first.of_id).due_on = date(2025, 1, 7)
    assert counted() == (2, 4), "what is owed from another year counts as long as it is owed"
    HOME.promises.keep(year.database, first.of_id)
    assert counted() == (3, 4), "and when it is kept"
    HOME.promises.postpone(year.database, second.of_id, date(2027, 1, 7))
    assert counted() == (3, 3)


def test_what_was_said_after_an_evening_stands_below_it_with_its_day(year: ClubYear) -> None:
    evening = year.sessions[0]
    before = {one.name: str(one.state) for one in told(year).became[evening]}
    say_state(year.database, year.consortia["Walking bus to school"], ConsortiumState.ENDED)
    after = {one.name: str(one.state) for one in told(year).became[evening]}
    today = day_text(day_of(year.clock(), laptop_zone()))
    assert after["Walking bus to school"] == f"ended since {today}"
    assert before["Walking bus to school"].startswith("running")


def test_the_year_in_numbers(year: ClubYear) -> None:
    found = told(year).year
    assert (found.year, found.evenings, found.people, found.came_back) == (2026, 3, 20, 16)
    assert (found.alive, found.kept, found.promised) == (9, 2, 4)
    assert found.first_meetings == 6, "of organisations whose people met in an evening"
    year.clock.wall += timedelta(days=365)
    after = told(year).year
    assert (after.evenings, after.people, after.first_meetings, after.kept) == (0, 0, 0, 0)


def test_the_next_evening_says_who_is_expected_and_what_it_needs(year: ClubYear) -> None:
    found = told(year)
    assert found.expected is not None
    assert (found.expected.count, found.expected.for_the_first_time) == (20, 0)
    assert dict(found.expected.by_sector) == {"C": 4, "P": 4, "A": 4, "T": 4, "R": 4}
    assert [str(need) for need in found.needs] == [
        "Nothing is prepared to vote on in “Vote”.",
    ]


def test_an_evening_with_nothing_in_it_needs_all_of_it(year: ClubYear) -> None:
    with year.database.edit(lazy("Planned")) as edit:
        bare = Session(title="Bare", starts_at=year.clock.wall)
        edit.add(bare)
        edit.flush()
        session_id = bare.id
    assert [str(need) for need in HOME.told(year.database, (), session_id).needs] == [
        "The agenda is empty.",
        "Nobody knows the place yet.",
        "Nobody is invited yet.",
    ]
    with year.database.edit(lazy("Said more")) as edit:
        edit.add(
            Stage(
                session_id=session_id,
                kind="talk",
                title="Talk",
                planned_minutes=5,
                place_in_order=0,
            )
        )
        edit.get_one(Session, session_id).place = "Library"
    assert [str(need) for need in HOME.told(year.database, (), session_id).needs] == [
        "Nobody is invited yet."
    ]


def test_an_empty_club_owes_nothing(database: Database) -> None:
    found = HOME.told(database, (), None)
    assert (found.groups, found.became, found.needs, found.expected) == ((), {}, (), None)
    assert (found.year.evenings, found.year.people, found.year.promised) == (0, 0, 0)


def test_all_of_it_takes_as_many_questions_for_any_club(year: ClubYear) -> None:
    few, before = queries_of(lambda: told(year)), sum(len(one.lines) for one in told(year).groups)
    more_happens(year)
    assert sum(len(one.lines) for one in told(year).groups) > before
    assert len(queries_of(lambda: told(year))) == len(few)
