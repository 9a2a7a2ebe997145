"""What both have added is the same by what it belongs to, whatever that is called in each."""

import pytest
from sqlalchemy import Table, UniqueConstraint, select

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.visions.states import Served
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Base,
    Commitment,
    Consortium,
    Department,
    Member,
    Organisation,
    Session,
    Stake,
    StakeServed,
    TakenUp,
    Winner,
)
from kdc_desktop.services.consortia.kept import settled_consortia
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people.merging import merge_organisations
from kdc_desktop.services.people.merging_people import merge_people
from kdc_desktop.services.people.people import add_person
from kdc_desktop.services.twins.meeting import ONLY_ONE
from kdc_desktop.services.twins.rows import Fate
from kdc_desktop.services.twins.words import KINDS, links_of
from kdc_desktop.services.twins.years import TABLES
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage import Database
from kdc_desktop.storage.checking import check_database
from tests.rooms.parted_years import parted_years, said, take_all
from tests.rooms.poll_room import EVENING
from tests.rooms.twin_clubs import differences


@pytest.fixture
def twins(tmp_path):
    with parted_years(tmp_path) as found:
        yield found


def call(database: Database, entity: type[Base], key: int, name: str) -> None:
    with database.edit(lazy("Called otherwise")) as edit:
        setattr(edit.get_one(entity, key), "title" if entity is Session else "name", name)


def join(database: Database, consortium_id: int, organisation_id: int, **more) -> int:
    with database.edit(lazy("Somebody new")) as edit:
        member = Member(
            consortium_id=consortium_id, organisation_id=organisation_id, joined_at=EVENING, **more
        )
        edit.add(member)
        edit.flush()
        return member.id


def places_of(table: Table) -> set[str]:
    """The columns of all places of which a table has only one."""
    found = [one for one in table.constraints if isinstance(one, UniqueConstraint)]
    indexes = [one for one in table.indexes if one.unique]
    return {column.name for place in found for column in place.columns} | {
        column.name for place in indexes for column in place.columns
    }


def test_every_place_of_the_years_that_only_one_row_may_have_is_known() -> None:
    tables = {name: places_of(Base.metadata.tables[name]) for name in TABLES}
    found = {name: names for name, names in tables.items() if names}
    assert found == {name: set(names) for name, names in ONLY_ONE.items()}


def test_what_a_row_is_told_apart_by_is_known_before_it() -> None:
    seen: set[str] = set()
    for kind in KINDS:
        links = links_of(kind.entity.__table__)
        assert {links[name] for name in kind.title if name in links} <= seen | {kind.table}
        seen.add(kind.table)


@pytest.mark.parametrize("renamed", ["consortium", "session"])
def test_what_both_take_up_is_no_news_when_one_has_renamed_it(twins, renamed) -> None:
    consortium_id = twins.evening.consortium_id
    entity, key = {
        "consortium": (Consortium, consortium_id),
        "session": (Session, twins.session_id),
    }[renamed]
    call(twins.there, entity, key, "Another name")
    for database in twins.both:
        take_up(database, twins.session_id, consortium_id)
    assert "taken_up" not in {one.table for one in differences(twins.here, twins.there)}
    take_all(twins.here, twins.there)
    assert len(said(twins.here, TakenUp.id)) == 1
    assert check_database(twins.here.path) == []


@pytest.mark.parametrize("side", [0, 1])
def test_a_member_of_both_is_no_news_when_one_has_renamed_the_organisation(twins, side) -> None:
    call(twins.both[side], Organisation, twins.organisation_id, "Nova Ltd")
    for database in twins.both:
        join(database, twins.evening.consortium_id, twins.organisation_id)
    before = len(said(twins.here, Member.id))
    take_all(twins.here, twins.there)
    assert len(said(twins.here, Member.id)) == before
    assert check_database(twins.here.path) == []


def test_an_organisation_of_a_name_that_is_here_is_that_one_and_so_is_its_member(twins) -> None:
    """Here it has got the name that there somebody else has."""
    consortium_id = twins.evening.consortium_id
    call(twins.here, Organisation, twins.organisation_id, "Sol Oy")
    join(twins.here, consortium_id, twins.organisation_id)
    with twins.there.edit(lazy("A new one")) as edit:
        (new,) = edit.add_rows(Organisation, [{"name": "SOL OY", "sector": "C"}])
    member = join(twins.there, consortium_id, new)
    commit(twins.there, member, "Panels", None)
    before = len(said(twins.here, Member.id))
    take_all(twins.here, twins.there)
    assert len(said(twins.here, Member.id)) == before
    assert "Panels" in said(twins.here, Commitment.what)
    assert (
        len(
            [
                name
                for name in said(twins.here, Organisation.name)
                if normalise(str(name)) == "sol oy"
            ]
        )
        == 1
    )
    assert check_database(twins.here.path) == []


def test_two_members_there_that_are_one_here_come_as_one(twins) -> None:
    with twins.there.edit(lazy("Twice")) as edit:
        new = edit.add_rows(
            Organisation, [{"name": name, "sector": "C"} for name in ("Sol", "SOL")]
        )
    for place, organisation_id in enumerate(new):
        member = join(twins.there, twins.evening.consortium_id, organisation_id)
        commit(twins.there, member, f"Panels {place}", None)
    take_all(twins.here, twins.there)
    assert (
        len([name for name in said(twins.here, Organisation.name) if name in ("Sol", "SOL")]) == 1
    )
    assert {"Panels 0", "Panels 1"} <= set(said(twins.here, Commitment.what))
    assert check_database(twins.here.path) == []


def test_a_new_organisation_comes_once_with_its_people_members_and_departments(twins) -> None:
    with twins.there.edit(lazy("A new one")) as edit:
        (new,) = edit.add_rows(Organisation, [{"name": "Sol Oy", "sector": "C", "notes": "Roofs"}])
        (part,) = edit.add_rows(Department, [{"organisation_id": new, "name": "Panels"}])
    add_person(twins.there, "Saara Sol", organisation_id=new)
    join(twins.there, twins.evening.consortium_id, new, department_id=part)
    for _time in range(2):
        take_all(twins.here, twins.there)
    assert said(twins.here, Organisation.name).count("Sol Oy") == 1
    assert said(twins.here, Department.name).count("Panels") == 1
    assert "Roofs" in said(twins.here, Organisation.notes)
    assert check_database(twins.here.path) == []


def test_a_winner_has_one_consortium_whatever_each_has_called_it(twins) -> None:
    session_id = twins.evening.room.session_id
    ids = {}
    for database, name in zip(twins.both, ("Sun here", "Sun there"), strict=True):
        with database.edit(lazy("A winner and its consortium")) as edit:
            winner = Winner(session_id=session_id, title="Sun", place_in_order=7)
            edit.add(winner)
            edit.flush()
            said_of_it = {"session_id": session_id, "winner_id": winner.id, "name": name}
            one = Consortium(**said_of_it, place_in_order=8, created_at=EVENING)
            edit.add(one)
            edit.flush()
            ids[name] = one.id
    member = join(twins.there, ids["Sun there"], twins.organisation_id)
    commit(twins.there, member, "Panels", None)
    (told,) = (one for one in differences(twins.here, twins.there) if one.table == "consortium")
    assert (told.fate, told.here, told.there) == (Fate.CHANGED_BOTH, "Sun here", "Sun there")
    take_all(twins.here, twins.there)
    assert said(twins.here, Consortium.name).count("Sun there") == 1
    with twins.here.read() as snapshot:
        shown = {one.id for one in settled_consortia(snapshot, session_id).values()}
    assert ids["Sun here"] in shown
    assert "Panels" in said(twins.here, Commitment.what)
    assert check_database(twins.here.path) == []


def test_a_consortium_of_a_winner_that_is_only_there_comes_with_it_and_is_shown(twins) -> None:
    session_id = twins.evening.room.session_id
    with twins.there.edit(lazy("A winner and its consortium")) as edit:
        winner = Winner(session_id=session_id, title="Wind", place_in_order=7)
        edit.add(winner)
        edit.flush()
        said_of_it = {"session_id": session_id, "winner_id": winner.id, "name": "Wind"}
        edit.add(Consortium(**said_of_it, place_in_order=8, created_at=EVENING))
    for _time in range(2):
        take_all(twins.here, twins.there)
    with twins.here.read() as snapshot:
        shown = [one.name for one in settled_consortia(snapshot, session_id).values()]
    assert shown.count("Wind") == 1
    assert said(twins.here, Winner.title).count("Wind") == 1


def test_what_both_added_and_told_otherwise_is_told_of_both(twins) -> None:
    member, (version, *_later) = twins.evening.members[0], twins.evening.versions
    for database, served in zip(twins.both, (Served.NOT, Served.PARTLY), strict=True):
        with database.edit(lazy("A stake")) as edit:
            stake = Stake(member_id=member, text="Dry bicycles", created_at=EVENING)
            edit.add(stake)
            edit.flush()
            edit.add(StakeServed(stake_id=stake.id, vision_id=version, served=served))
    (one,) = differences(twins.here, twins.there)
    assert (one.table, one.fate) == ("stake_served", Fate.CHANGED_BOTH)
    assert (one.can_be_taken, one.instead) == (False, "Say here what holds now.")


def test_the_same_person_of_both_is_told_with_what_each_has_noted(twins) -> None:
    for database, notes in zip(twins.both, ("Vegan", "Allergic to nuts"), strict=True):
        add_person(database, "Saara Sol", email="saara@example.org", notes=notes)
    (one,) = differences(twins.here, twins.there)
    assert (one.fate, one.here, one.there) == (
        Fate.CHANGED_BOTH,
        "Notes: Vegan",
        "Notes: Allergic to nuts",
    )
    take_all(twins.here, twins.there)
    assert differences(twins.here, twins.there) == []


def test_what_is_of_two_that_one_side_made_one_comes_once_in_both_directions(twins) -> None:
    city, harbour = twins.evening.members[1], twins.evening.members[0]
    with twins.here.read() as snapshot:
        gone, stays = (snapshot.get_one(Member, key).organisation_id for key in (city, harbour))
    merge_organisations(twins.here, gone, stays, PEOPLE.organisation_merges, sector="C")
    commit(twins.there, city, "A pump", None)
    take_all(twins.here, twins.there)
    with twins.here.read() as snapshot:
        found = select(Commitment.member_id).where(Commitment.what == "A pump")
        assert snapshot.scalars(found).all() == [harbour]
    take_all(twins.there, twins.here)
    assert said(twins.there, Commitment.what).count("A pump") == 1
    tables = {one.table for one in differences(twins.there, twins.here)}
    assert tables <= {"organisation", "member"}
    for database in twins.both:
        database.settle()
        assert check_database(database.path) == []


def test_of_two_people_whom_one_side_made_one_what_is_said_is_told_of_the_one(twins) -> None:
    gone, stays = twins.evening.room.people[5:7]
    merge_people(twins.there, gone, stays, PEOPLE.people_merges)
    told = [one for one in differences(twins.here, twins.there) if one.table == "person"]
    assert [one.key for one in told] == [stays]


def test_a_version_that_both_have_is_said_before_what_would_not_help(twins) -> None:
    consortium_id, member = twins.evening.consortium_id, twins.evening.members[1]
    askings = []
    for database, text in zip(twins.both, ("Ours", "Theirs"), strict=True):
        version = save_version(database, consortium_id, text)
        askings.append(open_asking(database, consortium_id))
        take_position(database, version, member, 4)
    reveal(twins.there, askings[-1])
    told = {
        one.instead
        for one in differences(twins.here, twins.there)
        if one.table in ("asking", "vision") and one.fate is Fate.ADDED_THERE
    }
    assert told == {"Both have this version in words of their own. Write the next one here."}
