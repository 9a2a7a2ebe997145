"""From the window, a club goes on on another laptop: the window goes, and says where to."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from kdc_desktop.app import Program
from kdc_desktop.collector import take_apart
from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.screens.club.handed_dialog import HandedDialog
from kdc_desktop.screens.club.leaving_dialog import LeavingDialog
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.services.attendance import door
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.club.handing_over import HandedOverError
from kdc_desktop.services.people import people
from kdc_desktop.services.polls import preparing
from kdc_desktop.services.polls import running as poll_running
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.sole_use import claim


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is chosen in the system's dialog."""
    path = tmp_path / "stick" / "there.kdc"
    path.parent.mkdir()
    for name in ("open_name", "save_name"):
        monkeypatch.setattr(file_dialogs, name, lambda *_args: str(path))
    return path


@pytest.fixture
def program(qapp, tmp_path: Path):
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Program(qapp, settings, lambda _window: None)
    made.open(tmp_path / "club.kdc")
    yield made
    made.close()
    take_apart(made)


def asked() -> HandedDialog:
    """The dialog that has taken the place of the window."""
    (dialog,) = (
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, HandedDialog) and widget.isVisible()
    )
    return dialog


def go(program: Program) -> None:
    """Read what it does, and choose a place."""
    program.club.files.hand_over()
    leaving = QApplication.activeModalWidget()
    assert isinstance(leaving, LeavingDialog)
    assert any("closed here" in label.text() for label in leaving.findChildren(QLabel))
    leaving.choose_button.click()


def hand_over(program: Program, qtbot) -> HandedDialog:
    window = program.club.window
    go(program)
    qtbot.waitUntil(lambda: program.club is None)
    assert not window.isVisible()
    return asked()


def test_the_first_program_lets_go_of_the_club(program, there, tmp_path, qtbot):
    people.add_person(program.club.database, "Aino Laine")
    dialog = hand_over(program, qtbot)
    assert "was handed over to " + str(there) in dialog.sentence_label.text()
    with claim(tmp_path / "club.kdc"):
        assert not (tmp_path / "club.kdc-wal").exists()
    assert check_database(there) == []
    dialog.open_other()
    qtbot.waitUntil(lambda: program.club is not None)
    assert program.club.database.path == there
    assert QApplication.activeModalWidget() is None


def test_the_file_that_stays_is_opened_only_when_somebody_says_so(program, there, tmp_path, qtbot):
    dialog = hand_over(program, qtbot)
    with pytest.raises(HandedOverError):
        program.open(tmp_path / "club.kdc")
    dialog.open_anyway()
    qtbot.waitUntil(lambda: program.club is not None)
    assert program.club.database.path == tmp_path / "club.kdc"
    program.club.close()
    program.club = None
    assert program.open(tmp_path / "club.kdc") is program.club


def test_from_another_club_it_is_asked_about_and_that_one_stays(program, there, tmp_path, qtbot):
    dialog = hand_over(program, qtbot)
    open_database(tmp_path / "other.kdc").close()
    program.open(tmp_path / "other.kdc")
    dialog.accept()
    program.club.window.file_wanted.emit(tmp_path / "club.kdc")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert asked().quit_button.text() == "Cancel"
    asked().reject()
    assert program.club.database.path == tmp_path / "other.kdc"


def test_nothing_else_can_be_done_while_it_is_written(program, there, qtbot):
    go(program)
    waiting = QApplication.activeModalWidget()
    assert waiting is not None
    assert waiting.objectName() == "handing_dialog"
    qtbot.waitUntil(lambda: program.club is None)
    asked().open_other()
    qtbot.waitUntil(lambda: program.club is not None)


def test_while_a_poll_is_open_it_is_refused_before_anything_is_chosen(program, there):
    database = program.club.database
    session = planning.plan_session(
        database, "Evening", datetime(2026, 11, 3, 17, 30), templates()[0]
    )
    agenda.go_live(database, session)
    door.walk_in(database, session, "Aino Laine", organisation_name="", sector="R")
    ideas = tuple(board_ideas.add_idea(database, session, f"Idea {n}") for n in range(2))
    plan = preparing.PollPlan(question="Which?", subject=PollSubject.IDEAS, option_ids=ideas)
    poll_running.open_poll(database, preparing.create_poll(database, session, plan))
    program.club.files.hand_over()
    leaving = QApplication.activeModalWidget()
    assert isinstance(leaving, LeavingDialog)
    assert "Close it first" in leaving.problem_label.text()
    assert not leaving.choose_button.isEnabled()
    leaving.cancel_button.click()
    assert not there.exists()
    assert program.club.window.isVisible()


def test_a_job_that_is_running_comes_first(program, there, qtbot):
    club = program.club
    club.jobs.run("Counting", lambda _progress: None, lambda _done: None)
    club.files.hand_over()
    assert club.window.frame.quiet.text.startswith("“Counting” is still under way.")
    qtbot.waitUntil(lambda: not club.jobs.busy)
    assert not there.exists()
    assert program.club is club


def test_where_it_cannot_be_written_the_window_stays(program, there, qtbot):
    there.write_text("mine")
    club = program.club
    go(program)
    qtbot.waitUntil(lambda: not club.jobs.busy)
    assert "left alone" in club.window.frame.quiet.text
    assert QApplication.activeModalWidget() is None
    people.add_person(club.database, "Aino Laine")
