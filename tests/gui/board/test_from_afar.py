"""What of the board is kept for frames from afar, and what a frame that follows others may take."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kdc_desktop.screens.board.labels import ClusterLabels
from kdc_desktop.screens.board.places import CELL_WIDTH, Places
from kdc_desktop.screens.board.tiles import Key
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board.rows import ClusterRow, IdeaRow
from kdc_desktop.settings import ThemeMode
from tests.gui.board.hands import OpenBoard

ZOOM = 0.1
NOTES = {n: IdeaRow(n, "Trams", "yellow", n * CELL_WIDTH, 20.0, n, None, "", "") for n in range(9)}
EVERYWHERE = QRectF(0, 0, 10 * CELL_WIDTH, 400)


@pytest.fixture
def places(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Places:
    """Nine squares with a note each; whoever looks at the clock finds it a second later."""
    assert qapp is not None
    seconds = iter(range(1000))
    clock = SimpleNamespace(perf_counter=lambda: next(seconds))
    monkeypatch.setattr("kdc_desktop.screens.board.places.time", clock)
    made = Places()
    made.fill(NOTES.values())
    return made


def seen(places: Places, notes: dict[int, IdeaRow]) -> set[int]:
    """Which of the squares show something."""
    image = QImage(int(EVERYWHERE.width() * ZOOM), 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(ZOOM, ZOOM)
    places.paint_roughly(painter, EVERYWHERE, notes, (), ZOOM)
    painter.end()
    middle = QPointF(84, 74) * ZOOM
    at = [QPointF(n * CELL_WIDTH * ZOOM, 0) + middle for n in range(10)]
    white = QColor(Qt.GlobalColor.white)
    return {n for n, point in enumerate(at) if image.pixelColor(point.toPoint()) != white}


def test_what_is_seen_from_afar_is_sketched_in_as_many_turns_as_it_takes(places: Places) -> None:
    assert not places.sketch(EVERYWHERE, NOTES, (), ZOOM, 3)
    assert len(seen(places, NOTES)) == 3
    assert not places.sketch(EVERYWHERE, NOTES, (), ZOOM, 8)
    assert len(seen(places, NOTES)) == 7
    assert places.sketch(EVERYWHERE, NOTES, (), ZOOM, 99)
    assert seen(places, NOTES) == set(NOTES)


def test_what_is_laid_elsewhere_is_sketched_anew_and_the_rest_is_not(places: Places) -> None:
    assert places.sketch(EVERYWHERE, NOTES, (), ZOOM, 99)
    moved = NOTES[8]._replace(x=9 * CELL_WIDTH)
    places.change([NOTES[8]], [moved])
    assert places.sketch(EVERYWHERE, NOTES | {8: moved}, (), ZOOM, 0) is False
    assert seen(places, NOTES | {8: moved}) == set(range(8))
    assert places.sketch(EVERYWHERE, NOTES | {8: moved}, (), ZOOM, 99)
    assert seen(places, NOTES | {8: moved}) == {*range(8), 9}


def test_what_is_carried_is_not_sketched(places: Places) -> None:
    assert places.sketch(EVERYWHERE, NOTES, {2, 5}, ZOOM, 99)
    assert seen(places, NOTES) == set(NOTES) - {2, 5}


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    draw = ClusterLabels._draw

    def counting(labels: ClusterLabels, painter: QPainter, row: ClusterRow, rect: QRectF) -> None:
        names.append(row.name)
        draw(labels, painter, row, rect)

    monkeypatch.setattr(ClusterLabels, "_draw", counting)
    return names


def test_a_chip_is_drawn_once_for_all_frames_until_it_says_or_looks_otherwise(
    drawn: list[str], theme: Theme, qapp: QApplication
) -> None:
    labels = ClusterLabels(theme)
    row = ClusterRow(1, "Shared yards", 2, 0.0, 0.0, 4000.0, 900.0, 7)
    image = QImage(600, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)

    def frames(shown: ClusterRow) -> QColor:
        for zoom in (0.1, 0.1, 0.12):
            labels.paint(painter, shown, zoom)
        return image.pixelColor(3, 11)

    try:
        light = frames(row)
        assert drawn == ["Shared yards"]
        frames(replace(row, name="Yards"))
        assert drawn == ["Shared yards", "Yards"]
        theme.apply(qapp, ThemeMode.DARK, 1.0)
        assert frames(row) != light
        assert drawn == ["Shared yards", "Yards", "Shared yards"]
    finally:
        painter.end()
        theme.apply(qapp, ThemeMode.LIGHT, 1.0)


def test_a_board_rests_only_a_while_after_it_has_moved(
    open_board: OpenBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = open_board().view
    clock = SimpleNamespace(now=100.0)
    clock.perf_counter = lambda: clock.now
    monkeypatch.setattr("kdc_desktop.screens.board.layer.time", clock)
    given: list[float] = []
    make = view.layer.tiles.make

    def counting(keys: list[Key], seconds: float) -> tuple[QRect, bool]:
        given.append(seconds)
        return make(keys, seconds)

    monkeypatch.setattr(view.layer.tiles, "make", counting)
    view.zoom_to(0.05)
    for later in (0, 0.02, 0.02, 1):  # the wheel is turned on, at the end of the zooms
        clock.now += later
        view.zoom_by(-1)
        view.viewport().grab()
    moving, *still, resting = given
    assert still == [moving, moving]
    assert resting > moving
