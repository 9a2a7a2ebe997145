"""Which pair a voter is asked about next: balanced, and what does not follow yet."""

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.polls.cast import Marks, Spot
from kdc_desktop.domain.polls.pairing import next_pair


def answered(options: range, voter: int, answers: int, prefer: int = 0) -> list[tuple[int, int]]:
    """The pairs that a voter is asked who passes on none of them; 0: the left one, 1: the right."""
    marks: dict[Spot, int] = {}
    asked: list[tuple[int, int]] = []
    while len(asked) < answers and (pair := next_pair(options, marks, voter)):
        asked.append(pair)
        marks[Spot(pair[prefer], pair[1 - prefer])] = 1
    return asked


def test_every_pair_is_asked_once_and_then_none() -> None:
    for size in range(8):
        asked = answered(range(1, size + 1), voter=5, answers=99)
        pairs = Counter(frozenset(pair) for pair in asked)
        assert pairs == Counter(map(frozenset, combinations(range(1, size + 1), 2)))


def test_no_option_comes_up_again_before_all_have() -> None:
    for voter in range(9):
        asked = answered(range(8), voter, 4)
        assert sorted(option for pair in asked for option in pair) == list(range(8))


def test_over_all_voters_every_pair_comes_up_as_often_and_as_often_left_as_right() -> None:
    asked = [pair for voter in range(14) for pair in answered(range(8), voter, 4)]
    assert set(Counter(asked).values()) == {1}
    assert len(asked) == 8 * 7
    assert set(Counter(left for left, _right in asked).values()) == {7}


def test_what_follows_from_the_answers_comes_last() -> None:
    marks: Marks = {Spot(1, 2): 1, Spot(2, 3): 1}
    passed: list[frozenset[int]] = []
    while pair := next_pair((1, 2, 3, 4), marks, voter=2, passed=passed):
        passed.append(frozenset(pair))
    assert passed[-1] == {1, 3}
    assert set(passed[:-1]) == {frozenset((one, 4)) for one in (1, 2, 3)}


def test_who_knows_their_mind_has_said_all_long_before_every_pair_was_asked() -> None:
    """Of 12 options there are 66 pairs; what is asked once all follows was said before."""
    marks: dict[Spot, int] = {}
    while (pair := next_pair(range(12), marks)) and not _follows(min(pair), max(pair), marks):
        marks[Spot(min(pair), max(pair))] = 1
    assert len(marks) < 50
    assert all(_follows(one, other, marks) for one, other in combinations(range(12), 2))


def _follows(one: int, other: int, marks: Marks) -> bool:
    return Spot(one, other) in marks or any(
        spot.option_id == one and _follows(spot.part, other, marks) for spot in marks
    )


def test_what_one_passed_on_is_never_asked() -> None:
    passed = [frozenset(pair) for pair in combinations(range(5), 2)]
    left = passed.pop(6)
    pair = next_pair(range(5), {}, passed=passed)
    assert pair is not None
    assert set(pair) == left
    assert next_pair(range(5), {}, passed=[*passed, left]) is None


def test_the_same_is_asked_whenever_the_same_is_known() -> None:
    @given(st.integers(0, 9), st.integers(0, 40), st.integers(0, 12))
    def look(size: int, voter: int, answers: int) -> None:
        once = answered(range(size), voter, answers, prefer=1)
        assert once == answered(range(size), voter, answers, prefer=1)
        assert len({frozenset(pair) for pair in once}) == min(answers, size * (size - 1) // 2)

    look()
