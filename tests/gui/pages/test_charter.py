"""The charter of one consortium is written to be handed over, whichever session it is of."""

from pathlib import Path

import pytest

from kdc_desktop.app import Club
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.screens.visions.wiring import CLUB_VISION
from kdc_desktop.services.consortia.projects import NewProject, add_project
from tests.gui.test_jobs import wait_until
from tests.rooms.page_words import has_its_fonts, pages_in


@pytest.fixture
def project(club: Club) -> int:
    """A project that was born outside any session, on its screen."""
    club.window.show()
    key = add_project(club.database, NewProject("Yard bikes"))

    def look(screen: object) -> None:
        assert isinstance(screen, VisionScreen)
        screen.show_consortium(key)

    club.window.go(CLUB_VISION, look)
    return key


def hand_over(club: Club) -> None:
    screen = club.window.screen_shown
    assert isinstance(screen, VisionScreen)
    screen.under.life.hand_over()


def test_it_is_written_as_a_pdf(
    club: Club, project: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, proposed: str, *_more: object) -> str:
        asked.append(Path(proposed).name)
        return str(tmp_path / "charter.pdf")

    monkeypatch.setattr(file_dialogs, "save_name", answer)
    hand_over(club)
    wait_until(lambda: "is written" in club.window.frame.quiet.text)
    assert asked == ["Charter of Yard bikes.pdf"]
    assert club.window.frame.quiet.text == "The charter of Yard bikes is written."
    written = tmp_path / "charter.pdf"
    assert (pages_in(written), has_its_fonts(written)) == (1, True)


def test_a_wrong_ending_is_asked_about_and_nowhere_writes_nothing(
    club: Club, project: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter([str(tmp_path / "charter.xlsx"), ""])
    monkeypatch.setattr(file_dialogs, "save_name", lambda *_arguments: next(names))
    hand_over(club)
    assert list(tmp_path.glob("charter*")) == []
    assert not club.jobs.asked_for
