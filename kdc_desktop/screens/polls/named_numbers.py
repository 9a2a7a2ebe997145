"""Lines of a name and a number: criteria with weights, options with what they cost."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.keys import ENTER, is_held
from kdc_desktop.screens.kit.limits import tell_when_cut, tell_when_no_number
from kdc_desktop.screens.kit.steady import Spin
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label

MOST = 1_000_000_000
MOST_LINES = 200


class _Number(Spin):
    """The number of a line; `entered` tells that Enter was pressed in it."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in ENTER and not is_held(event):
            event.accept()
            self.entered.emit()


class _Line(QWidget):
    """One of them; `name_edit` is None where its name is given."""

    def __init__(self, theme: Theme, owner: "NamedNumbers", name: str | None, number: int) -> None:
        super().__init__(owner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.name_edit: QLineEdit | None = None
        if name is None:
            self.name_edit = QLineEdit(self)
            self.name_edit.setPlaceholderText(owner.asks)
            self.name_edit.setAccessibleName(owner.asks)
            self.name_edit.setMaxLength(owner.longest)
            self.name_edit.setAcceptDrops(False)
            tell_when_cut(self.name_edit)
            row.addWidget(self.name_edit, 1)
        else:
            self.name_label: QLabel = plain_label(name, "", self, wrap=True)
            row.addWidget(self.name_label, 1)
        self.spin = _Number(self)
        tell_when_no_number(self.spin)
        self.spin.setRange(owner.least, owner.most)
        self.spin.setValue(number)
        self.spin.setFixedWidth(theme.px(112))
        self.spin.setAccessibleName(owner.number_asks)
        self.spin.setVisible(owner.with_numbers)
        self.allow_number()
        row.addWidget(self.spin)

    def allow_number(self) -> None:
        """What has no name has no number either: it would be kept nowhere."""
        self.spin.setEnabled(bool(self.name.strip()))

    @property
    def name(self) -> str:
        """What it is called."""
        return self.name_label.text() if self.name_edit is None else self.name_edit.text()


class NamedNumbers(QWidget):
    """A line for each; where names are typed, one more is ready as soon as the last has one.

    `changed` tells that a name or number is another one. An empty name is no line. Enter leads from
    a name to its number, and from there to the next name.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, longest: int = 500) -> None:
        super().__init__(parent)
        self._theme = theme
        self.asks, self.number_asks, self.longest = "", "", longest
        self.least, self.most, self.with_numbers = 0, MOST, True
        self._are_typed, self._fresh = True, 0
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addStretch(1)

    def show_typed(self, rows: Sequence[tuple[str, int]], fresh: int = 0) -> None:
        """Names that can be changed; a new line begins with the number `fresh`."""
        self._are_typed, self._fresh = True, fresh
        self._clear()
        for name, number in rows:
            line = self._add(None, number)
            if line.name_edit is not None:
                line.name_edit.setText(name)
                line.name_edit.setCursorPosition(0)  # a long one is read from its beginning
                line.allow_number()
        self._keep_one_ready()

    def show_given(self, rows: Sequence[tuple[str, int]]) -> None:
        """Names that are given, with a number each."""
        self._are_typed = False
        self._clear()
        for name, number in rows:
            self._add(name, number)

    def set_with_numbers(self, wanted: bool) -> None:
        """Have numbers beside names, or not."""
        self.with_numbers = wanted
        for line in self._lines:
            line.spin.setVisible(wanted)

    @property
    def rows(self) -> tuple[tuple[str, int], ...]:
        """The names, each on one line, with their numbers."""
        named = ((" ".join(line.name.split()), line.spin.value()) for line in self._lines)
        return tuple(row for row in named if row[0])

    @property
    def next_edit(self) -> QLineEdit | None:
        """Where the next name is typed: the first field that is empty, else the last."""
        there = [line.name_edit for line in self._lines if line.name_edit is not None]
        return next((one for one in there if not one.text().strip()), there[-1] if there else None)

    def _clear(self) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = []

    def _add(self, name: str | None, number: int) -> _Line:
        line = _Line(self._theme, self, name, number)
        line.spin.valueChanged.connect(self.changed)
        self._lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        if line.name_edit is not None:
            line.name_edit.textEdited.connect(self._typed)
            line.name_edit.textEdited.connect(line.allow_number)
            line.name_edit.returnPressed.connect(partial(self._go_on, line))
        line.spin.entered.connect(partial(self._begin_next, line))
        return line

    def _typed(self) -> None:
        self._keep_one_ready()
        self.changed.emit()

    def _keep_one_ready(self) -> None:
        full = not self._lines or self._lines[-1].name.strip()
        if self._are_typed and full and len(self._lines) < MOST_LINES:
            self._add(None, self._fresh)

    def _go_on(self, line: _Line) -> None:
        """Enter leads from a name to its number, where it has one; else to the next line."""
        if self.with_numbers and line.spin.isEnabled():
            line.spin.setFocus()
            line.spin.selectAll()
        elif not self.with_numbers:
            self._begin_next(line)

    def _begin_next(self, line: _Line) -> None:
        """Lead to the name of the line after this one, or to its number where names are given."""
        for one, following in pairwise(self._lines):
            if one is line:
                if following.name_edit is None:
                    following.spin.setFocus()
                    following.spin.selectAll()
                else:
                    following.name_edit.setFocus()
                    following.name_edit.selectAll()
                return


def criteria_of(theme: Theme, parent: QWidget) -> NamedNumbers:
    """Lines for criteria and their weights."""
    lines = NamedNumbers(theme, parent)
    lines.asks, lines.number_asks = _("Another criterion"), _("Its weight")
    lines.least, lines.most = 1, 100
    return lines


def options_of(theme: Theme, parent: QWidget) -> NamedNumbers:
    """Lines for options that are written down, and what each costs."""
    lines = NamedNumbers(theme, parent, longest=280)
    lines.asks, lines.number_asks = _("Another option"), _("What it costs")
    return lines
