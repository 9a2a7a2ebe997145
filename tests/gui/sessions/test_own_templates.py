"""Templates of the club are kept, used, renamed and removed where an agenda is at hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.sessions.begin_dialog import BeginDialog
from kdc_desktop.screens.sessions.line_dialog import LineDialog
from kdc_desktop.services.sessions import questions
from kdc_desktop.services.sessions.own_templates import keep_as_template, own_templates
from kdc_desktop.settings import Settings
from tests.rooms.club_year import AGENDA, ClubYear, make_year

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def year(tmp_path: Path) -> ClubYear:
    return make_year(tmp_path / "harbour.kdc")


@pytest.fixture
def club(theme: Theme, tmp_path: Path, year: ClubYear) -> Iterator[Club]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Club(year.database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    yield made
    made.close()


def agenda_of(club: Club, session_id: int) -> Any:
    club.window.open_session(session_id)
    club.window.whereabouts.show_agenda()
    return club.window.screen_shown


def parts(screen: Any) -> dict[str, QMenu]:
    """The menu of the button as it would open now, and what lies in it."""
    menu = screen.template_button.menu()
    menu.aboutToShow.emit()
    return {one.menu().title(): one.menu() for one in menu.actions() if one.menu() is not None}


def names(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions()]


def answer(screen: Any, name: str) -> None:
    (dialog,) = (one for one in screen.findChildren(LineDialog) if one.isVisible())
    dialog.line_edit.setText(name)
    QTest.mouseClick(dialog.keep_button, LEFT)


def kept(club: Club) -> list[str]:
    return [str(one.name) for one in own_templates(club.database)]


def test_an_agenda_is_kept_renamed_and_removed_by_its_button_and_each_is_undone(
    club: Club, year: ClubYear
) -> None:
    screen = agenda_of(club, year.sessions[-1])
    screen.template_button.menu().actions()[0].trigger()
    answer(screen, "Our evening")
    assert kept(club) == ["Our evening"]
    parts(screen)["Rename"].actions()[0].trigger()
    answer(screen, "Ours")
    assert kept(club) == ["Ours"]
    parts(screen)["Remove"].actions()[0].trigger()
    assert kept(club) == []
    for expected in (["Ours"], ["Our evening"], []):
        club.window.undoing.undo()
        assert kept(club) == expected
        assert club.window.screen_shown is screen


def test_the_stages_of_a_template_come_after_the_one_that_is_chosen(
    club: Club, year: ClubYear
) -> None:
    keep_as_template(club.database, year.sessions[0], "Our evening")
    screen = agenda_of(club, year.sessions[-1])
    screen.stages_table.selectRow(1)
    adding = parts(screen)["Add the stages of"]
    assert names(adding)[-1] == "Our evening"
    adding.actions()[-1].trigger()
    titles = [one.title for one in questions.stages(club.database, year.sessions[-1])]
    own = [title for _kind, title, _minutes in AGENDA]
    assert titles == [*own[:2], *own, *own[2:]]
    club.window.undoing.undo()
    assert len(questions.stages(club.database, year.sessions[-1])) == len(own)


def test_one_begins_from_last_time_with_the_agenda_of_a_template(
    club: Club, year: ClubYear
) -> None:
    keep_as_template(club.database, year.sessions[0], "Our evening")
    home: Any = club.window.screen_shown
    home.starting.begin()
    dialog = home.findChild(BeginDialog)
    box = dialog.agenda_combo
    assert [box.itemText(at) for at in (0, 1)] == ["That of this session", "Our evening"]
    workshop = next(at for at in range(box.count()) if box.itemText(at) == "Pilot workshop")
    box.setCurrentIndex(workshop)
    dialog.earlier_combo.setCurrentIndex(2)
    assert box.currentText() == "Pilot workshop"
    QTest.mouseClick(dialog.create_button, LEFT)
    session = club.window.session
    assert session is not None
    kinds = [one.kind for one in questions.stages(club.database, session.id)]
    assert "since" in kinds
    assert kinds != [kind for kind, *_ in AGENDA]


def test_the_agenda_of_a_session_in_the_list_is_kept(club: Club) -> None:
    home: Any = club.window.screen_shown
    home.show_all()
    (action,) = (one for one in home.actions() if one.objectName() == "act_keep_its_agenda")
    action.trigger()
    answer(home, "Of the list")
    assert kept(club) == ["Of the list"]
