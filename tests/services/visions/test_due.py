"""What is due over the whole club."""

from datetime import date, timedelta

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.model.consortia import Consortium, ConsortiumStep, Member, SignOfLife
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.visions.askings import open_asking, open_asking_of, reveal
from kdc_desktop.services.visions.commitments import commit, fulfil_commitment
from kdc_desktop.services.visions.due import Due, Reason
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.all_due import due
from tests.rooms.consortium_room import MEMBERS, STARTS, ConsortiumRoom, add_consortium
from tests.rooms.statements import queries_of
from tests.services.visions.on_a_vision import SECOND, all_at

CALL = HowAnswered(way=AnswerWay.CALL)


def today(room: ConsortiumRoom) -> date:
    return day_of(room.database.now(), laptop_zone())


def of(room: ConsortiumRoom) -> Due:
    return due(room.database)


def step(room: ConsortiumRoom, state: ConsortiumState) -> None:
    with room.database.edit(lazy("Stepped")) as edit:
        at = room.database.now()
        edit.add(ConsortiumStep(consortium_id=room.consortium_id, state=state, at=at))


def test_what_was_promised_is_due_from_two_weeks_before_its_day(room: ConsortiumRoom) -> None:
    database, (lead, city, *_rest) = room.database, room.members
    commit(database, city, "One person who decides on permits", today(room) - timedelta(days=5))
    commit(database, lead, "A locked room", today(room) - timedelta(days=12))
    commit(database, lead, "A map", today(room) + timedelta(days=3))
    commit(database, lead, "A party", today(room) + timedelta(days=30))
    commit(database, lead, "Some day", None)
    kept = commit(database, lead, "Paint", today(room) - timedelta(days=40))
    fulfil_commitment(database, kept)
    assert [(one.what, one.member, one.sector, one.days) for one in of(room).commitments] == [
        ("A locked room", "Harbour Mobility", "C", 12),
        ("One person who decides on permits", "City, Transport", "P", 5),
        ("A map", "Harbour Mobility", "C", -3),
    ]


def test_what_somebody_promised_who_has_left_is_still_told(room: ConsortiumRoom) -> None:
    commit(room.database, room.members[6], "A shed", today(room))
    leave(room.database, room.members[6])
    (found,) = of(room).commitments
    assert (found.member, found.has_left, found.days) == ("Eero Salmi", True, 0)


def test_a_consortium_is_silent_after_ninety_days(room: ConsortiumRoom) -> None:
    room.clock.days(89)
    assert of(room).silent == ()
    room.clock.days(1)
    (found,) = of(room).silent
    assert (found.consortium.name, found.consortium.lead, found.days) == (
        "Yard bikes",
        "Harbour Mobility",
        90,
    )


def test_one_sign_of_life_is_enough(room: ConsortiumRoom) -> None:
    room.clock.days(100)
    with room.database.edit(lazy("Heard")) as edit:
        at = room.database.now()
        edit.add(SignOfLife(consortium_id=room.consortium_id, text="They meet", at=at))
    assert of(room).silent == ()


def test_so_is_an_answer_by_phone_or_a_promise_that_was_kept(
    room: ConsortiumRoom, first: int
) -> None:
    promised = commit(room.database, room.members[0], "A map", None)
    room.clock.days(100)
    take_position(room.database, first, room.members[0], 5, how=CALL)
    assert of(room).silent == ()
    room.clock.days(100)
    assert [one.days for one in of(room).silent] == [100]
    fulfil_commitment(room.database, promised)
    assert of(room).silent == ()


def test_who_fell_by_two_or_more_is_told_with_the_day(room: ConsortiumRoom, first: int) -> None:
    all_at(room, first, 7)
    reveal(room.database, open_id(room))
    room.clock.days(30)
    second = save_version(room.database, room.consortium_id, SECOND)
    for member_id, level in zip(room.members, (7, 6, 4, 7, 7, 7, 5), strict=True):
        take_position(room.database, second, member_id, level)
    assert of(room).fallen == (), "nobody is shown an answer before it is revealed"
    reveal(room.database, open_id(room))
    (found,) = of(room).fallen
    assert (found.fall.member, found.fall.before, found.fall.now) == (MEMBERS[2][0], 7, 4)
    assert found.fell_on == today(room)
    take_position(room.database, second, room.members[2], 3, how=CALL)
    assert [one.fall.member for one in of(room).fallen] == [MEMBERS[6][0]], (
        "it fell by one since, and another by two"
    )
    leave(room.database, room.members[6])
    assert of(room).fallen == ()


def open_id(room: ConsortiumRoom) -> int:
    with room.database.read() as snapshot:
        asking = open_asking_of(snapshot, room.consortium_id)
    assert asking is not None
    return asking.id


def test_a_version_is_due_until_all_have_answered(room: ConsortiumRoom, first: int) -> None:
    room.clock.days(6)
    (found,) = of(room).askings
    assert (found.reason, found.to_ask, found.days) == (Reason.UNANSWERED, 7, 6)
    for member_id in room.members[:4]:
        take_position(room.database, first, member_id, 6, how=CALL)
    (found,) = of(room).askings
    assert (found.to_ask, found.waiting and found.waiting.answered) == (3, 4)
    for member_id in room.members[4:]:
        take_position(room.database, first, member_id, 6, how=CALL)
    assert of(room).askings == ()


def test_one_that_was_let_go_is_asked_when_its_day_has_come(
    room: ConsortiumRoom, first: int
) -> None:
    step(room, ConsortiumState.LET_GO)
    assert of(room).askings == ()
    with room.database.edit(lazy("Let go")) as edit:
        consortium = edit.get_one(Consortium, room.consortium_id)
        consortium.look_again_on = today(room) + timedelta(days=30)
    assert of(room).askings == ()
    room.clock.days(32)
    (found,) = of(room).askings
    assert (found.reason, found.days) == (Reason.LOOK_AGAIN, 2)
    assert found.consortium.state is ConsortiumState.LET_GO


def test_the_session_to_come_that_took_it_up_stands_beside_it(
    room: ConsortiumRoom, first: int
) -> None:
    with room.database.edit(lazy("Planned")) as edit:
        planned = Session(title="Next", starts_at=room.clock.time.in_zone(laptop_zone()))
        edit.add(planned)
        edit.flush()
        session_id = planned.id
    take_up(room.database, session_id, room.consortium_id)
    (found,) = of(room).askings
    assert found.session_id == session_id


def test_of_a_consortium_that_is_over_nothing_is_due(room: ConsortiumRoom, first: int) -> None:
    commit(room.database, room.members[0], "A map", today(room))
    room.clock.days(100)
    assert of(room).count == 3
    step(room, ConsortiumState.STOPPED)
    assert of(room).count == 0


def test_nor_of_one_whose_session_is_in_the_trash(room: ConsortiumRoom, first: int) -> None:
    room.clock.days(100)
    with room.database.edit(lazy("Trashed")) as edit:
        edit.get_one(Session, room.session_id).trashed_at = room.database.now()
    assert of(room).count == 0


def test_a_club_of_many_consortia_is_asked_no_more_than_one_of_one(
    room: ConsortiumRoom, first: int
) -> None:
    open_asking(room.database, room.consortium_id)
    one = queries_of(lambda: due(room.database))
    for number in range(4):
        more, members = add_consortium(room.database, room.session_id, f"No. {number}", MEMBERS[:3])
        version = save_version(room.database, more, "A vision")
        for member_id in members:
            take_position(room.database, version, member_id, 5)
            commit(room.database, member_id, "A map", today(room))
    assert len(queries_of(lambda: due(room.database))) == len(one)


def test_who_only_observes_by_now_has_fallen_nowhere(room: ConsortiumRoom, first: int) -> None:
    for level in (7, 3):
        take_position(room.database, first, room.members[0], level, how=CALL)
        room.clock.days(1)
    assert [one.fall.member for one in of(room).fallen] == [MEMBERS[0][0]]
    with room.database.edit(lazy("Observes")) as edit:
        edit.get_one(Member, room.members[0]).role = MemberRole.OBSERVER
    assert of(room).fallen == ()


def test_of_two_sessions_that_have_taken_it_up_the_sooner_is_told(
    room: ConsortiumRoom, first: int
) -> None:
    with room.database.edit(lazy("Two evenings to come")) as edit:
        later, sooner = (
            Session(title="Evening", starts_at=STARTS + timedelta(days=days)) for days in (90, 30)
        )
        edit.add_all([later, sooner])
        edit.flush()
        ids = later.id, sooner.id
    for session_id in ids:
        take_up(room.database, session_id, room.consortium_id)
    assert [one.session_id for one in of(room).askings] == [ids[1]]


def test_while_one_consortium_is_asked_another_that_has_answered_waits_for_nobody(
    room: ConsortiumRoom,
) -> None:
    database = room.database
    version = save_version(database, room.consortium_id, "Every yard shares a bike.")
    asking = open_asking(database, room.consortium_id, room.session_id)
    for member_id in room.members:
        take_position(database, version, member_id, 6)
    reveal(database, asking)
    assert of(room).askings == ()
    other, members = add_consortium(database, room.session_id, "One ticket", MEMBERS[:2])
    save_version(database, other, "One ticket for ferry, tram and bike.")
    open_asking(database, other, room.session_id)
    (found,) = of(room).askings
    assert (found.consortium.name, found.to_ask) == ("One ticket", len(members))
