"""For the facilitator alone: where a member is, and where it is needed."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from kdc_desktop.domain.visions.state_words import ENGAGEMENT_WORDS
from kdc_desktop.domain.visions.states import Engagement
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.private_notes import PrivateNotes
from kdc_desktop.screens.visions.section import dressed

ICON = 16


class EstimateCard(QFrame):
    """Two boxes for the member of the current row, kept as soon as both say something.

    `member` answers with that member and its name, or None. Nothing of it stands in the widgets
    while it is hidden.
    """

    def __init__(
        self,
        theme: Theme,
        notes: PrivateNotes,
        member: Callable[[], tuple[int, str] | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._notes, self._member = theme, notes, member
        self._shown: int | None = None
        self.setObjectName("estimate_card")
        self.setProperty("role", "card")
        self._icon = QLabel(self)
        self.title = plain_label(_("Only you see this"), "section", self, wrap=True)
        self.switch = QPushButton(self)
        self.name = plain_label("", "small", self, wrap=True)
        self.now, self.needed = self._box("estimate_now"), self._box("estimate_needed")
        self._captions = (
            plain_label(_("is now"), "small", self),
            plain_label(_("is needed"), "small", self),
        )
        self.switch.setProperty("kind", "link")
        dressed(self.switch, "hide_estimates_button", "")
        self.switch.clicked.connect(self._toggle)
        self._lay_out()
        notes.changed.connect(self.show_again)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()
        self._say(seen=False)

    def _box(self, name: str) -> DropDown:
        box = DropDown(self)
        dressed(box, name, "")
        box.addItem(_("not said"), None)
        for level in Engagement:
            box.addItem(str(ENGAGEMENT_WORDS[level]), level)
        box.activated.connect(self._keep)
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self.title, 1)
        head.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self.name, 1, 0, 1, 2)
        for caption, box in zip(self._captions, (self.now, self.needed), strict=True):
            for part in (caption, box):
                grid.addWidget(part, grid.rowCount(), 0, 1, 2)

    def _paint_icon(self) -> None:
        side = self._theme.px(ICON)
        self._icon.setPixmap(self._theme.icon("eye-off", "muted").pixmap(QSize(side, side)))

    def show_again(self) -> None:
        """Show what is thought of the current member, if nobody else may see it."""
        member, seen = self._member(), self._notes.may_be_seen
        open_to_see = member is not None and not seen and not self._notes.hides
        self.setVisible(member is not None)
        self._shown = member[0] if member is not None and open_to_see else None
        row = None if self._shown is None else self._notes.of(self._shown)
        for box, level in (
            (self.now, row.now if row else None),
            (self.needed, row.needed if row else None),
        ):
            box.setCurrentIndex(max(0, box.findData(level)))
        for part in (*self._captions, self.now, self.needed, self.name):
            part.setVisible(open_to_see)
        self.name.setText(member[1] if member is not None and open_to_see else "")
        self._say(seen=seen)

    def _say(self, *, seen: bool) -> None:
        self.switch.setVisible(not seen)
        self.switch.setText(_("Show") if self._notes.hides else _("Hide"))
        if seen:
            self.title.setText(_("Your estimates are hidden: the room may see this display."))
        elif self._notes.hides:
            self.title.setText(_("Your estimates are hidden."))
        else:
            self.title.setText(_("Only you see this"))
        name = self.name.text() or _("the member")
        self.now.setAccessibleName(_("Where {name} is now, seen by you alone", name=name))
        self.needed.setAccessibleName(_("Where {name} is needed, seen by you alone", name=name))

    def _toggle(self) -> None:
        self._notes.hides = not self._notes.hides

    def _keep(self) -> None:
        if self._shown is None:
            return
        now, needed = self.now.currentData(), self.needed.currentData()
        if now is not None and needed is not None:
            self._notes.keep(self._shown, Engagement(now), Engagement(needed))
        elif now is None and needed is None:
            self._notes.forget(self._shown)
