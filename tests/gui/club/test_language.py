"""The language of this laptop is chosen in the settings, and worn when a club is opened."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtWidgets import QApplication

from kdc_desktop import i18n, paths
from kdc_desktop.app import Program
from kdc_desktop.errors import UserError
from kdc_desktop.jobs import Progress
from kdc_desktop.screens.club.language_choice import LanguageChoice
from kdc_desktop.screens.club.settings_screen import SettingsScreen
from kdc_desktop.screens.kit.translator import wear
from kdc_desktop.services.sessions import listing
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Database
from kdc_desktop.storage.sole_use import claim
from tests.catalogues import write_catalogue
from tests.gui.test_jobs import wait_until
from tests.storage.places import add_person

NAME = "the name of this language in itself\x04English"


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    wear(qapp, i18n.ENGLISH)


@pytest.fixture
def _swedish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_catalogue(
        tmp_path / "translations" / "sv" / "LC_MESSAGES" / "kdc-desktop.mo",
        {NAME: "Svenska", "Settings": "Inställningar", "This laptop": "Den här datorn"},
    )
    real = paths.resource

    def resource(*parts: str) -> Path:
        return (tmp_path.joinpath if parts[0] == "translations" else real)(*parts)

    monkeypatch.setattr(paths, "resource", resource)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.ini")
    made.motion = False
    return made


@pytest.fixture
def opened(qapp: QApplication, settings: Settings, tmp_path: Path) -> Iterator[Program]:
    made = Program(qapp, settings, lambda _window: None)
    made.open(tmp_path / "club.kdc")
    yield made
    made.close()


def settings_screen(opened: Program) -> SettingsScreen:
    assert opened.club is not None
    opened.club.window.go("settings")
    screen = opened.club.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    return screen


def choose(choice: LanguageChoice, name: str) -> None:
    at = choice.combo.findText(name)
    choice.combo.setCurrentIndex(at)
    choice.combo.activated.emit(at)


def test_with_english_alone_there_is_nothing_to_choose(opened: Program) -> None:
    assert not settings_screen(opened).language_choice.isVisible()


@pytest.mark.usefixtures("_swedish")
def test_the_language_chosen_is_worn_when_the_club_is_opened_again(
    opened: Program, settings: Settings
) -> None:
    screen = settings_screen(opened)
    choice = screen.language_choice
    assert [choice.combo.itemText(at) for at in range(choice.combo.count())] == [
        "English",
        "Svenska",
    ]
    assert not choice.again_button.isVisible()
    choose(choice, "Svenska")
    assert choice.note.text() == "The program speaks Svenska once a club is opened."
    assert (settings.language, screen.look_title.text()) == ("sv", "This laptop")
    before = opened.club
    choice.again_button.click()
    wait_until(lambda: opened.club is not before)
    assert settings_screen(opened).look_title.text() == "Den här datorn"
    assert not settings_screen(opened).language_choice.again_button.isVisible()


@pytest.mark.usefixtures("_swedish")
def test_the_club_that_was_opened_again_is_still_ours_alone(
    opened: Program, settings: Settings, tmp_path: Path
) -> None:
    before = opened.club
    settings.language = "sv"
    assert opened.open(tmp_path / "club.kdc") is not before
    with pytest.raises(UserError):
        claim(tmp_path / "club.kdc")
    assert opened.open(tmp_path / "club.kdc") is opened.club


@pytest.mark.usefixtures("_swedish")
def test_a_language_for_now_is_not_kept(settings: Settings, tmp_path: Path) -> None:
    settings.speak_for_now("sv")
    assert settings.language == "sv"
    assert Settings(tmp_path / "settings.ini").language == "en"
    settings.language = "en"
    assert settings.language == "en"


def test_the_pseudo_language_is_offered_to_those_who_speak_it(
    qapp: QApplication, settings: Settings
) -> None:
    wear(qapp, i18n.PSEUDO)
    settings.speak_for_now(i18n.PSEUDO)
    choice = LanguageChoice(settings)
    assert choice.combo.itemText(choice.combo.currentIndex()) == "⟦Éñĝļîšĥ ~~~⟧"
    assert choice.combo.itemText(0) == "English"
    assert choice.combo.count() == 2


@pytest.mark.usefixtures("_swedish")
def test_what_was_still_being_written_is_there_in_the_new_window(
    opened: Program, settings: Settings, tmp_path: Path
) -> None:
    before = opened.club
    assert before is not None
    writing, goes_on = Event(), Event()

    def work(progress: Progress) -> None:
        progress.begin_writing()
        writing.set()
        goes_on.wait()
        add_person(before.database, "Aino")

    before.jobs.run("Importing", work, lambda _done: None, writes=True)
    wait_until(writing.is_set)
    settings.language = "sv"
    Timer(0.2, goes_on.set).start()
    club = opened.open(tmp_path / "club.kdc")
    assert "Add Aino" in club.window.undoing.action.text()


@pytest.mark.usefixtures("_swedish")
def test_a_club_that_cannot_be_opened_again_still_works(
    opened: Program, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_database: Database) -> None:
        raise UserError("The disk did not take it.")

    before = opened.club
    assert before is not None
    settings.language = "sv"
    monkeypatch.setattr(listing, "sessions", fail)
    with pytest.raises(UserError):
        opened.open(tmp_path / "club.kdc")
    assert opened.club is before
    done: list[str] = []
    assert before.jobs.run("Importing", lambda _progress: "done", done.append)
    wait_until(lambda: bool(done))
