"""Slips are read from pictures: right, or not at all; what is doubtful is asked."""

import random

import pytest
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.polls.method import PaperKind
from kdc_desktop.domain.polls.slip_paper import Box
from kdc_desktop.domain.polls.slip_sheet import SlipShape, SlipSize, layout_of
from kdc_desktop.interchange.slips import PictureRead, read_slips
from tests.examples import examples
from tests.rooms.slip_camera import (
    A4,
    PRINTED_AT,
    SHAPES,
    Light,
    Pen,
    Sheet,
    greys_of,
    photographed,
    printed_sheet,
)

DOTS, YES, GRADES, *_rest = SHAPES
WHOLE_PAGE = (0.0, 0.0, *A4)
MOST_DOUBTFUL = 0.03
"""Of all boxes in pictures as people take them; seen over a thousand of them: 0.01."""


@pytest.fixture(autouse=True)
def _window(qtbot: QtBot) -> None:
    """Fonts belong to a window."""


def a_slip(sheet: Sheet, at: int = 0) -> tuple[float, float, float, float]:
    """The part of the page with one slip on it."""
    layout, (x, y) = layout_of(sheet.shape), sheet.place(at)
    return x - 4, y - 4, layout.width + 8, layout.height + 8


def some_boxes(shape: SlipShape, rng: random.Random) -> set[Box]:
    lines = range(shape.groups * shape.lines)
    if shape.kind is PaperKind.MARKS:
        every = ((line, box) for line in lines for box in range(shape.boxes))
        return {box for box in every if rng.random() < 0.3}
    return {(line, rng.randrange(shape.boxes)) for line in lines if rng.random() < 0.6}


def taken(rng: random.Random) -> Light:
    """A picture as people take it: by hand, in the evening, with a hand in the light."""
    return Light(
        blur=rng.uniform(0.2, 1.3),
        noise=rng.uniform(0, 10),
        tilt=rng.uniform(0, 0.15),
        turned=rng.uniform(0, 360),
        bright=rng.uniform(0.6, 0.98),
        uneven=rng.uniform(0, 0.4),
        shadow=rng.choice([0, rng.uniform(0.1, 0.5)]),
        soft=rng.uniform(2, 120),
    )


def held(rng: random.Random) -> Pen:
    sign = rng.choice(["cross", "cross", "cross", "tick", "black"])
    return Pen(sign, rng.uniform(0.35, 0.9), rng.randint(10, 90), rng.uniform(-0.1, 0.25))


def wrong(read: PictureRead, sheet: Sheet) -> list[tuple[int, Box]]:
    """Boxes that were taken for what they are not."""
    return [
        (slip.code.number, box)
        for slip in read.slips
        for box in slip.filled ^ sheet.truth.get(slip.code.number, set())
        if box not in slip.doubtful
    ]


def test_no_box_is_ever_read_wrong_and_few_are_asked_about() -> None:
    doubtful = boxes = read_whole = 0
    cases = examples(16)
    for seed in range(cases):
        rng = random.Random(seed)
        shape = SHAPES[seed % 4] if seed % 8 else rng.choice(SHAPES)
        sheet = printed_sheet(shape, rng.randint(1, 900))
        for at in range(shape.size.a_sheet):
            sheet.fill(at, some_boxes(shape, rng), held(rng), rng)
        alone = a_slip(sheet, rng.randrange(shape.size.a_sheet))
        pixels = {SlipSize.QUARTER: 1100, SlipSize.HALF: 1600, SlipSize.WHOLE: 2400}[shape.size]
        read = read_slips(photographed(sheet.image, alone, pixels, taken(rng), rng))
        assert wrong(read, sheet) == [], f"seed {seed}"
        read_whole += len(read.slips)
        doubtful += sum(len(slip.doubtful) for slip in read.slips)
        boxes += len(read.slips) * shape.groups * shape.lines * shape.boxes
    assert read_whole >= 0.9 * cases
    assert doubtful <= MOST_DOUBTFUL * boxes


def test_several_slips_in_one_picture_are_all_read() -> None:
    rng = random.Random(1)
    sheet = printed_sheet(DOTS, 20)
    for at in range(4):
        sheet.fill(at, some_boxes(DOTS, rng), Pen(), rng)
    read = read_slips(photographed(sheet.image, WHOLE_PAGE, 2600, Light(tilt=0.05), rng))
    assert {slip.code.number: set(slip.filled) for slip in read.slips} == sheet.truth
    assert read.problems == ()
    assert [slip.doubtful for slip in read.slips] == [()] * 4


@pytest.mark.parametrize("turned", range(0, 360, 45))
def test_a_slip_may_lie_in_any_way(turned: int) -> None:
    rng = random.Random(turned)
    sheet = printed_sheet(YES)
    sheet.fill(0, {(0, 0), (4, 0), (8, 0)}, Pen(), rng)
    picture = photographed(sheet.image, a_slip(sheet), 1200, Light(turned=turned), rng)
    assert [slip.filled for slip in read_slips(picture).slips] == [{(0, 0), (4, 0), (8, 0)}]


def test_a_scanner_sees_it_straight() -> None:
    sheet = printed_sheet(GRADES)
    sheet.fill(0, {(0, 5), (13, 0)}, Pen("black"), random.Random(1))
    (slip, _other) = read_slips(greys_of(sheet.image)).slips
    assert set(slip.filled) == {(0, 5), (13, 0)}
    assert slip.doubtful == ()


def test_an_untouched_slip_is_blank() -> None:
    sheet = printed_sheet(DOTS)
    read = read_slips(greys_of(sheet.image))
    assert [(slip.filled, slip.doubtful) for slip in read.slips] == [(frozenset(), ())] * 4


@pytest.mark.parametrize("beyond", [0.3, 0.5, 0.7])
def test_crosses_that_reach_into_the_next_box_fill_only_their_own(beyond: float) -> None:
    for seed in range(4):
        rng = random.Random(seed)
        sheet = printed_sheet(DOTS)
        crossed = {(line, rng.randrange(3)) for line in range(7)}
        sheet.fill(0, crossed, Pen(beyond=beyond, width=0.6), rng)
        read = read_slips(photographed(sheet.image, a_slip(sheet), 1200, Light(), rng))
        assert wrong(read, sheet) == []


def test_a_stroke_that_went_astray_is_asked_about() -> None:
    rng = random.Random(2)
    sheet = printed_sheet(DOTS)
    sheet.fill(0, {(0, 0), (2, 1)}, Pen(width=0.8), rng)
    astray = QPainter(sheet.image)
    box = layout_of(DOTS).answers[4].boxes[0]
    (x, y), wide = sheet.place(0), box.width * PRINTED_AT
    astray.translate((x + box.x) * PRINTED_AT, (y + box.y) * PRINTED_AT)
    astray.fillRect(int(wide * 0.3), int(wide * 0.3), int(wide * 0.4), 5, QColor(20, 20, 20))
    astray.end()
    (slip, *_others) = read_slips(greys_of(sheet.image)).slips
    assert set(slip.filled) == {(0, 0), (2, 1)}
    assert slip.doubtful == ((4, 0),)


def test_a_black_box_beside_crossed_ones_is_asked_about_because_it_may_be_taken_back() -> None:
    rng = random.Random(3)
    sheet = printed_sheet(DOTS)
    sheet.fill(0, {(0, 0), (2, 1)}, Pen(width=0.4), rng)
    sheet.fill(0, {(5, 2)}, Pen("black", width=1.2), rng)
    (slip, *_others) = read_slips(greys_of(sheet.image)).slips
    assert (5, 2) in slip.doubtful
    assert wrong(read_slips(greys_of(sheet.image)), sheet) == []


def test_faint_pencil_is_asked_about_or_read_right() -> None:
    for seed in range(6):
        rng = random.Random(seed)
        sheet = printed_sheet(DOTS)
        sheet.fill(0, some_boxes(DOTS, rng), Pen(width=0.4, grey=170), rng)
        read = read_slips(photographed(sheet.image, a_slip(sheet), 1200, taken(rng), rng))
        assert wrong(read, sheet) == []


def test_the_edge_of_a_shadow_fills_no_box() -> None:
    for seed in range(6):
        rng = random.Random(seed)
        sheet = printed_sheet(DOTS)
        light = Light(shadow=0.6, soft=1.0, blur=0.6)
        read = read_slips(photographed(sheet.image, a_slip(sheet), 1200, light, rng))
        assert [slip.filled for slip in read.slips] in ([frozenset()], [])


def test_a_doubtful_box_is_shown_with_its_line() -> None:
    rng = random.Random(3)
    sheet = printed_sheet(DOTS)
    sheet.fill(0, {(1, 0)}, Pen(width=0.3, grey=190), rng)
    (slip, *_others) = read_slips(greys_of(sheet.image)).slips
    assert slip.doubtful == ((1, 0),)
    shown = slip.shown[1]
    _height, width = shown.picture.shape
    assert len(shown.boxes) == 3
    assert all(box.x > 0 and box.x + box.width < width for box in shown.boxes)
    box = shown.boxes[0]
    inner = shown.picture[int(box.y) : int(box.y + box.height), int(box.x) : int(box.x + box.width)]
    outer = shown.picture[: int(box.y) - 4, int(box.x) : int(box.x + box.width)]
    assert inner.mean() < outer.mean(), "the pencil and the edge are in it"
