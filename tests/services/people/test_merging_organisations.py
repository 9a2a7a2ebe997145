"""Two organisations become one, with all that either of them has."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Member, OpenRole, Organisation, Person, Position, Reading
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import people, questions
from kdc_desktop.services.people.merging import (
    MergePreview,
    merge_organisations,
    preview_of_organisations,
)
from kdc_desktop.services.people.rows import OrganisationRow
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.consortium_ledger import consortium_ledger
from kdc_desktop.services.visions.ledger_rows import LedgerAnswer
from kdc_desktop.services.visions.ledgers import read_ledgers
from kdc_desktop.services.visions.positions import HowAnswered, clear_position, take_position
from kdc_desktop.services.visions.readings import set_reading
from tests.rooms.known_people import somebody
from tests.rooms.statements import queries_of
from tests.rooms.two_of_one import TwoOrganisations, call, two_organisations, with_parts
from tests.rooms.vision_pages import vision_page
from tests.storage.places import dump


@pytest.fixture
def two(tmp_path: Path) -> Iterator[TwoOrganisations]:
    made = two_organisations(tmp_path / "club.kdc")
    yield made
    made.database.close()


def merge(two: TwoOrganisations, sector: str | None = None) -> None:
    merge_organisations(two.database, two.gone, two.stays, PEOPLE.organisation_merges, sector)


def preview(two: TwoOrganisations) -> MergePreview:
    return preview_of_organisations(two.database, two.gone, two.stays, PEOPLE.organisation_merges)


def row(two: TwoOrganisations) -> OrganisationRow:
    (found,) = (one for one in questions.organisations(two.database) if one.id == two.stays)
    return found


def test_people_and_departments_come_along_and_those_of_one_name_are_one(
    two: TwoOrganisations,
) -> None:
    roads, water = with_parts(two.database, two.gone, "Roads", "Water")
    (own,) = with_parts(two.database, two.stays, " roads ")
    aino = people.add_person(two.database, "Aino", organisation_id=two.gone, department_id=roads)
    bo = people.add_person(two.database, "Bo", organisation_id=two.gone, department_id=water)
    assert preview(two).told[:3] == (
        "2 people come along.",
        "1 department comes along.",
        "Both have roads: it becomes one department.",
    )
    merge(two)
    assert (row(two).people, row(two).departments) == (2, ("roads", "Water"))
    assert [somebody(two.database, key).department_id for key in (aino, bo)] == [own, water]


def test_the_name_that_goes_and_its_notes_are_noted(two: TwoOrganisations) -> None:
    call(two.database, two.gone, notes="Calls on Mondays")
    call(two.database, two.stays, notes="Insures bikes")
    merge(two)
    assert row(two).notes == "Insures bikes\nAlso known as Harbour Mobility.\nCalls on Mondays"


def test_both_answers_to_one_asking_are_kept_and_the_later_stands(two: TwoOrganisations) -> None:
    two.ask([(two.stays_member, 3), (two.gone_member, 7)])
    assert (
        "Both have answered 1 asking: both answers are kept, the later one stands."
        in preview(two).told
    )
    merge(two)
    with two.database.read() as snapshot:
        answers = snapshot.scalars(
            select(Position.level).where(Position.member_id == two.stays_member)
        )
        assert sorted(answers) == [3, 7]
        (ledger,) = read_ledgers(snapshot, [two.room.consortium_id]).values()
    assert ledger.stood[two.stays_member, two.vision].level == 7


@pytest.mark.parametrize("told", [False, True], ids=["facilitator", "others"])
@pytest.mark.parametrize("later", [AnswerWay.KIOSK, AnswerWay.HAND])
def test_of_an_answer_by_hand_and_one_at_the_kiosk_the_later_stands(
    two: TwoOrganisations, later: AnswerWay, told: bool
) -> None:
    two.ask([(two.stays_member, 4)])
    asking = open_asking(two.database, two.room.consortium_id, two.room.session_id)
    first = AnswerWay.HAND if later is AnswerWay.KIOSK else AnswerWay.KIOSK
    both = (two.stays_member, 2, first), (two.gone_member, 8, later)
    for member_id, level, way in both:
        two.clock.time += timedelta(minutes=1)
        take_position(two.database, two.vision, member_id, level, how=HowAnswered(way=way))
    merge(two)
    cell = two.stays_member, two.vision
    is_hidden = told or later is AnswerWay.KIOSK
    with two.database.read() as snapshot:
        (ledger,) = read_ledgers(snapshot, [two.room.consortium_id], told=told).values()
    assert (cell in ledger.hidden) is is_hidden
    assert ledger.stood[cell].level == (4 if is_hidden else 8)
    assert ((*cell, asking) in ledger.given) is not is_hidden
    if not told:
        full = vision_page(two.database, two.room.consortium_id)
        said = full.said(*cell)
        assert (said and said.level) == (None if is_hidden else 8)
        rows = consortium_ledger(two.database, two.room.consortium_id).rows
        assert 2 not in [answer.level for row in rows for _at, answer in row.answers]
    reveal(two.database, asking)
    answers = consortium_answers(two)
    assert {2, 8} <= {one.level for one in answers}, "both are kept"
    assert vision_page(two.database, two.room.consortium_id).positions[cell].level == 8


def consortium_answers(two: TwoOrganisations) -> list[LedgerAnswer]:
    return [*consortium_ledger(two.database, two.room.consortium_id).answers.values()]


def test_who_has_not_answered_after_all_has_no_answer_of_either(two: TwoOrganisations) -> None:
    open_asking(two.database, two.room.consortium_id, two.room.session_id)
    for member_id, level in ((two.gone_member, 3), (two.stays_member, 6)):
        take_position(two.database, two.vision, member_id, level)
    merge(two)
    clear_position(two.database, two.vision, two.stays_member)
    with two.database.read() as snapshot:
        assert snapshot.scalars(select(Position.id)).all() == []
    two.database.undo()
    with two.database.read() as snapshot:
        assert [*snapshot.scalars(select(Position.level).order_by(Position.id))] == [3, 6]


def test_of_both_members_the_earlier_joining_and_the_role_that_does_more_count(
    two: TwoOrganisations,
) -> None:
    merge(two)
    with two.database.read() as snapshot:
        member = snapshot.get_one(Member, two.stays_member)
        assert member.role is MemberRole.LEAD
        assert snapshot.get(Member, two.gone_member) is None


def test_both_readings_of_a_version_stand_in_one(two: TwoOrganisations) -> None:
    set_reading(two.database, two.vision, two.gone_member, "Fewer vans.")
    set_reading(two.database, two.vision, two.stays_member, "Fewer claims.")
    merge(two)
    with two.database.read() as snapshot:
        (text,) = snapshot.scalars(select(Reading.text))
    assert text == "Fewer claims.\n\nFewer vans."


def test_two_readings_too_long_for_one_are_told_before(two: TwoOrganisations) -> None:
    for member_id, letter in ((two.gone_member, "a"), (two.stays_member, "b")):
        set_reading(two.database, two.vision, member_id, letter * 15_000)
    before = dump(two.database.path)
    with pytest.raises(UserError, match="What version 1 means for both is too long"):
        merge(two)
    assert dump(two.database.path) == before


def test_a_role_that_it_filled_stays_filled(two: TwoOrganisations) -> None:
    with two.database.edit(lazy("Filled a role")) as edit:
        edit.add(
            OpenRole(
                consortium_id=two.room.consortium_id,
                title="Workshop",
                filled_by_id=two.gone_member,
            )
        )
    commit(two.database, two.gone_member, "Ten bikes", None)
    merge(two)
    with two.database.read() as snapshot:
        assert snapshot.scalar(select(OpenRole.filled_by_id)) == two.stays_member


def test_who_handed_over_to_the_other_has_not_left(two: TwoOrganisations) -> None:
    leave(two.database, two.gone_member, two.stays_member, "Merged")
    merge(two)
    with two.database.read() as snapshot:
        (ledger,) = read_ledgers(snapshot, [two.room.consortium_id]).values()
    assert [one.has_left for one in ledger.members if one.id == two.stays_member] == [False]


def test_where_both_have_left_they_have_left_once(two: TwoOrganisations) -> None:
    from kdc_desktop.services.consortia.leaving import come_back

    for member_id in (two.gone_member, two.stays_member):
        two.clock.days(1)
        leave(two.database, member_id)
    merge(two)
    come_back(two.database, two.stays_member)
    with two.database.read() as snapshot:
        (ledger,) = read_ledgers(snapshot, [two.room.consortium_id]).values()
    assert [one.has_left for one in ledger.members if one.id == two.stays_member] == [False]


def test_different_sectors_are_asked_about(two: TwoOrganisations) -> None:
    call(two.database, two.gone, sector="P")
    assert preview(two).sectors == ("C", "P")
    with pytest.raises(UserError, match="They count in different sectors"):
        merge(two)
    with pytest.raises(UserError, match="Choose the sector"):
        merge(two, "X")
    merge(two, "P")
    assert row(two).sector == "P"


@pytest.mark.parametrize(
    ("gone", "stays", "counts"),
    [
        (("P", False), ("?", False), ("P", False)),
        (("?", False), ("P", True), ("P", True)),
        (("P", False), ("C", True), ("P", False)),
        (("P", True), ("C", False), ("C", False)),
        (("C", False), ("C", True), ("C", False)),
        (("C", True), ("C", True), ("C", True)),
    ],
)
def test_a_sector_that_was_said_counts_more_than_one_that_was_guessed(
    two: TwoOrganisations,
    gone: tuple[str, bool],
    stays: tuple[str, bool],
    counts: tuple[str, bool],
) -> None:
    for key, (sector, guessed) in ((two.gone, gone), (two.stays, stays)):
        call(two.database, key, sector=sector, sector_guessed=guessed)
    assert preview(two).sectors == ()
    merge(two)
    with two.database.read() as snapshot:
        found = snapshot.get_one(Organisation, two.stays)
        assert (found.sector, found.sector_guessed) == counts


def test_one_undo_takes_all_of_it_back(two: TwoOrganisations) -> None:
    two.ask([(two.stays_member, 3), (two.gone_member, 7)])
    before = dump(two.database.path)
    merge(two)
    step, _redo = two.database.next_steps()
    assert step is not None
    assert str(step.label) == "Merged Harbour Mobility into North Insurance"
    two.database.undo()
    assert dump(two.database.path) == before


def test_what_cannot_be_merged_is_a_sentence(two: TwoOrganisations) -> None:
    trails = PEOPLE.organisation_merges
    with pytest.raises(UserError, match="That is one organisation"):
        merge_organisations(two.database, two.stays, two.stays, trails)
    merge(two)
    with pytest.raises(UserError, match="One of the two is not in the file any more"):
        merge(two)
    assert preview(two).problem.startswith("One of the two is not in the file any more")


def test_it_asks_no_more_of_many_than_of_one(two: TwoOrganisations) -> None:
    one = len(queries_of(lambda: merge(two)))
    two.database.undo()
    for _each in range(40):
        people.add_person(two.database, "Aino", organisation_id=two.gone)
    two.ask([(two.stays_member, 3), (two.gone_member, 7)])
    many = len(queries_of(lambda: merge(two)))
    assert many <= one + 3
    with two.database.read() as snapshot:
        at_it = select(func.count()).where(Person.organisation_id == two.stays)
        assert snapshot.scalar(at_it) == 40
