"""A screen reads its rows when it has to, and only then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.errors import UserError
from kdc_desktop.screens.kit.screen import Done, Screen
from kdc_desktop.screens.kit.theme import Theme


@dataclass(frozen=True)
class Changed:
    tables: frozenset[str]
    ids: Mapping[str, frozenset[Any]] = field(default_factory=dict)


class Ideas(Screen):
    tables = frozenset({"idea", "cluster"})

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.readings = 0
        self.done: list[object] = []

    def refresh(self) -> None:
        self.readings += 1


def test_a_screen_reads_its_rows_when_it_is_first_shown(qtbot: QtBot, theme: Theme) -> None:
    screen = Ideas(theme)
    qtbot.addWidget(screen)
    assert screen.readings == 0
    screen.show()
    assert screen.readings == 1
    screen.hide()
    screen.show()
    assert screen.readings == 1


def test_a_visible_screen_follows_its_own_tables_only(qtbot: QtBot, theme: Theme) -> None:
    screen = Ideas(theme)
    qtbot.addWidget(screen)
    screen.show()
    screen.on_changes(Changed(frozenset({"person"})))
    assert screen.readings == 1
    screen.on_changes(Changed(frozenset({"person", "idea"})))
    assert screen.readings == 2


def test_a_hidden_screen_reads_once_when_it_comes_back(qtbot: QtBot, theme: Theme) -> None:
    screen = Ideas(theme)
    qtbot.addWidget(screen)
    screen.show()
    screen.hide()
    for _ in range(3):
        screen.on_changes(Changed(frozenset({"idea"})))
    assert screen.readings == 1
    screen.show()
    assert screen.readings == 2


def test_what_people_can_mend_becomes_a_sentence(qtbot: QtBot, theme: Theme) -> None:
    screen = Ideas(theme)
    qtbot.addWidget(screen)

    def refuse(name: str) -> int:
        raise UserError(f"Give {name} a title.")

    with qtbot.waitSignal(screen.problem) as caught:
        assert screen.attempt(refuse, "the idea") is None
    assert caught.args == ["Give the idea a title."]
    assert screen.attempt(len, "four") == Done(4)
    assert screen.attempt([].clear) == Done(None)


def test_an_action_has_a_name_a_key_and_runs(qtbot: QtBot, theme: Theme) -> None:
    screen = Ideas(theme)
    qtbot.addWidget(screen)
    QVBoxLayout(screen)
    action = screen.act(
        "new_idea", "New idea…", lambda: screen.done.append("new"), shortcut="N", icon="plus"
    )
    assert action in screen.actions()
    assert (action.objectName(), action.shortcut().toString()) == ("act_new_idea", "N")
    screen.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.setFocus()
    qtbot.keyClick(screen, Qt.Key.Key_N)
    assert screen.done == ["new"]
    held = screen.act("hold", "Hold", screen.done.append, checkable=True)
    held.trigger()
    assert screen.done == ["new", True]
