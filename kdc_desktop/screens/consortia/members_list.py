"""The members of a consortium of the club, with what can be done with each."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kdc_desktop.i18n import _, date_text
from kdc_desktop.screens.consortia.club_words import role_told, roles_told
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.row_hands import offer_own
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.consortia.membership import MembershipRow

_OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_F2)


class MembersList(QListWidget):
    """One line a member; whoever has left stands at the end, muted."""

    leave_wanted = Signal(object)
    back_wanted = Signal(object)
    role_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[MembershipRow] = ()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        offer_own(self, "let_a_member_leave", _("Let it leave…"), self._leave, "Del")
        offer_own(self, "let_a_member_come_back", _("Let it come back"), self._come_back)
        offer_own(self, "give_a_member_a_role", _("Give it another role…"), self._choose_role, "F2")

    def show_members(self, rows: Sequence[MembershipRow]) -> None:
        """Show these; the one that was selected stays so."""
        if list(rows) == list(self.rows):
            return
        before = self.chosen()
        self.rows = tuple(rows)
        self.clear()
        for row in rows:
            item = QListWidgetItem(sector_icon(row.sector), _told(row), self)
            item.setToolTip(plain_tip("\n".join((_told(row), _more(row)))))
            if not row.is_in:
                item.setForeground(self.palette().placeholderText())
            if before is not None and row.id == before.id:
                self.setCurrentItem(item)

    def chosen(self) -> MembershipRow | None:
        """The member that is selected."""
        at = self.currentRow()
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def _leave(self) -> None:
        if (row := self.chosen()) is not None:
            self.leave_wanted.emit(row)

    def _come_back(self) -> None:
        if (row := self.chosen()) is not None:
            self.back_wanted.emit(row)

    def _choose_role(self) -> None:
        if (row := self.chosen()) is not None:
            self.role_wanted.emit(row)

    def event(self, event: QEvent) -> bool:
        """Its keys are its own, though the list beside it has the same."""
        claims = event.type() == QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a claimed key stands for."""
        pressed = QKeySequence(event.keyCombination())
        for action in self.actions():
            if action.shortcut() == pressed:
                action.trigger()
                return
        super().keyPressEvent(event)


def _told(row: MembershipRow) -> str:
    if row.left_on is None:
        return role_told(row)
    day = date_text(row.left_on)
    if row.heir:
        return _(
            "{member}, left on {day}, handed over to {heir}",
            member=row.name,
            day=day,
            heir=row.heir,
        )
    return _("{member}, left on {day}", member=row.name, day=day)


def _more(row: MembershipRow) -> str:
    joined = _("Joined on {day}.", day=date_text(row.joined_on))
    return "\n".join(filter(None, (joined, roles_told(row), row.why)))
