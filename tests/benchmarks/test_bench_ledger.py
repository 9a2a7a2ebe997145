"""How long the ledger of a consortium takes to be read and painted."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.ledger_view import LedgerView
from kdc_desktop.services.visions.consortium_ledger import consortium_ledger
from kdc_desktop.settings import ThemeMode
from tests.benchmarks.conftest import Record, median_seconds
from tests.rooms.long_ledger import make_long_ledger

SIZES = ((4, 1), (12, 6), (40, 40))


@pytest.mark.parametrize(("members", "askings"), SIZES)
def test_ledger_read_and_painted(
    qapp: QApplication, record: Record, tmp_path: Path, members: int, askings: int
) -> None:
    theme = Theme()
    theme.apply(qapp, ThemeMode.LIGHT)
    room = make_long_ledger(tmp_path / "club.kdc", members, askings)
    view = LedgerView(theme)
    view.resize(1540, 930)
    view.show()

    def read_and_paint() -> None:
        view.show_ledger(consortium_ledger(room.database, room.consortium_id))
        view.viewport().repaint()

    took = 1000 * median_seconds(read_and_paint, 15)
    view.close()
    room.database.close()
    size = f"{members} members, {askings} askings"
    record(f"ledger: read and painted | {size}", took, "ms", None, "≤ 50 ms")
