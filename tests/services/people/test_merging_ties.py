"""What two who become one offer, take care of, wish for, and whom they sit with or must not."""

from typing import Any

import pytest

from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Base,
    Consortium,
    Department,
    KeptApart,
    Obstacle,
    Offer,
    Organisation,
    OrganisationInterest,
    Winner,
)
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import forgetting, people
from kdc_desktop.services.people.apart import apart_from, apart_pairs, keep_apart
from kdc_desktop.services.people.merging import (
    MergePreview,
    merge_organisations,
    preview_of_organisations,
)
from kdc_desktop.services.people.organisations import (
    add_department,
    add_organisation,
    remove_department,
    remove_organisation,
)
from kdc_desktop.storage import Database
from tests.rooms.empty_club import EVENING, plan_evening
from tests.rooms.known_twice import merge, preview, two
from tests.rooms.merged_rows import put, rows_of, two_organisations
from tests.storage.places import dump

# Kept apart.


def test_who_is_kept_apart_from_both_is_kept_apart_from_one_for_both_reasons(
    database: Database,
) -> None:
    gone, stays = two(database)
    other, third = (people.add_person(database, name) for name in ("Bo", "Eve"))
    keep_apart(database, other, gone, "They shouted.")
    keep_apart(database, other, stays, "A lawsuit.")
    keep_apart(database, third, gone, "They were married.")
    before = dump(database.path)
    merge(database, gone, stays)
    told = {(row.name, row.why) for row in apart_from(database, stays)}
    assert told == {("Bo", "A lawsuit.; They shouted."), ("Eve", "They were married.")}
    with database.read() as snapshot:
        assert apart_pairs(snapshot) == {(stays, other), (stays, third)}
    database.undo()
    assert dump(database.path) == before


def test_of_two_reasons_too_long_for_one_that_of_who_stays_is_kept(database: Database) -> None:
    gone, stays = two(database)
    other = people.add_person(database, "Bo")
    keep_apart(database, other, gone, "g" * 400)
    keep_apart(database, other, stays, "s" * 400)
    merge(database, gone, stays)
    assert [row.why for row in apart_from(database, stays)] == ["s" * 400]


def test_two_who_are_kept_apart_from_each_other_are_hardly_one(database: Database) -> None:
    gone, stays = two(database)
    keep_apart(database, gone, stays, "They shouted.")
    told = preview(database, gone, stays)
    assert told.problem.startswith("These two are kept apart from each other")
    assert "shouted" not in told.problem
    with pytest.raises(UserError, match="keep them apart no longer"):
        merge(database, gone, stays)


def test_why_somebody_forgotten_was_kept_apart_is_nowhere_in_the_file(database: Database) -> None:
    gone, other = two(database)
    keep_apart(database, gone, other, "Shouted at a neighbour.")
    keep_apart(database, gone, other, "Threw a chair.")
    database.settle()
    assert b"neighbour" in database.path.read_bytes()
    forgetting.replace_by_pseudonym(database, gone)
    content = database.path.read_bytes()
    assert [word for word in (b"neighbour", b"chair", b"Jane Roe") if word in content] == []
    assert rows_of(database, KeptApart, "id") == []


# Organisations.


def preview_of(database: Database, gone: int, stays: int) -> MergePreview:
    return preview_of_organisations(database, gone, stays, PEOPLE.organisation_merges)


def wish(of: int, part: int | None, winner: int, choice: int, **said: Any) -> OrganisationInterest:
    return OrganisationInterest(
        session_id=1,
        organisation_id=of,
        department_id=part,
        winner_id=winner,
        choice=choice,
        **said,
    )


def test_of_two_that_wish_for_one_winner_there_is_one_wish(database: Database) -> None:
    gone, stays, parts = two_organisations(database)
    session = plan_evening(database)
    first, second, third = put(
        database,
        *(Winner(session_id=session, title=str(at), place_in_order=at) for at in range(3)),
    )
    put(
        database,
        wish(stays, None, second, 1, offers="Money"),
        wish(stays, None, first, 2, offers="Money"),
        wish(gone, None, first, 1, offers="A hall"),
        wish(gone, None, third, 2, offers="A hall"),
        wish(gone, parts["Roads"], first, 1),
        wish(stays, parts["roads"], first, 1),
        wish(gone, parts["Water"], first, 1),
    )
    before = dump(database.path)
    assert (
        "Both have said what they would join: the choices of who stays come first."
        in preview_of(database, gone, stays).told
    )
    merge_organisations(database, gone, stays, PEOPLE.organisation_merges)
    names = ("organisation_id", "department_id", "winner_id", "choice", "offers")
    assert rows_of(database, OrganisationInterest, *names) == [
        (stays, None, second, 1, "Money; A hall"),
        (stays, None, first, 2, "Money; A hall"),
        (stays, None, third, 3, "Money; A hall"),
        (stays, parts["roads"], first, 1, ""),
        (stays, parts["Water"], first, 1, ""),
    ]
    database.undo()
    assert dump(database.path) == before


def test_what_was_said_of_who_stays_holds_and_gaps_are_filled(database: Database) -> None:
    gone, stays, parts = two_organisations(database)
    with database.edit(lazy("Said it")) as edit:
        one, other = edit.get_one(Organisation, gone), edit.get_one(Organisation, stays)
        one.most_groups, one.size = 1, OrganisationSize.LARGE
        other.most_groups = 0
        edit.get_one(Department, parts["Roads"]).most_groups = 3
    assert preview_of(database, gone, stays).told[-1] == "Its size is that of Harbour."
    merge_organisations(database, gone, stays, PEOPLE.organisation_merges)
    found = rows_of(database, Organisation, "most_groups", "size")
    assert found == [(0, OrganisationSize.LARGE)]
    assert sorted(rows_of(database, Department, "name", "most_groups")) == [
        ("Water", None),
        ("roads", 3),
    ]


def test_the_care_for_obstacles_comes_along(database: Database) -> None:
    gone, stays, parts = two_organisations(database)
    jane, doe = two(database)
    (group,) = put(database, Consortium(name="Bikes", place_in_order=1, created_at=EVENING))
    said = {"consortium_id": group, "kind": ObstacleKind.PERMIT, "text": "A permit"}
    put(
        database,
        Obstacle(**said, raised_at=EVENING, owner_id=jane),
        Obstacle(**said, raised_at=EVENING, organisation_id=gone, department_id=parts["Roads"]),
    )
    told = "The care for 1 obstacle comes along."
    assert told in preview(database, jane, doe).told
    assert told in preview_of(database, gone, stays).told
    merge(database, jane, doe)
    merge_organisations(database, gone, stays, PEOPLE.organisation_merges)
    names = ("owner_id", "organisation_id", "department_id")
    assert rows_of(database, Obstacle, *names) == [
        (doe, None, None),
        (None, stays, parts["roads"]),
    ]


@pytest.mark.parametrize("what", ["offer", "obstacle", "wish"])
def test_an_organisation_and_a_department_on_record_stay(database: Database, what: str) -> None:
    of = add_organisation(database, "Harbour", "C")
    part = add_department(database, of, "Roads")
    where = {"organisation_id": of, "department_id": part}
    session = plan_evening(database)
    (group,) = put(database, Consortium(name="Bikes", place_in_order=1, created_at=EVENING))
    (winner,) = put(database, Winner(session_id=session, title="1", place_in_order=1))
    said: dict[str, Base] = {
        "offer": Offer(kind=OfferKind.NEED, text="A lift", created_at=EVENING, **where),
        "obstacle": Obstacle(
            consortium_id=group, kind=ObstacleKind.OTHER, text="A", raised_at=EVENING, **where
        ),
        "wish": wish(of, part, winner, 1),
    }
    put(database, said[what])
    trails = PEOPLE.organisation_trails
    for take, key in ((remove_department, part), (remove_organisation, of)):
        with pytest.raises(UserError, match="It has to stay on record"):
            take(database, key, trails)


# Tables.
