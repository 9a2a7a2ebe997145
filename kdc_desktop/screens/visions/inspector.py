"""Beside the buy-in map: can this consortium go, what would move its members, who gives what."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.inspector_parts import (
    Quote,
    ReservationCard,
    SectorMeans,
    caption,
    row_of,
)
from kdc_desktop.services.visions.rows import CommitmentRow, VisionPage

WEEKS_AHEAD = 4
MOST_REASONS = 8


class Section(QWidget):
    """A heading over rows that are made anew only when they differ."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = plain_label(title, "section", self)
        column.addWidget(self._title)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column.addLayout(self._rows)

    def fill(self, key: object, make: Callable[[], list[QWidget]], title: str = "") -> None:
        """Show what `make` gives if `key` differs from what is shown; hidden without rows."""
        if title:
            self._title.setText(title)
        if key == self._key:
            return
        self._key = key
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        made = make()
        for widget in made:
            self._rows.addWidget(widget)
        self.setVisible(bool(made))


class VisionInspector(QWidget):
    """Shows a page; every change that is wanted is a signal."""

    settle_wanted = Signal(int, str)
    owner_wanted = Signal(int, str)
    agreed_wanted = Signal(int)
    scale_wanted = Signal(str)
    commit_wanted = Signal(int, str, object)
    tick_wanted = Signal(int, bool)
    remove_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vision_inspector")
        self._theme = theme
        self.headline = plain_label("", "title", self, wrap=True)
        self.reasons = plain_label("", "", self, wrap=True)
        self.agreed_combo = QComboBox(self)
        self.scale_combo = QComboBox(self)
        self._moving = Section("What would move them", self)
        self._means_title = plain_label("", "section", self)
        self._means = SectorMeans(theme, self)
        self._promises = Section("Who gives what", self)
        self._make_form()
        self._dress()
        self._lay_out()

    def _make_form(self) -> None:
        self.member_combo = QComboBox(self)
        self.what_edit = QLineEdit(self)
        self.due_edit = QDateEdit(self)
        self.due_edit.setCalendarPopup(True)
        self.due_edit.setDisplayFormat("dd.MM.yyyy")
        self.commit_button = QPushButton("Add", self)
        self.what_edit.setPlaceholderText("What will they give?")
        self.what_edit.returnPressed.connect(self._commit)
        self.commit_button.clicked.connect(self._commit)

    def _dress(self) -> None:
        for widget, name, spoken in (
            (self.headline, "readiness_label", ""),
            (self.reasons, "reasons_label", ""),
            (self.agreed_combo, "agreed_combo", "Agreed level"),
            (self.scale_combo, "scale_combo", "Scale"),
            (self.member_combo, "commitment_member_combo", "Who commits"),
            (self.what_edit, "commitment_edit", "What they will give"),
            (self.due_edit, "commitment_due_edit", "By when"),
            (self.commit_button, "commit_button", "Add the commitment"),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(spoken)
            if isinstance(widget, QComboBox):
                widget.setMinimumContentsLength(6)
                policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
                widget.setSizeAdjustPolicy(policy)
        for scale in SCALES.values():
            self.scale_combo.addItem(str(scale.name), scale.key)
        self.agreed_combo.activated.connect(
            lambda at: self.agreed_wanted.emit(self.agreed_combo.itemData(at))
        )
        self.scale_combo.activated.connect(
            lambda at: self.scale_wanted.emit(self.scale_combo.itemData(at))
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(caption("Ready to go?", self))
        column.addWidget(self.headline)
        column.addWidget(self.reasons)
        column.addSpacing(8)
        column.addWidget(self._moving)
        column.addWidget(self._means_title)
        column.addWidget(self._means)
        column.addSpacing(8)
        column.addWidget(self._promises)
        column.addWidget(caption("A new commitment", self))
        column.addWidget(self.member_combo)
        column.addWidget(self.what_edit)
        column.addLayout(row_of(self.due_edit, self.commit_button))
        column.addSpacing(8)
        column.addWidget(caption("All agree at least on", self))
        column.addWidget(self.agreed_combo)
        column.addWidget(self.scale_combo)
        column.addStretch(1)

    # What is shown.

    def show_page(self, page: VisionPage, today: date) -> None:
        """Show what this page says."""
        state = page.readiness
        self.headline.setText(str(state.headline))
        numbered = [f"{at}. {reason}" for at, reason in enumerate(state.reasons, 1)]
        if len(numbered) > MOST_REASONS:
            numbered[MOST_REASONS:] = [f"… and {len(numbered) - MOST_REASONS} more."]
        self.reasons.setText("\n".join(numbered))
        self.reasons.setVisible(bool(state.reasons))
        self._moving.fill((page.reservations, _wishes(page)), lambda: self._quotes(page))
        self._show_means(page)
        self._promises.fill(
            page.commitments, lambda: [self._promise(row) for row in page.commitments]
        )
        self._show_form(page, today)
        self._show_scale(page)

    def _quotes(self, page: VisionPage) -> list[QWidget]:
        made: list[QWidget] = []
        for row in page.reservations:
            card = ReservationCard(self._theme, row, self)
            card.settled.connect(self.settle_wanted)
            card.owner_named.connect(self.owner_wanted)
            made.append(card)
        for name, level, words in _wishes(page):
            below = f"{name} · stands at {level}"
            made.append(Quote(self._theme, words, below, "accent", self))
        return made

    def _show_means(self, page: VisionPage) -> None:
        number = page.latest.number if page.latest else 0
        self._means_title.setText(f"By sector, version {number}")
        self._means.show_means(page.scale, dict(page.sector_means))
        self._means_title.setVisible(bool(page.sector_means))
        self._means.setVisible(bool(page.sector_means))

    def _promise(self, row: CommitmentRow) -> QWidget:
        widget = QWidget(self)
        by = f" · by {row.due_on:%d.%m.%Y}" if row.due_on else ""
        late = " · late" if row.overdue else ""
        box = QCheckBox(widget)
        box.setObjectName(f"commitment_{row.id}")
        box.setAccessibleName(f"Done: {row.what}")
        box.setChecked(row.done)
        box.clicked.connect(lambda on: self.tick_wanted.emit(row.id, on))
        words = QWidget(widget)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(plain_label(row.what, "muted" if row.done else "", words, wrap=True))
        below = plain_label(f"{row.member}{by}{late}", "small", words, wrap=True)
        if row.overdue:
            below.setProperty("role", "warning")
        column.addWidget(below)
        remove = QPushButton(widget)
        remove.setIcon(self._theme.icon("x", "muted"))
        remove.setProperty("kind", "link")
        remove.setToolTip("Remove the commitment")
        remove.setAccessibleName(f"Remove: {row.what}")
        remove.clicked.connect(lambda: self.remove_wanted.emit(row.id))
        line = row_of(words, remove)
        line.insertWidget(0, box, 0, Qt.AlignmentFlag.AlignTop)
        line.setAlignment(remove, Qt.AlignmentFlag.AlignTop)
        widget.setLayout(line)
        return widget

    def _show_form(self, page: VisionPage, today: date) -> None:
        wanted = [(member.name, member.id) for member in page.members]
        combo = self.member_combo
        shown = [(combo.itemText(at), combo.itemData(at)) for at in range(combo.count())]
        if wanted != shown:
            combo.clear()
            for name, member_id in wanted:
                combo.addItem(name, member_id)
            ahead = today + timedelta(weeks=WEEKS_AHEAD)
            self.due_edit.setDate(QDate(ahead.year, ahead.month, ahead.day))
        for widget in (combo, self.what_edit, self.due_edit, self.commit_button):
            widget.setEnabled(bool(wanted))

    def _show_scale(self, page: VisionPage) -> None:
        combo = self.agreed_combo
        wanted = [f"{level.value}  {level.label}" for level in reversed(page.scale.levels)]
        if wanted != [combo.itemText(at) for at in range(combo.count())]:
            combo.clear()
            for words, level in zip(wanted, reversed(page.scale.levels), strict=True):
                combo.addItem(words, level.value)
        combo.setCurrentIndex(combo.findData(page.agreed_level))
        self.scale_combo.setCurrentIndex(self.scale_combo.findData(page.scale.key))
        self.scale_combo.setEnabled(not page.positions)
        self.scale_combo.setToolTip(
            "The scale stays as it is while there are positions on it." if page.positions else ""
        )

    def _commit(self) -> None:
        day = self.due_edit.date()
        due = date(day.year(), day.month(), day.day())
        self.commit_wanted.emit(self.member_combo.currentData(), self.what_edit.text(), due)


def _wishes(page: VisionPage) -> tuple[tuple[str, int, str], ...]:
    """What those who stand below the highest level said would move them, the lowest first."""
    if page.latest is None:
        return ()
    found = []
    for member in page.members:
        position = page.positions.get((member.id, page.latest.id))
        if position is not None and position.would_move:
            found.append((member.name, position.level, position.would_move))
    return tuple(sorted(found, key=lambda wish: wish[1]))
