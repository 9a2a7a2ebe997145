"""The portfolio of a club of ten years, from the click to the painted list."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, Gain, Obstacle
from kdc_desktop.screens.consortia.club_screen import ClubScreen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.joined.consortia import BUY_IN, CONSORTIUM_TRAILS, GIVES_BACK, HELD_UP
from kdc_desktop.settings import ThemeMode
from kdc_desktop.storage import Database
from tests.benchmarks.conftest import Record
from tests.benchmarks.ten_years import make_years
from tests.benchmarks.test_bench_years import YEARS, least

SIZE = "120 consortia, 40 sessions, 7,000 answers"


def test_the_portfolio_is_read_and_painted(
    qapp: QApplication, record: Record, tmp_path: Path
) -> None:
    theme = Theme()
    theme.apply(qapp, ThemeMode.LIGHT)
    database = make_years(tmp_path / "club.kdc", YEARS)
    furnish(database)
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    given = CONSORTIUM_TRAILS, store, lambda: None, HELD_UP, GIVES_BACK
    screen = ClubScreen(theme, database, BUY_IN, *given)
    screen.resize(1540, 930)
    screen.show()

    def open_it() -> None:
        screen.refresh()
        screen.table.viewport().repaint()

    took = least(open_it)
    screen.close()
    database.close()
    record(f"portfolio: read and painted | {SIZE}", took, "ms", None, "≤ 50 ms")


def furnish(database: Database) -> None:
    """Every second consortium gives something back, and every third is held back."""
    now = database.now()
    with database.edit(lazy("Furnished")) as edit:
        keys = edit.scalars(select(Consortium.id)).all()
        said = {"way": GainWay.MEASURED, "minutes": 6.0, "people": 300, "at": now}
        edit.add_rows(Gain, [{**said, "consortium_id": key} for key in keys[::2]])
        held = {"kind": ObstacleKind.PERMIT, "text": "The quay", "raised_at": now}
        edit.add_rows(Obstacle, [{**held, "consortium_id": key} for key in keys[::3]])
