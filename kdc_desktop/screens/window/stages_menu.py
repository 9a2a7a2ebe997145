"""The menus of the timeline: of one stage, and of all."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from kdc_desktop.i18n import _, titled
from kdc_desktop.screens.kit.passing import Menu, passing_menu
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.window.segments import Segment


class _Leads(Protocol):
    clicked: SignalInstance
    opened: SignalInstance


def menu_of_one(timeline: QWidget, leads: _Leads, stage_id: int) -> Menu:
    """Look at a stage, or let the session go to it."""
    menu = passing_menu(timeline, "timeline_menu")
    look = menu.addAction(_("Look at this stage"))
    look.triggered.connect(partial(leads.clicked.emit, stage_id))
    go = menu.addAction(_("Let the session go to this stage"))
    go.triggered.connect(partial(leads.opened.emit, stage_id))
    return menu


def menu_of_all(
    timeline: QWidget, leads: _Leads, segments: Sequence[Segment], shown: int | None, theme: Theme
) -> Menu:
    """The same of every stage; the one that is looked at has a tick."""
    menu = passing_menu(timeline, "stages_menu")
    further = Menu(_("Let the session go to"), menu)
    for segment in segments:
        text = plain_caption(titled(segment.slot.title, segment.times))
        stage_id, icon = segment.slot.id, theme.icon(segment.icon)
        look = menu.addAction(icon, text)
        look.setCheckable(True)
        look.setChecked(stage_id == shown)
        look.triggered.connect(partial(leads.clicked.emit, stage_id))
        go = further.addAction(icon, text)
        go.triggered.connect(partial(leads.opened.emit, stage_id))
    menu.addSeparator()
    menu.addMenu(further)
    return menu
