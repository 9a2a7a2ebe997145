"""Members leave a consortium, hand over to another, and come back; nothing they said is lost."""

from datetime import date

import pytest
from sqlalchemy import select

from kdc_desktop.domain.consortia.handing_over import who_answers
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Delegate, Member, OpenRole, Session
from kdc_desktop.services.consortia.leaving import come_back, leave
from kdc_desktop.services.consortia.membership import MembershipRow, membership
from kdc_desktop.services.consortia.roles import add_open_role, fill_open_role
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom
from tests.rooms.vision_pages import vision_page

HARBOUR, CITY, POLARIS, CYCLISTS, UNIVERSITY, INSURANCE, EERO = range(7)


def row_of(room: ConsortiumRoom, at: int) -> MembershipRow:
    rows = membership(room.database, room.consortium_id)
    return next(row for row in rows if row.id == room.members[at])


def test_who_leaves_is_told_with_the_day_and_to_whom_it_handed_over(seven: ConsortiumRoom) -> None:
    harbour, insurance = seven.members[HARBOUR], seven.members[INSURANCE]
    seven.clock.days(5)
    leave(seven.database, insurance, harbour, " Merged with another. ")
    row = row_of(seven, INSURANCE)
    assert (row.is_in, row.left_on, row.heir) == (False, date(2026, 9, 20), "Harbour Mobility")
    assert row.why == "Merged with another."
    label = str(seven.database.undo().label)
    assert label == "North Insurance left Yard bikes and handed over to Harbour Mobility"
    assert row_of(seven, INSURANCE).is_in


def test_the_lead_comes_first_and_who_has_left_last(seven: ConsortiumRoom) -> None:
    leave(seven.database, seven.members[CITY])
    names = [row.name for row in membership(seven.database, seven.consortium_id)]
    assert (names[0], names[-1]) == ("Harbour Mobility", "City, Transport")


def test_whoever_takes_over_answers_for_promises_and_reservations(seven: ConsortiumRoom) -> None:
    version = save_version(seven.database, seven.consortium_id, "Every yard shares a bike.")
    insurance = seven.members[INSURANCE]
    commit(seven.database, insurance, "A cover for the first year", date(2026, 12, 1))
    concern = Concern("Locked indoors at night", objection=True)
    take_position(seven.database, version, insurance, 2, concern=concern)
    leave(seven.database, insurance, seven.members[HARBOUR])
    page = vision_page(seven.database, seven.consortium_id)
    assert page.commitments[0].member == "Harbour Mobility, for North Insurance"
    assert page.reservations[0].member == "Harbour Mobility, for North Insurance"
    told = [str(reason) for reason in page.readiness.reasons]
    assert any("Harbour Mobility, for North Insurance" in reason for reason in told)
    come_back(seven.database, insurance)
    page = vision_page(seven.database, seven.consortium_id)
    assert page.commitments[0].member == "North Insurance"


def test_what_nobody_takes_over_is_said_to_be_of_one_who_has_left(seven: ConsortiumRoom) -> None:
    commit(seven.database, seven.members[CITY], "A test site", None)
    leave(seven.database, seven.members[CITY])
    page = vision_page(seven.database, seven.consortium_id)
    assert page.commitments[0].member == "City, Transport, who has left"


def test_whoever_took_over_hands_that_on_as_well() -> None:
    assert who_answers({1: 2, 2: 3}) == {1: 3, 2: 3}
    assert who_answers({1: 2, 2: None}) == {1: None, 2: None}
    assert who_answers({1: 2, 2: 1}) == {1: None, 2: None}


def test_a_role_that_a_leaver_filled_passes_on_or_is_open_again(seven: ConsortiumRoom) -> None:
    role = add_open_role(seven.database, seven.consortium_id, "someone with a workshop")
    fill_open_role(seven.database, role, seven.members[CITY])
    leave(seven.database, seven.members[CITY], seven.members[EERO])
    assert filled_by(seven, role) == seven.members[EERO]
    leave(seven.database, seven.members[EERO])
    assert filled_by(seven, role) is None


def filled_by(room: ConsortiumRoom, role: int) -> int | None:
    with room.database.read() as snapshot:
        return snapshot.get_one(OpenRole, role).filled_by_id


def test_nobody_speaks_for_a_leaver_in_an_evening_that_goes_on(seven: ConsortiumRoom) -> None:
    member = seven.members[EERO]
    with seven.database.edit(lazy("Seated somebody")) as edit:
        person = edit.get_one(Member, member).person_id
        edit.add(Delegate(session_id=seven.session_id, member_id=member, person_id=person))
    leave(seven.database, member)
    assert speakers(seven) == []
    seven.database.undo()
    with seven.database.edit(lazy("Closed it")) as edit:
        edit.get_one(Session, seven.session_id).status = SessionStatus.CLOSED
    leave(seven.database, member)
    assert speakers(seven) == [member]


def speakers(room: ConsortiumRoom) -> list[int]:
    with room.database.read() as snapshot:
        return list(snapshot.scalars(select(Delegate.member_id)))


def test_leaving_and_handing_over_are_refused_in_sentences(seven: ConsortiumRoom) -> None:
    city, eero = seven.members[CITY], seven.members[EERO]
    with pytest.raises(UserError, match="City, Transport has not left"):
        come_back(seven.database, city)
    with pytest.raises(UserError, match="Hand over to another member of the same consortium"):
        leave(seven.database, city, city)
    leave(seven.database, eero)
    with pytest.raises(UserError, match="Eero Salmi has left already"):
        leave(seven.database, eero)
    with pytest.raises(UserError, match="Eero Salmi has left as well"):
        leave(seven.database, city, eero)


def test_the_last_one_may_leave_and_all_that_was_said_stays(seven: ConsortiumRoom) -> None:
    version = save_version(seven.database, seven.consortium_id, "Every yard shares a bike.")
    take_position(seven.database, version, seven.members[HARBOUR], 7)
    for member in seven.members:
        leave(seven.database, member)
    page = vision_page(seven.database, seven.consortium_id)
    assert "Nobody is in" in str(page.readiness.reasons[0])
    assert page.positions[seven.members[HARBOUR], version].level == 7
