"""The sample club in a window: changes without a verb, and what undo shows of them."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Base
from kdc_desktop.services.sessions import questions
from kdc_desktop.storage import Database

SESSION = 1


def look_at(club: Club, kind: str) -> Any:
    stages = questions.stages(club.database, SESSION)
    club.window.whereabouts.look_at(next(stage.id for stage in stages if stage.kind == kind))
    QCoreApplication.processEvents()
    return club.window.screen_shown


def run(club: Club, kind: str) -> None:
    """Let the session go to a stage."""
    stages = questions.stages(club.database, SESSION)
    club.window.walk.go_to(next(stage.id for stage in stages if stage.kind == kind))
    settle(club)


def settle(club: Club) -> Slide:
    """What the room sees, once everything for it is made."""
    for _again in range(3):
        QCoreApplication.processEvents()
        if not club.window.feed.is_up_to_date:
            club.window.feed.soon.stop()
            club.window.feed.soon.over.emit()
    return club.shared_screen.slide


def change(database: Database, entity: type[Base], name: str, value: Any) -> Any:
    """Let the last row of a table say something else; the row's key."""
    with database.edit(lazy("Changed something")) as edit:
        row: Any = edit.scalars(select(entity).order_by(entity.id.desc()).limit(1)).one()  # type: ignore[attr-defined]
        setattr(row, name, value)
        return row.id


def value(database: Database, entity: Any, key: Any, name: str) -> Any:
    with database.read() as snapshot:
        return getattr(snapshot.get_one(entity, key), name)


def undo(club: Club) -> Any:
    """As by Ctrl+Z; the screen that is shown then."""
    return trigger(club, "act_undo")


def redo(club: Club) -> Any:
    return trigger(club, "act_redo")


def trigger(club: Club, name: str) -> Any:
    club.window.findChild(QAction, name).trigger()
    QCoreApplication.processEvents()
    return club.window.screen_shown


def keys_of(table: Any) -> list[Any]:
    return [row.id for row in table.selected_rows()]
