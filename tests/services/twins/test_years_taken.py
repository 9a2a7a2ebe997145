"""What only the other version knows of consortia comes over, and nothing is written over."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from kdc_desktop.domain.visions.states import Engagement
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Asking,
    Commitment,
    Consortium,
    Member,
    Organisation,
    Position,
    Pulse,
    PulseAnswer,
    SignOfLife,
    Vision,
)
from kdc_desktop.services.consortia.forming import let_go
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.consortia.signs import write_sign_of_life
from kdc_desktop.services.twins.rows import TakenOver
from kdc_desktop.services.twins.taking_over import take_over_from
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.commitments import commit, fulfil_commitment
from kdc_desktop.services.visions.estimates import set_estimate
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.checking import check_database
from tests.rooms.poll_room import EVENING
from tests.rooms.twin_clubs import differences
from tests.rooms.workbook_room import an_evening
from tests.rooms.years_room import HIDDEN, live_on
from tests.storage.places import dump


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


def take_all(here: Database, there: Database) -> TakenOver:
    chosen = [one for one in differences(here, there) if one.can_be_taken]
    return take_over_from(here, there.path, chosen)


def said(database: Database, column) -> list[object]:
    with database.read() as snapshot:
        return list(snapshot.scalars(select(column).order_by(column)))


def asked_again(database: Database, evening, level: int) -> int:
    asking = open_asking(database, evening.consortium_id)
    take_position(database, evening.versions[1], evening.members[1], level)
    return asking


def instead(here: Database, there: Database, table: str) -> list[str]:
    return [one.instead for one in differences(here, there) if one.table == table]


def test_versions_answers_promises_and_signs_come_with_numbers_of_their_own(twins) -> None:
    evening, here, there = twins
    write_sign_of_life(here, evening.consortium_id, "A tyre is flat", "Aino")
    reveal(here, asked_again(here, evening, 3))
    reveal(there, asked_again(there, evening, 7))
    third = save_version(there, evening.consortium_id, "Three bikes in every yard")
    asking = open_asking(there, evening.consortium_id)
    take_position(there, third, evening.members[0], 6, "At last")
    reveal(there, asking)
    commit(there, evening.members[2], "A pump", None)
    write_sign_of_life(there, evening.consortium_id, "The first trailer", "Eero")
    fulfil_commitment(there, 1)
    before = dump(here.path)
    take_all(here, there)
    assert said(here, Vision.number) == [1, 2, 3]
    assert said(here, SignOfLife.text) == ["A tyre is flat", "The first trailer"]
    assert "A pump" in said(here, Commitment.what)
    with here.read() as snapshot:
        again = snapshot.execute(
            select(Position.level, Asking.revealed_at)
            .join(Asking, Asking.id == Position.asking_id)
            .where(Asking.id > 2)
            .order_by(Position.level)
        ).all()
        assert [level for level, revealed in again if revealed] == [3, 6, 7]
        assert snapshot.get_one(Commitment, 1).done_at is not None
    assert check_database(here.path) == []
    here.undo()
    assert dump(here.path) == before


def test_a_project_that_is_only_there_comes_whole_and_once(twins) -> None:
    evening, here, there = twins
    live_on_there = live_on(_in(evening, there))
    assert live_on_there.session_id
    for _time in range(2):
        take_all(here, there)
    assert said(here, Consortium.name).count("Waste heat") == 1
    with here.read() as snapshot:
        project = snapshot.scalars(select(Consortium).where(Consortium.name == "Waste heat")).one()
        members = snapshot.scalars(select(Member).where(Member.consortium_id == project.id)).all()
        assert len(members) == len(_members_there(there))
    assert HIDDEN not in said(here, Position.reason)
    assert said(here, PulseAnswer.step) == said_revealed(there)
    assert check_database(here.path) == []


def _in(evening, database):
    return replace(evening, room=replace(evening.room, database=database))


def _members_there(there: Database) -> list[int]:
    with there.read() as snapshot:
        found = select(Member.id).join(Consortium).where(Consortium.name == "Waste heat")
        return list(snapshot.scalars(found))


def said_revealed(there: Database) -> list[int]:
    with there.read() as snapshot:
        found = select(PulseAnswer.step).join(Pulse).where(Pulse.revealed_at.is_not(None))
        return sorted(snapshot.scalars(found))


def test_a_member_comes_with_its_organisation_and_department_by_name(twins) -> None:
    _evening, here, there = twins
    with there.edit(lazy("Somebody new")) as edit:
        new = Organisation(name="Nova Oy", sector="C")
        edit.add(new)
        edit.flush()
        edit.add(Member(consortium_id=1, organisation_id=new.id, joined_at=EVENING))
    chosen = [one for one in differences(here, there) if one.table == "member"]
    assert take_over_from(here, there.path, chosen).count == 1
    assert "Nova Oy" in said(here, Organisation.name)


def test_where_both_have_said_it_a_sentence_says_what_to_do_and_nothing_is_written_over(
    twins,
) -> None:
    evening, here, there = twins
    for database, text in ((here, "Ours"), (there, "Theirs")):
        save_version(database, evening.consortium_id, text)
    set_estimate(there, evening.members[0], Engagement.NEUTRAL, Engagement.LEADING)
    ours, theirs = instead(here, there, "vision")
    assert (ours, theirs) == (
        "",
        "Both have this version in words of their own. Write the next one here.",
    )
    assert instead(here, there, "estimate") == [
        "It is for your eyes only. Note it here again, where it still holds."
    ]
    take_all(here, there)
    assert "Theirs" not in said(here, Vision.text)


def test_nothing_is_asked_of_two_at_once_and_nothing_comes_before_its_reveal(twins) -> None:
    evening, here, there = twins
    asking = asked_again(there, evening, 7)
    assert instead(here, there, "asking") == ["Reveal its answers there first, then compare again."]
    reveal(there, asking)
    asked_again(here, evening, 2)
    assert instead(here, there, "asking") == [
        "",
        "Reveal what is asked here first, or call it off, then compare again.",
    ]


def test_letting_go_there_is_letting_go_here(twins) -> None:
    evening, here, there = twins
    let_go(there, evening.consortium_id, "Aino")
    chosen = [one for one in differences(here, there) if one.table == "consortium_step"]
    take_over_from(here, there.path, chosen)
    with here.read() as snapshot:
        assert snapshot.get_one(Consortium, evening.consortium_id).let_go_at is not None


def test_a_project_of_two_names_is_told_of_each(twins) -> None:
    _evening, here, there = twins
    for database, name in ((here, "Sun"), (there, "Wind")):
        add_project(database, NewProject(name))
    take_all(here, there)
    assert {"Sun", "Wind"} <= set(said(here, Consortium.name))
