"""What people and organisations offer and need, what of it meets, and open roles. On real files."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.offers.states import OfferEnd, OfferKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Attendance, Delegate, Member, Offer, OpenRole, Person
from kdc_desktop.services.consortia.moving import move_delegate
from kdc_desktop.services.consortia.roles import add_open_role
from kdc_desktop.services.interests.keeping import keep_offers
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.joined.offers import ROLES
from kdc_desktop.services.offers.meeting_needs import answer_need, match_offer, unmatch_offers
from kdc_desktop.services.offers.noting import (
    SaidOffer,
    bring_back,
    change_offer,
    end_offers,
    note_all,
    remove_offers,
)
from kdc_desktop.services.offers.questions import matched, offers_of, open_offers
from kdc_desktop.services.offers.rows import Holder, OfferRow
from kdc_desktop.services.offers.wall import OfferWall, offer_wall
from tests.rooms.consortia_room import EVENING, Room, columns, make_room, placed_by_hand
from tests.rooms.statements import queries_of

OFFER, NEED = OfferKind.OFFER, OfferKind.NEED


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def note(room: Room, kind: OfferKind, text: str, holder: Holder, session: int | None = 1) -> int:
    (key,) = note_all(room.database, [SaidOffer(kind, text, holder)], session)
    return key


def person(room: Room, at: int) -> Holder:
    return Holder(room.people[at])


def still_open(room: Room) -> list[str]:
    with room.database.read() as snapshot:
        return [row.text for row in open_offers(snapshot)]


def wall(room: Room) -> OfferWall:
    return offer_wall(room.database, 1, ROLES).look_for_fits()


def leave(room: Room, at: int) -> None:
    with room.database.edit(lazy("Somebody left")) as edit:
        edit.get_one(Attendance, at + 1).state = AttendanceState.LEFT


def test_what_is_noted_is_told_with_who_said_it_where_and_when(room: Room) -> None:
    note(room, OFFER, " a  yard ", person(room, 0))
    note(room, NEED, "a permit", Holder(None, room.organisations[1]), None)
    with room.database.read() as snapshot:
        first, second = open_offers(snapshot)
    assert (first.text, first.who, first.sector) == ("a yard", "Aino Salmi", "C")
    assert (first.speaks_for, first.organisation) == (room.organisations[0], "Harbour Mobility")
    assert (second.who, second.person_id, second.session_id) == ("City, Transport", None, None)
    assert str(room.database.undo().label) == "City, Transport needs: a permit"
    assert still_open(room) == ["a yard"]


def test_what_one_has_said_already_is_noted_once(room: Room) -> None:
    holder = person(room, 0)
    note(room, OFFER, "a yard", holder)
    said = [SaidOffer(OFFER, "A  YARD", holder), SaidOffer(NEED, "a yard", holder)]
    assert len(note_all(room.database, said, 1)) == 1
    with pytest.raises(UserError):
        note_all(room.database, said, 1)
    with pytest.raises(UserError):
        note_all(room.database, [SaidOffer(OFFER, " ", holder)], 1)
    assert len(still_open(room)) == 2


def test_what_has_ended_stays_known_with_how_and_comes_back(room: Room) -> None:
    key = note(room, OFFER, "a yard", person(room, 0))
    change_offer(room.database, key, "a large yard")
    end_offers(room.database, [key], OfferEnd.CAME_ABOUT)
    assert still_open(room) == []
    with room.database.read() as snapshot:
        (row,) = offers_of(snapshot, person(room, 0))
    assert (row.text, row.end) == ("a large yard", OfferEnd.CAME_ABOUT)
    assert row.ended_on is not None
    earlier = EVENING - timedelta(days=40)
    with room.database.edit(lazy("It ended some weeks ago")) as edit:
        edit.get_one(Offer, key).ended_at = earlier
    end_offers(room.database, [key], OfferEnd.NO_LONGER)
    with room.database.read() as snapshot:
        known = snapshot.get_one(Offer, key)
        assert (known.end, known.ended_at) == (OfferEnd.NO_LONGER, earlier)
    bring_back(room.database, [key])
    assert still_open(room) == ["a large yard"]


def test_what_goes_takes_its_matches_along_and_one_undo_brings_all_back(room: Room) -> None:
    offer = note(room, OFFER, "a yard", person(room, 0))
    need = note(room, NEED, "a place", person(room, 1))
    key = match_offer(room.database, offer, need, 1, "they talk on Monday")
    with pytest.raises(UserError):
        match_offer(room.database, offer, need, 1)
    with pytest.raises(UserError):
        match_offer(room.database, need, offer, 1)
    remove_offers(room.database, [offer])
    with room.database.read() as snapshot:
        assert matched(snapshot) == ()
    room.database.undo()
    with room.database.read() as snapshot:
        (row,) = matched(snapshot)
    assert (row.id, row.note) == (key, "they talk on Monday")
    unmatch_offers(room.database, [key])
    with room.database.read() as snapshot:
        assert matched(snapshot) == ()


def test_a_hand_that_goes_up_offers_what_is_needed_and_both_have_met_in_one_step(
    room: Room,
) -> None:
    need = note(room, NEED, "a permit", person(room, 0))
    answer_need(room.database, need, person(room, 3), 1)
    with room.database.read() as snapshot:
        _need, offer = open_offers(snapshot)
        (match,) = matched(snapshot)
    assert (offer.kind, offer.text, offer.person_id) == (OFFER, "a permit", room.people[3])
    assert (match.offer_id, match.need_id) == (offer.id, need)
    with pytest.raises(UserError):
        answer_need(room.database, need, person(room, 0), 1)
    with pytest.raises(UserError):
        answer_need(room.database, need, person(room, 3), 1)
    room.database.undo()
    assert still_open(room) == ["a permit"]


def test_asked_for_people_it_tells_of_the_organisations_they_speak_for_too(room: Room) -> None:
    note(room, OFFER, "a yard", person(room, 0))
    note(room, OFFER, "a ship", Holder(None, room.organisations[0]))
    note(room, OFFER, "a bridge", Holder(None, room.organisations[1]))
    with room.database.read() as snapshot:
        found = open_offers(snapshot, [room.people[0]])
        assert [row.text for row in found] == ["a yard", "a ship"]
        assert open_offers(snapshot, []) == ()


def test_the_room_sees_who_is_here_and_organisations_for_which_somebody_is(room: Room) -> None:
    note(room, OFFER, "a yard", person(room, 0))
    note(room, NEED, "a yard for bikes", person(room, 1))
    note(room, OFFER, "a ship", Holder(None, room.organisations[2]), None)
    assert len(wall(room).shown) == 3
    assert [(one.offer.text, one.match) for one in wall(room).in_room] == [("a yard", None)]
    leave(room, 1)
    now = wall(room)
    assert ([one.text for one in now.empty_needs], now.in_room) == ([], ())
    assert [row.text for row in now.free_offers] == ["a yard", "a ship"]
    assert len(now.pairs) == 1
    for at in range(len(room.people)):
        leave(room, at)
    assert wall(room).shown == frozenset()


def test_those_that_have_met_are_not_suggested_to_others(room: Room) -> None:
    need = note(room, NEED, "a bike yard", person(room, 0))
    better = note(room, OFFER, "bike yard", person(room, 1))
    other = note(room, OFFER, "a yard", person(room, 2))
    assert [one.offer.id for one in wall(room).pairs] == [better]
    match_offer(room.database, other, need, 1)
    (pair,) = wall(room).pairs
    assert (pair.offer.id, pair.match is not None) == (other, True)


def test_interests_are_kept_beyond_the_evening_once(room: Room) -> None:
    a, b, _c = room.winners
    set_interests(room.database, 1, room.people[0], [a, b], MemberRole.LEAD, "a yard; a van", "")
    set_interests(room.database, 1, room.people[1], [a], MemberRole.LEAD, "", "a permit")
    assert keep_offers(room.database, 1) == 3
    assert still_open(room) == ["a yard", "a van", "a permit"]
    with pytest.raises(UserError):
        keep_offers(room.database, 1)
    assert str(room.database.undo().label) == "Noted 3 offers and needs"
    assert still_open(room) == []


def role(room: Room, wanted: MemberRole | None = None) -> tuple[int, int]:
    group = placed_by_hand(room)[0]
    key = add_open_role(room.database, group, "somebody who decides on permits", "P")
    with room.database.edit(lazy("As what")) as edit:
        edit.get_one(OpenRole, key).role = wanted
    return group, key


def test_an_open_role_is_a_need_and_who_raises_a_hand_joins_and_fills_it(room: Room) -> None:
    group, key = role(room, MemberRole.ADVISER)
    (need,) = wall(room).roles
    assert (need.id, need.group, need.sector) == (key, "Yard bikes", "P")
    ROLES.fill(room.database, 1, key, room.people[1])
    assert wall(room).roles == ()
    (member,) = columns(room)[0].members
    assert (member.name, member.role) == ("City, Transport", MemberRole.ADVISER)
    assert [one.person_id for one in member.delegates] == [room.people[1]]
    with pytest.raises(UserError):
        ROLES.fill(room.database, 1, key, room.people[2])
    said = "Eero Salmi fills the open role: somebody who decides on permits"
    assert str(room.database.undo().label) == said
    assert [one.id for one in wall(room).roles] == [key]
    assert columns(room)[0].members == ()
    assert group == need_group(room, key)


def need_group(room: Room, key: int) -> int:
    with room.database.read() as snapshot:
        return snapshot.get_one(OpenRole, key).consortium_id


def test_whoever_sits_elsewhere_fills_a_role_without_being_taken_from_there(room: Room) -> None:
    _group, key = role(room)
    elsewhere = columns(room)[1].id
    move_delegate(room.database, 1, room.people[4], elsewhere, CONSORTIUM_TRAILS)
    ROLES.fill(room.database, 1, key, room.people[4])
    with room.database.read() as snapshot:
        delegate = snapshot.scalar(
            Delegate.__table__.select().with_only_columns(Delegate.member_id)
        )
        sits = snapshot.get_one(Member, delegate).consortium_id
        filled = snapshot.get_one(OpenRole, key).filled_by_id
        assert snapshot.get_one(Member, filled).person_id == room.people[4]
    assert sits == elsewhere


def test_as_many_queries_for_many_as_for_one(room: Room) -> None:
    note(room, OFFER, "a yard", person(room, 0))
    few = len(queries_of(lambda: offer_wall(room.database, 1, ROLES)))
    said = [SaidOffer(OFFER, f"thing {at}", person(room, at)) for at in range(20)]
    note_all(room.database, said, 1)
    assert len(queries_of(lambda: offer_wall(room.database, 1, ROLES))) == few


def test_a_resident_speaks_for_nobody(room: Room) -> None:
    with room.database.read() as snapshot:
        assert snapshot.get_one(Person, room.people[4]).organisation_id is None
    note(room, OFFER, "time", person(room, 4))
    with room.database.read() as snapshot:
        (row,) = open_offers(snapshot)
    told: OfferRow = row
    assert (told.organisation, told.speaks_for, told.sector) == ("", None, "R")
