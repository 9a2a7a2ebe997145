"""What a widget paints itself, as a screen reader walks through it: one child an item."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget, QWidget

from kdc_desktop.audience.kit.speaking import aloud

_ITEMS = "spoken_items"
_Role, _Text = QAccessible.Role, QAccessible.Text


class SpokenItem(NamedTuple):
    """An item in words, where it is painted in the viewport, and whether it is chosen."""

    text: str
    rect: QRect
    chosen: bool = False


class _Item(QAccessibleInterface):
    """The item at one place of a painted list, whatever stands there now."""

    def __init__(self, of: "_PaintedList", at: int) -> None:
        super().__init__()
        self._of, self._at = of, at

    def _now(self) -> SpokenItem | None:
        items = self._of.items()
        return items[self._at] if self._at < len(items) else None

    def isValid(self) -> bool:
        return self._of.isValid() and self._now() is not None

    def object(self) -> QObject:
        return None  # type: ignore[return-value]

    def window(self) -> QWindow:
        return self._of.window()

    def role(self) -> QAccessible.Role:
        return _Role.ListItem

    def state(self) -> QAccessible.State:
        state, item = QAccessible.State(), self._now()
        state.selectable = True
        state.selected = item is not None and item.chosen
        return state

    def text(self, kind: QAccessible.Text) -> str:
        item = self._now()
        return aloud(item.text) if item is not None and kind == _Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing is written through a reader."""

    def rect(self) -> QRect:
        item = self._now()
        return QRect() if item is None else self._of.on_screen(item.rect)

    def parent(self) -> QAccessibleInterface:
        return self._of

    def child(self, _index: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1


class _PaintedList(QAccessibleWidget):
    """The widget itself, with an interface a place, made when one is first asked for."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, _Role.List)
        self._made: dict[int, _Item] = {}

    def items(self) -> Sequence[SpokenItem]:
        """What the widget shows now."""
        widget = self.widget()
        found: Sequence[SpokenItem] = getattr(widget, _ITEMS)() if widget is not None else ()
        return found

    def on_screen(self, rect: QRect) -> QRect:
        """Where a rectangle of the viewport is on the screen."""
        widget = self.widget()
        painted = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        return rect.translated(painted.mapToGlobal(QPoint()))

    def childCount(self) -> int:
        return len(self.items())

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self.childCount():
            return None  # type: ignore[return-value]
        if index not in self._made:
            self._made[index] = _Item(self, index)
            QAccessible.registerAccessibleInterface(self._made[index])
        return self._made[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((at for at, made in self._made.items() if made is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        for at, item in enumerate(self.items()):
            if self.on_screen(item.rect).contains(x, y):
                return self.child(at)
        return None  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        for at, item in enumerate(self.items()):
            if item.chosen:
                return self.child(at)
        return self


_ROLES = {"is_a_picture": _Role.Graphic, "is_a_group": _Role.Grouping}


def _made_for(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    if hasattr(thing, _ITEMS) and isinstance(thing, QWidget):
        return _PaintedList(thing)
    for mark, role in _ROLES.items():
        if getattr(thing, mark, False) and isinstance(thing, QWidget):
            return QAccessibleWidget(thing, role)
    return None


_installed: list[object] = []


def let_readers_in() -> None:
    """Have screen readers find the items of widgets that paint them: those with `spoken_items`.

    They answer with `SpokenItem`s in the order of reading, and are asked only while something
    reads the screen. A widget that paints one thing says so with `is_a_picture = True`,
    one that paints around others with `is_a_group = True`.
    """
    if not _installed:
        _installed.append(_made_for)
        QAccessible.installFactory(_made_for)
