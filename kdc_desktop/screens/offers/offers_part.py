"""What somebody offers and needs, in the panel of a person or an organisation."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem

from kdc_desktop.domain.kit.lengths import STATEMENT
from kdc_desktop.domain.kit.text import several_names
from kdc_desktop.domain.offers.kind_words import END_WORDS
from kdc_desktop.domain.offers.states import OfferEnd, OfferKind
from kdc_desktop.i18n import _, date_text, listed, sentences
from kdc_desktop.screens.kit.fields import begin_anew, prompt
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.limits import tell_when_cut
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.row_hands import offer_own
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.unkept import ask_when_half_typed
from kdc_desktop.screens.people.part import InspectorPart
from kdc_desktop.services.offers import noting
from kdc_desktop.services.offers.history import SaidBefore, history_of
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.storage import Database

_OFFER = Qt.ItemDataRole.UserRole
_OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_F2)


class OffersPart(InspectorPart):
    """A list of what they offer and need, and a line for the next of each; Enter notes it."""

    tables = frozenset({"offer", "offer_match", "session"})

    said_label: QLabel
    said_list: QListWidget
    offers_edit: QLineEdit
    needs_edit: QLineEdit

    def __init__(self, database: Database, screen: Screen) -> None:
        super().__init__()
        load_form(self, "offers/offers_part")
        self._database, self._screen = database, screen
        self._holder: Holder | None = None
        self._rows: Sequence[SaidBefore] = ()
        self._dress()

    def _dress(self) -> None:
        prompt(self.offers_edit, _("Offers: a yard; Enter"))
        prompt(self.needs_edit, _("Needs: a permit; Enter"))
        for kind, line in (
            (OfferKind.OFFER, self.offers_edit),
            (OfferKind.NEED, self.needs_edit),
        ):
            line.setMaxLength(STATEMENT)
            tell_when_cut(line)
            ask_when_half_typed(line)
            line.returnPressed.connect(partial(self._note, kind, line))
        said = self.said_list
        said.installEventFilter(self)
        said.itemChanged.connect(self._reword)
        offer_own(said, "reword_offer", _("Put it otherwise"), self._edit)
        for end, name in ((OfferEnd.CAME_ABOUT, "came_about"), (OfferEnd.NO_LONGER, "no_longer")):
            offer_own(said, f"offer_{name}", str(END_WORDS[end]), partial(self._end, end))
        offer_own(said, "bring_offer_back", _("It has not ended"), self._bring_back)
        offer_own(said, "remove_offer", _("Remove"), self._remove)

    def show_person(self, person_id: int) -> None:
        self._show(Holder(person_id))

    def show_organisation(self, organisation_id: int) -> None:
        self._show(Holder(None, organisation_id))

    def _show(self, holder: Holder) -> None:
        rows = history_of(self._database, holder)
        if (holder, rows) == (self._holder, self._rows):
            return
        if holder != self._holder:
            begin_anew(self.offers_edit)
            begin_anew(self.needs_edit)
        self._holder, self._rows = holder, rows
        said = self.said_list
        before = said.currentRow()
        said.blockSignals(True)
        said.clear()
        for one in rows:
            item = QListWidgetItem(one.row.text, said)
            item.setData(_OFFER, one.row.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _told(one))
            item.setToolTip(plain_tip(_told(one)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setIcon(self._screen.theme.icon(_icon(one), _colour(one)))
            if one.row.ended_on is not None:
                item.setForeground(said.palette().placeholderText())
        said.setCurrentRow(min(before, said.count() - 1))
        said.blockSignals(False)
        said.setVisible(bool(rows))

    def _note(self, kind: OfferKind, line: QLineEdit) -> None:
        if self._holder is None:
            return
        texts = several_names(line.text()) or [""]
        said = [noting.SaidOffer(kind, text, self._holder) for text in texts]
        if self._screen.attempt(noting.note_all, self._database, said, None):
            begin_anew(line)

    def _chosen(self) -> list[int]:
        item = self.said_list.currentItem()
        return [] if item is None else [item.data(_OFFER)]

    def _edit(self) -> None:
        self.said_list.editItem(self.said_list.currentItem())

    def _reword(self, item: QListWidgetItem) -> None:
        verb, key = noting.change_offer, item.data(_OFFER)
        if self._screen.attempt(verb, self._database, key, item.text()) is None:
            self._rows = ()  # what was refused is shown as it is kept
            if self._holder is not None:
                self._show(self._holder)

    def _end(self, end: OfferEnd) -> None:
        self._screen.attempt(noting.end_offers, self._database, self._chosen(), end)

    def _bring_back(self) -> None:
        self._screen.attempt(noting.bring_back, self._database, self._chosen())

    def _remove(self) -> None:
        self._screen.attempt(noting.remove_offers, self._database, self._chosen())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Claim the keys of the list, which are those of the table beside it as well."""
        if watched is not self.said_list or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _OWN_KEYS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        removes = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete
        if removes and self._chosen():
            self._remove()
        return removes


def _icon(one: SaidBefore) -> str:
    if one.row.ended_on is not None:
        return "history"
    return "gift" if one.row.kind is OfferKind.OFFER else "search"


def _colour(one: SaidBefore) -> str:
    if one.row.ended_on is not None:
        return "muted"
    return "good" if one.row.kind is OfferKind.OFFER else "warning"


def _told(one: SaidBefore) -> str:
    """All that is known of it, in sentences."""
    row = one.row
    kind = _("Offers: {what}.", what=row.text.rstrip("."))
    if row.kind is OfferKind.NEED:
        kind = _("Needs: {what}.", what=row.text.rstrip("."))
    day = date_text(row.said_on)
    said = _("Said on {day}.", day=day)
    if one.session:
        said = _("Said on {day} in “{session}”.", day=day, session=one.session)
    met = _("Met by {names}.", names=listed(one.met)) if one.met else ""
    ended = ""
    if row.ended_on is not None:
        ended = _("Ended on {day}.", day=date_text(row.ended_on))
    how = f"{END_WORDS[row.end]}." if row.end is not None else ""
    return sentences(filter(None, (kind, said, met, ended, how)))
