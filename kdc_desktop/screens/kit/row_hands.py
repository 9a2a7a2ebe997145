"""What hands expect of a table: a menu of its actions with their keys, and the clipboard."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QTableView,
    QWidget,
)

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.screens.kit.reasons import why_not

Keys = QKeySequence.StandardKey | str | None


_FLAG = QItemSelectionModel.SelectionFlag
_THIS_ROW = _FLAG.ClearAndSelect | _FLAG.Rows
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def choose(index: QModelIndex, view: QAbstractItemView) -> None:
    """Put the cursor on a row and select it alone, whatever keys are held.

    Qt's `setCurrentIndex` and `selectRow` do what a click would: under Ctrl they take a row out.
    """
    view.selectionModel().setCurrentIndex(index, _THIS_ROW)


class RowHands(QObject):
    """Of one table; `copy` puts the selected rows on the clipboard.

    The menu is made of actions that are there already, so menu, key and palette are one thing.
    """

    def __init__(self, table: QTableView, copy: Callable[[], object]) -> None:
        super().__init__(table)
        self._for_rows: list[QAction] = []
        self._always: list[QAction] = []
        self._able = False
        standard = QKeySequence.StandardKey
        self._copying = self._add("copy_rows", _("Copy rows"), copy, standard.Copy)
        everything = _("Select all rows")
        self._all = self._add("select_all_rows", everything, table.selectAll, standard.SelectAll)
        for watched in (table, table.viewport()):  # keys come to the one, the mouse to the other
            watched.installEventFilter(self)

    @property
    def _table(self) -> QTableView:
        """Asked of Qt: each holding the other, both would stay when the table is replaced."""
        table = self.parent()
        assert isinstance(table, QTableView)
        return table

    def offer(self, *for_rows: QAction, always: Sequence[QAction] = (), able: bool = False) -> None:
        """Have these in the menu: for the rows that are selected, and whatever is selected.

        Where only what those rows are `able` to is wanted, what `why_not` refuses is left out.
        """
        self._for_rows, self._always, self._able = list(for_rows), list(always), able

    def verb(self, name: str, text: str, slot: Callable[[], object]) -> None:
        """Offer what Enter and a button do with rows where no action of a screen does."""
        self._for_rows.append(self._add(name, text, slot, None))

    def cut_with(self, remove: QAction) -> None:
        """Cut rows: copy them, and remove them as this action does."""

        def cut() -> None:
            self._copying.trigger()
            remove.trigger()

        cutting = self._add("cut_rows", _("Cut rows"), cut, QKeySequence.StandardKey.Cut)
        self._for_rows.append(cutting)

    def paste_with(self, text: str, paste: Callable[[], object]) -> None:
        """Let what is on the clipboard be pasted here; `text` is what that is called."""
        keys = QKeySequence.StandardKey.Paste
        self._always.append(self._add("paste_rows", text, paste, keys))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Opens the menu; Shift+F10 does in a dialog, too, which has no action for it."""
        if isinstance(event, QContextMenuEvent):
            self._open(None if event.reason() is QContextMenuEvent.Reason.Keyboard else event.pos())
            return True
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        wanted = event.key() == Qt.Key.Key_F10 and event.modifiers() == _SHIFT
        if wanted:
            self._open(None)
        return wanted

    def _add(self, name: str, text: str, slot: Callable[[], object], keys: Keys) -> QAction:
        action = QAction(text, self._table)
        action.setObjectName(f"act_{name}")
        if keys is not None:
            action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: slot())
        self._table.addAction(action)
        return action

    def _open(self, at: QPoint | None) -> None:
        """Ask for the row at a point of the viewport; with None for the one with the cursor."""
        table = self._table
        if table.model() is None:
            return
        index = table.currentIndex() if at is None else table.indexAt(at)
        chosen = table.selectionModel()
        if not index.isValid():
            table.clearSelection()
        elif not chosen.isSelected(index):
            choose(index, table)
        if at is None:
            here, seen = table.visualRect(index).center(), table.viewport().rect()
            at = here if seen.contains(here) else seen.center()
        chosen_here = chosen.hasSelection()
        able = [one for one in self._for_rows if not (self._able and why_not(one))]
        rows = [*able, self._copying] if chosen_here else []
        known = (*self._for_rows, *rows, *self._always)
        others = [one for one in self._table.actions() if one not in known]
        cutting = {"act_copy_rows", "act_cut_rows"}
        others = [one for one in others if one.objectName() not in cutting]
        wanted = [one for one in (*rows, *self._always, *others) if one.isVisible()]
        open_menu(self._table, "own_menu", wanted, self._table.viewport().mapToGlobal(at))


def offer_own(
    of: QAbstractItemView, name: str, text: str, slot: Callable[[], object], keys: Keys = None
) -> QAction:
    """Have an entry in the menu of a list that is no table: its own actions, made one by one."""
    action = QAction(text, of)
    action.setObjectName(f"act_{name}")
    if keys is not None:
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _checked: slot())
    if not of.actions():
        of.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        of.customContextMenuRequested.connect(partial(_open_own, of))
    of.addAction(action)
    return action


def _open_own(of: QAbstractItemView, at: QPoint) -> None:
    index = of.indexAt(at)
    if index.isValid():
        choose(index, of)
        open_menu(of, "own_menu", of.actions(), of.viewport().mapToGlobal(at))


def ask_for_menu(widget: QWidget | None) -> bool:
    """Open the menu of a widget by a key, as the right button does: where its cursor is.

    False where it has none.
    """
    if widget is None:
        return False
    caret = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    at = QPoint(-1, -1)
    if isinstance(widget, QAbstractItemView):
        at = widget.visualRect(widget.currentIndex()).center()
    elif isinstance(caret, QRect | QRectF):  # where one writes; a scene of notes has none
        at = QRectF(caret).center().toPoint()
    if not widget.rect().contains(at):
        at = widget.rect().center()
    by_key = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(by_key, at, widget.mapToGlobal(at)))
    return QApplication.activePopupWidget() is not None
