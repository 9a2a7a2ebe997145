"""Keyboard reach: everything has a name, and Tab goes through all of it and round again."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from kdc_desktop.app import Club
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.services.attendance import door
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database

STARTS = datetime(2026, 11, 3, 17, 30)
EVENING = Instant.of(STARTS, laptop_zone())
NARROWEST = (1280, 800)
LONGEST_WALK = 120
MOST_PARTS = 12
NAMES = ("Aino Laine", "Björn Aalto", "Chen Niemi", "Dara Oja", "Elli Wang")


@pytest.fixture
def club(qtbot, theme, tmp_path: Path) -> Iterator[Club]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    database = open_database(tmp_path / "club.kdc", lambda: EVENING)
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.resize(*NARROWEST)
    made.window.show()
    made.window.activateWindow()
    yield made
    made.close()


@pytest.fixture
def session_id(club: Club) -> int:
    database = club.database
    made = planning.plan_session(database, "Autumn evening", STARTS, templates()[0])
    for number, letter in enumerate(LETTERS):
        organisation = "" if letter == "R" else f"Stakeholder {letter}"
        door.walk_in(database, made, NAMES[number], organisation_name=organisation, sector=letter)
    for number in range(6):
        board_ideas.add_idea(database, made, f"Idea number {number + 1}")
    agenda.go_live(database, made)
    club.window.open_session(made)
    return made


def _shown(window: QWidget) -> list[QWidget]:
    """What can be seen, is enabled and takes the focus by Tab."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, (QScrollArea, QStackedWidget))
        and not _is_inner(widget)
        and widget.window() is window
    ]


def _is_inner(widget: QWidget) -> bool:
    """A part of a compound control, which speaks for it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QAbstractSpinBox, QComboBox, QAbstractItemView)):
            return True
        parent = parent.parentWidget()
    return False


def group_of(button: QAbstractButton) -> QButtonGroup | None:
    return button.group()


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or _buddy_text(widget)


def _buddy_text(widget: QWidget) -> str:
    return next(
        (label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget),
        "",
    )


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or '(no name)'}"


def _nameless(window: QWidget) -> list[str]:
    return [_called(widget) for widget in _shown(window) if not _name(widget)]


def _walk(qtbot, window: QWidget) -> list[QWidget]:
    """Where Tab leads from the widget with the focus: round, and once more if more is there then.

    A note that it comes to is chosen, and the panel that was passed before shows that note.
    """
    walked = _round(qtbot)
    if not set(_shown(window)) <= set(walked):
        walked += [one for one in _round(qtbot) if one not in walked]
    return walked


def _round(qtbot) -> list[QWidget]:
    seen: list[QWidget] = []
    focused = QApplication.focusWidget()
    while focused is not None and focused not in seen and len(seen) < LONGEST_WALK:
        seen.append(focused)
        # Dates have parts and the board has notes: Tab walks through them first.
        for _part in range(MOST_PARTS):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            if QApplication.focusWidget() is not focused:
                break
        focused = QApplication.focusWidget()
    return seen


def _go(club: Club, place: str) -> None:
    window = club.window
    if place in ("home", "people", "settings", "consortia"):
        window.go(place)
    elif place == "agenda":
        window.whereabouts.show_agenda()
    else:
        stage = next(stage for stage in window.walk.stages if stage.kind == place)
        agenda.go_to_stage(club.database, stage.id)


PLACES = (
    "home",
    "people",
    "settings",
    "consortia",
    "agenda",
    *(stage.kind for stage in templates()[0].stages if stage.kind != "consortia"),
)


@pytest.mark.parametrize("place", PLACES)
def test_everything_has_a_name_and_is_reached_by_tab_without_a_trap(club, session_id, qtbot, place):
    _go(club, place)
    assert _nameless(club.window) == []
    _is_no_larger_than_a_small_laptop(club)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    screen, focused = club.window.screen_shown, QApplication.focusWidget()
    assert focused is screen or screen.isAncestorOf(focused), "the keys go to what is shown"
    walked = _walk(qtbot, club.window)
    assert len(walked) < LONGEST_WALK
    groups = {
        id(group_of(w))
        for w in walked
        if isinstance(w, QAbstractButton) and group_of(w) is not None
    }
    missed = [
        _called(widget)
        for widget in _shown(club.window)
        if widget not in walked
        and not (isinstance(widget, QAbstractButton) and id(widget.group()) in groups)
    ]
    assert missed == []


def _is_no_larger_than_a_small_laptop(club: Club) -> None:
    assert (club.window.width(), club.window.height()) == NARROWEST
    frame = club.window.frame
    assert frame.strip.minimumSizeHint().width() <= frame.width() - frame.rail.width()
