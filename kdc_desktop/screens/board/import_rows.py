"""The rows of a preview of ideas: what each would do, and a tick for those that come in."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel

from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.i18n import _, decimal_text, plazy
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.row_ticks import RowTicks
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.state_look import StateLook
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board.incoming import IdeasPreview, IncomingRow

_LEAST_ROWS = 220  # pixels
_SAID_LINES = 2
_WIDTHS = {
    "asked": 110,
    "details": 150,
    "author": 110,
    "organisation": 110,
    "sector": 110,
    "cluster": 110,
    "tags": 110,
    "minutes": 70,
    "link": 80,
    "why": 190,
}


_STATES: Mapping[Incoming, StateLook] = {
    Incoming.NEW: StateLook(plazy("an idea of a sheet", "New"), "plus", "good"),
    Incoming.CHANGED: StateLook(plazy("an idea of a sheet", "Changed"), "pencil", "warning"),
    Incoming.SAME: StateLook(plazy("an idea of a sheet", "Same"), "check", "muted"),
    Incoming.PROBLEM: StateLook(plazy("an idea of a sheet", "Problem"), "triangle-alert", "bad"),
    Incoming.LEFT_OUT: StateLook(plazy("an idea of a sheet", "Left out"), "x", "muted"),
}
"""In the order in which rows are sorted by their state."""


class IdeaRows(QObject):
    """Fills a table with the rows of a preview; `changed` when others are ticked."""

    changed = Signal()

    def __init__(self, theme: Theme, table: RowTable, sentence: QLabel) -> None:
        super().__init__(table)
        self._theme, self._table, self._sentence = theme, table, sentence
        self._preview = IdeasPreview(())
        self._unticked: frozenset[int] = frozenset()
        self._ticks = RowTicks(table, _("Take"), lambda row: row.key, lambda row: row.comes_in)
        self._ticks.changed.connect(self._remember)
        sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        table.setMinimumHeight(theme.px(_LEAST_ROWS))
        table.selection_changed.connect(self._read_out)

    def show_preview(self, preview: IdeasPreview) -> None:
        """List the rows of this preview; what was unticked stays so while columns are the same."""
        if preview.plan != self._preview.plan or preview.table != self._preview.table:
            self._unticked = frozenset()
        self._ticks.changed.disconnect(self._remember)
        self._preview = preview
        told = [
            column
            for column in _optional()
            if any(column.text(row) for row in preview.rows)  # else it takes room for nothing
        ]
        icons = {state: self._theme.icon(look.icon, look.colour) for state, look in _STATES.items()}
        model = RowModel([self._ticks.column(), *_always(icons), *told], key=lambda row: row.key)
        self._table.show_model(model)
        model.set_rows(preview.rows)
        self._ticks.tick(
            row for row in preview.rows if row.comes_in and row.key not in self._unticked
        )
        beside = [_WIDTHS[column.key] for column in told]
        self._table.columns.begin((48, 56, 96, 340, *beside[:-1]), (0, 1, 2))
        self._ticks.changed.connect(self._remember)
        self._table.empty_text = _("Choose which column holds the ideas.")
        self._read_out()

    @property
    def counted(self) -> tuple[int, int]:
        """How many that are new come in, and how many that are changed."""
        states = [row.state for row in self._preview.rows if self._ticks.has(row)]
        return states.count(Incoming.NEW), states.count(Incoming.CHANGED)

    @property
    def chosen(self) -> IdeasPreview:
        """The preview in which what is not ticked is left out."""
        rows = tuple(
            row if not row.comes_in or self._ticks.has(row) else _left_out(row)
            for row in self._preview.rows
        )
        return replace(self._preview, rows=rows)

    def _remember(self) -> None:
        rows = (row for row in self._preview.rows if row.comes_in)
        self._unticked = frozenset(row.key for row in rows if not self._ticks.has(row))
        self.changed.emit()

    def _read_out(self) -> None:
        """What is said of the selected row: the table may have no room for that. Its lines are
        kept where nothing is said, so that no row moves under a click."""
        rows, label = self._table.selected_rows(), self._sentence
        said, metrics = rows[0].why if len(rows) == 1 else "", label.fontMetrics()
        room = _SAID_LINES * label.width() - 12 * metrics.averageCharWidth()  # for broken lines
        label.setFixedHeight(_SAID_LINES * metrics.lineSpacing() + 2)
        label.setText(metrics.elidedText(said, Qt.TextElideMode.ElideRight, room))
        set_tip(label, said)


def _left_out(row: IncomingRow) -> IncomingRow:
    return replace(row, state=Incoming.LEFT_OUT, why=_("It was not ticked."))


def _always(icons: Mapping[Incoming, QIcon]) -> tuple[Column[IncomingRow], ...]:
    places = {state: place for place, state in enumerate(_STATES)}
    return (
        Column("number", _("Row"), lambda row: str(row.number), sort=lambda row: row.number),
        Column(
            "state",
            _("State"),
            lambda row: str(_STATES[row.state].word),
            icon=lambda row: icons[row.state],
            sort=lambda row: places[row.state],
        ),
        Column("text", _("Idea"), lambda row: row.text, tooltip=lambda row: row.text),
    )


def _optional() -> tuple[Column[IncomingRow], ...]:
    return (
        Column("asked", _("Column"), lambda row: row.asked),
        Column("details", _("Details"), lambda row: row.details, tooltip=lambda row: row.details),
        Column("author", _("Author"), lambda row: row.author),
        Column("organisation", _("Organisation"), lambda row: row.organisation),
        Column("sector", _("Sector"), lambda row: name_of(row.sector) if row.sector else ""),
        Column("cluster", _("Cluster"), lambda row: row.cluster),
        Column("tags", _("Tags"), lambda row: row.tags, tooltip=lambda row: row.tags),
        Column("minutes", _("Minutes a day"), _minutes, sort=lambda row: row.minutes or 0.0),
        Column("link", _("Link"), lambda row: row.link, tooltip=lambda row: row.link),
        Column("why", _("Why"), lambda row: row.why, tooltip=lambda row: row.why),
    )


def _minutes(row: IncomingRow) -> str:
    return "" if row.minutes is None else decimal_text(row.minutes, 1, trimmed=True)
