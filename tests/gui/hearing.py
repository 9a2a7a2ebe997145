"""What a screen reader is given: the sentences that are announced, and each widget in words."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QScrollArea,
    QTableView,
    QWidget,
)

Heard = list[str]
TEXTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
# Tags, mnemonics, arrows, technical signs, shapes, emoji and what has no width.
_NO_WORDS = re.compile(
    r"</?[a-z]+[^<>]*>|&[a-z]+;|&&|&\w"
    "|[\u200b\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff\ue000-\uf8ff\U0001f000-\U0001ffff]"
)
_OURS = "kdc_desktop"
_WITHOUT_ROLE = (QAccessible.Role.Client, QAccessible.Role.NoRole)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    """What is announced from now on, as to a screen reader that is running."""
    said: Heard = []
    told = QAccessible.updateAccessibility

    def update(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        told(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    QAccessible.setActive(True)
    yield said
    QAccessible.setActive(False)


def unspeakable(text: str) -> list[str]:
    """What of a text is no word and no sign between words."""
    return _NO_WORDS.findall(text)


def seen(root: QWidget) -> list[QWidget]:
    """A widget and what can be seen in it."""
    return [
        widget
        for widget in (root, *root.findChildren(QWidget))
        if widget is root or (widget.isVisibleTo(root) and widget.window() is root.window())
    ]


def faults(root: QWidget) -> list[str]:
    """What of a widget tree cannot be heard, or is heard as signs; each with its place."""
    return sorted({fault for widget in seen(root) for fault in _faults(widget)})


def _faults(widget: QWidget) -> Iterator[str]:
    face = QAccessible.queryAccessibleInterface(widget)
    called = f"{type(widget).__name__} {widget.objectName()}"
    for kind in TEXTS:
        if unspeakable(face.text(kind)):
            yield f"{called}: {kind.name} {face.text(kind)!r}"
    speaks = _takes_keys(widget) or _is_painted(widget)
    if speaks and not (_is_inner(widget) or _is_empty(widget)):
        if not face.text(QAccessible.Text.Name) and not face.text(QAccessible.Text.Value):
            yield f"{called}: nameless"
        if face.role() in _WITHOUT_ROLE:
            yield f"{called}: without a role"
    if isinstance(widget, QTableView) and widget.model() is not None:
        yield from _headless(widget, called)
    if hasattr(widget, "spoken_items"):
        yield from _children(face, called)


def _children(face: QAccessibleInterface, called: str) -> Iterator[str]:
    for at in range(min(60, face.childCount())):
        name = face.child(at).text(QAccessible.Text.Name)
        if not name or unspeakable(name) or "\n" in name or " · " in name:
            yield f"{called}: item {at} {name!r}"


def _headless(table: QTableView, called: str) -> Iterator[str]:
    """A cell is heard with the head of its column, and says something where it shows anything."""
    model = table.model()
    for column in range(model.columnCount()):
        if not model.headerData(column, Qt.Orientation.Horizontal):
            yield f"{called}: column {column} without a head"
        for row in range(min(40, model.rowCount())):
            index = model.index(row, column)
            said = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
            if unspeakable(said) or (index.data() and not said):
                yield f"{called}: cell {row}, {column} {said!r}"


def _takes_keys(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isEnabled() and not isinstance(widget, QScrollArea)


def _is_painted(widget: QWidget) -> bool:
    classes = (one for one in type(widget).__mro__ if one.__module__.startswith(_OURS))
    return any("paintEvent" in vars(one) for one in classes)


def _is_empty(widget: QWidget) -> bool:
    """A line in which nothing is said yet."""
    return isinstance(widget, QLabel) and not widget.text()


def _is_inner(widget: QWidget) -> bool:
    """A part of a compound control, which speaks for it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractSpinBox | QComboBox):
            return True
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False
