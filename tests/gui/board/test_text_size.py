"""What the size of text in Settings does on the board, and what lies out of sight."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.kit.wrapping import wrap
from kdc_desktop.domain.board.layout import GAP, TITLE_HEIGHT
from kdc_desktop.screens.board import drawing
from kdc_desktop.screens.board.drawing import READABLE, TITLES_READABLE, note_lines
from kdc_desktop.screens.board.labels import ClusterLabels
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board.rows import ClusterRow, IdeaRow
from kdc_desktop.settings import ThemeMode
from kdc_desktop.storage import Database
from tests.gui.board.hands import OpenBoard, action, add


@pytest.fixture
def large(theme: Theme, qapp: QApplication) -> Iterator[Theme]:
    theme.apply(qapp, ThemeMode.LIGHT, 2.0)
    yield theme
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)


def _note(text: str, sector: str | None) -> IdeaRow:
    return IdeaRow(1, text, "sky", 0.0, 0.0, 0, None, sector, "")


@pytest.mark.parametrize("sector", [None, "C"])
def test_a_note_is_written_as_large_as_all_of_it_has_room(sector: str | None) -> None:
    short, long = _note("Night market", sector), _note("A shared kitchen " * 20, sector)
    assert note_lines(short, 1.0, 1.0)[1] == note_lines(long, 1.0, 1.0)[1] == 1.0
    assert (note_lines(short, 1.0, 1.6)[1], note_lines(long, 1.0, 1.6)[1]) == (1.5, 1.0)
    lines, grown = note_lines(short, 2.0, 2.0)
    assert (" ".join(lines), grown >= 1.75) == ("Night market", True)
    lines, grown = note_lines(long, 2.0, 2.0)
    assert (lines[-1][-1], 1.0 < grown < 1.75) == ("…", True)


def test_what_is_written_is_laid_out_about_once_at_whatever_zoom(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    def counted(text: str, *how: Any, **more: Any) -> Any:
        tried.append(text)
        return wrap(text, *how, **more)

    monkeypatch.setattr(drawing, "wrap", counted)
    notes = [
        _note(f"{n} " + "a shared kitchen for the yard " * (1 + n % 9), "C") for n in range(90)
    ]
    for zoom in (READABLE, 0.4, 0.55, 0.8, 1.0):
        for note in notes:
            note_lines(note, 1.0, max(1.0, 0.8 / zoom))
    assert len(tried) < 3 * len(notes)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("zoom", [READABLE, 0.4, 0.5, TITLES_READABLE - 0.01])
def test_no_title_covers_notes_that_can_be_read(
    theme: Theme, qapp: QApplication, scale: float, zoom: float
) -> None:
    theme.apply(qapp, ThemeMode.LIGHT, scale)
    try:
        name = "Greener and quieter streets at night, and in the morning"
        chip = ClusterLabels(theme).rect(ClusterRow(1, name, 1, 0.0, 100.0, 372.0, 800.0, 7), zoom)
    finally:
        theme.apply(qapp, ThemeMode.LIGHT, 1.0)
    assert chip.bottom() <= (100 + TITLE_HEIGHT + GAP) * zoom
    assert chip.top() >= (100 - 4 * GAP) * zoom


def test_with_large_text_the_board_is_fitted_to_be_read_and_then_as_a_whole(
    open_board: OpenBoard, database: Database, large: Theme
) -> None:
    add(database, 80)
    screen = open_board()
    view = screen.view
    assert view.is_fitted
    assert view.zoom >= 0.45
    first = view.contents.bounds().topLeft()
    assert view.seen().contains(first)
    screen._out_of_sight.count()
    assert "ideas are out of sight · Ctrl+9 shows them" in screen.floats.free_label.text()
    action(screen, "fit_the_board").trigger()
    assert view.seen().contains(view.contents.bounds())
    screen._out_of_sight.count()
    assert screen.floats.free_label.isHidden()


def test_the_editor_of_a_note_at_the_edge_is_seen_whole(
    open_board: OpenBoard, database: Database, large: Theme
) -> None:
    ids = add(database, 40)
    screen = open_board()
    screen.view.fit()
    for idea in (ids[0], ids[4], ids[-1]):
        screen.in_place.edit_note(idea)
        editor = screen.in_place.note_editor
        assert screen.view.uncovered().contains(editor.geometry())
        assert editor.font().pixelSize() >= 20
        editor.hide()


def test_an_idea_that_comes_where_nobody_looks_is_told(
    open_board: OpenBoard, database: Database, qtbot: QtBot
) -> None:
    add(database, 4)
    screen = open_board()
    screen.view.show_whole_size()
    away = board_ideas.add_idea(database, 1, "Far away", at=(9000.0, 9000.0))
    label = screen.floats.free_label
    qtbot.waitUntil(lambda: label.text() == "1 idea is out of sight · Ctrl+9 shows it")
    assert label.isVisible()
    screen.view.zoom_to(0.9)  # nobody wants to see the whole board any more
    screen.view.look_at(away)
    qtbot.waitUntil(lambda: label.text().startswith("4 ideas are out of sight"))


def test_who_sees_the_whole_board_goes_on_seeing_it(
    open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 30)
    screen = open_board()
    view = screen.view
    assert view.is_fitted
    view.select(ids[:6])
    action(screen, "new_cluster").trigger()
    assert view.is_fitted
    assert view.seen().contains(view.contents.bounds())
    assert screen.in_place.name_editor.isVisible()


def test_a_right_click_on_a_title_seen_from_afar_is_about_the_cluster(
    open_board: OpenBoard, database: Database
) -> None:
    cluster = board_clusters.add_cluster(database, 1, "Yards", add(database, 4))
    screen = open_board()
    view = screen.view
    for zoom in (0.1, READABLE, 0.5):
        view.zoom_to(zoom)
        chip = view.layer.labels.rect(view.contents.clusters[cluster], zoom)
        for corner in (chip.topLeft() + QPointF(3, 2), chip.bottomRight() - QPointF(3, 2)):
            view.select([])
            assert view.asked_at(view.mapFromScene(corner / zoom))[1] == (False, True)
            assert view.chosen_cluster == cluster
