"""How long the window stands still while two versions of a big club are compared, and one grows."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Program
from kdc_desktop.screens.twins.compare_dialog import CompareDialog
from kdc_desktop.screens.twins.comparing import Comparing
from kdc_desktop.services.board.importing import import_ideas, preview_ideas
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.benchmarks.conftest import Record
from tests.benchmarks.heartbeat import LIMIT, beating, let_pass, until
from tests.rooms.empty_club import EVENING
from tests.rooms.twin_clubs import SESSION, made

IDEAS = 5_000


def sheet(folder: Path, words: str) -> Path:
    path = folder / f"{words}.csv"
    lines = [f"{words} number {n},Group {n % 12}" for n in range(IDEAS)]
    path.write_text("\n".join(("Idea,Cluster", *lines)), encoding="utf-8")
    return path


def grow(path: Path, words: str) -> None:
    database = open_database(path, lambda: EVENING)
    import_ideas(database, SESSION, preview_ideas(database, SESSION, sheet(path.parent, words)))
    database.close()


def test_comparing_and_taking_over(qapp: QApplication, tmp_path: Path, record: Record) -> None:
    here, there = tmp_path / "here.kdc", tmp_path / "there.kdc"
    made(here).close()
    grow(here, "Old")
    shutil.copyfile(here, there)
    grow(there, "New")
    program = Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    club = program.open(here)
    until(lambda: not club.jobs.busy)
    (comparing,) = club.window.findChildren(Comparing)
    size = f"{IDEAS:,} on both sides, {IDEAS:,} more there"
    with beating() as beat:
        comparing.look_at(there)
        until(lambda: isinstance(qapp.activeModalWidget(), CompareDialog))
        let_pass(0.5)
    record(f"block: comparing two versions | {size}", beat.longest, "ms", None, LIMIT)
    dialog = qapp.activeModalWidget()
    assert isinstance(dialog, CompareDialog)
    with beating() as beat:
        dialog.tick_all()
        dialog.accept()
        until(lambda: not club.jobs.busy)
    record(f"block: taking over from it | {size}", beat.longest, "ms", None, LIMIT)
    club.close()
