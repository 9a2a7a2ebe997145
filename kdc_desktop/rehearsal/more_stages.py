"""Stages that an agenda has not yet, added as the palette adds them."""

from collections.abc import Iterable

from PySide6.QtGui import QAction

from kdc_desktop.screens.sessions.agenda_screen import AgendaScreen
from kdc_desktop.screens.window.main_window import MainWindow


def add_stages(window: MainWindow, after: str, kinds: Iterable[str]) -> None:
    """Add stages of these kinds, in their order, after the first one of a kind."""
    agenda = window.screen_shown
    assert isinstance(agenda, AgendaScreen)
    agenda.stages_table.select_key(
        next(row.id for row in agenda.model.rows if row.stage.kind == after)
    )
    for kind in kinds:
        action = agenda.findChild(QAction, f"act_add_{kind}")
        assert action is not None
        action.trigger()
