"""Take ideas and clusters further without a poll: by agreement in the room."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, number_text
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.winners.help import WINNERS
from kdc_desktop.services.board.apart import cluster_names
from kdc_desktop.services.board.badges import no_marks
from kdc_desktop.services.board.questions import clusters, ideas
from kdc_desktop.services.winners.marking import add_winner
from kdc_desktop.services.winners.questions import winners
from kdc_desktop.storage import Database


class BoardKind(StrEnum):
    """What on the board may become a winner."""

    CLUSTER = "cluster"
    IDEA = "idea"


@dataclass(frozen=True)
class BoardRow:
    """A cluster or an idea that is no winner yet."""

    kind: BoardKind
    id: int
    title: str
    ideas: str


class WinnersDialog(QDialog):
    """Clusters first, then ideas; what is chosen becomes a winner, in that order."""

    search_edit: QLineEdit
    table: RowTable
    hint_label: QLabel
    cancel_button: QPushButton
    take_button: QPushButton

    def __init__(self, database: Database, session_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "winners/winners_dialog")
        offer_help(self, WINNERS)
        self._database, self._session_id = database, session_id
        kinds = {BoardKind.CLUSTER: _("Cluster"), BoardKind.IDEA: _("Idea")}
        columns: list[Column[BoardRow]] = [
            Column("kind", _("Kind"), lambda row: kinds[row.kind]),
            Column("ideas", _("Ideas"), lambda row: row.ideas),
            Column("title", _("What"), lambda row: row.title),
        ]
        model = RowModel(columns, lambda row: (row.kind, row.id))
        model.set_rows(self._board())
        self.table.show_model(model)
        self.table.empty_text = _("The board has nothing that is not a winner already.")
        self.hint_label.setProperty("role", "small")
        self.take_button.setProperty("kind", "primary")
        self.take_button.setEnabled(False)
        self.search_edit.textChanged.connect(self.table.search)
        self.table.selection_changed.connect(
            lambda: self.take_button.setEnabled(bool(self.table.selected_rows()))
        )
        self.table.chosen.connect(lambda _row: self.take())
        self.table.hands.verb("take_winners", _("Take as winner"), self.take)
        self.cancel_button.clicked.connect(self.reject)
        self.take_button.clicked.connect(self.take)
        self.resize(720, 480)

    def _board(self) -> list[BoardRow]:
        known = winners(self._database, self._session_id)
        won_clusters = {row.cluster_id for row in known}
        won_ideas = {row.idea_id for row in known}
        with self._database.read() as snapshot:
            names = cluster_names(snapshot, self._session_id)
        return [
            *(
                BoardRow(BoardKind.CLUSTER, row.id, names[row.id], number_text(row.ideas))
                for row in clusters(self._database, self._session_id)
                if row.id not in won_clusters
            ),
            *(
                BoardRow(BoardKind.IDEA, row.id, row.text, "")
                for row in ideas(self._database, self._session_id, no_marks)
                if row.id not in won_ideas
            ),
        ]

    def take(self) -> None:
        """Make the rows selected winners, and close."""
        for row in self.table.selected_rows():
            cluster = row.kind == BoardKind.CLUSTER
            try:
                add_winner(
                    self._database,
                    self._session_id,
                    idea_id=None if cluster else row.id,
                    cluster_id=row.id if cluster else None,
                )
            except UserError as error:
                tell_problem(self.hint_label, str(error))
                return
        self.accept()


def choose_winners(database: Database, session_id: int, parent: QWidget) -> None:
    """Open the dialog over the window of `parent`."""
    open_for_now(WinnersDialog(database, session_id, parent))
