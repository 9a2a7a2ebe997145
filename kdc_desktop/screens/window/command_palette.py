"""The command palette: every action by name, found as you type."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.i18n import _, spoken, titled
from kdc_desktop.screens.kit.called import Words
from kdc_desktop.screens.kit.fields import prompt
from kdc_desktop.screens.kit.heard_lists import WalkedList
from kdc_desktop.screens.kit.line_buttons import offer_to_clear
from kdc_desktop.screens.kit.passing import keeps
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.reasons import why_not
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.window.palette_rows import (
    KEYS_ROLE,
    NAME_ROLE,
    NOTE_ROLE,
    OFF_ROLE,
    PaletteRows,
)
from kdc_desktop.screens.window.ranking import ranked

NOTHING: Words = {}
"""No action is called by other words."""


class CommandPalette(QDialog):
    """Opens over the window; Enter does the chosen action, Escape does nothing.

    It offers what can be done now; what knows why it cannot stands last, with the reason. `words`
    are what people call the actions besides. What is done elsewhere is found by whoever types.
    """

    def __init__(
        self,
        theme: Theme,
        actions: Sequence[QAction],
        parent: QWidget | None = None,
        words: Words = NOTHING,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        actions = [action for action in actions if action.isEnabled()]
        self._notes = {action: why_not(action) for action in actions}
        self._words, self._elsewhere = words, list[QAction]()
        self.setObjectName("command_palette")
        self.setAccessibleName(_("All actions"))
        self.setProperty("role", "popup")
        self._theme, self._actions = theme, actions
        self.chosen: QAction | None = None
        self.query = QLineEdit(self)
        self.query.setObjectName("palette_query")
        prompt(self.query, _("What do you want to do?"))
        self.query.setAccessibleName(self.query.placeholderText())
        offer_to_clear(self.query)
        self.list = _rows(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.query)
        column.addWidget(self.list, 1)
        self.resize(theme.px(560), theme.px(420))
        self.query.textChanged.connect(self._find)
        self.query.installEventFilter(self)
        WalkedList(self.query, self.list)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.setFocusProxy(self.query)
        self._find("")

    def offer_elsewhere(self, actions: Mapping[QAction, str]) -> None:
        """Find these as well once something is typed, each with a sentence of where it is done."""
        self._elsewhere = list(actions)
        self._notes.update(actions)

    def do_after_closing(self) -> None:
        """Do the chosen action once the palette is gone, and the focus back where it was.

        What the action opens has the focus then. It is done once, also where what it asks keeps the
        palette from going: that is told a second time then.
        """
        once = Qt.ConnectionType.SingleShotConnection
        self.finished.connect(lambda: self.chosen.trigger() if self.chosen else None, once)

    def _icon(self, action: QAction) -> QIcon:
        """The action's icon, or a blank one, so that all names begin at the same edge."""
        if not action.icon().isNull():
            return action.icon()
        blank = QPixmap(self._theme.px(16), self._theme.px(16))
        blank.fill(Qt.GlobalColor.transparent)
        return QIcon(blank)

    def _find(self, query: str) -> None:
        self.list.clear()
        actions = [*self._actions, *self._elsewhere] if query.strip() else self._actions
        for action in ranked(query, actions, self._words, self._notes):
            self.list.addItem(self._item(action))
        if self.list.count():
            self.list.setCurrentRow(0)
        else:
            nothing = QListWidgetItem(_("No action has this name. Try another word."))
            nothing.setData(NAME_ROLE, nothing.text())
            nothing.setData(OFF_ROLE, True)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)

    def _item(self, action: QAction) -> QListWidgetItem:
        note = self._notes[action]
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        text = titled(action.text(), note) if note else action.text()
        item = QListWidgetItem(self._icon(action), text)
        if note:
            item.setToolTip(plain_tip(note))
        item.setData(Qt.ItemDataRole.UserRole, action)
        item.setData(NAME_ROLE, action.text())
        item.setData(KEYS_ROLE, keys.replace("+", " "))
        item.setData(NOTE_ROLE, note)
        item.setData(OFF_ROLE, bool(why_not(action)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken((text, keys)))
        return item

    def event(self, event: QEvent) -> bool:
        return keeps(event) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.query and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 8,
                Qt.Key.Key_PageUp: -8,
            }
            if event.type() == QEvent.Type.KeyPress and event.key() in steps:
                row = self.list.currentRow() + steps[Qt.Key(event.key())]
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            ):
                self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _choose(self, item: QListWidgetItem | None) -> None:
        action = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        if isinstance(action, QAction):
            self.chosen = action
            self.accept()


def _rows(theme: Theme, parent: QWidget) -> QListWidget:
    rows = QListWidget(parent)
    rows.setObjectName("palette_list")
    rows.setAccessibleName(_("Actions found"))
    rows.setWordWrap(True)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setResizeMode(QListWidget.ResizeMode.Adjust)
    rows.setItemDelegate(PaletteRows(theme, rows))
    rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return rows
