"""What binds people in a suggestion: who is kept apart, limits of houses, what is looked for."""

import pytest

from kdc_desktop.domain.consortia.fitting import Problem
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.services.consortia.filling import fill_with_person
from kdc_desktop.services.consortia.moving import move_delegate
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.consortia.roles import add_open_role
from kdc_desktop.services.consortia.suggestions import apply_suggestion, problem_of
from kdc_desktop.services.interests.organisations import clear_wishes_of, set_wishes_of
from kdc_desktop.services.interests.rows import Wisher
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.offers.noting import SaidOffer, note_all
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.people import organisations
from kdc_desktop.services.people.apart import keep_apart
from kdc_desktop.services.people.capacities import limit_groups, limit_groups_of_department
from kdc_desktop.services.people.people import change_person
from tests.rooms.consortia_room import Room
from tests.rooms.one_suggestion import suggest


def problem(room: Room) -> Problem:
    return problem_of(room.database, room.session_id, CONSORTIUM_TRAILS)


def placed(room: Room) -> dict[int, int]:
    return suggest(problem(room)).placed


def use(room: Room, where: dict[int, int]) -> None:
    apply_suggestion(room.database, room.session_id, where, CONSORTIUM_TRAILS)


def members(room: Room, winner: int) -> list[tuple[str, MemberRole, int]]:
    seen = overview(room.database, room.session_id, CONSORTIUM_TRAILS)
    row = next(one for one in seen.consortia if one.winner_id == room.winners[winner])
    return [(one.name, one.role, len(one.delegates)) for one in row.members]


def test_who_is_kept_apart_is_in_no_group_together(room: Room) -> None:
    one, other = room.people[:2]
    for key in (one, other):
        set_interests(room.database, room.session_id, key, room.winners[:1])
    assert placed(room)[one] == placed(room)[other]
    keep_apart(room.database, one, other)
    where = placed(room)
    assert where[one] != where[other]


def test_an_organisation_is_in_no_more_groups_than_it_can(room: Room) -> None:
    house = room.organisations[0]
    people = [key for at, key in enumerate(room.people) if at % 8 == 0 and at % 5 != 4]
    for at, key in enumerate(people):
        set_interests(room.database, room.session_id, key, [room.winners[at % 3]])
    assert len({placed(room)[key] for key in people}) > 1
    limit_groups(room.database, house, 1)
    assert len({placed(room).get(key) for key in people} - {None}) == 1
    limit_groups(room.database, house, 0)
    assert not set(people) & placed(room).keys()


def test_a_department_has_a_limit_of_its_own(room: Room) -> None:
    house = room.organisations[0]
    part = organisations.add_department(room.database, house, "Yards")
    people = [key for at, key in enumerate(room.people) if at % 8 == 0 and at % 5 != 4]
    first = people[0]
    change_person(
        room.database,
        first,
        name="Aino Salmi",
        email="",
        organisation_id=house,
        department_id=part,
        notes="",
    )
    limit_groups_of_department(room.database, part, 0)
    assert set(people) - placed(room).keys() == {first}


def test_a_suggestion_looks_for_an_open_role(room: Room) -> None:
    use(room, placed(room))
    seen = overview(room.database, room.session_id, CONSORTIUM_TRAILS)
    first = seen.consortia[0]
    assert first.id is not None
    one = room.people[3]
    wishes = [room.winners[1], first.winner_id]
    set_interests(room.database, room.session_id, one, wishes, MemberRole.TEST_SITE)
    assert placed(room)[one] == room.winners[1]
    add_open_role(room.database, first.id, "", role=MemberRole.TEST_SITE)
    assert placed(room)[one] == first.winner_id
    (need,) = problem(room).bonds.needs
    assert (need.name, need.people) == ("test site", frozenset({one}))


def test_people_without_a_wish_sit_where_their_organisation_wants_to_be(room: Room) -> None:
    house, wanted = room.organisations[1], room.winners[2]
    set_wishes_of(room.database, room.session_id, Wisher(house), [wanted])
    people = [one.person_id for one in problem(room).candidates if one.organisation_id == house]
    where = placed(room)
    assert {where[key] for key in people} == {wanted}


def test_what_somebody_wishes_first_counts_more_than_their_organisation(room: Room) -> None:
    house, one = room.organisations[1], room.people[1]
    set_interests(room.database, room.session_id, one, [room.winners[0]])
    set_wishes_of(room.database, room.session_id, Wisher(house), [room.winners[2]])
    assert placed(room)[one] == room.winners[0]


def test_an_organisation_of_which_nobody_came_is_a_member_of_what_it_wants_most(
    room: Room,
) -> None:
    absent = organisations.add_organisation(room.database, "Port Authority", "P")
    wanted = [room.winners[1], room.winners[0]]
    place = (room.database, room.session_id, Wisher(absent))
    set_wishes_of(*place, wanted, MemberRole.FUNDER)
    where = placed(room)
    use(room, where)
    assert ("Port Authority", MemberRole.FUNDER, 0) in members(room, 1)
    assert "Port Authority" not in [name for name, _role, _people in members(room, 0)]
    room.database.undo()
    seen = overview(room.database, room.session_id, CONSORTIUM_TRAILS)
    assert seen.consortia == ()
    limit_groups(room.database, absent, 0)
    use(room, where)
    assert "Port Authority" not in [name for name, _role, _people in members(room, 1)]


def of_house(room: Room) -> set[str]:
    """The names of the consortia in which an organisation is, by itself or a department of it."""
    seen = overview(room.database, room.session_id, CONSORTIUM_TRAILS)
    name = "Harbour Mobility"
    return {
        one.name
        for one in seen.consortia
        if any(member.name.split(",")[0] == name for member in one.members)
    }


@pytest.mark.parametrize("came", [True, False])
@pytest.mark.parametrize("limit", [0, 1, 2])
def test_an_organisation_is_in_no_more_groups_by_its_departments_than_it_can(
    room: Room, came: bool, limit: int
) -> None:
    """Whether its people came and sit in one, or nobody did and departments only want to join."""
    house = room.organisations[0]
    people = [key for at, key in enumerate(room.people) if at % 8 == 0 and at % 5 != 4]
    with room.database.edit(lazy("Moved")) as edit:
        for key in people if not came else ():
            edit.get_one(Person, key).organisation_id = None
    for at, key in enumerate(room.people):
        wish = 0 if key in people else at % 3
        set_interests(room.database, room.session_id, key, [room.winners[wish]])
    limit_groups(room.database, house, limit)
    for at, name in enumerate(("Yards", "Docks", "Ships"), 0 if not came else 1):
        part = organisations.add_department(room.database, house, name)
        wisher = Wisher(house, part)
        set_wishes_of(room.database, room.session_id, wisher, [room.winners[at % 3]])
    use(room, placed(room))
    assert len(of_house(room)) == limit


def test_a_wish_that_is_taken_back_draws_nobody(room: Room) -> None:
    house = Wisher(room.organisations[1])
    set_wishes_of(room.database, room.session_id, house, [room.winners[2]])
    clear_wishes_of(room.database, room.session_id, [house])
    assert {one.drawn for one in problem(room).candidates} == {()}
    assert problem(room).bonds.needs == ()


@pytest.mark.parametrize("on_the_wall", [True, False])
def test_a_suggestion_knows_whose_offer_meets_whose_need(room: Room, on_the_wall: bool) -> None:
    one, other = room.people[0], room.people[1]
    offer, need = "a workshop for bikes", "somebody with a workshop for bikes"
    for key, said, kind in ((one, offer, OfferKind.OFFER), (other, need, OfferKind.NEED)):
        wishes = [room.winners[0], room.winners[1]] if key == one else [room.winners[1]]
        offers = "" if on_the_wall else (said if kind is OfferKind.OFFER else "")
        needs = "" if on_the_wall else (said if kind is OfferKind.NEED else "")
        place = (room.database, room.session_id, key, wishes)
        set_interests(*place, MemberRole.PARTNER, offers, needs)
        if on_the_wall:
            note_all(room.database, [SaidOffer(kind, said, Holder(key))], room.session_id)
    (meeting,) = problem(room).bonds.meetings
    assert (meeting.ones, meeting.others) == (frozenset({one}), frozenset({other}))
    assert (meeting.offer, meeting.need) == (offer, need)


def test_who_fills_a_role_already_meets_no_other(room: Room) -> None:
    use(room, placed(room))
    first = overview(room.database, room.session_id, CONSORTIUM_TRAILS).consortia[0]
    one, other = room.people[4], room.people[9]
    assert first.id is not None
    for key in (one, other):
        wishes = [room.winners[1], first.winner_id]
        set_interests(room.database, room.session_id, key, wishes, MemberRole.FUNDER)
    money = add_open_role(room.database, first.id, "Money for the sheds", role=MemberRole.FUNDER)
    fill_with_person(room.database, room.session_id, money, one, CONSORTIUM_TRAILS)
    move_delegate(room.database, room.session_id, one, first.id, CONSORTIUM_TRAILS)
    where = placed(room)
    assert (where[one], where[other]) == (first.winner_id, room.winners[1])
    add_open_role(room.database, first.id, "Money for the trailers", role=MemberRole.FUNDER)
    where = placed(room)
    assert (where[one], where[other]) == (first.winner_id, first.winner_id)
