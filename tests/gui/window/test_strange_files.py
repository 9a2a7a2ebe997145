"""What another program wrote into a file is told in a sentence, in every window and command."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Program
from kdc_desktop.cli import main
from kdc_desktop.errors import UserError
from kdc_desktop.model import Base
from kdc_desktop.model.base import Word
from kdc_desktop.screens.sessions.home_screen import HomeScreen
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.sessions import listing, questions
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from kdc_desktop.storage.migrating import bring_up_to_date
from kdc_desktop.storage.sole_use import claim
from tests.gui.ways import SESSION
from tests.gui.window.faulty_windows import AREAS
from tests.rooms.pseudo_room import make_cyrillic_club, make_full_club
from tests.storage.strange_labels import STRANGE, put

WORDS = [
    (table.name, column.name)
    for table in Base.metadata.sorted_tables
    for column in table.c
    if isinstance(column.type, Word)
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A club of one evening, with the tables of today."""
    path = tmp_path_factory.mktemp("whole") / "club.kdc"
    make_cyrillic_club(path)
    bring_up_to_date(path)
    return path


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A club of a year, with rows in most tables; it takes longer to look at."""
    path = tmp_path_factory.mktemp("full") / "club.kdc"
    make_full_club(path)
    return path


@pytest.fixture
def path(tmp_path: Path, whole: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "club.kdc"))


@pytest.fixture(scope="module")
def dressed(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Program:
    settings = Settings(tmp_path_factory.mktemp("settings") / "settings.ini")
    settings.motion = False
    return Program(qapp, settings, lambda _window: None)


@pytest.fixture
def program(dressed: Program) -> Iterator[Program]:
    """Without a club; the one that a test opens is closed."""
    there = set(QApplication.topLevelWidgets())
    yield dressed
    if dressed.club is not None:
        dressed.club.close()
        dressed.club = None
    for widget in set(QApplication.topLevelWidgets()) - there:
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def walk(program: Program) -> None:
    """Go to every area and every stage; what the file holds may be told of in any of them."""
    window = program.club.window
    for area in AREAS:
        window.go(area)
        QCoreApplication.processEvents()
    try:
        window.open_session(SESSION)
        stages = questions.stages(program.club.database, SESSION)
    except UserError as error:
        window.warn(str(error))
        return
    for stage in stages:
        window.walk.look_at(stage.id)
        QCoreApplication.processEvents()


def rows_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(rows)


@pytest.mark.parametrize(("table", "column"), WORDS)
def test_an_unknown_word_is_a_sentence_in_every_window_and_command(
    program, path, full, qtbot, capsys, table, column
):
    if rows_of(path, table) == 0:
        shutil.copy(full, path)
    rows = rows_of(path, table)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(f"UPDATE {table} SET {column} = 'weird'")
    with qtbot.capture_exceptions() as raised:
        program.open(path)
        walk(program)
    assert raised == []
    capsys.readouterr()
    assert main(["export", str(path.with_suffix(".xlsx")), "--database", str(path)]) in (0, 1)
    assert main(["check", "--database", str(path)]) == (1 if rows else 0)
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert (f"“weird” is no word for {column} of {table}" in said) is bool(rows)


@pytest.mark.parametrize("strange", STRANGE)
def test_a_label_that_cannot_be_worded_keeps_neither_window_nor_workbook_away(
    program, path, qtbot, strange
):
    put(path, *STRANGE[strange])
    club = program.open(path)
    assert club.window.isVisible()
    assert club.window.undoing.action.text().startswith("Undo: ")
    club.window.undoing.undo()
    club.window.undoing.redo()
    export_workbook(club.database, path.with_suffix(".xlsx"), WORKBOOK)
    assert path.with_suffix(".xlsx").stat().st_size > 0


@pytest.mark.parametrize("error", [UserError("The disk is away."), ValueError("a bug")])
def test_a_screen_that_cannot_read_its_rows_is_told_and_the_window_stays(
    program, path, qtbot, monkeypatch, error
):
    def refuse(_screen: HomeScreen) -> None:
        raise error

    monkeypatch.setattr(HomeScreen, "refresh", refuse)
    with qtbot.capture_exceptions() as raised:
        club = program.open(path)
        QCoreApplication.processEvents()
    assert club.window.isVisible()
    if isinstance(error, UserError):
        assert raised == []
        assert club.window.frame.quiet.text == "The disk is away."
    else:
        assert {each for _, each, _ in raised} == {error}
    club.window.go("people")
    assert club.window.screen_shown.isVisible()


@pytest.mark.parametrize("error", [UserError("It cannot be shown."), TypeError("a bug")])
def test_a_window_that_cannot_be_made_holds_no_file(program, path, monkeypatch, error):
    def refuse(*_given: object) -> None:
        raise error

    before = program.open(Path(shutil.copy(path, path.with_name("before.kdc"))))
    monkeypatch.setattr("kdc_desktop.app.MainWindow", refuse)
    with pytest.raises(type(error)):
        program.open(path)
    assert program.club is before
    assert before.window.isVisible()
    assert before.database.next_steps()[0] is not None
    with claim(path), closing(open_database(path)) as database:
        assert SESSION in [row.id for row in listing.sessions(database)]
