"""An order that somebody makes by naming one option after the other."""

from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.own_order import put_in, taken_out

A, B, C, D = map(Spot, range(1, 5))


def test_each_one_stands_after_those_before_it() -> None:
    assert put_in(put_in({}, B), A) == {B: 1, A: 2}


def test_one_may_stand_level_with_whoever_came_last() -> None:
    order = put_in(put_in({A: 1}, B), C, level=True)
    assert order == {A: 1, B: 2, C: 2}
    assert put_in(order, D) == {A: 1, B: 2, C: 2, D: 3}


def test_the_first_one_is_level_with_nobody() -> None:
    assert put_in({}, A, level=True) == {A: 1}


def test_those_behind_move_up_unless_others_stand_level() -> None:
    assert taken_out({A: 1, B: 2, C: 3}, A) == {B: 1, C: 2}
    assert taken_out({A: 1, B: 1, C: 2}, A) == {B: 1, C: 2}


def test_who_is_put_in_again_comes_last() -> None:
    assert put_in({A: 1, B: 2}, A) == {B: 1, A: 2}


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.integers(1, 6)), max_size=30))
def test_an_order_has_no_gaps(steps: list[tuple[bool, bool, int]]) -> None:
    marks: dict[Spot, int] = {}
    for adds, level, key in steps:
        spot = Spot(key)
        marks = put_in(marks, spot, level=level) if adds else taken_out(marks, spot)
    assert sorted(set(marks.values())) == list(range(1, len(set(marks.values())) + 1))
