"""A voter who marked two options whose ideas were merged before the result counts once for both."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from kdc_desktop.domain.polls.cast import Spot, tally_of
from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.services.board.merging import merge_ideas, unmerge_ideas
from kdc_desktop.services.joined.polls import WINNERS
from kdc_desktop.services.polls import questions, results, running
from kdc_desktop.services.polls.ballots import ballots_in
from kdc_desktop.services.polls.board_badge import MARKS
from kdc_desktop.services.polls.hands import HandsFor, set_hands
from kdc_desktop.services.polls.placings import placings_of
from kdc_desktop.services.winners.marking import add_winner, mark_winners
from kdc_desktop.services.winners.questions import winners
from tests.rooms.poll_room import Room

DOTS = {"method": "dots", "marks_each": 5, "stacking": True}
SINGLE_DOTS = {**DOTS, "marks_each": 3, "stacking": False}
APPROVAL = {"method": "approval", "marks_each": 0, "stacking": False}


def opened(room: Room, rule: Mapping[str, Any], secrecy: Secrecy, ideas: int = 4) -> int:
    return room.open_poll(
        secrecy=secrecy,
        subject=PollSubject.IDEAS,
        option_ids=tuple(room.ideas[:ideas]),
        smallest_group=3,
        **rule,
    )


def announce(room: Room, poll_id: int) -> None:
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)


def told(room: Room, poll_id: int) -> dict[int, tuple[Any, int]]:
    """By option: its total and how many papers are for it, may everybody see that or not."""
    counted = results.counted_papers(room.database, poll_id).count.options
    return {one.option_id: (one.value, one.voters) for one in counted}


@pytest.mark.parametrize("secrecy", Secrecy)
@pytest.mark.parametrize(
    ("rule", "total"),
    [(APPROVAL, 3), (SINGLE_DOTS, 3), (DOTS, 7)],
    ids=["approvals", "single dots", "stacked dots"],
)
def test_a_paper_counts_once_for_a_pair(
    room: Room, rule: Mapping[str, Any], total: int, secrecy: Secrecy
) -> None:
    poll_id = opened(room, rule, secrecy)
    first, second, third, _fourth = room.options(poll_id)
    many = 2 if rule is DOTS else 1
    room.cast(poll_id, 0, {first: many, second: many})
    room.cast(poll_id, 1, {second: many, third: 1})
    room.cast(poll_id, 2, {first: 1})
    merge_ideas(room.database, [room.ideas[0], room.ideas[1]])
    announce(room, poll_id)
    found = told(room, poll_id)
    assert found[first] == (total, 3)
    assert (second in found, found[third]) == (False, (1, 1))
    (row,) = [row for row in room.result(poll_id).rows if row.option_id == first]
    titles = [one.title for one in questions.options(room.database, poll_id)]
    assert row.title == f"{titles[0]} (with {titles[1]})"


def test_the_idea_that_is_left_is_the_one_that_is_shown(room: Room) -> None:
    poll_id = opened(room, APPROVAL, Secrecy.SECRET)
    first, second, *_rest = room.options(poll_id)
    merge_ideas(room.database, [room.ideas[0], room.ideas[1]], into=room.ideas[1])
    announce(room, poll_id)
    assert (first in told(room, poll_id), second in told(room, poll_id)) == (False, True)


def test_ideas_merged_into_one_that_was_no_option_are_counted_as_one(room: Room) -> None:
    poll_id = opened(room, APPROVAL, Secrecy.SECRET, ideas=3)
    first, second, third = room.options(poll_id)
    for place, chosen in enumerate(([first, second], [second, third], [third])):
        room.cast(poll_id, place, dict.fromkeys(chosen, 1))
    merge_ideas(room.database, [room.ideas[5], *room.ideas[:3]])
    announce(room, poll_id)
    assert told(room, poll_id) == {first: (3, 3)}


def test_what_is_announced_stays_as_it_was(room: Room) -> None:
    poll_id = opened(room, APPROVAL, Secrecy.SECRET)
    first, second, *_rest = room.options(poll_id)
    room.cast(poll_id, 0, {first: 1, second: 1})
    announce(room, poll_id)
    before = room.result(poll_id)
    merge_ideas(room.database, room.ideas[:2])
    assert room.result(poll_id) == before
    unmerge_ideas(room.database, room.ideas[:1])
    assert room.result(poll_id) == before


def test_what_was_merged_at_the_announcement_stays_one_when_it_is_taken_apart(room: Room) -> None:
    poll_id = opened(room, APPROVAL, Secrecy.SECRET)
    merge_ideas(room.database, room.ideas[:2])
    announce(room, poll_id)
    before = room.result(poll_id)
    unmerge_ideas(room.database, room.ideas[:1])
    assert room.result(poll_id) == before


def test_a_named_poll_that_is_reopened_counts_anew(room: Room) -> None:
    poll_id = opened(room, APPROVAL, Secrecy.NAMED)
    merge_ideas(room.database, room.ideas[:2])
    announce(room, poll_id)
    assert len(room.result(poll_id).rows) == 3
    running.reopen_poll(room.database, poll_id)
    unmerge_ideas(room.database, room.ideas[:1])
    announce(room, poll_id)
    assert len(room.result(poll_id).rows) == 4


def test_of_raised_hands_the_larger_number_counts(room: Room) -> None:
    poll_id = opened(room, APPROVAL, Secrecy.SECRET)
    first, second, third, _fourth = room.options(poll_id)
    set_hands(room.database, poll_id, 10, {first: 3, second: 5, third: 2})
    merge_ideas(room.database, room.ideas[:2])
    announce(room, poll_id)
    assert told(room, poll_id)[first] == (5, 0)


def test_of_hands_by_level_those_of_one_option_count(room: Room) -> None:
    """However levels are shared out, no more people raise a hand than there are."""
    poll_id = opened(room, {"method": "score"}, Secrecy.SECRET)
    first, second, *_rest = room.options(poll_id)
    raised = {HandsFor(first, 0): 4, HandsFor(second, 5): 3, HandsFor(second, 4): 2}
    set_hands(room.database, poll_id, 5, raised)
    merge_ideas(room.database, room.ideas[:2])
    announce(room, poll_id)
    (row,) = [row for row in room.result(poll_id).rows if row.option_id == first]
    assert (row.spread, row.value) == ((0, 0, 0, 0, 2, 3), Fraction(23, 5))


def test_of_pairs_both_options_are_the_one_that_is_left(room: Room) -> None:
    poll_id = opened(room, {"method": "pairwise", "marks_each": 0}, Secrecy.SECRET)
    first, second, third, _fourth = room.options(poll_id)
    room.cast(poll_id, 0, {Spot(third, second): 1})
    room.cast(poll_id, 1, {Spot(first, third): 1, Spot(second, third): 1})
    room.cast(poll_id, 2, {Spot(first, second): 1})
    merge_ideas(room.database, room.ideas[:2])
    announce(room, poll_id)
    with room.database.read() as snapshot:
        ballots = ballots_in(snapshot, questions.poll_in(snapshot, poll_id))
    assert ballots.cast.tally.given == {
        None: {Spot(first, third): {1: 1}, Spot(third, first): {1: 1}}
    }
    assert (ballots.cast.tally.cast, ballots.cast.tally.blank) == (3, {None: 1})
    values = told(room, poll_id)
    assert (values[first][0], values[third][0]) == (0.5, 0.5)


def test_papers_stay_as_they_were_cast(room: Room) -> None:
    poll_id = opened(room, DOTS, Secrecy.NAMED)
    first, second, *_rest = room.options(poll_id)
    room.cast(poll_id, 0, {first: 2, second: 3})
    merge_ideas(room.database, room.ideas[:2])
    announce(room, poll_id)
    (paper,) = results.papers(room.database, poll_id)
    assert paper.marks == {Spot(first): 2, Spot(second): 3}


def test_notes_on_the_board_show_what_the_pair_got(room: Room) -> None:
    poll_id = opened(room, APPROVAL, Secrecy.NAMED)
    first, second, *_rest = room.options(poll_id)
    room.cast(poll_id, 0, {first: 1, second: 1})
    room.cast(poll_id, 1, {second: 1})
    merge_ideas(room.database, room.ideas[:2])
    announce(room, poll_id)
    with room.database.read() as snapshot:
        marks = MARKS.of(snapshot, room.session_id)
    assert marks is not None
    assert (marks[room.ideas[0]], marks[room.ideas[2]]) == (2, 0)
    assert room.ideas[1] not in marks


def test_places_are_those_of_the_result_that_is_read_out(room: Room) -> None:
    poll_id = opened(room, APPROVAL, Secrecy.SECRET)
    first, second, third, fourth = room.options(poll_id)
    for place, chosen in enumerate(([first, second], [second, first], [third], [third], [third])):
        room.cast(poll_id, place, dict.fromkeys(chosen, 1))
    merge_ideas(room.database, room.ideas[:2])
    announce(room, poll_id)
    with room.database.read() as snapshot:
        places = {key: one.rank for key, one in placings_of(snapshot, room.session_id).items()}
    shown = {row.option_id: row.rank for row in room.result(poll_id).rows}
    assert shown == {third: 1, first: 2, fourth: 3}
    assert places == {**shown, second: 2}


@pytest.mark.parametrize("seed", range(12))
def test_the_count_is_what_counting_by_hand_gives(room: Room, seed: int) -> None:
    lots = Random(seed)
    rule = lots.choice((APPROVAL, SINGLE_DOTS, DOTS))
    poll_id = opened(room, rule, Secrecy.SECRET, ideas=5)
    options = room.options(poll_id)
    cast: list[dict[int, int]] = []
    for place in range(20):
        most = 2 if rule is DOTS else 1
        chosen = lots.sample(options, lots.randint(0, 2))
        marks = {key: lots.randint(1, most) for key in chosen}
        room.cast(poll_id, place, marks)
        cast.append(marks)
    pairs = lots.choice(([[0, 1]], [[0, 1], [2, 3]], [[1, 2, 4]]))
    for pair in pairs:
        merge_ideas(room.database, [room.ideas[at] for at in pair])
    announce(room, poll_id)
    shown = _by_hand(options, pairs, cast, stacking=rule is DOTS)
    assert told(room, poll_id) == shown


def _by_hand(
    options: Sequence[int],
    pairs: Sequence[Sequence[int]],
    cast: Sequence[Mapping[int, int]],
    *,
    stacking: bool,
) -> dict[int, tuple[Any, int]]:
    one_of = {options[at]: options[pair[0]] for pair in pairs for at in pair}
    found: dict[int, tuple[Any, int]] = {one_of.get(key, key): (0, 0) for key in options}
    for marks in cast:
        for shown in found:
            given = sum(count for key, count in marks.items() if one_of.get(key, key) == shown)
            if given:
                total, papers = found[shown]
                found[shown] = total + (given if stacking else 1), papers + 1
    return found


def test_of_pairs_both_sides_are_counted_as_the_idea_that_is_left(room: Room) -> None:
    poll_id = opened(room, {"method": "pairwise"}, Secrecy.SECRET)
    first, second, third, fourth = room.options(poll_id)
    papers: list[dict[Spot, int]] = [
        {Spot(third, second): 1, Spot(third, first): 1, Spot(first, second): 1},
        {Spot(second, third): 1, Spot(third, fourth): 1},
    ]
    for place, paper in enumerate(papers):
        room.cast(poll_id, place, paper)
    merge_ideas(room.database, room.ideas[:2])
    announce(room, poll_id)
    with room.database.read() as snapshot:
        ballots = ballots_in(snapshot, questions.poll_in(snapshot, poll_id))
    given = ballots.cast.tally.given[None]
    assert given == {
        Spot(third, first): {1: 1},
        Spot(first, third): {1: 1},
        Spot(third, fourth): {1: 1},
    }
    assert tally_of(ballots.cast.papers).given[None] == given


def test_of_ranks_the_better_one_counts(room: Room) -> None:
    poll_id = opened(room, {"method": "ranking"}, Secrecy.SECRET)
    first, second, third, fourth = room.options(poll_id)
    room.cast(poll_id, 0, {second: 1, third: 2, first: 3})
    room.cast(poll_id, 1, {fourth: 1, first: 2})
    merge_ideas(room.database, room.ideas[:2])
    announce(room, poll_id)
    assert told(room, poll_id) == {
        first: (3, 2),
        third: (1, 1),
        fourth: (2, 1),
    }


def test_of_merged_ideas_one_becomes_a_winner(room: Room) -> None:
    poll_id = opened(room, APPROVAL, Secrecy.SECRET)
    first, second, third, _fourth = room.options(poll_id)
    merge_ideas(room.database, room.ideas[:2])
    announce(room, poll_id)
    mark_winners(room.database, poll_id, [second, first, third])
    assert [row.idea_id for row in winners(room.database, 1)] == [room.ideas[0], room.ideas[2]]
    with room.database.read() as snapshot:
        assert WINNERS.won(snapshot, [1]) == {(poll_id, first), (poll_id, third)}


def test_ideas_merged_after_the_announcement_do_not_both_become_winners(room: Room) -> None:
    poll_id = opened(room, APPROVAL, Secrecy.SECRET)
    first, second, *_rest = room.options(poll_id)
    announce(room, poll_id)
    merge_ideas(room.database, room.ideas[:2])
    with pytest.raises(UserError, match="were merged, and are one idea by now"):
        mark_winners(room.database, poll_id, [first, second])
    mark_winners(room.database, poll_id, [second])
    with pytest.raises(UserError, match="were merged, and are one idea by now"):
        mark_winners(room.database, poll_id, [first])
    with pytest.raises(UserError, match="were merged, and are one idea by now"):
        add_winner(room.database, 1, idea_id=room.ideas[0])
    assert [row.idea_id for row in winners(room.database, 1)] == [room.ideas[1]]
