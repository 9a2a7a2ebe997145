"""Results of every kind for the room, of as many options as one likes; what is written where."""

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter

from kdc_desktop.audience.kit.marks import SectorCount
from kdc_desktop.audience.kit.picture import picture
from kdc_desktop.audience.polls.result_picture import ResultPicture, RevealRow, Signs
from kdc_desktop.audience.polls.result_slide import ResultSlide
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.domain.polls.method import Average, PictureKind, Round

GRADES = ("Reject", "Poor", "Acceptable", "Good", "Very good", "Excellent")
FISTS = ("Fist: no", "One: strong doubts", "Two: some doubts", "Three: can live with it")
TITLES = (
    "Yard cargo bikes",
    "Rooftop greenhouse on waste heat",
    "Five-day pilot permits",
    "One ticket for ferry, tram and bike",
    "Solar panels on every public roof that bears them",
)


def titles(count: int) -> list[str]:
    """So many different options."""
    return [f"{TITLES[at % len(TITLES)]} {at + 1}!" for at in range(count)]


def ranked(values: list[float], names: list[str]) -> list[tuple[str, str, float]]:
    """Place, option and value, best first."""
    found = []
    for value, name in sorted(zip(values, names, strict=True), key=lambda one: -one[0]):
        place = 1 + sum(other > value for other in values)
        found.append((f"={place}" if values.count(value) > 1 else str(place), name, value))
    return found


def bars(names: list[str], lots: random.Random) -> ResultPicture:
    """Dots, by sector."""
    values = [float(lots.randrange(200)) for _name in names]
    rows = []
    for at, (place, name, value) in enumerate(ranked(values, names)):
        shares = tuple(SectorCount(letter, int(value) // 7) for letter in "CPATR")
        rest, part = value - 5 * (int(value) // 7), (value - 5 * (int(value) // 7)) / 2
        row = RevealRow(
            place, name, value, shares, rest=rest - part, hands=part, every_sector=at % 3 == 0
        )
        rows.append(row)
    return ResultPicture("What next?", tuple(rows), method="Dots, 5 each")


def spreads(names: list[str], lots: random.Random, average: Average) -> ResultPicture:
    """Grades or scores."""
    said = [[lots.randrange(12) for _grade in GRADES] for _name in names]
    values = [sum(at * n for at, n in enumerate(one)) / max(1, sum(one)) for one in said]
    by_name = dict(zip(names, said, strict=True))
    rows = tuple(
        RevealRow(
            place,
            name,
            value,
            score="Acceptable" if average is Average.MEDIAN else "",
            spread=tuple(by_name[name]),
        )
        for place, name, value in ranked(values, names)
    )
    return ResultPicture("How good?", rows, PictureKind.SPREAD, levels=GRADES, average=average)


def funded(names: list[str], lots: random.Random) -> ResultPicture:
    """A budget of 100,000 that is enough for the first ones, and for whatever is cheap."""
    told, left, rows = bars(names, lots), 100_000, []
    for row in told.rows:
        cost = lots.randrange(3, 40) * 1000
        is_funded = cost <= left
        left -= cost if is_funded else 0
        rows.append(replace(row, cost=cost, funded=is_funded, every_sector=False))
    kind = PictureKind.FUNDED
    return ResultPicture("What do we pay for?", tuple(rows), kind, budget=100_000)


def field(names: list[str], lots: random.Random) -> ResultPicture:
    """Impact and ease."""
    places = {name: (lots.uniform(1, 5), lots.uniform(1, 5)) for name in names}
    values = [(2 * places[name][0] + places[name][1]) / 3 for name in names]
    rows = tuple(
        RevealRow(place, name, value, option_id=at, up=places[name][0], across=places[name][1])
        for at, (place, name, value) in enumerate(ranked(values, names))
    )
    axes = ("Impact", "Ease")
    return ResultPicture("What first?", rows, PictureKind.FIELD, lowest=1, highest=5, axes=axes)


def ranges(names: list[str], lots: random.Random) -> ResultPicture:
    """Chances with how far off they may be."""
    values = [lots.uniform(0.1, 0.9) for _name in names]
    rows = tuple(
        RevealRow(place, name, value, low=value - 0.1, high=value + 0.1, score=f"{value:.0%}")
        for place, name, value in ranked(values, names)
    )
    return ResultPicture("Which of the two?", rows, PictureKind.RANGES)


def rounds(names: list[str], lots: random.Random) -> ResultPicture:
    """A run-off in which the last one drops out each time, and half of its votes go on."""
    left = {at: 10.0 + at + lots.randrange(3) for at in range(len(names))}
    steps = []
    while left:
        steps.append(Round(f"“{names[min(left, key=left.__getitem__)]}” drops out.", dict(left)))
        lost = left.pop(min(left, key=left.__getitem__))
        if left:
            left[max(left)] += lost / 2
    rows = tuple(
        RevealRow(str(at + 1), names[key], float(key), option_id=key, winner=at == 0)
        for at, key in enumerate(reversed(range(len(names))))
    )
    return ResultPicture("Which name?", rows, PictureKind.ROUNDS, rounds=tuple(steps))


KINDS: dict[str, Callable[[list[str], random.Random], ResultPicture]] = {
    "bars": bars,
    "grades": lambda names, lots: spreads(names, lots, Average.MEDIAN),
    "scores": lambda names, lots: spreads(names, lots, Average.MEAN),
    "funded": funded,
    "field": field,
    "ranges": ranges,
    "rounds": rounds,
}


def result_of(kind: str, names: list[str]) -> ResultPicture:
    """A result of this kind, always the same of the same options."""
    return KINDS[kind](names, random.Random(len(names)))


def temperature(said: tuple[int, ...], signs: Signs = Signs.FISTS) -> ResultPicture:
    """Of one thing, by fingers."""
    levels = (*FISTS, "Four: good", "Five: I will lead")[: len(said)]
    row = RevealRow("1", "Shall we start?", 3, spread=said, score=levels[-1])
    kind, average = PictureKind.SPREAD, Average.MEDIAN
    return ResultPicture(
        "Shall we start?", (row,), kind, levels=levels, average=average, signs=signs
    )


class Written:
    """Every text that a slide writes at 1920 × 1080: where, and how large."""

    def __init__(self, slide: ResultSlide, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[tuple[str, QRectF]] = []
        self.sizes: set[int] = set()
        draw = QPainter.drawText

        def drawn(painter: QPainter, point: QPointF, text: str) -> None:
            font = painter.font()
            if text not in LETTERS:  # in the mark of a sector, whose shape and colour say it too
                self.sizes.add(font.pixelSize())
            ink = QFontMetricsF(font).tightBoundingRect(text).translated(point)
            self.texts.append((text, painter.transform().mapRect(ink)))
            draw(painter, point, text)

        with monkeypatch.context() as patch:
            patch.setattr(QPainter, "drawText", drawn)
            picture(slide, QSize(1920, 1080))

    @property
    def cut(self) -> list[str]:
        """Texts that end in an ellipsis."""
        return [text for text, _where in self.texts if text.endswith("…")]

    @property
    def over_another(self) -> list[tuple[str, str]]:
        """Texts that lie on others."""
        pairs = combinations(self.texts, 2)
        return [(one, other) for (one, a), (other, b) in pairs if a.intersects(b)]

    @property
    def outside(self) -> list[str]:
        """Texts that leave the slide's margins, by more than a letter's edge."""
        slide = QRectF(70, 40, 1780, 1002)
        return [text for text, where in self.texts if text.strip() and not slide.contains(where)]
