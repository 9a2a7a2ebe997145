"""What holds one consortium back, where that consortium is looked at."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.kit.ages import AgeBand
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.obstacles.kinds import KIND_ENTRIES, KIND_ICONS
from kdc_desktop.i18n import _, ngettext, spoken
from kdc_desktop.screens.kit.aged_icon import aged_icon
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.passing import passing_menu
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.obstacles.verbs import ObstacleVerbs
from kdc_desktop.screens.obstacles.words import about, next_told
from kdc_desktop.services.obstacles.rows import ObstacleRow

_ROLES = {AgeBand.OLD: "small-warning", AgeBand.VERY_OLD: "small-bad"}
LONGEST_SAID = 80  # letters of an obstacle in the name of its button


class ObstacleCard(QWidget):
    """One obstacle: what it is, how old, whose, what comes next, and what can be done about it."""

    def __init__(
        self, theme: Theme, row: ObstacleRow, today: date, verbs: ObstacleVerbs, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._row, self._verbs = theme, row, verbs
        self.more = QPushButton(self)
        self.more.setObjectName(f"obstacle_more_{row.id}")
        self.more.setProperty("kind", "link")
        self.more.setIcon(theme.icon("ellipsis"))
        what = _("What can be done about it")
        said = spoken((what, shortened(row.text, LONGEST_SAID)))
        self.more.setAccessibleName(said)
        set_tip(self.more, what)
        self.more.clicked.connect(lambda: self._offer(QPoint(0, self.more.height()), self.more))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self._offer(at, self))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._icon(), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words(today), 1)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    def _icon(self) -> QLabel:
        label, row = QLabel(self), self._row
        side = self._theme.px(18)
        icon = aged_icon(KIND_ICONS[row.kind], row.band)
        label.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))
        label.setToolTip(str(KIND_ENTRIES[row.kind]))
        label.setAccessibleName(str(KIND_ENTRIES[row.kind]))
        return label

    def _words(self, today: date) -> QWidget:
        row, words = self._row, QWidget(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        is_solved = row.solved_on is not None
        column.addWidget(plain_label(row.text, "muted" if is_solved else "", words, wrap=True))
        role = _ROLES.get(row.band, "small")
        column.addWidget(plain_label(about(row), role, words, wrap=True))
        if step := next_told(row, today):
            role = "small-warning" if row.is_due(today) else "small"
            column.addWidget(plain_label(_("Next: {step}", step=step), role, words, wrap=True))
        return words

    def _offer(self, at: QPoint, beside: QWidget) -> None:
        menu, icon = passing_menu(self, "obstacle_menu"), self._theme.icon
        for name, words, slot in _offered(self._row, self._verbs):
            menu.addAction(icon(name), words).triggered.connect(partial(_do, slot, self._row))
        menu.popup(beside.mapToGlobal(at))


def _do(slot: Callable[[ObstacleRow], object], row: ObstacleRow, _on: bool = False) -> None:
    slot(row)


def _offered(
    row: ObstacleRow, verbs: ObstacleVerbs
) -> tuple[tuple[str, str, Callable[[ObstacleRow], object]], ...]:
    heard = ("message-square", _("Note what was heard…"), verbs.hear)
    change = ("pencil", _("Put it in other words…"), verbs.change)
    if row.solved_on is not None:
        return ("rotate-ccw", _("It is back…"), verbs.bring_back), heard, change
    return (
        ("flag", _("Next step…"), verbs.next_step),
        ("user", _("Hand it on…"), verbs.hand_on),
        heard,
        change,
        ("check", _("It is solved…"), verbs.solve),
    )


class ObstacleList(QWidget):
    """The obstacles of the consortium that is shown; `note_wanted` asks for one more.

    `all_wanted` asks for those of the whole club. Solved ones are counted until somebody looks.
    """

    note_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, theme: Theme, verbs: ObstacleVerbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("obstacle_list")
        self._theme, self._verbs = theme, verbs
        self._shown: object = None
        self._opened: int | None = None
        self._rows: Sequence[ObstacleRow] = ()
        self._cards = QWidget(self)
        self.note_button = QPushButton(theme.icon("plus"), _("Note one…"), self)
        self.note_button.setObjectName("note_obstacle_button")
        self.solved_button = QPushButton(self)
        self.all_button = QPushButton(_("All of the club"), self)
        for button, name in (
            (self.solved_button, "solved_obstacles_button"),
            (self.all_button, "all_obstacles_button"),
        ):
            button.setObjectName(name)
            button.setProperty("kind", "link")
        once(self.note_button)
        self.note_button.clicked.connect(self.note_wanted)
        self.all_button.clicked.connect(self.all_wanted)
        self.solved_button.clicked.connect(self._open_solved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label(_("What holds it back"), "section", self, wrap=True))
        column.addWidget(self.note_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._cards)
        for button in (self.solved_button, self.all_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, consortium_id: int, rows: Sequence[ObstacleRow], today: date) -> None:
        """Show the obstacles of a consortium, those that are there first."""
        if self._opened != consortium_id:
            self._opened = None
        self._rows, self._today, self._of = rows, today, consortium_id
        self._show()

    def _show(self) -> None:
        solved = sum(row.solved_on is not None for row in self._rows)
        opened = self._opened is not None
        shown = [row for row in self._rows if opened or row.solved_on is None]
        text = ngettext("{count} solved", "{count} solved", solved)
        self.solved_button.setText(text)
        self.solved_button.setVisible(bool(solved) and not opened)
        key = self._of, shown, self._today
        if key == self._shown:
            return
        self._shown = key
        fresh = QWidget(self)
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        if not shown:
            nothing = _("Nothing holds it back, as far as anybody has said.")
            column.addWidget(plain_label(nothing, "muted", fresh, wrap=True))
        for row in shown:
            column.addWidget(ObstacleCard(self._theme, row, self._today, self._verbs, fresh))
        self._put(fresh)

    def _put(self, fresh: QWidget) -> None:
        own = self.layout()
        assert own is not None
        own.replaceWidget(self._cards, fresh)
        self._cards.hide()
        self._cards.deleteLater()
        self._cards = fresh
        fresh.show()

    def _open_solved(self) -> None:
        self._opened = self._of
        self._show()
