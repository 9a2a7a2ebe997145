"""A reveal that is done again shows what it showed first, or nothing."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from kdc_desktop.domain.kit.actors import Actor, ActorKind, Way
from kdc_desktop.domain.visions.pulse import QUESTION_KEYS
from kdc_desktop.errors import UserError
from kdc_desktop.model import Asking, Base, Pulse
from kdc_desktop.model.base import KeptByUndo
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import clear_position, take_position
from kdc_desktop.services.visions.pulses import answer_pulse, open_pulse, reveal_pulse
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage.acting import acting
from tests.rooms.consortium_room import ConsortiumRoom
from tests.services.visions.on_a_vision import SECOND

GUEST = Actor(ActorKind.PARTICIPANT)
HELPER = Actor(ActorKind.HELPER, 2)


class Round(NamedTuple):
    """How something is asked of the members, answered by one of them, and revealed."""

    entity: type[Asking] | type[Pulse]
    ask: Callable[[ConsortiumRoom], int]
    answer: Callable[[ConsortiumRoom, int, int], object]
    reveal: Callable[[ConsortiumRoom, int], None]


def _answer_asking(room: ConsortiumRoom, asking_id: int, member: int) -> None:
    with room.database.read() as snapshot:
        vision_id = snapshot.get_one(Asking, asking_id).vision_id
    take_position(room.database, vision_id, room.members[member], 5)


def _answer_pulse(room: ConsortiumRoom, pulse_id: int, member: int) -> None:
    steps = dict.fromkeys(QUESTION_KEYS, 3)
    answer_pulse(room.database, pulse_id, room.members[member], steps)


ROUNDS = {
    "asking": Round(
        Asking,
        lambda room: open_asking(room.database, room.consortium_id, room.session_id),
        _answer_asking,
        lambda room, key: reveal(room.database, key),
    ),
    "pulse": Round(
        Pulse,
        lambda room: open_pulse(room.database, room.consortium_id, room.session_id),
        _answer_pulse,
        lambda room, key: reveal_pulse(room.database, key),
    ),
}


def is_open(room: ConsortiumRoom, what: Round, key: int) -> bool:
    with room.database.read() as snapshot:
        return snapshot.get_one(what.entity, key).revealed_at is None


@pytest.mark.parametrize("name", ROUNDS)
def test_it_is_done_again_where_nothing_came_between(
    room: ConsortiumRoom, first: int, name: str
) -> None:
    what = ROUNDS[name]
    key = what.ask(room)
    what.answer(room, key, 0)
    what.reveal(room, key)
    room.database.undo()
    assert is_open(room, what, key)
    room.database.redo()
    assert not is_open(room, what, key)


@pytest.mark.parametrize("name", ROUNDS)
@pytest.mark.parametrize(
    ("who", "told"), [(GUEST, "a participant"), (HELPER, "a helper")], ids=("kiosk", "helper")
)
def test_it_stays_undone_where_an_answer_of_others_came_between(
    room: ConsortiumRoom, first: int, name: str, who: Actor, told: str
) -> None:
    what = ROUNDS[name]
    key = what.ask(room)
    what.answer(room, key, 0)
    what.reveal(room, key)
    room.database.undo()
    with acting(who, Way.DESK):
        what.answer(room, key, 1)
    with pytest.raises(UserError, match=rf"stays undone, because {told} has changed the same"):
        room.database.redo()
    assert is_open(room, what, key)
    what.reveal(room, key)
    assert not is_open(room, what, key)


@pytest.mark.parametrize("name", ROUNDS)
def test_an_own_answer_leaves_no_reveal_to_be_done_again(
    room: ConsortiumRoom, first: int, name: str
) -> None:
    what = ROUNDS[name]
    key = what.ask(room)
    what.answer(room, key, 0)
    what.reveal(room, key)
    room.database.undo()
    what.answer(room, key, 1)
    with pytest.raises(UserError, match="There is nothing to redo"):
        room.database.redo()
    assert is_open(room, what, key)


def test_it_stays_undone_where_a_helper_has_cleared_an_answer(
    room: ConsortiumRoom, first: int
) -> None:
    what = ROUNDS["asking"]
    key = what.ask(room)
    what.answer(room, key, 0)
    what.reveal(room, key)
    room.database.undo()
    with acting(HELPER, Way.DESK):
        clear_position(room.database, first, room.members[0])
    with pytest.raises(UserError, match="stays undone"):
        room.database.redo()
    assert is_open(room, what, key)


def test_a_version_that_ends_an_asking_is_written_again_only_where_nobody_answered_since(
    room: ConsortiumRoom, first: int
) -> None:
    what = ROUNDS["asking"]
    key = what.ask(room)
    what.answer(room, key, 0)
    save_version(room.database, room.consortium_id, SECOND)
    room.database.undo()
    with acting(GUEST, Way.DESK):
        what.answer(room, key, 1)
    with pytest.raises(UserError, match="stays undone"):
        room.database.redo()
    assert is_open(room, what, key)


def test_an_answer_of_others_that_was_taken_back_is_in_nobodys_way(
    room: ConsortiumRoom, first: int
) -> None:
    what = ROUNDS["asking"]
    key = what.ask(room)
    what.answer(room, key, 0)
    what.reveal(room, key)
    room.database.undo()
    with acting(HELPER, Way.DESK):
        what.answer(room, key, 1)
        room.database.undo()
    room.database.redo()
    assert not is_open(room, what, key)


@pytest.mark.parametrize("levels", [(2,), (2, 7)], ids=["the only answer", "a change of it"])
def test_it_stays_undone_where_another_took_back_an_answer_of_before(
    room: ConsortiumRoom, first: int, levels: tuple[int, ...]
) -> None:
    """Else other levels were shown than the room saw, or a reveal of nothing."""
    key = open_asking(room.database, room.consortium_id)
    with acting(HELPER, Way.DESK):
        for level in levels:
            take_position(room.database, first, room.members[1], level)
    reveal(room.database, key)
    room.clock.days(1)
    room.database.undo()
    with acting(HELPER, Way.DESK):
        room.database.undo()
    with pytest.raises(UserError, match="stays undone, because a helper"):
        room.database.redo()
    assert is_open(room, ROUNDS["asking"], key)


def test_what_was_taken_back_before_a_reveal_is_in_nobodys_way(
    room: ConsortiumRoom, first: int
) -> None:
    key = open_asking(room.database, room.consortium_id)
    take_position(room.database, first, room.members[0], 5)
    with acting(HELPER, Way.DESK):
        take_position(room.database, first, room.members[1], 2)
        room.database.undo()
    room.clock.days(1)
    reveal(room.database, key)
    room.database.undo()
    room.database.redo()
    assert not is_open(room, ROUNDS["asking"], key)


def test_asking_is_done_again_though_somebody_answered_and_cleared_it(
    room: ConsortiumRoom, first: int
) -> None:
    """It shows nothing, so nothing that came between is shown with it."""
    key = open_asking(room.database, room.consortium_id)
    with acting(HELPER, Way.DESK):
        take_position(room.database, first, room.members[1], 2)
        clear_position(room.database, first, room.members[1])
    room.database.undo()
    room.database.redo()
    assert is_open(room, ROUNDS["asking"], key)


def test_whatever_is_revealed_says_what_it_shows() -> None:
    """A table of rounds that one day comes besides these has to say so, too."""
    rounds = {name for name, table in Base.metadata.tables.items() if "revealed_at" in table.c}
    shown = {}
    for name in rounds:
        kept = Base.metadata.tables[name].info.get("kept", KeptByUndo())
        shown[name] = kept.shows
        if kept.shows:
            table, column = kept.shows
            (key,) = Base.metadata.tables[table].c[column].foreign_keys
            assert key.column.table.name == name
    assert {name for name, shows in shown.items() if not shows} == {"poll"}, "revealed for good"
