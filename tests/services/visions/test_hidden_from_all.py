"""Two clubs that differ only in answers which are not revealed answer every question alike.

The questions are those of all services, found in their source. What the facilitator types by hand
stands in their own window (decision 0025): these questions are named here. No other may come to it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.domain.visions.pulse import QUESTION_KEYS
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.services.visions.askings import open_asking
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.pulses import answer_pulse, open_pulse
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium
from tests.rooms.every_question import asked_all, questions
from tests.rooms.vision_pages import reveal_all
from tests.services.visions.on_a_vision import FIRST, SECOND

OF_THE_FACILITATOR = {
    # What stands in the facilitator's own window, and nowhere else.
    *("visions/consortium_ledger.consortium_ledger", "visions/questions.consortia_with_visions"),
    *("visions/questions.one_with_vision", "visions/reservation_rows.reservation_rows"),
    *("visions/reservation_rows.read_histories", "visions/letting_go.life_of"),
    "visions/noted.heard_in",
    # What these are made of.
    *("visions/ledgers.read_ledgers", "visions/ledger_reading.read_answers"),
}
RAW = {"visions/ledger_reading.read_answers"}
"""What hides answers is made of these."""


class Said(NamedTuple):
    """What is answered at the kiosk, what is typed by hand, and what was heard with that."""

    kiosk: tuple[int, int]
    hand: tuple[int, int]
    is_still_there: bool
    pulse: int


SAME_BY_HAND = {"high": Said((8, 7), (5, 5), True, 5), "low": Said((1, 2), (5, 5), True, 1)}
ALL_ELSE = {"high": Said((8, 7), (6, 8), False, 5), "low": Said((1, 2), (1, 2), True, 1)}


def make(folder: Path, said: Said) -> ConsortiumRoom:
    """All have answered a first version; of the second, two at the kiosk and two by hand."""
    folder.mkdir()
    room = make_consortium(folder / "club.kdc")
    database, members = room.database, room.members
    with database.edit(lazy("The evening begins")) as edit:
        edit.get_one(Session, room.session_id).status = SessionStatus.LIVE
    first = save_version(database, room.consortium_id, FIRST)
    for member_id in members:
        take_position(database, first, member_id, 6, concern=Concern("Who pays?"))
    reveal_all(database)
    room.clock.days(1)
    second = save_version(database, room.consortium_id, SECOND)
    open_asking(database, room.consortium_id, room.session_id)
    pulse = open_pulse(database, room.consortium_id, room.session_id)
    for place, level in enumerate((*said.kiosk, *said.hand)):
        is_hand = place >= len(said.kiosk)
        own = {place + 1: said.is_still_there} if is_hand else None
        worry = Concern("They park on our quay", objection=True) if is_hand and level < 3 else None
        how = HowAnswered(room.session_id, AnswerWay.HAND if is_hand else AnswerWay.KIOSK)
        words = f"Because of {level}", f"More than {level}"
        take_position(database, second, members[place], level, *words, worry, how, own)
        answer_pulse(database, pulse, members[place], dict.fromkeys(QUESTION_KEYS, said.pulse))
    database.settle()
    return room


def differing(folder: Path, ways: Mapping[str, Said]) -> tuple[set[str], set[str]]:
    """Which questions are answered otherwise, and which were asked."""
    wanted, answers = [one for one in questions() if not one.name.startswith("club/backups")], []
    for name, said in ways.items():
        room = make(folder / name, said)
        room.database.close()
        answers.append(asked_all(room.database.path, room.clock, wanted))
    one, other = answers
    assert one.keys() == other.keys()
    return {name for name in one if one[name] != other[name]}, set(one)


def test_what_was_answered_at_the_kiosk_nobody_learns(tmp_path: Path) -> None:
    found, asked = differing(tmp_path, SAME_BY_HAND)
    assert found == RAW
    assert len(asked) > 100


def test_what_was_typed_by_hand_stands_in_the_facilitators_window_only(tmp_path: Path) -> None:
    found, _asked = differing(tmp_path, ALL_ELSE)
    assert found == OF_THE_FACILITATOR
