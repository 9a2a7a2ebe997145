"""What is due and overdue in the club, in groups, with one thing to do about each."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import Surface, plain_label
from kdc_desktop.screens.sessions.due_row import DueRow
from kdc_desktop.services.sessions.home import DueGroup, DueLine

_FIRST = 4  # of a group, that are seen before somebody asks for the others


class DueCard(Surface):
    """`acted` carries the line of which somebody wants to do what it offers.

    `more_wanted` carries one of which they want to see all that can be done, and where.
    """

    acted = Signal(object)
    more_wanted = Signal(object, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("due_card")
        self._theme = theme
        self._shown: tuple[DueGroup, ...] | None = None
        self._whole: set[str] = set()
        self._count = plain_label("", "muted", self)
        head = QHBoxLayout()
        head.setContentsMargins(24, 14, 24, 12)
        head.setSpacing(12)
        head.addWidget(plain_label(_("Due and overdue"), "sessionname", self))
        head.addWidget(self._count)
        head.addStretch(1)
        self._body = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._body)
        column.addStretch(1)
        self.setAccessibleName(_("Due and overdue"))
        theme.changed.connect(self._again)

    def show_groups(self, groups: Sequence[DueGroup]) -> None:
        """Show these, where they are not shown already."""
        if self._shown != tuple(groups):
            self._shown = tuple(groups)
            self._again()

    @property
    def rows(self) -> list[DueRow]:
        """Those that are seen, from top to bottom."""
        return self._body.findChildren(DueRow)

    def _again(self) -> None:
        groups = self._shown or ()
        count = sum(len(group.lines) for group in groups)
        self._count.setText(ngettext("{count} thing", "{count} things", count) if count else "")
        fresh = QWidget(self)
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._shown is not None and not groups:
            nothing = plain_label(
                _("Nothing is due: nobody waits for the club."), "muted", fresh, wrap=True
            )
            nothing.setContentsMargins(24, 0, 24, 12)
            column.addWidget(nothing)
        for group in groups:
            self._add_group(column, fresh, group)
        self._put(fresh)

    def _add_group(self, column: QVBoxLayout, inside: QWidget, group: DueGroup) -> None:
        column.addWidget(_group_head(group, inside))
        most = len(group.lines) if group.key in self._whole else _FIRST
        shown = group.lines if len(group.lines) <= most + 1 else group.lines[:most]
        for at, line in enumerate(shown):
            if at:
                column.addWidget(_rule(inside))
            row = DueRow(self._theme, line, inside)
            once(row.button)  # where it was, the next row's will be
            row.button.clicked.connect(partial(self._act, line))
            row.more.clicked.connect(partial(self._offer_below, row.more, line))
            row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            row.customContextMenuRequested.connect(partial(self._offer_at, row, line))
            column.addWidget(row)
        if more := len(group.lines) - len(shown):
            words = ngettext("{count} more", "{count} more", more)
            button = QPushButton(words, inside)
            button.setProperty("kind", "link")
            button.clicked.connect(partial(self._show_whole, group.key))
            column.addWidget(button)

    def _act(self, line: DueLine) -> None:
        self.acted.emit(line)

    def _offer_below(self, button: QWidget, line: DueLine) -> None:
        self._offer_at(button, line, button.rect().bottomLeft())

    def _offer_at(self, beside: QWidget, line: DueLine, at: QPoint) -> None:
        self.more_wanted.emit(line, beside.mapToGlobal(at))

    def go_to(self, keys: Collection[str]) -> None:
        """Give the focus to the first line that is known by one of these, where one is seen."""
        found = [row for row in self.rows if row.line.key in keys]
        if found:
            found[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_whole(self, key: str) -> None:
        self._whole.add(key)
        self._again()

    def _put(self, fresh: QWidget) -> None:
        own = self.layout()
        assert own is not None
        held = self._held()
        own.replaceWidget(self._body, fresh)
        self._body.hide()
        self._body.deleteLater()
        self._body = fresh
        fresh.show()
        if held is not None and self.rows:
            row = self.rows[min(held, len(self.rows) - 1)]
            row.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _held(self) -> int | None:
        """Which row has the keys, so that the one in its place has them after it is gone."""
        held = ((row.button.hasFocus() or row.more.hasFocus()) for row in self.rows)
        return next((at for at, has in enumerate(held) if has), None)


def _group_head(group: DueGroup, inside: QWidget) -> QWidget:
    head = QFrame(inside)
    head.setProperty("role", "group")
    row = QHBoxLayout(head)
    row.setContentsMargins(24, 5, 24, 5)
    row.setSpacing(10)
    row.addWidget(plain_label(str(group.title), "strong", head))
    row.addWidget(plain_label(str(group.note), "small", head, wrap=True), 1)
    return head


def _rule(inside: QWidget) -> QFrame:
    line = QFrame(inside)
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line
