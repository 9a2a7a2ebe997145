"""Slips are given out once, counted once, and tell no more of a voter than a poll may keep."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.states import Channel, PollSubject, Secrecy, SlipState
from kdc_desktop.domain.polls.turnout import SlipCount
from kdc_desktop.errors import UserError
from kdc_desktop.model.polls import Slip
from kdc_desktop.services.polls import questions, running
from kdc_desktop.services.polls.hands import set_hands
from kdc_desktop.services.polls.preparing import PollPlan, change_poll, create_poll
from kdc_desktop.services.polls.slip_codes import slip_sheet
from kdc_desktop.services.polls.slips import enter_slip, give_slip, print_slips, take_slip_back
from tests.rooms.poll_room import Room

SECTORS = ("C", "P", "A", "T", "R")


def printed(room: Room, secrecy: Secrecy = Secrecy.SECRET, count: int = 5) -> int:
    """An open poll with so many slips, each sector with its own where they are told apart."""
    poll_id = room.open_poll(secrecy=secrecy)
    for sector in SECTORS if secrecy == Secrecy.SECTOR_ONLY else (None,):
        print_slips(room.database, poll_id, count, sector)
    return poll_id


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(UserError) as refusal:
        act()
    return str(refusal.value)


def slips(room: Room, poll_id: int) -> list[tuple[int, SlipState, str | None, int | None]]:
    with room.database.read() as snapshot:
        rows = snapshot.scalars(select(Slip).where(Slip.poll_id == poll_id).order_by(Slip.number))
        return [(one.number, one.state, one.sector, one.person_id) for one in rows]


def test_numbers_are_given_once_for_each_poll(room: Room) -> None:
    poll_id, other = room.open_poll(), room.open_poll()
    assert print_slips(room.database, poll_id, 3) == (1, 3)
    assert print_slips(room.database, poll_id, 2) == (4, 5)
    assert print_slips(room.database, other, 1) == (1, 1)


def test_slips_are_printed_while_a_poll_is_prepared(room: Room) -> None:
    assert print_slips(room.database, room.draft(), 3) == (1, 3)


@pytest.mark.parametrize(
    ("count", "sector", "sentence"),
    [
        (0, None, "between 1 and 1,000"),
        (1001, None, "between 1 and 1,000"),
        (3, "C", "tell no sector"),
    ],
)
def test_what_cannot_be_printed_is_refused(
    room: Room, count: int, sector: str | None, sentence: str
) -> None:
    poll_id = room.open_poll()
    assert sentence in refused(lambda: print_slips(room.database, poll_id, count, sector))
    assert slips(room, poll_id) == []


def test_slips_of_a_closed_poll_are_not_printed(room: Room) -> None:
    poll_id = room.open_poll()
    running.close_poll(room.database, poll_id)
    assert "is closed" in refused(lambda: print_slips(room.database, poll_id, 3))


def test_in_a_sector_only_poll_each_sector_has_its_own(room: Room) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.SECTOR_ONLY)
    assert "whose slips" in refused(lambda: print_slips(room.database, poll_id, 3))
    print_slips(room.database, poll_id, 1, "P")
    company = room.people[0]
    assert "of this sector" in refused(lambda: give_slip(room.database, poll_id, company))
    give_slip(room.database, poll_id, room.people[1])
    print_slips(room.database, poll_id, 1, "C")
    other = refused(lambda: enter_slip(room.database, poll_id, 2, {}))
    assert "given to nobody" in other, "the slip that was given out is another sector's"
    enter_slip(room.database, poll_id, 1, {})
    assert room.stored_papers(poll_id) == [(None, "P", {})]


def test_who_was_given_a_slip_cannot_vote_otherwise(room: Room) -> None:
    for secrecy in Secrecy:
        poll_id = printed(room, secrecy)
        give_slip(room.database, poll_id, room.people[0], 1 if secrecy == Secrecy.NAMED else None)
        for channel in (Channel.KIOSK, Channel.BY_HAND):
            said = refused(lambda: room.cast(poll_id, 0, {}, channel))  # noqa: B023
            assert said == (
                "Aino Ainonen was given a slip. Take it back unused first, then they can vote "
                "otherwise."
            )
        assert room.stored_papers(poll_id) == []


def test_who_has_voted_is_given_no_slip(room: Room) -> None:
    for secrecy in Secrecy:
        poll_id = printed(room, secrecy)
        room.cast(poll_id, 0, {})
        number = 1 if secrecy == Secrecy.NAMED else None
        said = refused(lambda: give_slip(room.database, poll_id, room.people[0], number))  # noqa: B023
        assert "Aino Ainonen has voted" in said


def test_nobody_is_given_two_slips(room: Room) -> None:
    poll_id = printed(room)
    give_slip(room.database, poll_id, room.people[0])
    assert "was given a slip" in refused(lambda: give_slip(room.database, poll_id, room.people[0]))
    named = printed(room, Secrecy.NAMED)
    give_slip(room.database, named, room.people[0], 1)
    assert "a slip already" in refused(lambda: give_slip(room.database, named, room.people[0], 2))
    assert "given to somebody already" in refused(
        lambda: give_slip(room.database, named, room.people[1], 1)
    )


def test_no_more_slips_are_given_out_than_were_printed(room: Room) -> None:
    poll_id = printed(room, count=1)
    give_slip(room.database, poll_id, room.people[0])
    assert "print more" in refused(lambda: give_slip(room.database, poll_id, room.people[1]))


def test_a_stranger_is_given_no_slip(room: Room) -> None:
    poll_id = printed(room)
    assert "not among those who may vote" in refused(
        lambda: give_slip(room.database, poll_id, 10**6)
    )


def test_a_number_counts_once(room: Room) -> None:
    for secrecy in Secrecy:
        poll_id = printed(room, secrecy)
        first, second = room.options(poll_id)[:2]
        number = 1 if secrecy == Secrecy.NAMED else None
        give_slip(room.database, poll_id, room.people[0], number)
        give_slip(room.database, poll_id, room.people[5], 2 if number else None)
        enter_slip(room.database, poll_id, 1, {Spot(first): 2})
        said = refused(lambda: enter_slip(room.database, poll_id, 1, {Spot(second): 1}))  # noqa: B023
        assert "has come in already, and counts once" in said
        assert [marks for *_, marks in room.stored_papers(poll_id)] == [{first: 2}]


def test_only_what_was_printed_and_given_out_is_counted(room: Room) -> None:
    for secrecy in (Secrecy.SECRET, Secrecy.NAMED):
        poll_id = printed(room, secrecy)
        assert "never printed" in refused(lambda: enter_slip(room.database, poll_id, 99, {}))  # noqa: B023
        assert "was given to nobody" in refused(
            lambda: enter_slip(room.database, poll_id, 1, {})  # noqa: B023
        )


def test_more_slips_cannot_come_back_than_were_given_out(room: Room) -> None:
    poll_id = printed(room)
    give_slip(room.database, poll_id, room.people[0])
    enter_slip(room.database, poll_id, 4, {})
    assert "was given to nobody" in refused(lambda: enter_slip(room.database, poll_id, 2, {}))
    give_slip(room.database, poll_id, room.people[1])
    enter_slip(room.database, poll_id, 2, {})
    assert len(room.stored_papers(poll_id)) == 2


def test_a_wrong_paper_leaves_its_slip_out(room: Room) -> None:
    poll_id = room.open_poll(marks_each=3)
    option = room.options(poll_id)[0]
    print_slips(room.database, poll_id, 2)
    give_slip(room.database, poll_id, room.people[0])
    assert "take 1 back" in refused(
        lambda: enter_slip(room.database, poll_id, 1, {Spot(option): 4})
    )
    enter_slip(room.database, poll_id, 1, {Spot(option): 3})
    assert [marks for *_, marks in room.stored_papers(poll_id)] == [{option: 3}]


def test_an_unused_slip_is_taken_back_and_its_voter_goes_to_the_kiosk(room: Room) -> None:
    for secrecy in Secrecy:
        poll_id = printed(room, secrecy)
        number = 1 if secrecy == Secrecy.NAMED else None
        give_slip(room.database, poll_id, room.people[0], number)
        take_slip_back(room.database, poll_id, room.people[0], 1)
        room.cast(poll_id, 0, {})
        turnout = questions.turnout(room.database, poll_id)
        assert (turnout.kiosk, turnout.by_slip, turnout.slips.given) == (1, 0, 0)
        give_slip(room.database, poll_id, room.people[5], number)
        enter_slip(room.database, poll_id, 1, {})


def test_only_the_slip_that_somebody_has_is_taken_back(room: Room) -> None:
    poll_id = printed(room, Secrecy.NAMED)
    give_slip(room.database, poll_id, room.people[0], 1)
    assert "is not one that Aino Ainonen has" in refused(
        lambda: take_slip_back(room.database, poll_id, room.people[0], 2)
    )
    secret = printed(room)
    assert "is not one that Aino Ainonen has" in refused(
        lambda: take_slip_back(room.database, secret, room.people[0], 1)
    )
    give_slip(room.database, secret, room.people[0])
    enter_slip(room.database, secret, 1, {})
    assert "has come in already" in refused(
        lambda: take_slip_back(room.database, secret, room.people[0], 1)
    )
    assert "was given to nobody" in refused(
        lambda: take_slip_back(room.database, secret, room.people[0], 2)
    ), "all that were given out have come back, so this one is of the pile"


def test_turnout_tells_what_became_of_the_slips(room: Room) -> None:
    poll_id = printed(room, count=5)
    for person in room.people[:3]:
        give_slip(room.database, poll_id, person)
    room.cast(poll_id, 4, {})
    enter_slip(room.database, poll_id, 2, {})
    enter_slip(room.database, poll_id, 5, {})
    told = questions.turnout(room.database, poll_id)
    assert told.slips == SlipCount(5, 3, 2)
    assert told.reconciliation == (
        "1 at the kiosk + 2 by slip = 3 of 20 who may vote. "
        "Slips: 5 printed, 3 given out, 2 came back, 1 missing."
    )
    row = questions.poll(room.database, poll_id)
    assert (row.papers, row.voted) == (3, 3)
    running.close_poll(room.database, poll_id)
    assert questions.turnout(room.database, poll_id) == told
    assert questions.poll(room.database, poll_id).papers == 3


def test_the_turnout_of_a_named_poll_tells_the_same(room: Room) -> None:
    poll_id = printed(room, Secrecy.NAMED, count=5)
    for number, person in enumerate(room.people[:3], 1):
        give_slip(room.database, poll_id, person, number)
    enter_slip(room.database, poll_id, 2, {})
    told = questions.turnout(room.database, poll_id)
    assert (told.by_slip, told.voted, told.slips) == (1, 1, SlipCount(5, 3, 1))
    room.cast(poll_id, 1, {}, Channel.BY_HAND)
    replaced = questions.turnout(room.database, poll_id)
    assert (replaced.by_slip, replaced.by_hand, replaced.voted) == (0, 1, 1)


def test_who_has_a_slip_raises_no_hand(room: Room) -> None:
    poll_id = printed(room)
    give_slip(room.database, poll_id, room.people[0])
    assert "At most 19 can take part by hand" in refused(
        lambda: set_hands(room.database, poll_id, 20, {})
    )
    set_hands(room.database, poll_id, 19, {})
    assert "that is everybody" in refused(lambda: give_slip(room.database, poll_id, room.people[1]))


@pytest.mark.parametrize(
    "change",
    [
        {"lowest": 1, "highest": 6},
        {"method": "majority_judgment"},
        {"method": "approval"},
        {"question": "What shall we never do?"},
        {"secrecy": Secrecy.NAMED},
        {"written": ("Lamps", "Benches")},
    ],
    ids=str,
)
def test_a_slip_that_was_printed_before_its_draft_was_changed_is_not_read(
    room: Room, change: dict[str, Any]
) -> None:
    plan = PollPlan(
        question="What first?",
        method="score",
        subject=PollSubject.WRITTEN,
        written=("Benches", "Lamps"),
    )
    poll_id = create_poll(room.database, room.session_id, plan)
    code = slip_sheet(room.database, poll_id).code(1)
    assert slip_sheet(room.database, poll_id).problem(code) == ""
    change_poll(room.database, poll_id, replace(plan, **change))
    assert "printed before the poll was changed" in slip_sheet(room.database, poll_id).problem(code)
