"""Asks which consortia of the club are worked on in a session, besides those born there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.domain.consortia.states import OVER
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, date_text, ngettext
from kdc_desktop.screens.consortia.club_columns import TO_TAKE_UP
from kdc_desktop.screens.consortia.grouping import STATES
from kdc_desktop.screens.consortia.help import TAKE_UP
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import short
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.typing_finds import TypingFinds
from kdc_desktop.services.consortia.club_rows import BuyInBadge, ClubRow
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.consortia.worked_on import sessions_to_come, take_up_several
from kdc_desktop.storage import Database

WIDTHS = (110, 220, 150, 60, 110, 120, 120)


class TakeUpDialog(QDialog):
    """Those that are due come first, those that are over last; of a session that can be chosen.

    The one that is open, else the next to come, is chosen at first; `wanted` are selected then.
    """

    session_combo: QComboBox
    search_edit: QLineEdit
    table: RowTable
    hint_label: QLabel
    problem_label: QLabel
    cancel_button: QPushButton
    take_up_button: QPushButton

    def __init__(
        self,
        database: Database,
        badge: BuyInBadge,
        session_id: int | None,
        parent: QWidget | None = None,
        wanted: Sequence[int] = (),
    ) -> None:
        super().__init__(parent)
        load_form(self, "consortia/take_up_dialog")
        offer_help(self, TAKE_UP)
        self._database, self._rows = database, all_consortia(database, badge)
        self._offer_sessions(session_id)
        self._model = RowModel(TO_TAKE_UP, key=lambda row: row.id)
        self.table.show_model(self._model)
        self.table.columns.begin(WIDTHS, (0, 2, 4))
        self.table.empty_text = _("Every consortium of the club is worked on in this session.")
        self.problem_label.hide()
        self.take_up_button.setProperty("kind", "primary")
        self._connect()
        self._list()
        for key in wanted:
            self.table.select_key(key)
        self._count()
        self.resize(820, 480)

    def _offer_sessions(self, open_id: int | None) -> None:
        """All that are not closed; there is nothing to choose where it is the open one alone."""
        found = sessions_to_come(self._database)
        for one in found:
            told = _("{session}, {day}", session=one.title, day=date_text(one.on))
            is_open = one.id == open_id
            text = _("Tonight: {session}", session=told) if is_open else told
            self.session_combo.addItem(short(text), one.id)
        self.session_combo.setCurrentIndex(max(0, self.session_combo.findData(open_id)))
        self.session_combo.setVisible(len(found) > 1 or open_id is None)

    @property
    def _session_id(self) -> int:
        return int(self.session_combo.currentData() or 0)

    def _list(self) -> None:
        """Those that are not worked on in the session that is chosen."""
        rows = [row for row in self._rows if self._is_elsewhere(row)]
        self._model.set_rows(sorted(rows, key=_by_need))

    def _connect(self) -> None:
        self.session_combo.activated.connect(lambda _at: self._list())
        self.search_edit.textChanged.connect(self.table.search)
        TypingFinds(self.search_edit, self.table)
        self.table.selection_changed.connect(self._count)
        self.table.chosen.connect(lambda _row: self.take_up())
        self.table.hands.verb("take_up", _("Take up"), self.take_up)
        self.cancel_button.clicked.connect(self.reject)
        self.take_up_button.clicked.connect(self.take_up)

    def _is_elsewhere(self, row: ClubRow) -> bool:
        born_here = row.born_in is not None and row.born_in.id == self._session_id
        return not born_here and all(one.id != self._session_id for one in row.taken_up)

    def _count(self) -> None:
        count = len(self.table.selected_rows())
        self.take_up_button.setEnabled(count > 0)
        text = ngettext("Take up {count} consortium", "Take up {count} consortia", count)
        self.take_up_button.setText(text if count else _("Take up"))

    def take_up(self) -> None:
        """Work on what is selected; the dialog stays open where that is refused."""
        chosen = [row.id for row in self.table.selected_rows()]
        if not chosen:
            return
        try:
            take_up_several(self._database, self._session_id, chosen)
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            return
        self.accept()


def _by_need(row: ClubRow) -> tuple[bool, bool, int, str]:
    return row.state in OVER, not row.due, STATES.index(row.state), row.name.casefold()
