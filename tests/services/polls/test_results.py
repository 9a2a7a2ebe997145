"""What everybody may see of a poll, and from when on."""

import pytest

from kdc_desktop.domain.polls.states import Order, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.services.polls import questions, results, running
from tests.rooms.poll_room import Room


def test_a_result_is_hidden_until_it_is_revealed_and_again_after_reopening(room: Room) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.NAMED)
    with pytest.raises(UserError, match="not over"):
        room.result(poll_id)
    running.close_poll(room.database, poll_id)
    for question in (room.result, lambda hidden: results.papers(room.database, hidden)):
        with pytest.raises(UserError, match="hidden until it is revealed"):
            question(poll_id)
    running.reveal_poll(room.database, poll_id)
    assert len(room.result(poll_id).rows) == 6
    running.reopen_poll(room.database, poll_id)
    assert questions.poll(room.database, poll_id).revealed is False
    with pytest.raises(UserError, match="not over"):
        room.result(poll_id)


def test_sectors_are_told_and_the_weakest_one_ranks(room: Room) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.NAMED, marks_each=1)
    first, second = room.options(poll_id)[:2]
    for place in range(20):
        room.cast(poll_id, place, {first: 1} if place % 5 == 0 or place < 10 else {second: 1})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    by_total = room.result(poll_id)
    assert [row.value for row in by_total.rows[:2]] == [12, 8]
    assert [(share.sector, share.value) for share in by_total.rows[0].shares] == [
        ("C", 4),
        ("P", 2),
        ("A", 2),
        ("T", 2),
        ("R", 2),
    ]
    assert (by_total.rows[0].every_sector, by_total.rows[1].every_sector) == (True, False)
    by_weakest = room.result(poll_id, Order.WEAKEST)
    assert (by_weakest.rows[0].weakest_share, by_weakest.rows[1].weakest_share) == (0.5, 0.0)


def test_a_small_poll_without_names_tells_its_turnout_and_no_papers(room: Room) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.SECTOR_ONLY)
    option = room.options(poll_id)[0]
    for place in (0, 5, 10, 1):
        room.cast(poll_id, place, {option: 1})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    found = room.result(poll_id)
    assert (found.turnout.voted, found.papers, found.blank, found.too_few) == (4, 4, None, 5)
    assert {(row.place, row.rank, row.value, row.written, row.length) for row in found.rows} == {
        ("", 1, None, "not told", 0)
    }
    with pytest.raises(UserError, match="stay in the club file"):
        results.papers(room.database, poll_id)
