"""The ledger holds what was said, when and how, and nothing before its time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.ledger import LedgerCellKind, LedgerRow
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Delegate, Member
from kdc_desktop.model.people import Person
from kdc_desktop.model.visions import Asking, Position
from kdc_desktop.services.consortia.leaving import come_back, leave
from kdc_desktop.services.consortia.roles import set_role
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.consortium_ledger import consortium_ledger
from kdc_desktop.services.visions.ledger_rows import ConsortiumLedger
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.questions import FollowedVision
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.scale import set_agreed_level, set_scale
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom, add_consortium, make_consortium
from tests.rooms.ledger_room import empty_ledger_room

FIRST = "Every yard shares a cargo bike."
SECOND = "Every yard shares a cargo bike, insured."
KIOSK = HowAnswered(way=AnswerWay.KIOSK)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def first(room: ConsortiumRoom) -> int:
    return save_version(room.database, room.consortium_id, FIRST)


def read(room: ConsortiumRoom) -> ConsortiumLedger:
    return consortium_ledger(room.database, room.consortium_id)


def row_of(room: ConsortiumRoom, place: int) -> LedgerRow:
    return next(row for row in read(room).rows if row.member.id == room.members[place])


def answer_all(room: ConsortiumRoom, vision_id: int, level: int) -> None:
    asking = open_asking(room.database, room.consortium_id, room.session_id)
    for member_id in room.members:
        take_position(room.database, vision_id, member_id, level)
    reveal(room.database, asking)


def test_the_kiosk_is_hidden_and_what_was_typed_is_not(room: ConsortiumRoom, first: int) -> None:
    asking = open_asking(room.database, room.consortium_id, room.session_id)
    take_position(room.database, first, room.members[0], 1, "Never", how=KIOSK)
    take_position(room.database, first, room.members[1], 2, "By hand")
    ledger = read(room)
    assert [one.level for one in ledger.answers.values()] == [2]
    assert "Never" not in repr(ledger)
    assert (ledger.sums[0].answered, ledger.sums[0].agreed) == (2, None)
    reveal(room.database, asking)
    assert "Never" in repr(read(room))
    assert read(room).sums[0].agreed == 0


def test_what_the_ledger_says_is_ready_is_ready_for_everybody(
    room: ConsortiumRoom, first: int
) -> None:
    def agree() -> bool:
        page = FollowedVision(room.database, room.consortium_id).page
        assert read(room).is_ready == page.readiness.ready
        return page.readiness.ready

    assert not agree()
    asking = open_asking(room.database, room.consortium_id, room.session_id)
    for member_id in room.members[1:]:
        take_position(room.database, first, member_id, 7)
    assert not agree()
    take_position(room.database, first, room.members[0], 7, how=KIOSK)
    assert not agree()
    reveal(room.database, asking)
    assert agree()
    set_agreed_level(room.database, room.consortium_id, 8)
    assert agree(), "the level of the asking counts"
    objection = Concern("Fire", objection=True)
    take_position(room.database, first, room.members[0], 7, concern=objection)
    assert not agree()
    save_version(room.database, room.consortium_id, SECOND)
    assert not agree()


def test_a_project_outside_every_session_has_its_ledger(tmp_path: Path) -> None:
    room = empty_ledger_room(tmp_path / "club.kdc")
    assert str(consortium_ledger(room.database, room.consortium_id).headline) == (
        "Not yet: seven things"
    )
    room.join("Harbour", "", "C", MemberRole.LEAD)
    vision = room.version(FIRST)
    room.answer(vision, {"Harbour": 7})
    room.call(vision, "Harbour", 8)
    ledger = consortium_ledger(room.database, room.consortium_id)
    assert [(one.title, one.by_phone) for one in ledger.evenings] == [("", False), ("", True)]
    assert [cell.given and cell.given.level for cell in ledger.rows[0].cells] == [7, 8]
    room.database.close()


def test_answers_from_before_askings_were_kept_have_their_columns(
    room: ConsortiumRoom, first: int
) -> None:
    with room.database.edit(lazy("As it was")) as edit:
        for place, level in enumerate((7, 5)):
            edit.add(
                Position(
                    vision_id=first,
                    member_id=room.members[place],
                    level=level,
                    at=room.database.now(),
                )
            )
    ledger = read(room)
    assert [(one.key, one.session_id, one.is_open) for one in ledger.columns] == [
        (-first, room.session_id, False)
    ]
    assert [row_of(room, at).cells[0].kind for at in (0, 1, 2)] == [
        "answer",
        "answer",
        "unanswered",
    ]


def test_of_a_merged_member_the_later_answer_stands_and_both_are_kept(
    room: ConsortiumRoom, first: int
) -> None:
    answer_all(room, first, 7)
    with room.database.edit(lazy("Merged two members")) as edit:
        own = edit.scalars(select(Position).where(Position.member_id == room.members[1])).one()
        own.member_id, own.level = room.members[0], 3
        own.at = Instant(own.at.seconds + 60)
    cell = row_of(room, 0).cells[0]
    assert (cell.answer and cell.answer.level, [one.level for one in cell.earlier]) == (3, [7])
    ledger = read(room)
    assert {3, 7} <= {one.level for one in ledger.answers.values()}
    assert ledger.sums[0].answered == len(room.members) - 1


def test_who_left_and_came_back_is_told_with_its_heir(room: ConsortiumRoom, first: int) -> None:
    answer_all(room, first, 6)
    room.clock.days(1)
    leave(room.database, room.members[5], room.members[0])
    room.clock.days(1)
    asking = open_asking(room.database, room.consortium_id, room.session_id)
    take_position(room.database, first, room.members[0], 8)
    reveal(room.database, asking)
    room.clock.days(1)
    come_back(room.database, room.members[5])
    room.clock.days(1)
    take_position(room.database, first, room.members[5], 7)
    row = row_of(room, 5)
    assert [cell.kind for cell in row.cells] == ["answer", "left", "answer"]
    (span,) = row.spans
    assert span.away is not None
    assert (span.away.handed_to, span.away.back_at is not None) == ("Harbour Mobility", True)


def test_across_scales_it_says_so_and_reckons_nothing(room: ConsortiumRoom, first: int) -> None:
    answer_all(room, first, 7)
    room.clock.days(30)
    second = save_version(room.database, room.consortium_id, SECOND)
    set_scale(room.database, room.consortium_id, "fist5")
    answer_all(room, second, 4)
    ledger = read(room)
    assert {str(flag.text) for flag in ledger.flags.values()} == {"another scale before"}
    assert [column.scale for column in ledger.columns] == ["kaner8", "fist5"]
    assert [one.agreed for one in ledger.sums] == [7, 7]


def test_an_answer_tells_who_said_it_and_what_would_move_it(
    room: ConsortiumRoom, first: int
) -> None:
    with room.database.edit(lazy("Somebody speaks")) as edit:
        speaker = Person(name="Aino Laine", created_at=room.database.now())
        edit.add(speaker)
        edit.flush()
        speaker_id = speaker.id
    call = HowAnswered(None, AnswerWay.CALL, speaker_id)
    take_position(room.database, first, room.members[0], 6, "It rains", "A roof", how=call)
    ledger = read(room)
    (said,) = ledger.answers.values()
    assert (said.said_by, said.way, said.reason, said.would_move) == (
        "Aino Laine",
        AnswerWay.CALL,
        "It rains",
        "A roof",
    )


def test_when_all_only_observe_nobody_is_asked(room: ConsortiumRoom, first: int) -> None:
    answer_all(room, first, 6)
    with room.database.edit(lazy("All observe")) as edit:
        for member_id in room.members:
            edit.get_one(Member, member_id).role = MemberRole.OBSERVER
    ledger = read(room)
    assert ledger.help is not None
    assert str(ledger.help.text) == "Bring in the members: nobody is asked yet."
    assert [row.cells[0].kind for row in ledger.rows] == ["answer"] * len(room.members)


def test_a_clock_that_went_back_loses_no_answer(room: ConsortiumRoom, first: int) -> None:
    answer_all(room, first, 6)
    room.clock.days(1)
    answer_all(room, first, 7)
    with room.database.edit(lazy("As another laptop wrote it")) as edit:
        newest = edit.scalars(select(Asking).order_by(Asking.id.desc()).limit(1)).one()
        newest.opened_at = Instant(newest.opened_at.seconds - 10 * 86_400)
    ledger = read(room)
    assert len(ledger.columns) == 2
    assert all(len(row.answers) == 2 for row in ledger.rows)


def test_absent_is_for_whom_nobody_was_there_who_sat_at_its_table(
    room: ConsortiumRoom, first: int
) -> None:
    _other, (elsewhere,) = add_consortium(
        room.database, room.session_id, "Roofs", (("Roofers", "C", MemberRole.LEAD),)
    )
    with room.database.edit(lazy("Who came")) as edit:
        harbour = edit.get_one(Member, room.members[0]).organisation_id
        people = [
            Person(name=name, organisation_id=harbour, created_at=room.database.now())
            for name in ("Aino", "Eero")
        ]
        edit.add_all(people)
        edit.flush()
        came = Attendance(
            session_id=room.session_id, person_id=people[0].id, state=AttendanceState.PRESENT
        )
        edit.add(came)
        aino, eero = (one.id for one in people)
    asking = open_asking(room.database, room.consortium_id, room.session_id)
    take_position(room.database, first, room.members[1], 6)
    reveal(room.database, asking)

    def kind() -> LedgerCellKind:
        return row_of(room, 0).cells[0].kind

    def place(person_id: int, member_id: int) -> None:
        with room.database.edit(lazy("Placed")) as edit:
            edit.add(Delegate(session_id=room.session_id, member_id=member_id, person_id=person_id))

    assert kind() is LedgerCellKind.UNANSWERED, "somebody of it was there"
    place(eero, room.members[0])
    assert kind() is LedgerCellKind.ABSENT, "who was to speak for it was not"
    room.database.undo()
    place(aino, elsewhere)
    assert kind() is LedgerCellKind.ABSENT, "who was there sat at another table"
    room.database.undo()
    place(aino, room.members[0])
    assert kind() is LedgerCellKind.UNANSWERED


def test_what_a_member_was_when_it_was_asked_counts_and_not_what_it_is_by_now(
    room: ConsortiumRoom, first: int
) -> None:
    answer_all(room, first, 7)
    room.clock.days(1)
    asking = open_asking(room.database, room.consortium_id, room.session_id)
    take_position(room.database, first, room.members[1], 6)
    room.clock.days(1)
    reveal(room.database, asking)
    room.clock.days(1)
    set_role(room.database, room.members[0], MemberRole.OBSERVER)
    assert row_of(room, 0).cells[1].kind is LedgerCellKind.UNANSWERED
    assert read(room).sums[1].asked == len(room.members)
