"""Whatever one value of a file says, the window comes up, goes everywhere and says what is wrong.

Here for some values that stand for their kind; `faulty_windows` tries all of them.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Program
from kdc_desktop.settings import Settings
from kdc_desktop.storage.faults_told import faults_of
from tests.gui.window import faulty_windows

NO_TEXT = "CAST(x'41ff42' AS TEXT)"
SOME = [
    ("session", "starts_at", "'garbage'"),
    ("session", "title", NO_TEXT),
    ("stage", "kind", "'zzz'"),
    ("consortium", "largest", NO_TEXT),
    ("member", "organisation_id", "987654321"),
    ("journal_entry", "at", "'garbage'"),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return faulty_windows.make_whole(tmp_path_factory.mktemp("whole") / "club.kdc")


@pytest.mark.parametrize("mutation", SOME, ids=lambda one: f"{one[0]}.{one[1]}")
def test_one_wrong_value_keeps_nobody_from_working(
    qapp: QApplication,
    qtbot: QtBot,
    whole: Path,
    tmp_path: Path,
    mutation: faulty_windows.Mutation,
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    program = Program(qapp, settings, lambda _window: None)
    path = tmp_path / "club.kdc"
    assert faulty_windows.mutated(whole, path, mutation)
    try:
        with qtbot.capture_exceptions() as raised:
            faulty_windows.walk(program, path)
        assert raised == []
        assert f" of {mutation[0]}" in str(faults_of(program.club.database))
    finally:
        faulty_windows.close(program)
