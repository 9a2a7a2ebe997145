"""Which place options came to in many polls: counted once, and again where something changed."""

from kdc_desktop.domain.polls.methods import method_of, methods
from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.services.polls import running
from kdc_desktop.services.polls.placings import placings_of
from tests.rooms.any_method import hold
from tests.rooms.poll_room import Room
from tests.rooms.statements import queries_of

RANKING = {"subject": PollSubject.WRITTEN, "written": ("Benches", "Lamps"), "method": "ranking"}


def places(room: Room) -> dict[int, tuple[int, bool]]:
    with room.database.read() as snapshot:
        found = placings_of(snapshot, None)
    return {key: (one.rank, one.tied) for key, one in found.items()}


def test_places_are_those_of_every_result_also_when_asked_again(room: Room) -> None:
    held = [hold(room, method, Secrecy.NAMED) for method in methods()]
    rows = [row for poll_id in held for row in room.result(poll_id).rows]
    assert places(room) == {row.option_id: (row.rank, row.tied) for row in rows}
    assert places(room) == {row.option_id: (row.rank, row.tied) for row in rows}


def test_what_is_asked_again_does_not_grow_with_the_polls(room: Room) -> None:
    hold(room, method_of("ranking"), Secrecy.NAMED)
    places(room)
    of_one = len(queries_of(lambda: places(room)))
    for key in ("ranking", "score", "criteria", "pairwise"):
        hold(room, method_of(key), Secrecy.SECRET)
    places(room)
    assert len(queries_of(lambda: places(room))) == of_one


def test_a_poll_that_was_opened_again_is_counted_again(room: Room) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.NAMED, option_ids=(), **RANKING)
    first, second = room.options(poll_id)
    room.cast(poll_id, 0, {first: 1, second: 2})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    assert places(room) == {first: (1, False), second: (2, False)}
    running.reopen_poll(room.database, poll_id)
    room.cast(poll_id, 0, {second: 1, first: 2})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    assert places(room) == {first: (2, False), second: (1, False)}
