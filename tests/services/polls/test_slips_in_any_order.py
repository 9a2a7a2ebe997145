"""In whatever order slips, papers and people come, each voter has one paper at most."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls.states import Channel, Secrecy
from kdc_desktop.domain.polls.turnout import SlipCount
from kdc_desktop.errors import UserError
from kdc_desktop.services.polls import questions, running
from kdc_desktop.services.polls.slips import enter_slip, give_slip, print_slips, take_slip_back
from tests.rooms.poll_room import Room, make_room

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["give", "give", "back", "enter", "enter", "kiosk", "by_hand", "twice"]),
        st.integers(0, 7),
        st.integers(1, 9),
    ),
    max_size=25,
)


class Expected:
    """What a poll with slips is to hold, reckoned without a database."""

    def __init__(self, secrecy: Secrecy) -> None:
        self.named = secrecy == Secrecy.NAMED
        self.has: dict[int, int] = {}  # who has which slip, in a named poll
        self.out, self.back = set[int](), set[int]()
        self.cast = set[int]()

    @property
    def may_come_back(self) -> int:
        return len(self.out) - len(self.back)

    def allows(self, act: str, who: int, number: int) -> bool:
        known = number <= 6
        match act:
            case "give":
                free = who not in self.out and who not in self.cast
                if self.named:
                    return free and known and number not in self.has.values()
                return free and len(self.out) < 6
            case "back":
                if self.named:
                    return self.has.get(who) == number and number not in self.back
                fresh = known and number not in self.back
                return who in self.out and fresh and self.may_come_back > 0
            case "enter":
                if not known or number in self.back:
                    return False
                return number in self.has.values() if self.named else self.may_come_back > 0
            case _:
                if who in self.out:
                    return self.named and self.has[who] in self.back
                return self.named or who not in self.cast

    def done(self, act: str, who: int, number: int) -> None:
        match act:
            case "give":
                self.out.add(who)
                self.has[who] = number
            case "back":
                self.out.discard(who)
                self.has.pop(who)
            case "enter":
                self.back.add(number)
            case _:
                self.cast.add(who)


@pytest.mark.parametrize("secrecy", [Secrecy.SECRET, Secrecy.NAMED])
def test_in_whatever_order_things_come_each_voter_has_one_paper(
    tmp_path: Path, secrecy: Secrecy
) -> None:
    room = make_room(tmp_path / "club.kdc", people=8)

    @given(ACTS)
    @settings(
        max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    def check(acts: list[tuple[str, int, int]]) -> None:
        poll_id = room.open_poll(secrecy=secrecy)
        print_slips(room.database, poll_id, 6)
        expected = Expected(secrecy)
        for act, who, number in acts:
            for _time in range(2 if act == "twice" else 1):
                does = "enter" if act == "twice" else act
                allowed = expected.allows(does, who, number)
                try:
                    _do(room, poll_id, secrecy, does, who, number)
                except UserError:
                    assert not allowed
                else:
                    assert allowed
                    expected.done(does, who, number)
        told = questions.turnout(room.database, poll_id)
        running.close_poll(room.database, poll_id)
        replaced = {who for who in expected.cast if who in expected.out}
        papers = len(expected.cast) + len(expected.back) - len(replaced)
        assert len(room.stored_papers(poll_id)) == papers == told.voted
        assert told.slips == SlipCount(6, len(expected.out), len(expected.back))
        assert questions.turnout(room.database, poll_id) == told

    check()


def _do(room: Room, poll_id: int, secrecy: Secrecy, act: str, who: int, number: int) -> None:
    person = room.people[who]
    match act:
        case "give":
            named = secrecy == Secrecy.NAMED
            give_slip(room.database, poll_id, person, number if named else None)
        case "back":
            take_slip_back(room.database, poll_id, person, number)
        case "enter":
            enter_slip(room.database, poll_id, number, {room.options(poll_id)[0]: 1})
        case _:
            room.cast(poll_id, who, {}, Channel(act))
