"""Beside the list of obstacles: all that is known of one, its history, and what can be done."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.obstacles.kinds import KIND_ICONS
from kdc_desktop.i18n import _, date_text
from kdc_desktop.screens.kit.aged_icon import aged_icon
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.kit.plain import plain_caption, set_tip
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.obstacles.verbs import ObstacleVerbs
from kdc_desktop.screens.obstacles.words import about, history_told, next_told
from kdc_desktop.services.obstacles.rows import ObstacleRow, ObstacleStepRow

_NAME = 48  # letters of a consortium's name on a button


class ObstacleInspector(CurrentPage):
    """Shows one obstacle with `verbs`; `open_wanted` asks for the vision of its consortium."""

    open_wanted = Signal(int)

    def __init__(self, theme: Theme, verbs: ObstacleVerbs) -> None:
        super().__init__()
        self._theme, self._row = theme, None
        self._nothing = plain_label("", "muted", self, wrap=True)
        self._form = QWidget(self)
        self._icon = QLabel(self._form)
        self._links = QWidget(self._form)
        self._flow = FlowLayout(self._links, 8)
        self.text = plain_label("", "title", self._form, wrap=True)
        self.about = plain_label("", "", self._form, wrap=True)
        self.next = plain_label("", "", self._form, wrap=True)
        self.history = plain_label("", "muted", self._form, wrap=True)
        self.open_button = self._button("open_consortium_button", "", self._open, "")
        self.next_button = self._button("next_step_button", _("Next step…"), verbs.next_step)
        self.hand_button = self._button("hand_on_button", _("Hand it on…"), verbs.hand_on)
        self.hear_button = self._button("hear_button", _("Note what was heard…"), verbs.hear)
        self.change_button = self._button(
            "change_button", _("Put it in other words…"), verbs.change
        )
        self.solve_button = self._button("solve_button", "", verbs.solve_or_bring_back)
        self.addWidget(self._nothing)
        self.addWidget(self._form)
        self._lay_out()

    _row: ObstacleRow | None

    def _button(
        self, name: str, text: str, slot: Callable[[ObstacleRow], object], kind: str = "link"
    ) -> QPushButton:
        button = QPushButton(text, self._form)
        button.setObjectName(name)
        button.setProperty("kind", kind)
        once(button)

        def act() -> None:
            if self._row is not None:
                slot(self._row)

        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        parts: tuple[QWidget, ...] = (
            *(self._icon, self.text, self.about, self.open_button),
            *(plain_label(_("Next step"), "section", self._form, wrap=True), self.next),
            *(
                self._links,
                plain_label(_("History"), "section", self._form, wrap=True),
                self.history,
            ),
        )
        for link in (self.next_button, self.hand_button, self.hear_button):
            self._flow.addWidget(link)
        for link in (self.change_button, self.solve_button):
            self._flow.addWidget(link)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.history.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _section(self, text: str) -> QLabel:
        return plain_label(text, "section", self._form, wrap=True)

    def show_nothing(self, *, known: bool) -> None:
        """Say what is seen here once one is selected, or once there is one."""
        selects = _("Select one to read its history, and to say what comes next.")
        later = _("What became of one, step by step, is read here once there is one.")
        self._row = None
        self._nothing.setText(selects if known else later)
        self.setCurrentWidget(self._nothing)

    def show_row(self, row: ObstacleRow, steps: tuple[ObstacleStepRow, ...], today: date) -> None:
        """Show this one with its history."""
        self._row = row
        side = self._theme.px(24)
        icon = aged_icon(KIND_ICONS[row.kind], row.band)
        self._icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))
        self.text.setText(row.text)
        raised = _("Raised on {day}.", day=date_text(row.raised_on))
        over = _("Its consortium is over, so nobody waits for it.") if row.is_over else ""
        self.about.setText("\n".join(filter(None, (about(row), raised, over))))
        self.next.setText(next_told(row, today) or _("Nobody has said what comes next."))
        name = shortened(row.consortium, _NAME)
        self.open_button.setText(plain_caption(_("Open {consortium}", consortium=name)))
        told = _("Open {consortium}", consortium=row.consortium) if name != row.consortium else ""
        set_tip(self.open_button, told)
        is_open = row.solved_on is None
        self.solve_button.setText(_("It is solved…") if is_open else _("It is back…"))
        for button in (self.next_button, self.hand_button):
            button.setVisible(is_open)
        self.history.setText(history_told(steps))
        self._fit()
        self.setCurrentWidget(self._form)

    def _open(self, row: ObstacleRow) -> None:
        self.open_wanted.emit(row.consortium_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        for button in self._form.findChildren(QPushButton):
            wrap_caption(button, self.width())
