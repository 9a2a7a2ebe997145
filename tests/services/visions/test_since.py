"""What the room is told happened since the club last met."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Member, Obstacle
from kdc_desktop.services.consortia.signs import write_sign_of_life
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.visions.since import Since, since, tell_of
from tests.rooms.club_year import ClubYear, make_year
from tests.rooms.more_happens import more_happens
from tests.rooms.statements import queries_of


@pytest.fixture
def year(tmp_path: Path) -> Iterator[ClubYear]:
    made = make_year(tmp_path / "club.kdc")
    yield made
    made.database.close()


def tonight(year: ClubYear) -> Since:
    return since(year.database, year.sessions[-1])


def test_good_news_comes_first_and_what_waits_last_with_its_days(year: ClubYear) -> None:
    take_up(year.database, year.sessions[-1], year.consortia["Night bus that waits"])
    told = tonight(year)
    assert told.last_on == date(2026, 9, 8)
    assert [(line.name, str(line.words), line.waits) for line in told.lines] == [
        ("Local guides", "64 newcomers have one", False),
        ("One ticket", "4 members, ready to go", False),
        ("Winter bike lanes", "4 members, ready to go", False),
        ("Yard bikes", "4 members and a vision", False),
        ("Night bus that waits", "4 members and a vision, taken up tonight", False),
        ("Open energy data", "waits 77 days for a vision", True),
    ]


def test_commitments_that_were_due_are_counted(year: ClubYear) -> None:
    told = tonight(year)
    assert (told.kept, told.promised, told.joined) == (2, 4, "")


def test_what_is_taken_up_says_so_whatever_its_state_and_asked_is_nobody_before_it_is_decided(
    year: ClubYear,
) -> None:
    for name in ("One ticket", "Night bus that waits", "Yard bikes"):
        take_up(year.database, year.sessions[-1], year.consortia[name])
    told = {line.name: str(line.words) for line in tonight(year).lines}
    assert told["One ticket"] == "4 members, ready to go, taken up tonight"
    assert told["Yard bikes"] == "4 members and a vision, taken up tonight"
    assert not any("asked" in words for words in told.values())


def test_members_are_counted_as_in_every_list(year: ClubYear) -> None:
    with year.database.edit(lazy("One looks on")) as edit:
        inside = Member.consortium_id == year.consortia["Yard bikes"]
        edit.scalars(select(Member).where(inside)).first().role = MemberRole.OBSERVER
    told = {line.name: str(line.words) for line in tonight(year).lines}
    assert told["Yard bikes"] == "4 members and a vision"


def test_no_line_of_news_is_cut_and_what_holds_back_is_told_beside_it(year: ClubYear) -> None:
    """A line keeps its verb and its month, and a good one does not hide what waits."""
    said = "The permit is there, after half a year; the tenants begin in the first week of May"
    held, alone = (year.consortia[name] for name in ("Local guides", "One ticket"))
    write_sign_of_life(year.database, held, said)
    raised = year.database.now() - timedelta(days=40)
    with year.database.edit(lazy("Two wait")) as edit:
        for key in (held, alone):
            edit.add(
                Obstacle(consortium_id=key, kind=ObstacleKind.FUNDING, text="Who", raised_at=raised)
            )
    lines = {line.id: line for line in tonight(year).lines}
    assert (str(lines[held].words), str(lines[held].held)) == (said, "Funding: waits 40 days")
    assert (str(lines[alone].words), lines[alone].waits) == ("Funding: waits 40 days", True)
    with year.database.edit(lazy("It is paid")) as edit:
        for one in edit.scalars(select(Obstacle)):
            one.solved_at = year.database.now()
    lines = {line.id: line for line in tonight(year).lines}
    assert (str(lines[held].words), str(lines[held].held)) == (f"1 obstacle is solved: {said}", "")
    assert str(lines[alone].words) == "1 obstacle is solved"


def test_a_line_is_left_out_and_told_again(year: ClubYear) -> None:
    tell_of(year.database, year.sessions[-1], [year.consortia["One ticket"]], told=False)
    assert "One ticket" not in [line.name for line in tonight(year).told]
    assert "One ticket" in [line.name for line in tonight(year).lines]
    tell_of(year.database, year.sessions[-1], [year.consortia["One ticket"]], told=True)
    assert "One ticket" in [line.name for line in tonight(year).told]
    year.database.undo()
    year.database.undo()
    assert "One ticket" in [line.name for line in tonight(year).told]


def test_the_first_evening_has_nothing_to_look_back_to(year: ClubYear) -> None:
    told = since(year.database, year.sessions[0])
    assert (told.last_on, told.lines, told.promised) == (None, (), 0)


def test_an_evening_in_the_trash_was_not_the_last(year: ClubYear) -> None:
    from kdc_desktop.services.sessions.planning import trash_sessions

    trash_sessions(year.database, [year.sessions[2]])
    assert tonight(year).last_on == date(2026, 5, 12)


def test_as_much_is_asked_for_whatever_happened(year: ClubYear) -> None:
    few = queries_of(lambda: tonight(year))
    before = len(tonight(year).lines)
    more_happens(year)
    many = queries_of(lambda: tonight(year))
    assert len(tonight(year).lines) > before
    assert len(many) == len(few)
