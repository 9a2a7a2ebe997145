"""Pages of an evening that is over say the same a year later, but for what came since then."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.pages.kinds import BY_KEY
from kdc_desktop.domain.pages.values import Heading, PageTable
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import Base, Commitment, Member, OpenRole, Person, Reservation, Stake
from kdc_desktop.model.values import InstantInUtc
from kdc_desktop.services.consortia.forming import let_go
from kdc_desktop.services.consortia.joining import Joiner, join
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.consortia.roles import add_open_role, fill_open_role, set_role
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.sessions.agenda import close_session
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.visions.as_it_was import consortia_at
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.commitments import commit, fulfil_commitment
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.reservations import Concern, settle_reservation
from kdc_desktop.services.visions.scale import set_agreed_level
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.as_it_was import table_of
from tests.rooms.page_words import words_in
from tests.rooms.poll_room import EVENING
from tests.rooms.workbook_room import an_evening

BOTH = pytest.mark.parametrize("key", ["outcome", "minutes"])


@pytest.fixture
def over(tmp_path):
    """An evening that was closed, with another one planned; `days` later whatever is opened."""
    path = tmp_path / "club.kdc"
    evening = an_evening(path)
    evening.room.database.close()
    opened: list[Database] = []

    def at(days: float):
        while opened:
            opened.pop().close()
        opened.append(open_database(path, lambda: EVENING + timedelta(days=days)))
        return opened[0]

    database = at(0.1)
    starts = (EVENING + timedelta(days=90)).in_zone(laptop_zone())
    plan_session(database, "Spring evening", starts, templates()[0])
    close_session(database, evening.room.session_id)
    yield evening, at
    while opened:
        opened.pop().close()


def blocks(database, key, session_id=1) -> list:
    made = list(make_pages(database, BY_KEY[key], session_id).blocks)
    if (since := Heading("Since then")) in made:
        at = made.index(since)
        made[at : at + 2] = []  # and its list
    return made


def a_year_of_it(evening, at) -> None:
    """Whatever can happen to a consortium, between evenings and in the next one."""
    database = at(30)
    one, two, *_more, last = evening.members
    with database.read() as snapshot:
        promise = snapshot.scalar(select(Commitment.id))
        worry = snapshot.scalar(select(Reservation.id))
        role = snapshot.scalar(select(OpenRole.id))
        inside = set(snapshot.scalars(select(Member.person_id)))
        residents = snapshot.scalars(select(Person.id).where(Person.organisation_id.is_(None)))
        newcomer = next(one for one in residents if one not in inside)
    fulfil_commitment(database, promise)
    settle_reservation(database, worry, ReservationState.ADDRESSED, "The city pays")
    set_role(database, two, MemberRole.OBSERVER)
    join(database, evening.consortium_id, Joiner(person_id=newcomer))
    fill_open_role(database, role, one)
    add_open_role(database, evening.consortium_id, "An accountant", None)
    set_agreed_level(database, evening.consortium_id, 7)
    database = at(91)
    take_up(database, 2, evening.consortium_id)
    version = save_version(database, evening.consortium_id, "Nobody owns a car by May")
    asked = open_asking(database, evening.consortium_id, 2)
    for member_id in (one, last):
        take_position(database, version, member_id, 8, concern=Concern("Too soon?"))
    reveal(database, asked)
    commit(database, one, "A garage", None)
    leave(database, last, handed_to_id=one)
    with database.edit(lazy("At stake")) as edit:
        edit.add(Stake(member_id=one, text="Quiet", created_at=database.now()))
    let_go(at(360), evening.consortium_id)


@BOTH
def test_a_year_later_an_evening_that_is_over_is_told_as_it_was(over, key) -> None:
    evening, at = over
    told = blocks(at(0.2), key)
    a_year_of_it(evening, at)
    assert blocks(at(365), key) == told


@BOTH
def test_what_came_before_the_next_evening_is_set_apart(over, key) -> None:
    evening, at = over
    a_year_of_it(evening, at)
    made = list(make_pages(at(365), BY_KEY[key], 1).blocks)
    (since,) = words_in(made[made.index(Heading("Since then")) + 1])
    assert since == "03.12.2026: City, Transport kept its promise: Two yards."


def test_the_next_evening_tells_what_it_came_to(over) -> None:
    evening, at = over
    a_year_of_it(evening, at)
    words = "\n".join(words_in(make_pages(at(365), BY_KEY["outcome"], 2)))
    assert "Nobody owns a car by May" in words
    assert "A garage" in words


def test_an_evening_that_goes_on_is_told_as_it_is(over) -> None:
    evening, at = over
    a_year_of_it(evening, at)
    made = blocks(at(92), "minutes", 2)
    assert any("A garage" in str(one.rows) for one in made if isinstance(one, PageTable))


def test_whatever_keeps_when_it_came_is_read_as_it_was(over) -> None:
    """A table of consortia and visions that is left out would tell of today."""
    evening, at = over
    a_year_of_it(evening, at)
    known = {one.entity.__tablename__ for one in consortia_at(EVENING).tables}
    for mapper in Base.registry.mappers:
        table = table_of(mapper.class_)
        home = mapper.class_.__module__.rpartition(".")[2]
        dated = any(isinstance(column.type, InstantInUtc) for column in table.columns)
        if home in ("consortia", "visions") and dated and table.name != "estimate":
            assert table.name in known, f"{table.name} is read as it is now"


def test_nothing_is_read_that_came_later(over) -> None:
    evening, at = over
    a_year_of_it(evening, at)
    closed = EVENING + timedelta(days=0.1)
    with at(365).read(consortia_at(closed)) as snapshot:
        for one in consortia_at(closed).tables:
            for row in snapshot.scalars(select(one.entity)):
                said = (getattr(row, column.key) for column in row.__table__.columns)
                late = [value for value in said if isinstance(value, Instant) and value > closed]
                assert late == [], one.entity


def test_what_was_read_as_it_was_leaves_the_next_reader_alone(over) -> None:
    evening, at = over
    a_year_of_it(evening, at)
    database = at(365)
    with database.read() as snapshot:
        now = len(snapshot.scalars(select(Reservation)).all())
    with database.read(consortia_at(EVENING + timedelta(days=0.1))) as snapshot:
        assert len(snapshot.scalars(select(Reservation)).all()) < now
    with database.read() as snapshot:
        assert len(snapshot.scalars(select(Reservation)).all()) == now
