"""A poll on paper: everything has room, nothing lies on anything, and boxes say what was meant."""

from itertools import combinations

import pytest
from hypothesis import given, settings

from kdc_desktop.domain.board.layout import Rect
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.slip_paper import filled_in, slip_shape, slip_words
from kdc_desktop.domain.polls.slip_sheet import (
    CODE,
    MARK,
    NOTHING_NEAR,
    SlipShape,
    SlipSize,
    layout_of,
)
from kdc_desktop.domain.polls.terms import CriterionTerms, Terms
from kdc_desktop.errors import UserError
from tests.domain.polls.papers_of_every_kind import (
    Grid,
    Levels,
    Marking,
    Pairs,
    Ranks,
    Sentences,
    Words,
    shapes,
    terms,
)


def test_nothing_on_a_slip_lies_on_anything_else() -> None:
    @given(shapes)
    @settings(max_examples=60, deadline=None)
    def check(shape: SlipShape) -> None:
        layout = layout_of(shape)
        squares = [Rect(x - MARK / 2, y - MARK / 2, MARK, MARK) for x, y in layout.marks]
        words = [layout.number, layout.question, layout.rule, layout.foot]
        heads = [head for column in layout.heads for head in column]
        titles = [line.title for line in layout.lines]
        boxes = [box for line in layout.lines for box in line.boxes]
        everything = [layout.code, *squares, *words, *heads, *titles, *boxes]
        whole = Rect(0, 0, layout.width, layout.height)
        for one in everything:
            smaller = Rect(one.x + 1e-6, one.y + 1e-6, one.width - 2e-6, one.height - 2e-6)
            assert smaller.overlaps(whole)
            assert one.x >= -1e-6
            assert one.y >= -1e-6
            assert one.x + one.width <= layout.width + 1e-6
            assert one.y + one.height <= layout.height + 1e-6
        shrunk = [Rect(x + 1e-4, y + 1e-4, w - 2e-4, h - 2e-4) for x, y, w, h in everything]
        assert not [pair for pair in combinations(shrunk, 2) if pair[0].overlaps(pair[1])]

    check()


def test_around_code_and_squares_the_paper_stays_white() -> None:
    @given(shapes)
    @settings(max_examples=60, deadline=None)
    def check(shape: SlipShape) -> None:
        layout = layout_of(shape)
        boxes = [box for line in layout.lines for box in line.boxes]
        titles = [line.title for line in layout.lines]
        for x, y in layout.marks:
            wide = MARK / 2 + NOTHING_NEAR
            around = Rect(x - wide, y - wide, 2 * wide, 2 * wide)
            assert not [one for one in (*boxes, *titles, layout.rule) if one.overlaps(around)]
        around = Rect(-NOTHING_NEAR, -NOTHING_NEAR, CODE + 6, CODE + 6)
        written = (*boxes, *titles, layout.rule, layout.question, layout.number)
        assert not [one for one in written if one.overlaps(around)]

    check()


def test_boxes_are_large_enough_for_a_pen_and_apart_enough_for_a_cross_that_is_too_large() -> None:
    @given(shapes)
    @settings(deadline=None)
    def check(shape: SlipShape) -> None:
        boxes = [box for line in layout_of(shape).lines for box in line.boxes]
        assert len(boxes) == shape.groups * shape.lines * shape.boxes
        assert min(min(box.width, box.height) for box in boxes) >= 3.7
        for one, other in combinations(boxes[:40], 2):
            across = abs(one.x - other.x) - one.width
            down = abs(one.y - other.y) - one.height
            assert max(across, down) >= 1.3

    check()


@pytest.mark.parametrize("options", [1, 2, 7, 12, 25, 40])
@pytest.mark.parametrize("key", ["approval", "dots"])
def test_every_number_of_options_up_to_forty_has_a_slip(key: str, options: int) -> None:
    method, asked = method_of(key), terms(options, marks_each=5, most_on_one=3)
    shape = slip_shape(method, asked)
    assert shape.groups == options
    assert shape.boxes == (1 if key == "approval" else 3)
    assert shape.row >= 7


@pytest.mark.parametrize("method", [Levels(), Words(), Sentences(), Ranks()])
@pytest.mark.parametrize("options", [1, 10, 40])
def test_scales_and_orders_have_a_slip_too(method: Method, options: int) -> None:
    shape = slip_shape(method, terms(options))
    assert shape.groups == options
    assert layout_of(shape).answers[-1].boxes


def test_few_options_take_a_quarter_of_a_sheet_and_many_the_whole() -> None:
    sizes = [slip_shape(method_of("approval"), terms(count)).size for count in (3, 15, 40)]
    assert sizes == [SlipSize.QUARTER, SlipSize.HALF, SlipSize.WHOLE]


def test_long_titles_take_more_paper() -> None:
    short, long = (
        slip_shape(method_of("approval"), terms(9, title * 9)) for title in ("ab", "abcdefghi")
    )
    assert (short.size, long.size) == (SlipSize.QUARTER, SlipSize.HALF)


@pytest.mark.parametrize(
    ("method", "asked", "sentence"),
    [
        (Pairs(), terms(4), "Pairs are compared at the kiosk"),
        (Levels(), terms(4, lowest=-10, highest=10), "12 steps of a scale"),
        (Levels(), terms(200), "no room for so many options"),
        (
            Grid(),
            terms(30, criteria=tuple(CriterionTerms(n, f"Criterion {n}") for n in range(1, 6))),
            "no room for so many options",
        ),
    ],
)
def test_what_has_no_room_on_a_slip_is_refused(method: Method, asked: Terms, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        slip_shape(method, asked)


def test_a_slip_says_question_rule_options_and_what_the_boxes_mean() -> None:
    method, asked = method_of("dots"), terms(3, marks_each=5, most_on_one=2)
    shape = slip_shape(method, asked)
    assert slip_words(method, asked, "What first?", shape) == (
        "What first?",
        "Dots, 5 each. Share out your dots among the options you want most. Cross as many boxes "
        "of an option as you give to it. If you make a mistake, ask for another slip.",
        ("1. An idea 1", "2. An idea 2", "3. An idea 3"),
        ("",),
        ("1", "2"),
    )


def test_words_stand_above_the_boxes_where_they_are_short_and_below_the_question_where_not() -> (
    None
):
    asked = terms(3)
    words = slip_words(Words(), asked, "What?", slip_shape(Words(), asked))
    assert words.heads == ("Reject", "Poor", "Acceptable", "Good", "Very good", "Excellent")
    said = slip_words(Sentences(), asked, "What?", slip_shape(Sentences(), asked))
    assert said.heads == ("-1", "0", "1")
    assert "-1 I cannot live with it; 0 I can; 1 I want it." in said.rule


def test_filled_boxes_of_an_option_are_counted() -> None:
    asked = terms(3, marks_each=5, most_on_one=3)
    shape = slip_shape(Marking(), asked)
    boxes = {(0, 0), (0, 2), (2, 1)}
    assert filled_in(Marking(), asked, shape, boxes) == ({Spot(1): 2, Spot(3): 1}, frozenset())


def test_a_filled_box_is_the_level_above_it() -> None:
    asked = terms(3, lowest=-2, highest=2)
    shape = slip_shape(Levels(), asked)
    assert filled_in(Levels(), asked, shape, {(0, 0), (1, 2), (2, 4)}) == (
        {Spot(1): -2, Spot(2): 0, Spot(3): 2},
        frozenset(),
    )


def test_a_filled_box_is_a_rank_and_two_may_share_one() -> None:
    asked = terms(4)
    shape = slip_shape(Ranks(), asked)
    marks = {Spot(1): 2, Spot(2): 1, Spot(4): 2}
    assert filled_in(Ranks(), asked, shape, {(0, 1), (1, 0), (3, 1)}) == (marks, frozenset())


def test_in_a_grid_a_line_is_an_option_by_a_criterion() -> None:
    asked = terms(2, criteria=(CriterionTerms(1, "Impact"), CriterionTerms(2, "Effort")))
    shape = slip_shape(Grid(), asked)
    assert filled_in(Grid(), asked, shape, {(0, 5), (3, 0)}) == (
        {Spot(1, 1): 5, Spot(2, 2): 0},
        frozenset(),
    )


def test_two_levels_in_one_line_are_asked_about_and_not_guessed() -> None:
    asked = terms(2)
    shape = slip_shape(Levels(), asked)
    assert filled_in(Levels(), asked, shape, {(0, 1), (0, 4), (1, 3)}) == (
        {Spot(2): 3},
        frozenset({0}),
    )
