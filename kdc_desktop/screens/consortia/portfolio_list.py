"""The list of the portfolio: its rows in groups, its columns by the room that there is."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QSettings

from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.club_columns import (
    BEGIN,
    MAKE_WAY,
    MAY_BE_EMPTY,
    ONLY_WIDE,
    WORDED,
    ClubLook,
    columns,
    is_measured,
)
from kdc_desktop.screens.consortia.grouping import GROUP_OF, TITLES, Grouping
from kdc_desktop.screens.kit.grouped import GroupCells, GroupedModel
from kdc_desktop.screens.kit.row_columns import retitle
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.consortia.club_rows import ClubRow
from kdc_desktop.services.consortia.found_by import member_names
from kdc_desktop.storage import Database


class FoundBy:
    """By what a consortium is found, besides what stands in its row."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._members: Mapping[int, str] | None = None

    def forget(self) -> None:
        """Members are read again, once somebody searches."""
        self._members = None

    def words(self, row: ClubRow) -> Iterator[str]:
        """Its members, the sessions in which it was worked on, and what it is about."""
        if self._members is None:
            self._members = member_names(self._database)
        yield from self._members.get(row.id, "").splitlines()
        yield from (one.title for one in (row.born_in, *row.taken_up) if one is not None)
        yield from (row.about, row.last_sign)


class PortfolioList:
    """Shows rows in a table; `rename` gives one another name, `also` says by what one is found."""

    def __init__(
        self,
        theme: Theme,
        table: RowTable,
        rename: Callable[[ClubRow, str], object],
        also: "FoundBy",
        store: QSettings,
    ) -> None:
        self._theme, self._table, self._look = theme, table, ClubLook()
        self._found_by = also
        found = columns(self._look, rename)
        self._places = {column.key: at for at, column in enumerate(found)}
        self.model = GroupedModel[ClubRow](found, lambda row: row.id, also.words)
        table.show_model(self.model)
        bold = {self._places["minutes"]: is_measured, self._places["name"]: lambda _row: True}
        self._cells = GroupCells(table.filter, self._places["group"], bold)
        table.setItemDelegate(self._cells)
        worded = [self._places[key] for key in WORDED]
        table.columns.begin([BEGIN[column.key] for column in found], worded)
        table.remember(store, "portfolio")
        table.empty_text = _("None is like that. Choose All, or another state.")

    def forget_found(self) -> None:
        """By what rows are found may have changed."""
        self._found_by.forget()
        self.model.forget_searched()

    def chosen(self) -> ClubRow | None:
        """The row that is selected, if it is one."""
        rows = self._table.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def group(self, grouping: Grouping) -> None:
        """Put the rows together by this."""
        if grouping is not self._look.grouping or self.model.group_of is not GROUP_OF[grouping]:
            self._look.grouping = grouping
            retitle(self.model, "group", str(TITLES[grouping]))
            self._cells.forget()
            self.model.group(GROUP_OF[grouping])
            self._table.viewport().update()

    def show_rows(self, rows: Sequence[ClubRow], everybody: Sequence[ClubRow]) -> None:
        """List these of all that there are, whose minutes share one scale."""
        most = max((one.gives_back.worth.most for one in everybody if one.gives_back), default=0.0)
        if most != self._look.most:
            self._look.most = most
            self._table.viewport().update()
        self.model.set_rows(rows)
        self.fit(everybody)

    def fit(self, everybody: Sequence[ClubRow]) -> None:
        """Hide the columns in which nothing stands, or for which there is no room."""
        width, changed = self._table.viewport().width() / self._theme.scale, False
        by = self._look.grouping
        hidden = {key for key, least in ONLY_WIDE.items() if width < least}
        hidden |= {"group"} if by is Grouping.NONE else set()
        hidden |= {"state"} if by is Grouping.STATE else set()
        hidden |= {"owner"} if by is Grouping.OWNER else set()
        for key in MAY_BE_EMPTY:
            column = self.model.columns[self._places[key]]
            if everybody and not any(column.text(row) or _is_drawn(key, row) for row in everybody):
                hidden.add(key)
        self._make_way(hidden)
        for key, at in self._places.items():
            changed |= (key in hidden) != self._table.isColumnHidden(at)
            self._table.setColumnHidden(at, key in hidden)
        if changed:
            self._table.columns.spread()

    def _make_way(self, hidden: set[str]) -> None:
        """Hide what can be missed, until all that is left can be seen side by side."""
        for key in MAKE_WAY:
            shown = [at for one, at in self._places.items() if one not in hidden]
            if self._table.columns.least_of(shown) <= self._table.viewport().width():
                return
            hidden.add(key)


def _is_drawn(key: str, row: ClubRow) -> bool:
    return key == "trend" and bool(row.buy_in.trend)
