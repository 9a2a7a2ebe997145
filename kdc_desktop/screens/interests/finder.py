"""Finds the person to ask: a line to type in, and the list of those found."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from kdc_desktop.audience.kit.speaking import aloud
from kdc_desktop.domain.attendance.codes import badge_key, badge_keys
from kdc_desktop.domain.people.finding import PeopleIndex
from kdc_desktop.i18n import _, listed
from kdc_desktop.screens.kit.fields import begin_anew
from kdc_desktop.screens.kit.heard_lists import WalkedList
from kdc_desktop.services.interests.rows import AskedRow

FOUND = 30
_WALKING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PersonFinder(QObject):
    """Searches while one types; arrows walk in the list, Enter or a click takes a person.

    `taken` carries the `AskedRow` that was taken. While somebody is asked, the line shows by what
    they were found: `searched` tells that somebody else is sought in it, `resumed` that Enter was
    pressed without that. `nobody` tells that Enter found nobody. `now_wanted` asks for people that
    are still being read.
    """

    taken = Signal(object)
    searched = Signal()
    resumed = Signal()
    nobody = Signal()
    now_wanted = Signal()

    def __init__(self, edit: QLineEdit, people_list: QListWidget) -> None:
        super().__init__(edit)
        self._edit, self._list = edit, people_list
        self._people: PeopleIndex[AskedRow] = PeopleIndex(())
        self._now: dict[int, AskedRow] = {}
        self.asking = False
        edit.textChanged.connect(self._search)
        edit.textEdited.connect(self._search_anew)
        edit.installEventFilter(self)
        WalkedList(edit, people_list)
        people_list.itemClicked.connect(self._take)

    @property
    def people(self) -> Collection[AskedRow]:
        """The people of the session as they are now."""
        return self._now.values()

    def show_people(self, people: Sequence[AskedRow]) -> None:
        """Search among these people from now on."""
        self._people = PeopleIndex(people)
        self._now = {one.person_id: one for one in people}
        self._search(self._edit.text())

    def tell_given(self, person_id: int, given: bool) -> None:
        """Whether somebody has said by now what they would join."""
        known = self._now.get(person_id)
        if known is not None and known.given != given:
            self._now[person_id] = replace(known, given=given)

    def begin(self, name: str = "") -> None:
        """Be ready for the next name, or go on with one that was begun elsewhere."""
        with QSignalBlocker(self._edit):
            begin_anew(self._edit, name)
        self._search(name)
        self._edit.setFocus()

    def person(self, person_id: int) -> AskedRow | None:
        """A person of the session; None for somebody else."""
        self.now_wanted.emit()
        return self._now.get(person_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._edit and event.type() == QEvent.Type.FocusIn:
            # A moment later, because a click that brings the focus sets the caret.
            QTimer.singleShot(0, self._edit, self._begin_over)
        elif (
            watched is self._edit
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._key(event.key())
        ):
            return True
        return super().eventFilter(watched, event)

    def _begin_over(self) -> None:
        """What is typed while somebody is asked is another name, not the end of theirs."""
        if self.asking:
            self._edit.selectAll()

    def _key(self, key: int) -> bool:
        if key in _WALKING:
            self.now_wanted.emit()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row = self._list.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            self._list.setCurrentRow(min(max(0, row), self._list.count() - 1))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.asking:
                self.resumed.emit()
            elif self._list.currentRow() >= 0:
                self._take(self._list.currentItem())
            else:
                self.nobody.emit()
            return True
        return False

    def _search_anew(self) -> None:
        if self.asking:
            self.searched.emit()

    def _search(self, text: str) -> None:
        found = self._people.search(text, turn=self._turn)
        badges = badge_keys(text)
        found += [one for one in self._now.values() if badge_key(one.badge) in badges]
        known = [self._now[key] for key in dict.fromkeys(one.person_id for one in found)]
        if not text.strip():
            known.sort(key=self._turn)
        self._list.clear()
        for one in known[:FOUND]:
            item = QListWidgetItem(_line(one))
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, aloud(item.text()))
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _turn(self, one: AskedRow) -> int:
        """Who is here and still to be asked comes first, among those whose names fit as well."""
        now = self._now[one.person_id]
        return 2 * (not now.present) + now.given

    def _take(self, item: QListWidgetItem) -> None:
        self.taken.emit(item.data(Qt.ItemDataRole.UserRole))


def _line(one: AskedRow) -> str:
    notes = [one.organisation or _("resident")]
    notes += [one.apart] if one.apart else []
    notes += [] if one.present else [_("not here")]
    notes += [_("given")] if one.given else []
    return f"{one.name}  ·  {listed(notes)}"
