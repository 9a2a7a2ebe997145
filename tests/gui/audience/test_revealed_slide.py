"""The picture of an asking that is revealed: nothing is cut, and nothing lies on another thing."""

import random
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize

from kdc_desktop.audience.kit.ink import HEIGHT, MARGIN, WIDTH
from kdc_desktop.audience.kit.picture import picture
from kdc_desktop.audience.visions.lanes import PositionDot
from kdc_desktop.audience.visions.reveal_plan import RevealPlan
from kdc_desktop.audience.visions.revealed_slide import RevealedSlide
from kdc_desktop.domain.visions.scales import SCALES

SENTENCE = (
    "By spring every yard shares a cargo bike that any neighbour can book in a minute, insured "
    "and locked in its yard, so that a family can give up its second car."
)
NAMES = (
    "Harbour Mobility",
    "City, Transport",
    "Yard committee Polaris",
    "University, Urban lab",
    "Kaupungin liikennelaitoksen kehittämisosasto",
    "Mei Korhonen, new",
    "The association of everybody who lives, works or goes to school beside the old harbour",
)


def crowd(count: int, levels: int, seed: int, moving: float = 0.6) -> tuple[PositionDot, ...]:
    lots = random.Random(seed)
    dots = []
    for place in range(count):
        before = lots.randrange(levels)
        now = lots.randrange(levels) if lots.random() < moving else before
        name = NAMES[lots.randrange(len(NAMES))] if now != before else ""
        dots.append(PositionDot(now, "CPATR"[place % 5], before, name))
    return tuple(dots)


def slide_of(
    scale: str, count: int, seed: int, statement: str = SENTENCE, moving: float = 0.6
) -> RevealedSlide:
    labels = tuple(str(level.label) for level in reversed(SCALES[scale].levels))
    return RevealedSlide(
        consortium="Yard bikes",
        statement=statement,
        version=4,
        scale=labels,
        positions=crowd(count, len(labels), seed, moving),
        agreed=len(labels) // 2,
        waiting=1,
    )


def everything(plan: RevealPlan, page: int) -> list[QRectF]:
    """Each mark, name and number above the axis; a lane is one thing."""
    lanes = [lane.whole for lane in plan.pages[page]]
    marks = [mark for mark, _sector in plan.standing]
    return [*lanes, *marks, *([] if plan.shared.isEmpty() else [plan.shared])]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("count", [1, 4, 12, 40])
@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_cut_and_nothing_lies_on_another(scale: str, count: int, seed: int) -> None:
    slide = slide_of(scale, count, seed)
    plan = slide._plan()
    assert plan.statement.whole
    assert all(label.whole for label in plan.labels)
    moved = [dot for dot in slide.positions if dot.has_moved]
    assert sorted(map(str, moved)) == sorted(str(lane.dot) for p in plan.pages for lane in p)
    for page in range(slide.pages):
        things = everything(plan, page)
        for one, other in combinations(things, 2):
            assert not one.intersects(other), (one, other)
        assert all(plan.field.contains(thing) for thing in things)
        assert all(lane.name.whole for lane in plan.pages[page])


@pytest.mark.parametrize("moving", [0.0, 1.0])
@pytest.mark.parametrize("letters", [20, 700, 2000])
def test_a_statement_of_any_length_is_there_in_full(letters: int, moving: float) -> None:
    statement = (SENTENCE * 20)[:letters]
    plan = slide_of("kaner8", 40, 1, statement, moving)._plan()
    assert " ".join(plan.statement.lines).split() == statement.split()
    assert plan.field.height() >= 290
    assert plan.field.top() > 134 + plan.statement.height
    assert moving == 0.0 or all(plan.pages)


def test_the_marks_of_a_whole_city_on_one_level_stay_above_the_axis() -> None:
    slide = replace(slide_of("kaner8", 1, 1), positions=(PositionDot(2, "R", 2),) * 300)
    plan = slide._plan()
    assert len(plan.standing) == 300
    assert all(mark.top() >= plan.field.top() for mark, _sector in plan.standing)


def test_it_says_how_many_agree_and_who_moved_and_names_nobody_else() -> None:
    moved = PositionDot(1, "P", 2, "City, Transport")
    new = PositionDot(1, "R", None, "Mei Korhonen, new", is_new=True)
    slide = replace(slide_of("kaner8", 0, 1), positions=(moved, new, PositionDot(5, "C", 5)))
    assert slide.description == (
        f"Yard bikes, version 4. {SENTENCE} 2 of 4 at the agreed level or better. "
        "Agreement, one small point: 2. Against, but will support: 1. "
        "City, Transport: from Support with reservations to Agreement, one small point. "
        "Mei Korhonen, new: Agreement, one small point. 3 of 4 have answered"
    )


def test_the_shapes_come_from_where_they_stood() -> None:
    slide = replace(slide_of("kaner8", 0, 1), positions=(PositionDot(1, "P", 6, "City"),))
    (lane,) = slide._plan().pages[0]
    assert lane.before is not None
    size, colour = QSize(int(WIDTH), int(HEIGHT)), slide.palette.sector("P").lower()

    def is_at(rect: QRectF, moment: float) -> bool:
        image = picture(slide, size, moment=moment).toImage()
        return image.pixelColor(int(rect.left() + 6), int(rect.top() + 8)).name() == colour

    assert (is_at(lane.now, 0.0), is_at(lane.before, 0.0)) == (False, True)
    assert (is_at(lane.now, 1.0), is_at(lane.before, 1.0)) == (True, False)
    assert lane.words.left() >= MARGIN


def test_without_names_and_sectors_it_is_the_same_picture_and_says_nobody() -> None:
    dots = tuple(PositionDot(dot.level, "", dot.before) for dot in crowd(12, 8, 2))
    slide = replace(slide_of("kaner8", 0, 1), positions=dots)
    assert any(lane.before is not None for lane in slide._plan().pages[0])
    assert "from" not in slide.description
