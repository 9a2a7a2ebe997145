"""A consortium is asked where it stands: opened, answered, revealed, called off, or by call."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import or_, select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.states import AnswerWay, ReservationEvent, ReservationState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Asking, Member, Position, ReservationStep
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.visions.askings import call_off, open_asking, reveal
from kdc_desktop.services.visions.positions import (
    HowAnswered,
    clear_position,
    take_position,
)
from kdc_desktop.services.visions.reservations import Concern, settle_reservation
from kdc_desktop.services.visions.rows import AskingRow
from kdc_desktop.services.visions.scale import set_agreed_level, set_scale
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom, add_consortium
from tests.services.visions.on_a_vision import FIRST, SECOND, page
from tests.storage.draw import Draw, NothingThereError
from tests.storage.verbs_with_visions import WITH_VISIONS

CALL = HowAnswered(way=AnswerWay.CALL)
KIOSK = HowAnswered(way=AnswerWay.KIOSK)


def asked(room: ConsortiumRoom) -> int:
    """An asking that is open, of tonight's session."""
    return open_asking(room.database, room.consortium_id, room.session_id)


def the_asking(room: ConsortiumRoom) -> AskingRow:
    found = page(room).asking
    assert found is not None
    return found


def called(room: ConsortiumRoom, vision_id: int, member: int, level: int) -> int | None:
    """Note a call; the asking that the answer went to."""
    key = take_position(room.database, vision_id, room.members[member], level, how=CALL)
    with room.database.read() as snapshot:
        return snapshot.get_one(Position, key).asking_id


def test_who_is_asked_already_is_not_asked_twice(room: ConsortiumRoom, first: int) -> None:
    asked(room)
    with pytest.raises(UserError, match=r"Yard bikes is being asked already\. Reveal"):
        asked(room)
    assert len(page(room).askings) == 1


def test_without_a_vision_there_is_nothing_to_ask(room: ConsortiumRoom) -> None:
    with pytest.raises(UserError, match=r"has no vision yet\. Write one, then ask"):
        asked(room)


def test_where_nobody_is_in_nobody_is_asked(room: ConsortiumRoom, first: int) -> None:
    empty, _members = add_consortium(room.database, room.session_id, "Roofs")
    save_version(room.database, empty, FIRST)
    with pytest.raises(UserError, match=r"Nobody is in Roofs\. Add a member"):
        open_asking(room.database, empty)
    for member_id in room.members:
        leave(room.database, member_id)
    with pytest.raises(UserError, match="Nobody is in Yard bikes"):
        asked(room)
    assert page(room).askings == ()


def test_where_all_only_observe_nobody_is_asked(room: ConsortiumRoom, first: int) -> None:
    with room.database.edit(lazy("Observe")) as edit:
        for member_id in room.members:
            edit.get_one(Member, member_id).role = MemberRole.OBSERVER
    with pytest.raises(UserError, match="only observes, and observers are not asked"):
        asked(room)


def test_an_asking_is_called_off_as_long_as_nobody_has_answered(
    room: ConsortiumRoom, first: int
) -> None:
    call_off(room.database, asked(room))
    assert page(room).askings == ()
    room.database.undo()
    take_position(room.database, first, room.members[0], 7)
    before = page(room)
    with pytest.raises(UserError, match="no answer is lost"):
        call_off(room.database, the_asking(room).id or 0)
    assert page(room) == before


def test_answers_are_revealed_once(room: ConsortiumRoom, first: int) -> None:
    asking_id = asked(room)
    with pytest.raises(UserError, match=r"Nobody has answered yet\. Note an answer first"):
        reveal(room.database, asking_id)
    take_position(room.database, first, room.members[0], 7)
    reveal(room.database, asking_id)
    with pytest.raises(UserError, match="revealed already"):
        reveal(room.database, asking_id)
    with pytest.raises(UserError, match="no answer is lost"):
        call_off(room.database, asking_id)


def test_after_the_reveal_the_next_answer_is_a_new_one(room: ConsortiumRoom, first: int) -> None:
    harbour = room.members[0]
    take_position(room.database, first, harbour, 7, "We have vans")
    reveal(room.database, the_asking(room).id or 0)
    with pytest.raises(UserError, match=r"was revealed, so it stays\. Ask again"):
        clear_position(room.database, first, harbour)
    again = asked(room)
    assert page(room).said(harbour, first) is None, "it is asked anew"
    take_position(room.database, first, harbour, 4)
    now = page(room)
    levels = [(answer.level, answer.reason) for answer in now.given.values()]
    assert levels == [(7, "We have vans"), (4, "")]
    assert the_asking(room).id == again


def test_the_agreed_level_and_the_scale_stay_with_the_asking(
    room: ConsortiumRoom, first: int
) -> None:
    asking_id = asked(room)
    set_agreed_level(room.database, room.consortium_id, 7)
    with pytest.raises(UserError, match="Reveal their answers first"):
        set_scale(room.database, room.consortium_id, "consent")
    take_position(room.database, first, room.members[0], 6)
    reveal(room.database, asking_id)
    set_scale(room.database, room.consortium_id, "consent")
    (row,) = page(room).askings
    assert (row.scale, row.agreed_level) == ("kaner8", 5)


def test_a_new_version_ends_what_is_asked_about_the_one_before(
    room: ConsortiumRoom, first: int
) -> None:
    asked(room)
    second = save_version(room.database, room.consortium_id, SECOND)
    assert page(room).askings == (), "nobody had answered"
    asked(room)
    take_position(room.database, second, room.members[0], 7)
    save_version(room.database, room.consortium_id, FIRST)
    (row,) = page(room).askings
    assert (row.vision_id, row.is_open) == (second, False)
    with pytest.raises(UserError, match=r"Version 3 counts now\. Ask about that one"):
        take_position(room.database, second, room.members[1], 7)


def test_a_reservation_that_is_not_settled_is_asked_again(room: ConsortiumRoom, first: int) -> None:
    north, harbour = room.members[5], room.members[0]
    take_position(room.database, first, north, 3, concern=Concern("Who pays?"))
    take_position(room.database, first, harbour, 3, concern=Concern("Where?"))
    reveal(room.database, the_asking(room).id or 0)
    lifted = next(row for row in page(room).reservations if row.member_id == harbour)
    settle_reservation(room.database, lifted.id, ReservationState.LIFTED)
    room.clock.days(30)
    asked(room)
    for member_id in (north, harbour):
        take_position(room.database, first, member_id, 6)
    reveal(room.database, the_asking(room).id or 0)
    with room.database.read() as snapshot:
        again = snapshot.scalars(
            select(ReservationStep.reservation_id).where(
                ReservationStep.event == ReservationEvent.ASKED_AGAIN
            )
        ).all()
    assert lifted.id not in again
    assert len(again) == 1


def test_calls_of_one_day_are_one_asking_and_a_second_call_of_a_member_is_another(
    room: ConsortiumRoom, first: int
) -> None:
    one = called(room, first, 0, 7)
    assert called(room, first, 1, 6) == one
    again = called(room, first, 0, 5)
    assert again != one
    assert called(room, first, 2, 8) == again
    room.clock.days(1)
    assert called(room, first, 3, 8) not in (one, again)
    now = page(room)
    assert all(row.is_of_calls and not row.is_open for row in now.askings)
    assert now.positions[room.members[0], first].level == 5


def test_a_call_after_another_level_was_agreed_on_has_that_level(
    room: ConsortiumRoom, first: int
) -> None:
    called(room, first, 0, 6)
    set_agreed_level(room.database, room.consortium_id, 7)
    called(room, first, 1, 6)
    assert [asking.agreed_level for asking in page(room).askings] == [5, 7]


def test_a_call_after_the_evening_is_no_part_of_the_calls_before_it(
    room: ConsortiumRoom, first: int
) -> None:
    morning = called(room, first, 0, 7)
    evening = asked(room)
    assert called(room, first, 1, 4) == evening, "while it is asked a call answers that"
    reveal(room.database, evening)
    assert called(room, first, 2, 6) not in (morning, evening)
    assert [row.is_of_calls for row in page(room).askings] == [True, False, True]


def test_what_was_said_at_the_kiosk_is_never_shown_as_what_the_facilitator_notes(
    room: ConsortiumRoom, first: int
) -> None:
    harbour = room.members[0]
    asked(room)
    take_position(room.database, first, harbour, 2, "They owe us money", "A lock", how=KIOSK)
    now = page(room)
    assert (now.said(harbour, first), now.has_said(harbour, first)) == (None, True)
    assert now.answered(first) == (1, 7)
    take_position(room.database, first, harbour, 6)
    said = page(room).said(harbour, first)
    assert said is not None
    assert (said.level, said.reason, said.would_move) == (6, "", "")


def test_a_clock_that_goes_back_changes_no_order(room: ConsortiumRoom, first: int) -> None:
    harbour = room.members[0]
    asking_id = asked(room)
    take_position(room.database, first, harbour, 7)
    room.clock.time -= timedelta(hours=2)
    take_position(room.database, first, harbour, 5)
    reveal(room.database, asking_id)
    (row,) = page(room).askings
    assert row.revealed_at is not None
    assert row.revealed_at > row.opened_at
    assert not row.is_of_calls
    called(room, first, 0, 3)
    now = page(room)
    assert [one.is_of_calls for one in now.askings] == [False, True]
    assert now.positions[harbour, first].level == 3


def revealed(room: ConsortiumRoom) -> Mapping[int, tuple[object, ...]]:
    """Every answer that was revealed, by its id."""
    own = Position.member_id, Position.vision_id, Position.level, Position.reason
    also = Position.would_move, Position.at, Position.way, Position.asking_id
    with room.database.read() as snapshot:
        found = snapshot.execute(
            select(Position.id, *own, *also)
            .outerjoin(Asking, Asking.id == Position.asking_id)
            .where(or_(Position.asking_id.is_(None), Asking.revealed_at.is_not(None)))
        ).all()
    return {key: tuple(rest) for key, *rest in found}


@pytest.mark.parametrize("seed", range(3))
def test_after_the_reveal_no_verb_and_no_undo_of_one_changes_an_answer(
    room: ConsortiumRoom, first: int, seed: int
) -> None:
    asking_id = asked(room)
    for place, member_id in enumerate(room.members):
        take_position(room.database, first, member_id, 1 + place, f"Reason {place}")
    reveal(room.database, asking_id)
    told, draw = dict(revealed(room)), Draw(room.database, seed)
    done = set()
    for name in [*WITH_VISIONS] * 3:
        room.clock.time += timedelta(minutes=5)
        steps = room.database.next_steps()
        try:
            WITH_VISIONS[name](room.database, draw)
        except (NothingThereError, UserError, ValueError):
            continue
        done.add(name)
        now = revealed(room)
        assert told.items() <= now.items(), name
        if room.database.next_steps() != steps and draw.one_of(True, False):
            with suppress(UserError):  # what came by the kiosk and was seen stays
                room.database.undo()
            assert told.items() <= revealed(room).items(), f"undo of {name}"
        told = dict(revealed(room))
    assert len(done) > 15
