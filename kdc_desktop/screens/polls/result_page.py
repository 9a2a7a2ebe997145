"""The revealed result: ranks, ties, sector shares, and which options are taken further."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.domain.polls.states import Order, Secrecy
from kdc_desktop.i18n import _, listed, number_text, percent_text, titled
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.row_columns import retitle
from kdc_desktop.screens.kit.row_hands import offer_own
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.scrolled import Scrolled
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.polls.bars import BarDelegate
from kdc_desktop.screens.polls.level_table import LevelTable, levels_of, levels_said
from kdc_desktop.screens.polls.result_choices import ResultChoices
from kdc_desktop.screens.polls.result_told import rounds_of, said_of
from kdc_desktop.screens.polls.slides import hands_line
from kdc_desktop.screens.polls.taking_further import TakingFurther
from kdc_desktop.services.polls.parts_told import funded_told, has_costs
from kdc_desktop.services.polls.rows import PollResult, ResultRow, ShareRow

BAR_COLUMN, WEAKEST_COLUMN, COST_COLUMN, FUNDED_COLUMN = 2, 4, 5, 6
LEAST_ROWS = 125  # pixels at 100 %, for two of them and their heading
WIDTHS, WORDED = (72, 240, 240, 72, 130, 80, 80), (0, 3, 4, 5, 6)


def shares_line(row: ResultRow, hands: int) -> str:
    """What each sector gave, in words; hidden sectors are named as such, hands stand apart."""
    parts = [_share(share) for share in row.shares]
    if hands:
        parts.append(_("By show of hands: {hands}", hands=hands))
    return listed(parts)


def _share(share: ShareRow) -> str:
    sector = BY_LETTER[share.sector].name
    if not share.written:
        return _("{sector}: hidden", sector=sector)
    return titled(sector, share.written)


class ResultPage(QWidget):
    """`order_changed` tells that the ranking is wanted by the other rule."""

    order_changed = Signal()
    next_place_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._is_void = theme, False
        self.turnout_label = plain_label("", "", self, wrap=True)
        self.turnout_label.setObjectName("reconciliation_label")
        self.warning_label = plain_label("", "problem", self, wrap=True)
        self.told_label = plain_label("", "", self, wrap=True)
        self.told_label.setObjectName("told_label")
        self.rule_label = plain_label("", "", self, wrap=True)
        self.rounds_label = plain_label("", "", self, wrap=True)
        self.how = Scrolled(self)
        self.choices = ResultChoices(self)
        self.model = RowModel(self._columns(), key=lambda row: row.option_id)
        self.table = RowTable(self)
        self.table.setObjectName("result_table")
        self.table.setAccessibleName(_("Result"))
        self.table.show_model(self.model)
        self.table.setMinimumHeight(theme.px(LEAST_ROWS))
        self.levels = LevelTable(theme, self)
        self.setFocusProxy(self.table)
        self.table.columns.begin(WIDTHS, WORDED, takes=BAR_COLUMN)
        self._bars = BarDelegate(theme, self)
        self.table.setItemDelegateForColumn(BAR_COLUMN, self._bars)
        self.further = TakingFurther(self.table, self)
        self._lay_out()
        self.choices.changed.connect(self.order_changed)
        self.choices.how_button.toggled.connect(self._show_how)
        told = _("Show the room the next place")
        offer_own(self.table, "show_next_place", told, self.next_place_wanted.emit, "Space")

    @property
    def order(self) -> Order:
        """The order that is chosen."""
        return self.choices.order

    def set_order(self, order: Order) -> None:
        """Choose an order, and tell."""
        self.choices.set_order(order)

    def toggle_order(self) -> None:
        """Choose the other order, and tell."""
        self.set_order(Order.TOTAL if self.order == Order.WEAKEST else Order.WEAKEST)

    def _show_how(self, wanted: bool) -> None:
        """How it was counted in the place of the table, or the table; of one thing its levels."""
        alone = bool(self.levels.levels.rows)
        self.how.setVisible(wanted)
        self.table.setVisible(not wanted and not alone)
        self.levels.setVisible(not wanted and alone)
        self.setFocusProxy(self.levels if alone else self.table)

    def show_result(self, result: PollResult, hands: Mapping[int, int]) -> None:
        """Show this result; `hands` are those counted in the room, by option id."""
        self.turnout_label.setText(result.turnout.line)
        secret, self._is_void = result.poll.secrecy == Secrecy.SECRET, result.is_void
        said = said_of(result, hands_line(result, self.order))
        for label, text in (
            (self.warning_label, said.warning),
            (self.told_label, said.told),
            (self.rule_label, said.how),
            (self.rounds_label, rounds_of(result)),
        ):
            label.setText(parted(text))
            label.setVisible(bool(text))
        self.choices.how_button.setVisible(bool(said.how or result.rounds))
        self.levels.show_levels(result)
        self._show_how(self.choices.how_button.isChecked())
        self._bars.hands, self._bars.levels = hands, levels_of(result)
        knows = any(not share.hidden for row in result.rows for share in row.shares)
        self._bars.by_sector = knows
        compared = _("What was said") if self._bars.levels else _("Compared")
        in_parts = knows and not self._bars.levels
        retitle(self.model, "shares", _("By sector") if in_parts else compared)
        retitle(self.model, "total", result.counts)
        self._bars.most = max((row.length for row in result.rows), default=1.0)
        for column in (COST_COLUMN, FUNDED_COLUMN):
            self.table.setColumnHidden(column, not has_costs(result))
        self.table.setColumnHidden(WEAKEST_COLUMN, self.order != Order.WEAKEST)
        self.model.set_rows(result.rows)
        self.table.columns.again()  # another result may have words where this one had numbers
        self.table.verticalHeader().setDefaultSectionSize(self._theme.px(44))
        self.choices.order_choice.setVisible(not secret)
        self.table.viewport().update()
        self.further.show_result(result, in_a_table=not self.levels.levels.rows)

    def _columns(self) -> tuple[Column[ResultRow], ...]:
        def trophy(row: ResultRow) -> QIcon | None:
            holds = row.winner and not self._is_void
            return self._theme.icon("trophy", "accent") if holds else None

        def shares(row: ResultRow) -> str:
            said = levels_said(row.spread, self._bars.levels)
            by_sector = shares_line(row, self._bars.hands.get(row.option_id, 0))
            return "\n".join(filter(None, (said, by_sector)))

        return (
            Column("place", _("Place"), lambda row: row.place, sort=lambda row: row.rank),
            Column(
                "title",
                _("Option"),
                lambda row: row.title,
                icon=trophy,
                tooltip=lambda row: row.title,
            ),
            Column(
                "shares", _("By sector"), lambda _row: "", tooltip=shares, sort=lambda r: r.length
            ),
            Column("total", _("Total"), lambda row: row.written, sort=lambda row: row.length),
            Column(
                "weakest", _("Weakest sector"), _weakest, sort=lambda row: row.weakest_share or 0.0
            ),
            Column("cost", _("Cost"), lambda row: number_text(row.cost), sort=lambda row: row.cost),
            Column("funded", _("Funded"), funded_told, sort=lambda row: not row.chosen),
        )

    def _lay_out(self) -> None:
        top, told = QWidget(self), QWidget(self.how)
        lines = QVBoxLayout(told)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.rule_label)
        lines.addWidget(self.rounds_label)
        lines.addStretch(1)
        self.how.setWidget(told)
        TurningRow(top, self.turnout_label, self.choices, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(top)
        column.addWidget(self.warning_label)
        column.addWidget(self.told_label)
        column.addWidget(self.table, 1)
        column.addWidget(self.levels, 1)
        column.addWidget(self.how, 1)
        column.addWidget(self.further)


def _weakest(row: ResultRow) -> str:
    if row.weakest_share is None or row.weakest_sector is None:
        return ""
    return f"{row.weakest_sector}  {percent_text(row.weakest_share)}"
