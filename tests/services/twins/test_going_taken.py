"""What a club has set going in the other version comes over, or a sentence says what to do."""

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.domain.offers.states import FitState, OfferEnd, OfferKind
from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Base,
    Consortium,
    Department,
    Gain,
    KeptApart,
    Obstacle,
    ObstacleStep,
    Offer,
    OfferMatch,
    Organisation,
    OrganisationInterest,
    Person,
    Seat,
    SeatingRound,
    SeatingTable,
    Winner,
)
from kdc_desktop.model.base import Word
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.joined.checks import FILE_CHECKS
from kdc_desktop.services.obstacles import going_on, noting
from kdc_desktop.services.obstacles.rows import ObstacleOwner
from kdc_desktop.services.offers.meeting_needs import say_they_do_not_fit
from kdc_desktop.services.people import people
from kdc_desktop.services.people.apart import keep_apart
from kdc_desktop.services.twins import words
from kdc_desktop.services.twins.rows import TwinNoun
from kdc_desktop.storage import Database
from kdc_desktop.storage.checking import check_database
from tests.rooms.parted_years import PartedYears, parted_years, said, take_all
from tests.rooms.poll_room import EVENING
from tests.rooms.twin_clubs import differences, told
from tests.storage.places import dump

LATER = EVENING + timedelta(days=1)


@pytest.fixture
def parted(tmp_path: Path) -> Iterator[PartedYears]:
    with parted_years(tmp_path) as made:
        yield made


def put(database: Database, *rows: Base) -> list[int]:
    with database.edit(lazy("Put rows")) as edit:
        edit.add_all(rows)
        edit.flush()
        return [row.id for row in rows]  # type: ignore[attr-defined]  # each has one


def rows_of(database: Database, entity: Any, *names: str) -> list[Any]:
    columns = [getattr(entity, name) for name in names]
    with database.read() as snapshot:
        return [tuple(row) for row in snapshot.execute(select(*columns).order_by(entity.id))]


def instead(parted: PartedYears, table: str) -> list[tuple[bool, str]]:
    found = [one for one in differences(*parted.both) if one.table == table]
    return [(one.can_be_taken, one.instead) for one in found]


def nothing_is_left(parted: PartedYears) -> None:
    assert check_database(parted.here.path, FILE_CHECKS) == []
    left = [one.title for one in differences(*parted.both) if one.can_be_taken]
    assert left == []


def test_a_consortium_comes_with_what_holds_it_back_and_what_it_gives_back(
    parted: PartedYears,
) -> None:
    here, there = parted.both
    add_project(here, NewProject("Sun"))
    add_project(there, NewProject("Wind"))
    group = there_called(there, Consortium, "Wind")
    nina = people.add_person(there, "Nina Nova")
    owner = ObstacleOwner(person_id=nina)
    new = noting.NewObstacle(ObstacleKind.PERMIT, "A permit", owner, "Ask the city")
    obstacle = noting.note_obstacle(there, group, new)
    going_on.hand_on(there, obstacle, ObstacleOwner(organisation_id=parted.organisation_id), "Aino")
    put(there, Gain(consortium_id=group, way=GainWay.GUESSED, minutes=7, people=90, at=LATER))
    before = dump(here.path)
    take_all(here, there)
    at = there_called(here, Consortium, "Wind")
    names = ("consortium_id", "text", "organisation_id", "owner_id", "next_step")
    assert rows_of(here, Obstacle, *names) == [
        (at, "A permit", parted.organisation_id, None, "Ask the city")
    ]
    assert len(rows_of(here, ObstacleStep, "id")) == 3
    assert rows_of(here, Gain, "consortium_id", "minutes", "people") == [(at, 7.0, 90)]
    assert "Nina Nova" in said(here, Person.name)
    nothing_is_left(parted)
    here.undo()
    assert dump(here.path) == before


def there_called(database: Database, entity: Any, name: str) -> int:
    with database.read() as snapshot:
        return int(snapshot.scalars(select(entity.id).where(entity.name == name)).one())


def test_an_obstacle_of_both_follows_from_the_steps_of_both(parted: PartedYears) -> None:
    here, there = parted.both
    group = parted.evening.consortium_id
    new = noting.NewObstacle(ObstacleKind.FUNDING, "Money")
    for database in parted.both:
        noting.note_obstacle(database, group, new)
    (obstacle,) = (key for (key,) in rows_of(there, Obstacle, "id"))
    going_on.set_next_step(here, obstacle, "Ask a bank", None)
    going_on.solve(there, obstacle, "The city pays")
    assert instead(parted, "obstacle") == [(False, "It follows from its steps. Take those over.")]
    take_all(here, there)
    assert len(rows_of(here, Obstacle, "id")) == 1
    assert rows_of(here, Obstacle, "next_step", "solved_at") == [("", LATER)]
    assert check_database(here.path, FILE_CHECKS) == []


def test_an_obstacle_handed_on_there_is_handed_on_here(parted: PartedYears) -> None:
    here, there = parted.both
    noting.note_obstacle(
        here, parted.evening.consortium_id, noting.NewObstacle(ObstacleKind.OTHER, "Time")
    )
    again = noting.NewObstacle(ObstacleKind.OTHER, "Time")
    key = noting.note_obstacle(there, parted.evening.consortium_id, again)
    going_on.hand_on(there, key, ObstacleOwner(organisation_id=parted.organisation_id))
    take_all(here, there)
    assert rows_of(here, Obstacle, "organisation_id") == [(parted.organisation_id,)]


def test_offers_come_with_who_made_them_and_what_they_met(parted: PartedYears) -> None:
    here, there = parted.both
    nina = people.add_person(there, "Nina Nova")
    (nova,) = put(there, Organisation(name="Moss Oy", sector="C"))
    (roads,) = put(there, Department(organisation_id=nova, name="Roads"))
    now = {"created_at": LATER}
    van, lift = put(
        there,
        Offer(
            kind=OfferKind.OFFER,
            text="A van",
            organisation_id=nova,
            department_id=roads,
            session_id=parted.session_id,
            **now,
        ),
        Offer(kind=OfferKind.NEED, text="A lift", person_id=nina, **now),
    )
    put(there, OfferMatch(offer_id=van, need_id=lift, at=LATER, note="On Monday"))
    chosen = [one for one in differences(here, there) if one.table == "offer"]
    assert [one.can_be_taken for one in chosen] == [True, True]
    first, *_rest = told(here, there, TwinNoun.OFFERS)
    assert first == ("added there", "A van · Offer · Moss Oy · Roads · Moss Oy")
    take_all(here, there)
    with here.read() as snapshot:
        found = snapshot.scalars(select(Offer).where(Offer.text == "A van")).one()
        department = snapshot.get_one(Department, found.department_id)
        assert department.name == "Roads"
        assert snapshot.get_one(Organisation, department.organisation_id).name == "Moss Oy"
        assert (found.organisation_id, found.session_id) == (
            department.organisation_id,
            parted.session_id,
        )
    assert rows_of(here, OfferMatch, "note") == [("On Monday",)]
    nothing_is_left(parted)


def test_what_was_said_there_not_to_fit_does_not_fit_here_either(parted: PartedYears) -> None:
    here, there = parted.both
    need = Offer(
        kind=OfferKind.NEED,
        text="A hall for us",
        organisation_id=parted.organisation_id,
        created_at=EVENING,
    )
    offered, needed = put(there, *an_offer(parted), need)
    say_they_do_not_fit(there, offered, needed, None)
    take_all(here, there)
    assert rows_of(here, OfferMatch, "state") == [(FitState.NO_FIT,)]
    nothing_is_left(parted)


def test_an_offer_that_both_noted_is_one_and_ends_as_it_ended_there(parted: PartedYears) -> None:
    here, there = parted.both
    (key,) = put(here, *an_offer(parted))
    (other,) = put(there, *an_offer(parted))
    with there.edit(lazy("Ended it")) as edit:
        one = edit.get_one(Offer, other)
        one.ended_at, one.end = LATER, OfferEnd.CAME_ABOUT
    take_all(here, there)
    assert rows_of(here, Offer, "id", "end") == [(key, OfferEnd.CAME_ABOUT)]
    nothing_is_left(parted)


def an_offer(parted: PartedYears) -> list[Base]:
    who = {"organisation_id": parted.organisation_id}
    return [Offer(kind=OfferKind.OFFER, text="A hall", created_at=EVENING, **who)]


def test_a_round_comes_with_its_tables_and_who_sat_there(parted: PartedYears) -> None:
    here, there = parted.both
    nina = people.add_person(there, "Nina Nova")
    (known, *_rest) = parted.evening.room.people
    seated(there, parted.session_id, nina, known)
    take_all(here, there)
    assert rows_of(here, SeatingRound, "session_id", "title") == [(parted.session_id, "First")]
    assert rows_of(here, SeatingTable, "topic", "met_at") == [("Yards", LATER)]
    with here.read() as snapshot:
        names = select(Person.name).join(Seat, Seat.person_id == Person.id).order_by(Seat.id)
        assert len(snapshot.scalars(names).all()) == 2
        assert "Nina Nova" in snapshot.scalars(names).all()
    nothing_is_left(parted)


def seated(database: Database, session_id: int, *who: int) -> None:
    (at,) = put(
        database,
        SeatingRound(
            session_id=session_id,
            kind=RoundKind.TOPICS,
            title="First",
            place_in_order=1,
            seats=4,
            made_at=LATER,
        ),
    )
    (table,) = put(
        database, SeatingTable(round_id=at, place_in_order=0, topic="Yards", met_at=LATER)
    )
    put(
        database,
        *(
            Seat(round_id=at, table_id=table, person_id=one, place_in_order=place)
            for place, one in enumerate(who)
        ),
    )


def test_nobody_is_seated_twice_in_one_round(parted: PartedYears) -> None:
    here, there = parted.both
    first, second = parted.evening.room.people[:2]
    for database, one in ((here, first), (there, second)):
        seated(database, parted.session_id, one)
    put(there, Seat(round_id=1, table_id=1, person_id=first, place_in_order=5))
    take_all(here, there)
    assert sorted(rows_of(here, Seat, "round_id", "person_id")) == [(1, first), (1, second)]


def test_who_is_kept_apart_and_what_organisations_want_stays_there(parted: PartedYears) -> None:
    here, there = parted.both
    first, second = parted.evening.room.people[:2]
    keep_apart(there, first, second, "They shouted.")
    with there.read() as snapshot:
        winner = snapshot.scalars(select(Winner)).first()
        assert winner is not None
        wish = {"session_id": winner.session_id, "winner_id": winner.id}
    put(there, OrganisationInterest(organisation_id=parted.organisation_id, choice=1, **wish))
    assert instead(parted, "kept_apart") == [
        (False, "It is for your eyes only. Keep them apart here as well.")
    ]
    assert instead(parted, "organisation_interest") == [(False, "Enter it here as well.")]
    (pair,) = (one for one in differences(here, there) if one.table == "kept_apart")
    assert (pair.title, pair.here, pair.there) == ("two people who are kept apart", "", "")
    take_all(here, there)
    assert rows_of(here, KeptApart, "id") == []
    assert rows_of(here, OrganisationInterest, "id") == []


def test_every_word_of_an_enum_that_is_told_has_words_for_people() -> None:
    unsaid: list[StrEnum] = []
    for kind in words.KINDS:
        for name in (*kind.title, *kind.said):
            column = kind.entity.__table__.c[name]
            if isinstance(column.type, Word):
                known = words._WORDS
                unsaid += [one for one in column.type.words if (type(one), one) not in known]
    assert unsaid == []
