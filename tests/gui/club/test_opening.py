"""Another club is opened while the one that is open can be used, and nothing half-open stays."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox

from kdc_desktop import i18n
from kdc_desktop.app import Club, Program
from kdc_desktop.errors import UserError
from kdc_desktop.jobs import Progress
from kdc_desktop.screens.club.answers import answers_of
from kdc_desktop.screens.kit.translator import wear
from kdc_desktop.screens.kit.unkept import ask_when_half_typed
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.sole_use import Claim, claim
from tests.gui.test_jobs import wait_until
from tests.storage.places import add_person


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Program(qapp, settings, lambda _window: None)
    made.open(tmp_path / "club.kdc")
    wait_until(lambda: not here(made).jobs.busy)
    yield made
    made.close()
    wear(qapp, i18n.ENGLISH)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.kdc"
    open_database(path).close()
    return path


class Disk:
    """Stands for one that answers late."""

    def __init__(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked, self.answers = Event(), Event()
        self._open = program.open_file
        monkeypatch.setattr(program, "open_file", self.open_file)

    def open_file(self, path: Path, held: Claim | None) -> Database:
        self.asked.set()
        self.answers.wait(10)
        return self._open(path, held)


@pytest.fixture
def disk(program: Program, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    made = Disk(program, monkeypatch)
    yield made
    made.answers.set()


def here(program: Program) -> Club:
    assert program.club is not None
    return program.club


def said(program: Program) -> str:
    return here(program).window.frame.quiet.text


def begin(program: Program, disk: Disk, path: Path) -> None:
    here(program).window.file_wanted.emit(path)
    wait_until(disk.asked.is_set)


def is_free(path: Path) -> bool:
    try:
        claim(path).close()
    except UserError:
        return False
    return True


def names(database: Database) -> list[str]:
    with database.glance() as connection:
        return [name for (name,) in connection.execute("SELECT name FROM person")]


def test_the_window_can_be_used_until_the_other_club_is_there(
    program: Program, disk: Disk, other: Path
) -> None:
    first = here(program)
    begin(program, disk, other)
    assert said(program) == "Opening other.kdc …"
    add_person(first.database, "Aino")
    first.window.go("people")
    assert (program.club, first.window.screen_shown.objectName()) == (first, "people_screen")
    disk.answers.set()
    wait_until(lambda: here(program).database.path == other)
    wait_until(lambda: not first.window.isVisible())
    assert here(program).window.isVisible()
    with claim(first.database.path):
        assert not is_free(other)


def test_a_club_that_cannot_be_opened_leaves_the_window_and_nothing_open(
    program: Program, tmp_path: Path
) -> None:
    first, letter = here(program), tmp_path / "letter.kdc"
    letter.write_text("Dear members")
    first.window.file_wanted.emit(letter)
    wait_until(lambda: said(program).startswith("letter.kdc does not begin as a club"))
    wait_until(lambda: not program.under_way)
    assert program.club is first
    assert is_free(letter)


def test_a_window_that_cannot_be_made_leaves_the_one_before_and_its_jobs(
    program: Program, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise UserError("It cannot be shown.")

    first = here(program)
    with monkeypatch.context() as patched:
        patched.setattr("kdc_desktop.app.MainWindow", refuse)
        first.window.file_wanted.emit(other)
        wait_until(lambda: said(program) == "It cannot be shown.")
    assert is_free(other)
    done: list[str] = []
    assert first.jobs.run("Importing", lambda _progress: "done", done.append)
    wait_until(lambda: bool(done))


def test_what_is_begun_meanwhile_is_asked_about_before_it_goes(
    program: Program, disk: Disk, other: Path
) -> None:
    first = here(program)
    begin(program, disk, other)
    line = QLineEdit(first.window)
    ask_when_half_typed(line)
    line.setText("Which yard?")
    disk.answers.set()
    wait_until(lambda: bool(first.window.findChildren(QMessageBox, "text_at_stake_box")))
    (box,) = first.window.findChildren(QMessageBox, "text_at_stake_box")
    assert "“Which yard?”" in box.text()
    assert is_free(other)
    button = box.defaultButton()
    assert button is not None
    button.click()
    assert program.club is first


def test_what_was_told_to_go_is_not_asked_about_again(program: Program, other: Path) -> None:
    first = here(program)
    line = QLineEdit(first.window)
    ask_when_half_typed(line)
    line.setText("Which yard?")
    first.window.file_wanted.emit(other)
    (box,) = first.window.findChildren(QMessageBox, "text_at_stake_box")
    next(one for one in box.buttons() if one.text() == "&Open it").click()
    wait_until(lambda: here(program).database.path == other)


def test_the_newest_wish_counts(program: Program, disk: Disk, other: Path, tmp_path: Path) -> None:
    third = tmp_path / "third.kdc"
    begin(program, disk, other)
    here(program).window.file_wanted.emit(other)
    here(program).window.file_wanted.emit(third)
    disk.answers.set()
    wait_until(lambda: here(program).database.path == third)
    wait_until(lambda: is_free(other))


@pytest.mark.parametrize("closing", ["window", "program"])
def test_who_closes_the_window_meanwhile_has_nothing_open(
    program: Program, disk: Disk, other: Path, closing: str
) -> None:
    first = here(program)
    begin(program, disk, other)
    if closing == "window":
        first.window.close()
        disk.answers.set()
    else:
        disk.answers.set()
        program.close()
    wait_until(lambda: is_free(other))
    assert (program.club, first.window.isVisible()) == (first, False)


def test_a_job_of_a_person_ends_before_the_club_is_closed(program: Program, other: Path) -> None:
    first, goes_on = here(program), Event()

    def work(_progress: Progress) -> str:
        goes_on.wait(10)
        return "done"

    done: list[str] = []
    first.jobs.run("Exporting", work, done.append)
    first.window.file_wanted.emit(other)
    wait_until(lambda: said(program) == "other.kdc opens once “Exporting” is done.")
    assert (done, program.club) == ([], first)
    goes_on.set()
    wait_until(lambda: program.club is not first)
    assert done == ["done"]


def test_what_is_written_while_the_new_window_is_made_is_seen_there(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = here(program)
    make: Callable[[Database], Club] = program.club_of
    made: list[Club] = []

    def make_while_somebody_writes(database: Database) -> Club:
        made.append(make(database))
        if len(made) == 1:
            add_person(first.database, "Aino")
        return made[-1]

    monkeypatch.setattr(program, "club_of", make_while_somebody_writes)
    program.settings.language = i18n.PSEUDO
    first.window.file_wanted.emit(first.database.path)
    wait_until(lambda: program.club is not first)
    assert program.club is made[1]
    assert names(here(program).database) == ["Aino"]
    assert "Áíñó" not in here(program).window.undoing.action.text()
    assert "Aino" in here(program).window.undoing.action.text()
    with pytest.raises(UserError):
        claim(here(program).database.path)


def test_a_dialog_that_is_closed_wants_nothing_any_more(
    program: Program, disk: Disk, other: Path
) -> None:
    dialog, first, refused = QDialog(here(program).window), program.club, list[Exception]()
    dialog.open()
    program.open_in_turns(other, answers_of(dialog, refused.append))
    dialog.reject()
    disk.answers.set()
    wait_until(lambda: is_free(other))
    assert (program.club, refused) == (first, [])
