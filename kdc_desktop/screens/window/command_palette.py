"""The command palette: every action by name, found as you type."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.kit.sought import Sought, in_every_spelling
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.i18n import _, spoken, titled
from kdc_desktop.screens.kit.fields import prompt
from kdc_desktop.screens.kit.heard_lists import WalkedList
from kdc_desktop.screens.kit.passing import keeps
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.reasons import why_not
from kdc_desktop.screens.kit.theme import Theme

KEYS_ROLE = Qt.ItemDataRole.UserRole + 1


def ranked(query: str, actions: Sequence[QAction]) -> list[QAction]:
    """The actions with every word of the query in their name, those that begin with it first."""
    sought = Sought(query)
    if not sought:
        return list(actions)
    found = []
    for action in actions:
        name = fold(action.text())
        if sought.is_in(in_every_spelling(action.text())):
            words = sought.text.split()
            starts = sum(part.startswith(word) for word in words for part in name.split())
            found.append((-starts, name, action))
    return [entry[-1] for entry in sorted(found, key=lambda entry: entry[:-1])]


class _KeysAtTheRight(QStyledItemDelegate):
    """Draws an action with its keys at the right edge."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        keys = index.data(KEYS_ROLE)
        if keys:
            painter.save()
            painter.setFont(self._theme.font(12, QFont.Weight.DemiBold))
            painter.setPen(QColor(self._theme.palette.muted))
            place = option.rect.adjusted(0, 0, -self._theme.px(12), 0)
            across = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, across, keys.replace("+", " "))
            painter.restore()


class CommandPalette(QDialog):
    """Opens over the window; Enter does the chosen action, Escape does nothing.

    It offers what can be done now; what knows why it cannot stands last, with the reason.
    """

    def __init__(
        self, theme: Theme, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        actions = [action for action in actions if action.isEnabled()]
        self._reasons = {action: why_not(action) for action in actions}
        self.setObjectName("command_palette")
        self.setAccessibleName(_("All actions"))
        self.setProperty("role", "popup")
        self._theme, self._actions = theme, actions
        self.chosen: QAction | None = None
        self.query = QLineEdit(self)
        self.query.setObjectName("palette_query")
        prompt(self.query, _("What do you want to do?"))
        self.query.setAccessibleName(self.query.placeholderText())
        self.query.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(_("Actions found"))
        self.list.setWordWrap(True)  # why an action cannot be done now goes on in the next line
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setItemDelegate(_KeysAtTheRight(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
        found = ranked(query, self._actions)
        for action in sorted(found, key=lambda action: self._reasons[action] != ""):
            reason = self._reasons[action]
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            text = titled(action.text(), reason) if reason else action.text()
            item = QListWidgetItem(self._icon(action), text)
            if reason:
                item.setForeground(QColor(self._theme.palette.muted))
                item.setToolTip(plain_tip(reason))
            item.setData(Qt.ItemDataRole.UserRole, action)
            item.setData(KEYS_ROLE, "" if reason else keys)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken((text, keys)))
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        else:
            nothing = QListWidgetItem(_("No action has this name. Try another word."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)

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
