"""A small door over any screen: who comes late is checked in, and nothing else moves."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.domain.people.one_line import name_and_organisation
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.attendance.admitting import Admitting
from kdc_desktop.screens.attendance.door import contacts_for
from kdc_desktop.screens.attendance.door_verbs import DoorVerbs
from kdc_desktop.screens.attendance.finder import GuestFinder
from kdc_desktop.screens.attendance.found import Found
from kdc_desktop.screens.attendance.list_reader import ListReader
from kdc_desktop.screens.kit.in_turns import InTurns
from kdc_desktop.screens.kit.passing import go_by_itself, keeps
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database


class LateDoor(QDialog):
    """The finder of check-in and what it takes; Enter lets in, Shift+Enter as new, Esc closes.

    It closes once somebody was let in, and has the window `say` so: what is typed on goes on below.
    """

    def __init__(
        self,
        theme: Theme,
        database: Database,
        session: SessionRow,
        jobs: Jobs,
        say: Callable[[str], object],
        over: QWidget,
    ) -> None:
        super().__init__(over, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("late_door")
        self.setAccessibleName(_("Check somebody in at “{session}”", session=session.title))
        self.setProperty("role", "popup")
        self.screen_within = Screen(theme, self)
        self.screen_within.setAccessibleName(self.accessibleName())
        self._reading = InTurns(self.screen_within)
        self._reader = ListReader(database, session.id)
        self._say = say
        contacts = partial(contacts_for, self.screen_within, database)
        self.finder = GuestFinder(theme, contacts, self._reading)
        verbs = DoorVerbs(self.screen_within, database, session.id, jobs, ())
        self._admitting = Admitting(self.screen_within, self.finder, verbs)
        self.told = plain_label("", "muted", self, wrap=True)
        self._lay_out()
        self.finder.float_over(self)
        self.resize(theme.px(600), theme.px(460))
        self.finder.taken.connect(self._take)
        self.finder.find_edit.installEventFilter(self)
        self.setFocusProxy(self.finder)
        self.screen_within.problem.connect(self._tell)
        self.screen_within.said.connect(self._tell)
        self._reading.start(self._read, self.finder.door.get_ready, self.finder.search)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(plain_label(self.accessibleName(), "section", self, wrap=True))
        hint = _(
            "Enter checks in and closes this, Shift+Enter does so as somebody new, Esc lets nobody"
            " in. Nothing else moves."
        )
        column.addWidget(plain_label(hint, "small", self, wrap=True))
        column.addWidget(self.finder)
        column.addStretch(1)
        column.addWidget(self.told)  # what is found lies over what is below the finder
        self.told.hide()

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        speak(self.told, sentence)

    def _read(self) -> None:
        changed = self._reader.read()
        self.finder.door.follow(self._reader.rows, changed)

    def _take(self, found: Found) -> None:
        self.told.hide()
        if self._admitting.take(found):
            self._go(dotted(found.name, found.organisation, found.apart))

    def _add(self) -> None:
        self.told.hide()
        name, _organisation = name_and_organisation(self.finder.text)
        if self._admitting.add_as_new():
            self._go(name)

    def _go(self, name: str) -> None:
        """Somebody was let in: the window says so, and has the keys again."""
        go_by_itself(self)
        self._say(_("{name} is checked in. F3 is for the next.", name=name))

    def event(self, event: QEvent) -> bool:
        return keeps(event) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() == Qt.Key.Key_Escape:
                self.reject()
                return True
            if shift and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._add()
                return True
        return super().eventFilter(watched, event)
