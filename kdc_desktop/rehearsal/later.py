"""A short evening that goes on from the one before, and what happened between them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from kdc_desktop.rehearsal import acts_between, acts_later, acts_life
from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.rehearsal.walking import Acts, walk
from kdc_desktop.screens.sessions.agenda_screen import AgendaScreen
from kdc_desktop.screens.sessions.begin_dialog import BeginDialog
from kdc_desktop.screens.sessions.home_screen import HomeScreen

KEPT = ("check_in", "since", "vision", "close")
"""Kinds of stages of a short evening."""
ACTS: Acts = {
    "check_in": acts_later.check_in,
    "since": acts_later.since,
    "vision": acts_later.visions,
    "let_go": acts_life.let_go,
}


def play_later(scene: Scene, number: int) -> None:
    """What happened since the evening before, then evening `number`, counted from 1."""
    acts_between.between(scene, number)
    scene.clock.evening(number, scene.plan.evenings)
    _begin(scene, number)
    walk(scene, ACTS)


def _begin(scene: Scene, number: int) -> None:
    """From last time: with those who were there, and the consortia that are due."""
    hands, window = scene.hands, scene.hands.club.window
    window.go("home")
    home = window.screen_shown
    assert isinstance(home, HomeScreen)
    hands.look(f"evening {number}, home")
    hands.click(home.begin_button)
    dialog = hands.find(BeginDialog, "begin_dialog", home)
    acts_later.take_up_all(dialog)
    hands.look(f"evening {number}, begin from last time", dialog)
    hands.click(dialog.create_button)
    agenda = window.screen_shown
    assert isinstance(agenda, AgendaScreen)
    _shorten(scene, agenda)
    if number == scene.plan.evenings:
        _add_letting_go(agenda)
    hands.look(f"evening {number}, agenda")


def _add_letting_go(agenda: AgendaScreen) -> None:
    """A stage of its own after the visions, added as the palette adds one."""
    visions = next(row.id for row in agenda.model.rows if row.stage.kind == "vision")
    agenda.stages_table.select_key(visions)
    action = agenda.findChild(QAction, "act_add_let_go")
    assert action is not None
    action.trigger()


def _shorten(scene: Scene, agenda: AgendaScreen) -> None:
    """Take the stages of a long evening out: the table keeps what is told, asked and closed."""
    for row in list(agenda.model.rows):
        if row.stage.kind not in KEPT:
            agenda.stages_table.select_key(row.id)
            scene.hands.key(agenda.stages_table, Qt.Key.Key_Delete)
