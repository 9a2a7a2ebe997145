"""What is not seen well in a picture of slips is not read, and says why."""

import random

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.polls.slip_sheet import layout_of
from kdc_desktop.interchange.codes import codes_in
from kdc_desktop.interchange.slips import read_slips
from tests.gui.polls.test_reading_slips import DOTS, YES, a_slip, some_boxes, wrong
from tests.rooms.slip_camera import (
    PRINTED_AT,
    Light,
    Pen,
    beside_each_other,
    greys_of,
    lit,
    photographed,
    printed_sheet,
)


@pytest.fixture(autouse=True)
def _window(qtbot: QtBot) -> None:
    """Fonts belong to a window."""


def test_a_slip_twice_in_a_picture_is_not_read() -> None:
    sheet = printed_sheet(DOTS)
    part = greys_of(sheet.image)[: 148 * PRINTED_AT, : 105 * PRINTED_AT]
    read = read_slips(beside_each_other([part, part]))
    assert read.slips == ()
    assert read.problems == (
        "Slip 1-9 lies in the picture twice: keep the one that is right, and read it alone.",
    )


def test_slips_of_another_club_are_told_apart_by_their_code() -> None:
    ours, theirs = printed_sheet(YES), printed_sheet(YES, club="ZZZZ")
    parts = [
        greys_of(sheet.image)[: 148 * PRINTED_AT, : 105 * PRINTED_AT] for sheet in (ours, theirs)
    ]
    read = read_slips(beside_each_other(parts))
    assert [slip.code.poll_mark for slip in read.slips] == ["ABCD", "ZZZZ"]


def test_a_slip_that_is_not_whole_in_the_picture_is_not_read() -> None:
    import numpy

    sheet = printed_sheet(DOTS)
    x, y, width, height = a_slip(sheet)
    picture = photographed(
        sheet.image, (x, y, width, height * 0.8), 1000, Light(), random.Random(1)
    )
    read = read_slips(numpy.ascontiguousarray(picture[: int(len(picture) * 0.95)]))
    assert read.slips == ()
    assert read.problems == ("Slip 1-9 is not whole in the picture.",)


def test_a_slip_in_too_few_pixels_is_not_read() -> None:
    sheet = printed_sheet(DOTS)
    light = Light(blur=0, noise=0)
    read = read_slips(photographed(sheet.image, a_slip(sheet), 420, light, random.Random(1)))
    assert read.slips == ()
    assert read.problems == ("Slip 1-9 is too small in the picture: take it from closer.",)


def test_a_blurred_picture_says_nothing_wrong() -> None:
    for blur in (2.0, 3.0, 5.0, 9.0):
        rng = random.Random(int(blur))
        sheet = printed_sheet(DOTS)
        sheet.fill(0, some_boxes(DOTS, rng), Pen(), rng)
        light = Light(blur=blur)
        read = read_slips(photographed(sheet.image, a_slip(sheet), 1200, light, rng))
        assert wrong(read, sheet) == []


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_picture_of_nothing_says_what_belongs_on_it(grey: int) -> None:
    import numpy

    read = read_slips(numpy.full((600, 800), grey, dtype=numpy.uint8))
    assert read.slips == ()
    assert "No code of a slip is seen" in read.problems[0]


def test_a_picture_of_one_pixel_and_of_noise_are_read_to_nothing() -> None:
    import numpy

    noise = numpy.random.default_rng(1).integers(0, 256, (700, 900), dtype=numpy.uint8)
    for grey in (noise, noise[:1, :1], noise[:1], noise[:, :2]):
        assert read_slips(numpy.ascontiguousarray(grey)).slips == ()


def test_a_code_without_its_slip_is_no_slip() -> None:
    """Somebody has cut out the code, or laid a note over the rest."""
    sheet = printed_sheet(DOTS)
    sheet.fill(0, {(0, 0)}, Pen(), random.Random(1))
    covered = greys_of(sheet.image)
    covered[45 * PRINTED_AT :, :] = 255
    read = read_slips(covered)
    assert read.slips == ()
    assert "The boxes of slip 1-9 are not seen well" in read.problems[0]


def test_a_note_over_some_boxes_makes_them_doubtful() -> None:
    rng = random.Random(4)
    sheet = printed_sheet(YES)
    sheet.fill(0, {(0, 0), (6, 0)}, Pen(), rng)
    covered = greys_of(sheet.image)
    box, (x, y) = layout_of(YES).answers[6].boxes[0], sheet.place(0)
    left, top = round((x + box.x - 3) * PRINTED_AT), round((y + box.y - 3) * PRINTED_AT)
    covered[top : top + 11 * PRINTED_AT, left : left + 11 * PRINTED_AT] = 255
    (slip, *_others) = read_slips(covered).slips
    assert set(slip.filled) == {(0, 0)}
    assert slip.doubtful == ((6, 0),)


def test_codes_lie_where_they_are_seen() -> None:
    import numpy

    sheet = printed_sheet(DOTS)
    found = {code.text[10:]: code.corners for code in codes_in(greys_of(sheet.image))}
    assert len(found) == 4
    x, y = sheet.place(0)
    first = min(found.values(), key=lambda corners: corners.sum())
    expected = numpy.array([(x, y), (x + 22, y), (x + 22, y + 22), (x, y + 22)]) * PRINTED_AT
    assert numpy.abs(first - expected).max() < 3


def test_light_alone_changes_nothing() -> None:
    rng = random.Random(5)
    sheet = printed_sheet(YES)
    sheet.fill(0, {(1, 0), (2, 0)}, Pen(), rng)
    for bright in (0.25, 0.5, 1.0):
        light = Light(blur=0.5, noise=2, bright=bright, uneven=0.6)
        read = read_slips(lit(greys_of(sheet.image), light, rng))
        assert next(slip.filled for slip in read.slips) == {(1, 0), (2, 0)}
