"""Consortia: suggest, pin, name gaps, confirm. On a real file."""

from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.domain.consortia.fitting import Weights
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Attendance, Interest, Session
from kdc_desktop.services.consortia.forming import (
    confirm_consortia,
    let_go,
    make_consortia,
    remove_consortium,
    rename_consortium,
    set_wanted,
)
from kdc_desktop.services.consortia.moving import move_delegate, move_member, set_pinned
from kdc_desktop.services.consortia.placement import preview
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.consortia.roles import add_open_role, fill_open_role, remove_open_role
from kdc_desktop.services.consortia.rows import ConsortiumRow
from kdc_desktop.services.consortia.suggestions import (
    apply_suggestion,
    find_suggestions,
    problem_of,
)
from kdc_desktop.services.consortia.wanted import Wanted
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from tests.rooms.consortia_room import (
    EVENING,
    STARTS,
    Room,
    columns,
    give_wishes,
    id_of,
    make_room,
    member,
    placed_by_hand,
)
from tests.rooms.statements import queries_of


def test_a_suggestion_makes_one_member_of_each_organisation_and_undoes_in_one_step(
    room: Room,
) -> None:
    placed = dict.fromkeys(room.people[:10], room.winners[0])
    placed |= dict.fromkeys(room.people[10:18], room.winners[1])
    apply_suggestion(room.database, 1, placed, CONSORTIUM_TRAILS)
    first, second = columns(room)
    assert (first.people, first.organisations, second.people) == (10, 7, 8)
    mobility = member(room, 0, "Harbour Mobility")
    assert [one.name for one in mobility.delegates] == ["Aino Salmi", "Oona Salmi"]
    assert {one.person_id for one in overview(room.database, 1, CONSORTIUM_TRAILS).waiting} == set(
        room.people[18:]
    )
    assert str(room.database.undo().label) == "Placed 18 people in consortia"
    assert columns(room) == ()


def test_the_preview_of_a_suggestion_is_what_applying_it_makes(room: Room) -> None:
    give_wishes(room)
    placed = {person: room.winners[at % 2] for at, person in enumerate(room.people)}
    wanted = Wanted(4, 11)
    seen = overview(room.database, 1, CONSORTIUM_TRAILS, wanted)
    shown = preview(seen, placed).consortia
    apply_suggestion(room.database, 1, placed, CONSORTIUM_TRAILS, wanted)
    made = overview(room.database, 1, CONSORTIUM_TRAILS, wanted).consortia

    def bare(column: ConsortiumRow) -> tuple[object, ...]:
        members = {(one.key, one.sector, one.role, one.delegates) for one in column.members}
        return (column.winner_id, column.name, column.gaps, column.needed_sectors, members)

    assert list(map(bare, shown)) == list(map(bare, made))


def test_pins_hold_in_the_next_suggestion(room: Room) -> None:
    give_wishes(room, share=1.0)
    placed_by_hand(room)
    person = room.people[3]
    with room.database.read() as snapshot:
        wished = set(
            snapshot.scalars(select(Interest.winner_id).where(Interest.person_id == person))
        )
    unwished = next((key for key in room.winners if key not in wished), room.winners[2])
    there = next(column for column in columns(room) if column.winner_id == unwished)
    move_delegate(room.database, 1, person, there.id, CONSORTIUM_TRAILS)
    set_pinned(room.database, 1, [person], True)
    problem = problem_of(room.database, 1, CONSORTIUM_TRAILS)
    best = find_suggestions(problem)[0]
    apply_suggestion(room.database, 1, best.placed, CONSORTIUM_TRAILS)
    seen = overview(room.database, 1, CONSORTIUM_TRAILS)
    assert seen.placed == best.placed
    assert seen.placed[person] == unwished
    assert person in seen.pinned
    set_pinned(room.database, 1, [person], False)
    assert overview(room.database, 1, CONSORTIUM_TRAILS).pinned == frozenset()


def test_the_problem_is_made_of_those_present(room: Room) -> None:
    with room.database.edit(lazy("Some left, some host")) as edit:
        edit.get_one(Attendance, 1).state = AttendanceState.LEFT
        edit.get_one(Attendance, 2).state = AttendanceState.REGISTERED
        edit.get_one(Attendance, 3).role = AttendanceRole.FACILITATOR
    set_interests(
        room.database, 1, room.people[4], [room.winners[2], room.winners[0]], MemberRole.FUNDER
    )
    problem = problem_of(room.database, 1, CONSORTIUM_TRAILS)
    assert len(problem.candidates) == 17
    resident = next(one for one in problem.candidates if one.person_id == room.people[4])
    assert (resident.sector, resident.organisation_id) == ("R", None)
    assert (resident.choices, resident.role) == (tuple(room.winners[::-2]), MemberRole.FUNDER)
    assert problem.groups[0].title == "Yard bikes"


def test_gaps_and_open_roles_are_said_in_words(room: Room) -> None:
    first, *_ = placed_by_hand(room)
    set_wanted(room.database, [first], 2, 5, "CR")
    set_interests(room.database, 1, room.people[4], [room.winners[1], room.winners[0]])
    for person in (room.people[0], room.people[8]):
        move_delegate(room.database, 1, person, first, CONSORTIUM_TRAILS)
    role = add_open_role(room.database, first, "someone who decides on permits", "P")
    column = columns(room)[0]
    assert [gap.sentence for gap in column.gaps] == [
        "No resident is in. 1 resident chose this second: ask them."
    ]
    assert (column.missing, column.wanted_roles[0].title) == (2, "someone who decides on permits")
    filler = column.members[0]
    fill_open_role(room.database, role, id_of(filler))
    column = columns(room)[0]
    assert (column.missing, column.open_roles[0].filled_by_id) == (1, filler.id)
    move_member(room.database, id_of(filler), None, CONSORTIUM_TRAILS)
    assert len(columns(room)[0].wanted_roles) == 1
    remove_open_role(room.database, role)
    assert columns(room)[0].open_roles == ()


def test_consortia_are_confirmed_and_let_go_once(room: Room) -> None:
    first, second, _ = placed_by_hand(room)
    with pytest.raises(UserError):
        confirm_consortia(room.database, 1)
    move_delegate(room.database, 1, room.people[0], first, CONSORTIUM_TRAILS)
    assert confirm_consortia(room.database, 1) == 1
    with pytest.raises(UserError, match="has members is confirmed already"):
        confirm_consortia(room.database, 1)
    assert [column.confirmed_at for column in columns(room)] == [EVENING, None, None]
    let_go(room.database, first)
    with pytest.raises(UserError):
        let_go(room.database, first)
    problem = problem_of(room.database, 1, CONSORTIUM_TRAILS)
    assert problem.pinned == {room.people[0]: room.winners[0]}
    with pytest.raises(UserError):
        remove_consortium(room.database, first, CONSORTIUM_TRAILS)
    remove_consortium(room.database, second, CONSORTIUM_TRAILS)
    rename_consortium(room.database, first, " Bikes for  yards ")
    assert [column.name for column in columns(room)] == [
        "Bikes for yards",
        "Five-day pilot permits",
    ]


def test_without_winners_or_people_there_is_a_sentence(tmp_path: Path) -> None:
    bare = make_room(tmp_path / "bare.kdc", people=0, titles=())
    with pytest.raises(UserError, match="Mark winners first"):
        problem_of(bare.database, 1, CONSORTIUM_TRAILS)
    with pytest.raises(UserError, match="Mark winners first"):
        make_consortia(bare.database, 1, CONSORTIUM_TRAILS)
    bare.database.close()


def test_reading_consortia_takes_the_same_number_of_queries_for_any_size(tmp_path: Path) -> None:
    counts = []
    for size in (10, 80):
        made = make_room(tmp_path / f"{size}.kdc", people=size)
        placed = {person: made.winners[at % 3] for at, person in enumerate(made.people)}
        apply_suggestion(made.database, 1, placed, CONSORTIUM_TRAILS)
        asked = queries_of(partial(overview, made.database, 1, CONSORTIUM_TRAILS))
        counts.append(len(asked))
        made.database.close()
    assert counts[0] == counts[1]


def test_who_met_in_an_earlier_session_is_known_when_new_acquaintances_matter(room: Room) -> None:
    first, *_ = placed_by_hand(room)
    for person in room.people[:3]:
        move_delegate(room.database, 1, person, first, CONSORTIUM_TRAILS)
    with room.database.edit(lazy("Another evening")) as edit:
        later = Session(title="Spring evening", starts_at=STARTS)
        edit.add(later)
        edit.flush()
        for person in room.people[1:5]:
            edit.add(
                Attendance(session_id=later.id, person_id=person, state=AttendanceState.PRESENT)
            )
    wanted = Wanted(weights=Weights(new_acquaintances=10.0))
    problem = overview(room.database, later.id, CONSORTIUM_TRAILS, wanted).problem
    assert problem.circles == (frozenset(room.people[1:3]),)
    assert overview(room.database, later.id, CONSORTIUM_TRAILS).problem.circles == ()
