"""The lists of what an earlier session has left: what is taken up, what became, what is overdue."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.row_ticks import RowTicks
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.services.sessions.beginning import IdeaFate, OverdueLine, TakeUpChoice

_ROW_LINES = 3  # that are seen of each list at least


class TakeUpList(QObject):
    """Consortia with ticks; those that wait for an evening have one. `changed` tells that others
    do."""

    changed = Signal()

    def __init__(self, table: RowTable) -> None:
        super().__init__(table)
        self._table = table
        self._ticks = RowTicks(table, _("Take"), lambda row: row.id, lambda _row: True)
        columns = [
            self._ticks.column(),
            Column[TakeUpChoice]("name", _("Consortium"), lambda row: row.name),
            Column[TakeUpChoice]("state", _("State"), lambda row: str(row.state)),
            Column[TakeUpChoice]("why", _("Why now"), lambda row: str(row.why or "")),
        ]
        self._model = RowModel(columns, lambda row: row.id)
        table.show_model(self._model)
        table.empty_text = _("No consortium is open: nothing has to be taken up.")
        self._ticks.changed.connect(self.changed)

    def show_choices(self, choices: Sequence[TakeUpChoice]) -> None:
        """Offer these, with a tick at those that wait for an evening."""
        self._model.set_rows(choices)
        _share_out(self._table, (56, 160, 80, 280), (0, 2))
        self._ticks.tick(row for row in choices if row.is_expected)

    @property
    def ticked(self) -> list[TakeUpChoice]:
        """Those that are taken up."""
        return [row for row in self._model.rows if self._ticks.has(row)]


def list_fates(table: RowTable) -> Callable[[Sequence[IdeaFate]], None]:
    """Let a table list what became of ideas; returned is what shows it."""
    columns = [
        Column[tuple[int, IdeaFate]]("text", _("Idea"), lambda row: row[1].text),
        Column[tuple[int, IdeaFate]]("fate", _("What became of it"), lambda row: str(row[1].fate)),
    ]
    model = RowModel(columns, lambda row: row[0])
    table.show_model(model)
    table.empty_text = _("Nobody wrote an idea there.")

    def show(rows: Sequence[IdeaFate]) -> None:
        model.set_rows(list(enumerate(rows)))
        _share_out(table, (280, 280))

    return show


def list_overdue(table: RowTable) -> Callable[[Sequence[OverdueLine]], None]:
    """Let a table list commitments that are overdue; returned is what shows it."""
    columns = [
        Column[tuple[int, OverdueLine]]("what", _("Commitment"), lambda row: row[1].what),
        Column[tuple[int, OverdueLine]]("who", _("Whose"), lambda row: row[1].who),
        Column[tuple[int, OverdueLine]]("late", _("Late"), lambda row: str(row[1].late)),
    ]
    model = RowModel(columns, lambda row: row[0])
    table.show_model(model)
    table.empty_text = _("No commitment is overdue.")

    def show(rows: Sequence[OverdueLine]) -> None:
        model.set_rows(list(enumerate(rows)))
        _share_out(table, (230, 230, 110))

    return show


def _share_out(table: RowTable, widths: tuple[int, ...], worded: tuple[int, ...] = ()) -> None:
    """The widths of its columns, once there is something in them."""
    if table.filter.rowCount():
        table.columns.begin(widths, worded)


def give_lines(*tables: RowTable) -> None:
    """Let some lines of each be seen in every size of text, and more where there is room."""
    for table in tables:
        line = table.verticalHeader().defaultSectionSize()
        table.setMinimumHeight(line * _ROW_LINES)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
