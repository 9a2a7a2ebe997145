"""What a facilitator has before them: it stays as it is whatever others write."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.domain.kit.actors import Actor, ActorKind, Way
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Attendance,
    Cluster,
    Commitment,
    Consortium,
    Delegate,
    Department,
    Idea,
    Interest,
    OpenRole,
    Organisation,
    Passage,
    Person,
    Poll,
    Position,
    Programme,
    Reading,
    Reservation,
    Session,
    Stage,
    Vision,
    Winner,
)
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.services.attendance import door
from kdc_desktop.storage import Edit
from kdc_desktop.storage.acting import acting
from tests.gui.test_jobs import wait_until
from tests.gui.window.sample_window import SESSION

NAMES: dict[Any, str] = {
    Attendance: "badge",
    Cluster: "name",
    Commitment: "what",
    Consortium: "name",
    Department: "name",
    Idea: "text",
    Interest: "offers",
    OpenRole: "title",
    Organisation: "name",
    Person: "name",
    Poll: "question",
    Position: "reason",
    Programme: "name",
    Reading: "text",
    Reservation: "text",
    Session: "title",
    Stage: "prompt",
    Vision: "text",
    Winner: "title",
}
SWITCHES: dict[Any, str] = {Delegate: "pinned", Passage: "inwards"}
HELPER = Actor(ActorKind.HELPER, 7)


def others_write(club: Club, *, at_once: bool = False) -> Iterator[str]:
    """Somebody else changes a row of each table, and somebody walks in; by its name."""
    tables = list(NAMES | SWITCHES)
    for together in [tables] if at_once else [[table] for table in tables]:
        with acting(HELPER, Way.PHONE), club.database.edit(lazy("Changed something")) as edit:
            for entity in together:
                _change(edit, entity)
        yield ", ".join(entity.__tablename__ for entity in together)
    with acting(HELPER, Way.PHONE):
        door.walk_in(club.database, SESSION, "Late Larsson", "Larsson Oy", "C")
    yield "a walk-in"
    club.window.upkeep.tick()
    yield "a second"
    club.window.frame._hush.timeout.emit()
    yield "the quiet line that goes"
    club.jobs.run("Counting", lambda _progress: None, lambda _nothing: None)
    yield "a job"


def _change(edit: Edit, entity: Any) -> None:
    row = edit.scalars(select(entity).order_by(entity.id.desc()).limit(1)).first()
    if row is not None and entity in SWITCHES:
        setattr(row, SWITCHES[entity], not getattr(row, SWITCHES[entity]))
    elif row is not None:
        setattr(row, NAMES[entity], f"{getattr(row, NAMES[entity])} {len(NAMES)}")


def fields(club: Club) -> list[QWidget]:
    """Everything that can be typed into now."""
    over = QApplication.activeModalWidget() or club.window
    return [
        field
        for kind in (QLineEdit, QPlainTextEdit)
        for field in over.findChildren(kind)
        if field.isVisible() and field.isEnabled() and not field.property("readOnly")
    ]


def type_half(field: QWidget) -> None:
    """Half a word, which is not yet kept."""
    field.setFocus()
    QCoreApplication.processEvents()
    QTest.keyClicks(field, "half")
    QCoreApplication.processEvents()


def state(club: Club, field: QWidget | None) -> dict[str, object]:
    """Where the facilitator is, and how everything stands there."""
    window = club.window
    found: dict[str, object] = {
        "screen": window.screen_shown.objectName(),
        "dialog": QApplication.activeModalWidget() or QApplication.activePopupWidget(),
        "focus": QApplication.focusWidget(),
        "text": _text(field),
    }
    for widget in window.findChildren(QStackedWidget):
        if widget.isVisible():
            found[f"page of {widget.objectName()}"] = widget.currentWidget()
    for table in window.findChildren(RowTable):
        if table.isVisible():
            found[f"rows of {table.objectName()}"] = {
                getattr(row, "id", row) for row in table.selected_rows()
            }
    for view in window.findChildren(BoardView):
        if view.isVisible():
            found["notes"] = (tuple(view.selection), view.seen().getRect(), view.zoom)
    for area in window.findChildren(QAbstractScrollArea):
        if area.isVisible() and not isinstance(area, QPlainTextEdit | QAbstractItemView):
            found[f"scroll of {area.objectName() or type(area).__name__}"] = (
                area.verticalScrollBar().value()
            )
    return found


def _text(field: QWidget | None) -> object:
    if isinstance(field, QLineEdit):
        return field.isVisible(), field.text(), field.cursorPosition(), field.selectedText()
    if isinstance(field, QPlainTextEdit):
        return field.isVisible(), field.toPlainText(), field.textCursor().position()
    return None


def what_moves(club: Club, field: QWidget | None, *, at_once: bool = False) -> list[str]:
    """What is not as it was once others have written, one thing after the other or all at once."""
    before = state(club, field)
    for _table in others_write(club, at_once=at_once):
        pass
    wait_until(lambda: not club.jobs.busy)
    for _again in range(3):
        QCoreApplication.processEvents()
    now = state(club, field)
    return [f"{key}: {was} → {now.get(key)}" for key, was in before.items() if now.get(key) != was]
