"""What comes from another version fits what has been said here meanwhile."""

import shutil
from datetime import timedelta

import pytest
from sqlalchemy import select

from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.model import Department, Leaving, Member, Reservation
from kdc_desktop.services.consortia.joining import Joiner, join
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import merging, organisations
from kdc_desktop.services.twins.taking_over import take_over_from
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.checking import check_database
from tests.rooms.poll_room import EVENING
from tests.rooms.twin_clubs import differences
from tests.rooms.workbook_room import an_evening

WORRY = "Who cleans?"


@pytest.fixture
def twins(tmp_path):
    evening = an_evening(tmp_path / "here.kdc")
    here = evening.room.database
    here.settle()
    shutil.copyfile(here.path, tmp_path / "there.kdc")
    there = open_database(tmp_path / "there.kdc", lambda: EVENING + timedelta(days=1))
    yield evening, here, there
    here.close()
    there.close()


def take_all(here: Database, there: Database) -> None:
    chosen = [one for one in differences(here, there) if one.can_be_taken]
    take_over_from(here, there.path, chosen)


@pytest.mark.parametrize("merged", ["there", "here"])
def test_a_member_comes_with_a_department_of_its_own_organisation_or_with_none(
    tmp_path, merged
) -> None:
    here = open_database(tmp_path / "here.kdc", lambda: EVENING)
    city = organisations.add_organisation(here, "City", "P")
    parks = organisations.add_department(here, city, "Parks")
    region = organisations.add_organisation(here, "Region", "P")
    project = add_project(here, NewProject("Bench"))
    here.settle()
    shutil.copyfile(here.path, tmp_path / "there.kdc")
    there = open_database(tmp_path / "there.kdc", lambda: EVENING + timedelta(hours=1))
    one = there if merged == "there" else here
    merging.merge_organisations(one, city, region, PEOPLE.organisation_merges, "P")
    join(there, project, Joiner(region if merged == "there" else city, parks))
    for _time in range(2):
        take_all(here, there)
    with here.read() as snapshot:
        member = snapshot.scalars(select(Member)).one()
        assert member.organisation_id == region
        if member.department_id is not None:
            department = snapshot.get_one(Department, member.department_id)
            assert department.organisation_id == member.organisation_id
        assert (member.department_id is None) == (merged == "there")
    assert check_database(here.path) == []
    here.close()
    there.close()


def test_a_reservation_noted_by_a_call_comes_once_when_nothing_is_asked_here(twins) -> None:
    evening, here, there = twins
    asking = open_asking(here, evening.consortium_id, 1)
    version, member = evening.versions[-1], evening.members[1]
    by_call = HowAnswered(way=AnswerWay.CALL)
    take_position(there, version, member, 3, concern=Concern(WORRY), how=by_call)
    found = [one for one in differences(here, there) if one.table == "reservation"]
    assert [(one.can_be_taken, one.instead) for one in found] == [
        (False, "Reveal what is asked here first, or call it off, then compare again.")
    ]
    take_position(here, version, evening.members[0], 6)
    reveal(here, asking)
    for _time in range(3):
        take_all(here, there)
    with here.read() as snapshot:
        minded = snapshot.scalars(select(Reservation).where(Reservation.text == WORRY)).all()
        assert len(minded) == 1


def test_two_members_never_hand_over_to_each_other(twins) -> None:
    evening, here, there = twins
    first, second, *_rest = evening.members
    leave(here, first, second)
    leave(there, second, first)
    (found,) = (
        one
        for one in differences(here, there)
        if one.table == "leaving" and one.title and one.there
    )
    assert not found.can_be_taken
    assert found.instead == (
        "Who took over has left here. Say here that it left, and who takes over."
    )
    take_all(here, there)
    with here.read() as snapshot:
        rows = snapshot.execute(select(Leaving.member_id, Leaving.handed_to_id))
        assert [tuple(row) for row in rows] == [(first, second)]
