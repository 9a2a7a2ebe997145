"""The ledger paints what is in sight, in any size and any look."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.visions.ledger import AnswerAt, LedgerCell, LedgerCellKind, LedgerRow
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.ledger_paint import LedgerPainter
from kdc_desktop.screens.visions.ledger_picture import LedgerDrawing
from kdc_desktop.screens.visions.ledger_view import LedgerView
from kdc_desktop.services.visions.consortium_ledger import consortium_ledger
from kdc_desktop.settings import ThemeMode
from tests.rooms.long_ledger import make_long_ledger


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """The cells that are drawn, one by one."""
    cells: list[tuple[int, int]] = []
    draw = LedgerDrawing.cell

    def listen(self: LedgerDrawing, at: int, row: LedgerRow, column: int) -> None:
        cells.append((at, column))
        draw(self, at, row, column)

    monkeypatch.setattr(LedgerDrawing, "cell", listen)
    return cells


def test_only_what_is_in_sight_is_painted(
    qtbot: QtBot, theme: Theme, tmp_path: Path, painted: list[tuple[int, int]]
) -> None:
    room = make_long_ledger(tmp_path / "club.kdc", 40, 40)
    view = LedgerView(theme)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    view.show_ledger(consortium_ledger(room.database, room.consortium_id))
    counts = []
    for width, height in ((900, 500), (900, 900), (1800, 900)):
        view.resize(width, height)
        QApplication.processEvents()
        painted.clear()
        view.viewport().repaint()
        picture = view.picture()
        assert len(painted) == len(set(painted))
        assert {row for row, _column in painted} <= set(picture.rows)
        assert {column for _row, column in painted} <= set(picture.columns)
        assert 0 < len(painted) <= len(picture.rows) * len(picture.columns)
        counts.append(len(painted))
    assert counts == sorted(counts)
    assert counts[-1] < 40 * 40 / 2, "not all of it"
    QTest.keyClick(view, Qt.Key.Key_Home)
    painted.clear()
    view.viewport().repaint()
    assert min(column for _row, column in painted) == 0
    room.database.close()


@pytest.mark.parametrize(
    ("session_id", "by_phone", "shape"),
    [(1, False, "answer"), (None, False, "pill"), (None, True, "pill")],
)
def test_a_call_during_an_evening_is_an_answer_of_that_evening(
    theme: Theme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    session_id: int | None,
    by_phone: bool,
    shape: str,
) -> None:
    room = make_long_ledger(tmp_path / "club.kdc", 4, 1)
    ledger = consortium_ledger(room.database, room.consortium_id)
    column = replace(ledger.columns[0], session_id=session_id, by_phone=by_phone)
    called = AnswerAt(1, 1, column.key, 5, column.opened_at, by_phone=True)
    cell = LedgerCell(LedgerCellKind.ANSWER, called)
    row = replace(ledger.rows[0], cells=(cell,), spans=())
    drawn: list[str] = []
    for name in ("answer", "pill"):
        monkeypatch.setattr(LedgerPainter, name, lambda *_a, of=name, **_k: drawn.append(of))
    view = LedgerView(theme)
    view.show_ledger(replace(ledger, columns=(column,)))
    painter = QPainter()
    LedgerDrawing(painter, theme, view.picture()).cell(0, row, 0)
    assert drawn == [shape]
    room.database.close()


@pytest.mark.parametrize(("members", "askings"), tuple(product((4, 12, 40), (1, 6, 40))))
def test_any_size_is_painted_in_any_look(
    qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path, members: int, askings: int
) -> None:
    room = make_long_ledger(tmp_path / "club.kdc", members, askings)
    ledger = consortium_ledger(room.database, room.consortium_id)
    assert (len(ledger.rows), len(ledger.columns)) == (members, askings)
    view = LedgerView(theme)
    qtbot.addWidget(view)
    view.show_ledger(ledger)
    for (width, height), mode, scale in product(
        ((700, 330), (1500, 800)), (ThemeMode.LIGHT, ThemeMode.DARK), (1.0, 2.0)
    ):
        theme.apply(qapp, mode, scale)
        view.resize(width, height)
        view.show()
        QApplication.processEvents()
        assert not view.grab().isNull()
        newest = view.cell_rect(0, askings - 1)
        assert view.picture().seen.left() <= newest.left() < view.viewport().width()
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)
    room.database.close()
