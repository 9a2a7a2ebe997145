"""Numbers count what the club still knows and still expects, wherever they are told."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, Member, Organisation, Session
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.joined.home import HOME
from kdc_desktop.services.sessions.planning import trash_sessions
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.since import since
from tests.rooms.club_year import EVENINGS, ClubYear, make_year

Told = tuple[int, int, str, int, int, int]


@pytest.fixture
def year(tmp_path: Path) -> Iterator[ClubYear]:
    made = make_year(tmp_path / "club.kdc")
    yield made
    made.database.close()


def told(year: ClubYear) -> Told:
    room = since(year.database, year.sessions[-1])
    home = HOME.told(year.database, (), None).year
    return (room.kept, room.promised, room.joined, home.kept, home.promised, home.first_meetings)


def test_nothing_of_an_evening_in_the_trash_counts(year: ClubYear) -> None:
    before = told(year)
    with year.database.edit(lazy("A trial")) as edit:
        trial = Session(title="Trial", starts_at=EVENINGS[1])
        hosts = [Organisation(name=name, sector="R") for name in ("Trial yard", "Trial house")]
        edit.add_all([trial, *hosts])
        edit.flush()
        now = year.clock()
        tried = Consortium(session_id=trial.id, name="Trial", place_in_order=9, created_at=now)
        edit.add(tried)
        edit.flush()
        members = [
            Member(
                consortium_id=tried.id,
                organisation_id=host.id,
                role=MemberRole.PARTNER,
                joined_at=now,
            )
            for host in hosts
        ]
        edit.add_all(members)
        edit.flush()
        member_id, trial_id = members[0].id, trial.id
    commit(year.database, member_id, "A trial", date(2026, 11, 1))
    assert told(year) != before
    trash_sessions(year.database, [trial_id])
    assert told(year) == before


def test_what_a_stopped_consortium_has_not_done_is_not_expected_any_more(year: ClubYear) -> None:
    kept, promised, _joined, kept_in_year, promised_in_year, _met = told(year)
    say_state(year.database, year.consortia["Yard bikes"], ConsortiumState.STOPPED)
    after = told(year)
    assert (after[0], after[1]) == (kept, promised - 1)
    assert (after[3], after[4]) == (kept_in_year, promised_in_year - 1)
