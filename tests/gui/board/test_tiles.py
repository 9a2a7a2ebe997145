"""Tiles of the board are painted in as many frames as they take, and only where they differ."""

from functools import partial
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kdc_desktop.screens.board.tiles import Key, Stroke, TileCache

ONE_TILE = QRect(0, 0, 200, 200)


class Strips:
    """Five strips of each tile; to paint one takes a second of a clock of their own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.painted: list[int] = []
        self.asked: list[QRectF] = []
        self.tiles = TileCache(self._strokes)
        clock = SimpleNamespace(perf_counter=lambda: self.now)
        monkeypatch.setattr("kdc_desktop.screens.board.tiles.time", clock)

    def keys(self, visible: QRect = ONE_TILE) -> list[Key]:
        return self.tiles.keys(1.0, 1.0, visible)

    def _strokes(self, rect: QRectF, _ratio: float) -> list[Stroke]:
        self.asked.append(rect)
        return [partial(self._paint, number) for number in range(5)]

    def _paint(self, number: int, painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 40 * number, 200, 40), Qt.GlobalColor.red)
        self.painted.append(number)
        self.now += 1


@pytest.fixture
def strips(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Strips:
    assert qapp is not None
    return Strips(monkeypatch)


def seen(tiles: TileCache, keys: list[Key]) -> list[bool]:
    """Which of the strips are to be seen."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    tiles.paint(painter, keys)
    painter.end()
    return [image.pixelColor(100, 40 * number + 20).green() == 0 for number in range(5)]


def test_a_tile_takes_as_many_frames_as_it_needs_and_is_seen_when_it_is_done(
    strips: Strips,
) -> None:
    keys = strips.keys()
    missing, complete = strips.tiles.make(keys, 3)
    assert (strips.painted, complete, missing.isEmpty()) == ([0, 1, 2], False, False)
    assert seen(strips.tiles, keys) == [False] * 5
    missing, complete = strips.tiles.make(keys, 3)
    assert (strips.painted, complete, missing.isEmpty()) == ([0, 1, 2, 3, 4], True, True)
    assert seen(strips.tiles, keys) == [True] * 5


def test_a_tile_that_is_begun_goes_first(strips: Strips) -> None:
    strips.tiles.make(strips.keys(), 3)
    strips.tiles.make(strips.keys(QRect(-200, 0, 400, 200)), 2)
    assert strips.painted == [0, 1, 2, 3, 4]


def test_what_looks_different_while_it_is_painted_is_painted_anew(strips: Strips) -> None:
    strips.tiles.make(strips.keys(), 3)
    strips.tiles.spoil([QRectF(0, 0, 10, 10)])
    strips.painted.clear()
    assert strips.tiles.make(strips.keys(), 9)[1]
    assert strips.painted == [0, 1, 2, 3, 4]


def test_what_looks_different_elsewhere_lets_a_tile_that_is_begun_go_on(strips: Strips) -> None:
    strips.tiles.make(strips.keys(), 3)
    strips.tiles.spoil([QRectF(5000, 5000, 10, 10)])
    assert strips.tiles.make(strips.keys(), 9)[1]
    assert strips.painted == [0, 1, 2, 3, 4]


def test_a_tile_is_seen_as_it_was_until_what_differs_is_painted(strips: Strips) -> None:
    keys = strips.keys()
    strips.tiles.make(keys, 9)
    strips.tiles.spoil([QRectF(0, 0, 200, 200)])
    missing, complete = strips.tiles.make(keys, 1)
    assert (missing.isEmpty(), complete) == (True, False)
    assert seen(strips.tiles, keys) == [True] * 5


def test_notes_that_lie_together_are_painted_anew_together_and_nothing_else_is(
    strips: Strips,
) -> None:
    keys = strips.keys(QRect(0, 0, 600, 200))
    strips.tiles.make(keys, 99)
    strips.asked.clear()
    strips.tiles.spoil([QRectF(10, 10, 20, 20), QRectF(40, 30, 20, 20)])
    strips.tiles.make(keys, 99)
    assert strips.asked == [QRectF(10, 10, 50, 40)]
