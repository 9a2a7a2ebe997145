"""Beside the picture: whom an organisation or a person has met, and whom not yet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kdc_desktop.domain.network.folding import RESIDENTS_TOGETHER
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.i18n import _, date_text, lazy, listed, number_text, sentences
from kdc_desktop.screens.kit.empty_columns import hide_empty
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.network.words import met_line, of_person
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.network.beside import (
    BesideRow,
    NetWho,
    departments_met,
    everybody,
    first_meetings,
    met_by,
    not_met_by,
    on_edge,
    people_of,
)
from kdc_desktop.services.network.rows import Network

_ON_EDGE = 1  # the place of its list
_List = tuple[str, Callable[[], Sequence[BesideRow]], str]
"""What a list is called, its rows, and what is said where there are none."""


class NetworkBeside(QWidget):
    """Shows one of a few lists of somebody; `wanted` carries whom a row that is opened is of.

    It carries None where all of them are wanted again.
    """

    wanted = Signal(object)

    back_button: QPushButton
    name_label: QLabel
    lines_label: QLabel
    list_choice: Segmented
    rows_table: RowTable

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "network/beside")
        self._net: Network | None = None
        self.who: NetWho | None = None
        self._lists: tuple[_List, ...] = ()
        self._model: RowModel[BesideRow] = RowModel(_COLUMNS, key=lambda row: (row.who, row.note))
        self.rows_table.show_model(self._model)
        self.rows_table.columns.begin((120, 84, 64, 84, 96), (1, 2, 3), takes=0)
        self.rows_table.chosen.connect(lambda row: self.wanted.emit(row.who))
        self.list_choice.changed.connect(lambda _at: self._show_list())
        self.back_button.clicked.connect(self._go_back)
        self.setFocusProxy(self.rows_table)

    def show_network(self, net: Network) -> None:
        """Show the same of this network, as far as it is in it."""
        self._net = net
        self.show_whom(self.who)

    def show_whom(self, who: NetWho | None) -> None:
        """Show this organisation or person; all of them with None."""
        net = self._net
        if net is None:
            return
        there = who is not None and who.id in (net.people if who.is_person else net.organisations)
        if who != self.who:
            self.list_choice.set_current(0)
        self.who = who if there else None
        self._lists = self._lists_of(net, self.who)
        self.list_choice.set_texts([title for title, _rows, _empty in self._lists])
        self.back_button.setVisible(self.who is not None)
        self.name_label.setText(parted(_name(net, self.who)))
        self.lines_label.setText(_told(net, self.who))
        self.lines_label.setVisible(bool(self.lines_label.text()))
        self._show_list()

    def show_edge(self) -> None:
        """List who stands on the edge."""
        self.show_whom(None)
        self.list_choice.set_current(_ON_EDGE)
        self._show_list()
        self.take_keys()

    def take_keys(self) -> None:
        """Go to the list."""
        self.rows_table.setFocus()
        if not self.rows_table.currentIndex().isValid():
            self.rows_table.selectRow(0)

    def _go_back(self) -> None:
        """From a person to their organisation, and from that to all."""
        net, who = self._net, self.who
        if net is not None and who is not None and who.is_person:
            own = net.people[who.id].organisation_id or RESIDENTS_TOGETHER
            self.wanted.emit(NetWho(False, own))
        else:
            self.wanted.emit(None)

    def _lists_of(self, net: Network, who: NetWho | None) -> tuple[_List, ...]:
        if who is None:
            return (
                (_("All"), lambda: everybody(net), _("Nobody has met yet.")),
                (_("On the edge"), lambda: on_edge(net), _("Nobody stands on the edge.")),
                (
                    _("First meetings"),
                    lambda: first_meetings(net),
                    _("No two organisations met for the first time."),
                ),
            )
        met: _List = (_("Met"), lambda: met_by(net, who), _("They have met nobody then."))
        rest: _List = (_("Not yet"), lambda: not_met_by(net, who), _("They have met everybody."))
        if who.is_person:
            return (met, rest)
        return (met, rest, (_("People"), lambda: people_of(net, who.id), ""))

    def _show_list(self) -> None:
        at = max(0, self.list_choice.current())
        if at < len(self._lists):
            _title, rows, empty = self._lists[at]
            self.rows_table.empty_text = empty
            self._model.set_rows(rows())
            hide_empty(self.rows_table, _MAY_BE_EMPTY)
            self.rows_table.columns.again()


def _name(net: Network, who: NetWho | None) -> str:
    if who is None:
        return _("Everybody")
    return net.people[who.id].name if who.is_person else net.organisations[who.id].name


def _told(net: Network, who: NetWho | None) -> str:
    if who is None:
        return ""
    if who.is_person:
        return of_person(net, who.id)
    one = net.organisations[who.id]
    sector = "" if one.id == RESIDENTS_TOGETHER else f"{name_of(one.sector)}."
    departments = listed(one.departments)
    within = departments_met(net, one.id)
    parts = (sector, f"{met_line(net, one.id)}.", departments and f"{departments}.")
    return sentences(filter(None, (*parts, within and f"{within}.")))


def _last(row: BesideRow) -> str:
    return "" if row.last is None else date_text(row.last)


def _others(row: BesideRow) -> str:
    return number_text(row.others) if row.others else ""


def _times(row: BesideRow) -> str:
    if not row.times:
        return ""
    told = number_text(row.times)
    return _("{count}, new", count=told) if row.is_new else told


_MAY_BE_EMPTY = ("others", "times", "last", "note")
_COLUMNS: tuple[Column[BesideRow], ...] = (
    Column("name", lazy("Name"), lambda row: row.name, icon=lambda row: sector_icon(row.sector)),
    Column("others", lazy("Others met"), _others, sort=lambda row: row.others),
    Column("times", lazy("Times"), _times, sort=lambda row: row.times),
    Column("last", lazy("Last"), _last, sort=lambda row: row.last),
    Column("note", lazy("Of whom"), lambda row: row.note),
)
