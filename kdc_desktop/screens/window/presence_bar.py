"""The bar at the foot of the window: who is here, what undo would do, and whether all is saved."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.domain.kit.text import shortened, shortened_within
from kdc_desktop.domain.people.sectors import COUNTED, UNKNOWN
from kdc_desktop.i18n import _, large_and_small, percent_text
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.badges import SectorChip
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import plain_caption, set_tip
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import KeyCap, plain_label
from kdc_desktop.screens.window.club_link import ClubLink
from kdc_desktop.screens.window.saved_label import SavedLabel

LONGEST = 48
QUARTER = 25  # percent, after which one hears again how far a job has come
KNOWN = 16
"""So many letters of an undo are seen at least; all of it stands in its tip."""


class UndoLink(QPushButton):
    """Says what undo would take back, shortened where the bar has too little room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)

    def say(self, text: str) -> None:
        """Show this text, as much of it as there is room for."""
        cut = shortened_within(text, lambda said: len(said) <= LONGEST)
        self._whole = shortened(cut, LONGEST)
        self.setText(plain_caption(self._whole))
        self.updateGeometry()
        self._shorten()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._wide(self._whole) - self._wide_now(), hint.height())

    def minimumSizeHint(self) -> QSize:
        missing = self._wide(self._whole) - self._wide(self._whole[:KNOWN] + "…")
        least = self.sizeHint().width() - max(0, missing)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        shown, missing = self._whole, self.sizeHint().width() - self.width()
        if missing > 0:
            room = self._wide(self._whole) - missing
            shown = shortened_within(shown, lambda said: self._wide(said) <= room)
            shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room)
        self.setText(plain_caption(shown))

    def _wide(self, text: str) -> int:
        return self._wide_as_caption(plain_caption(text))

    def _wide_now(self) -> int:
        return self._wide_as_caption(self.text())

    def _wide_as_caption(self, caption: str) -> int:
        """As the style measures it, so that what fits is never cut for part of a pixel."""
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, caption).width()


class PresenceBar(QFrame):
    """Always visible; shows counts that the window hands over and the progress of a job.

    `tables` are those that the counts are read from. Where a large text leaves too little room,
    what can be had elsewhere goes first: the keys of all actions, their link, the words beside the
    number of those who are here, and at last what undo would do.
    """

    tables = frozenset({"attendance", "person", "organisation"})

    def __init__(self, theme: Theme, jobs: Jobs, club: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 16, 4)
        self._row.setSpacing(12)
        self._present = plain_label("", "strong", self)
        self._registered = plain_label("", "small", self)
        counts = QHBoxLayout()
        counts.setSpacing(theme.px(5))
        counts.addWidget(self._present)
        counts.addWidget(self._registered)
        self._row.addLayout(counts)
        self._chips = {letter: SectorChip(self, letter) for letter in COUNTED}
        for chip in self._chips.values():
            self._row.addWidget(chip)
        self._row.addStretch(1)
        self._add_job(jobs)
        self.end_kiosk = self._link("end_kiosk_link")
        self.end_kiosk.setText(_("End the kiosk"))
        self.end_kiosk.hide()
        self._undo = UndoLink(self)
        self._link("undo_link", self._undo)
        self._palette = self._link("palette_link")
        self._palette.setText(_("All actions"))
        self._palette_keys = KeyCap(self, QKeySequence("Ctrl+K"))
        self._row.addWidget(self._palette_keys)
        self.club = ClubLink(club, self)
        self._row.addWidget(self.club)
        self.saved = SavedLabel(jobs, self)
        self._row.addWidget(self.saved)
        self.inspector_button = self._fold_button(theme)
        self._row.addWidget(self.inspector_button)
        self._in_session, self._some_unknown, self._can_undo = True, False, False
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()

    def _fold_button(self, theme: Theme) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("inspector_button")
        button.setProperty("kind", "foot")
        button.setCheckable(True)
        button.setChecked(True)
        button.setIcon(theme.icon("panel-right"))
        button.setToolTip(_("Fold the inspector away, or bring it back (Ctrl+I)"))
        button.setAccessibleName(_("Inspector"))
        return button

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(36))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        """Hide what goes first while there is too little room for all."""
        if not self.isVisible():
            return
        club = [] if self.club.is_throwaway else [self.club]
        first = [self._palette_keys, self._palette, self._registered, *club, self._undo]
        shown = [one for one in self._parts() if one in first or not one.isHidden()]
        gap, margins = self._row.spacing(), self._row.contentsMargins()
        needed = margins.left() + margins.right() + sum(map(_least, shown)) + gap * len(shown)
        for part in first:
            goes = needed > self.width()
            needed -= _least(part) + gap if goes else 0
            part.setHidden(goes or part in self._unwanted())

    def _parts(self) -> list[QWidget]:
        widgets = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [one for one in widgets if one not in self._unwanted()]

    def _unwanted(self) -> list[QWidget]:
        """What would not be shown if there were room."""
        unwanted: list[QWidget] = [] if self._in_session else [self._registered]
        return unwanted if self._can_undo else [*unwanted, self._undo]

    def _link(self, name: str, button: QPushButton | None = None) -> QPushButton:
        button = button or QPushButton(self)
        button.setObjectName(name)
        button.setProperty("kind", "foot")
        self._row.addWidget(button)
        return button

    def _add_job(self, jobs: Jobs) -> None:
        self._job = QLabel(self)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 100)
        self._progress.setFixedWidth(120)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_("Progress"))
        self._cancel = self._link("cancel_job")
        self._cancel.setText(_("Cancel"))
        for widget in (self._job, self._progress, self._cancel):
            self._row.addWidget(widget)
            widget.hide()
        self._cancel.clicked.connect(jobs.cancel)
        jobs.started.connect(self._show_job)
        jobs.moved.connect(self._move_job)
        jobs.writing.connect(self._cancel.hide)
        jobs.ended.connect(self._hide_job)

    def _show_job(self, title: str) -> None:
        self._job.setText(title)
        self._progress.setValue(0)
        speak(self._progress, title)
        for widget in (self._job, self._progress, self._cancel):
            widget.show()

    def _move_job(self, share: float) -> None:
        before, now = self._progress.value(), round(share * 100)
        self._progress.setValue(now)
        if before // QUARTER < now // QUARTER:
            speak(self._progress, percent_text(share))

    def _hide_job(self) -> None:
        for widget in (self._job, self._progress, self._cancel):
            widget.hide()

    def connect_actions(self, undo: Callable[[], None], palette: Callable[[], None]) -> None:
        """Let the links do what they name."""
        once(self._undo)
        self._undo.clicked.connect(lambda _checked: undo())
        self._palette.clicked.connect(lambda _checked: palette())

    def show_presence(self, present: int, registered: int, by_sector: Mapping[str, int]) -> None:
        """Show how many are here, of how many who are on the list, by sector."""
        said = _("{present}\npresent of {registered}", present=present, registered=registered)
        large, small = large_and_small(said)
        self._present.setText(large)
        self._present.setToolTip(said.replace("\n", " "))
        self._registered.setText(small)
        for letter, chip in self._chips.items():
            chip.set_count(letter, by_sector.get(letter, 0))
        self._some_unknown = bool(by_sector.get(UNKNOWN))
        self._show_chips()

    def _show_chips(self) -> None:
        for letter, chip in self._chips.items():
            chip.setVisible(self._in_session and (letter != UNKNOWN or self._some_unknown))

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be: what a job tells must not widen the window."""
        return QSize(0, super().minimumSizeHint().height())

    def set_in_session(self, in_session: bool) -> None:
        """Outside a session nobody is counted."""
        self._in_session = in_session
        self._present.setVisible(in_session)
        self._show_chips()
        self._make_room()

    def show_undo(self, text: str) -> None:
        """Show what undo would do."""
        self._can_undo = bool(text)
        self._undo.say(text)
        self._make_room()
        set_tip(self._undo, _("{action} ({keys})", action=text[:200], keys="Ctrl+Z"))
        self._undo.setAccessibleName(text)


def _least(widget: QWidget) -> int:
    return max(widget.minimumSizeHint().width(), widget.minimumWidth(), _fixed(widget))


def _fixed(widget: QWidget) -> int:
    fixed = widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
    return widget.sizeHint().width() if fixed else 0
