"""Beside the tables: where somebody sits in every round, what could not be, and what came of it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kdc_desktop.domain.seating.report import Report
from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.contents import Card, ColumnText
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.seating.results import ResultEntry
from kdc_desktop.screens.seating.words import MOST_UNMET, and_more, unmet_lines, where_they_sit
from kdc_desktop.services.seating.rows import RoomSeating, RoundRow


class TablesInspector(QWidget):
    """Sections under each other; each hides while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tables_inspector")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._name, self.where = self._section(column)
        self.results = ResultEntry(self)
        column.addWidget(self.results)
        self._unmet_title, self.unmet = self._section(column)
        self._unmet_title.setText(_("What could not be met"))
        column.addStretch(1)

    def _section(self, column: QVBoxLayout) -> tuple[QLabel, QLabel]:
        box = QVBoxLayout()
        box.setSpacing(4)
        title = plain_label("", "section", self, wrap=True)
        text = plain_label("", "", self, wrap=True)
        box.addWidget(title)
        box.addWidget(text)
        column.addLayout(box)
        return title, text

    def show_seating(
        self,
        seen: RoomSeating,
        round_: RoundRow | None,
        report: Report | None,
        names: Mapping[int, str],
    ) -> None:
        """Say which wishes were not met, and take what tables worked out once they are kept."""
        lines = unmet_lines(report, names) if report is not None else []
        shown = lines[:MOST_UNMET]
        if len(lines) > MOST_UNMET:
            shown.append(and_more(len(lines) - MOST_UNMET))
        self.unmet.setText("\n".join(shown))
        self._unmet_title.setVisible(bool(shown))
        self.unmet.setVisible(bool(shown))
        kept = round_ is not None and round_ in seen.rounds and report is None
        self.results.setVisible(kept)
        if kept and round_ is not None:
            self.results.show_tables(round_.tables)

    def show_card(self, seen: RoomSeating, card: Card | None, column: ColumnText | None) -> None:
        """Say where whoever has the focus sits in every round."""
        there = card is not None and bool(seen.rounds)
        self._name.setText(card.title if card is not None else "")
        self.where.setText(where_they_sit(seen, card.person_ids[0]) if card is not None else "")
        self._name.setVisible(there)
        self.where.setVisible(there)
        if column is not None:
            self.results.choose(column.winner_id)
