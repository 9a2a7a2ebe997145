"""What is done with the stages of an agenda by key, menu, clipboard and dragging."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from kdc_desktop.domain.sessions.lines import stages_in_lines
from kdc_desktop.domain.sessions.stages import TALK, StageKind
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.clipboard import own_there, text_there
from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.row_dragging import RowDragging
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.sessions.copied_stages import COPIED, from_bytes, in_bytes
from kdc_desktop.screens.sessions.stage_card import StageCard
from kdc_desktop.services.sessions import agenda, listing
from kdc_desktop.services.sessions.joins import StageCheck
from kdc_desktop.services.sessions.new_stages import NewStage, add_stages
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

MINUTES, TIME = "minutes", "time"  # untranslated: the keys of columns


class KnownStage(Protocol):
    """A row of the table."""

    @property
    def id(self) -> int:
        """The stage's."""

    @property
    def stage(self) -> StageRow:
        """All that is known of it."""


class AgendaHands(QObject):
    """Acts on the stages that are selected in `table`; `screen` tells what is refused."""

    stage_wanted = Signal(int)
    look_wanted = Signal(int)

    def __init__(
        self,
        screen: Screen,
        table: RowTable,
        card: StageCard,
        database: Database,
        session_id: int,
        kinds: Mapping[str, StageKind],
        checks: Sequence[StageCheck],
    ) -> None:
        super().__init__(screen)
        self._kinds = kinds
        self._screen, self._table, self._card, self._checks = screen, table, card, checks
        self._database, self._session_id = database, session_id
        RowDragging(table, self._put)
        table.chosen.connect(lambda _row: _write_in(card, table))
        table.doubleClicked.connect(self._look_by_time)
        self._add_actions()

    def _add_actions(self) -> None:
        act, hands = partial(self._screen.act, why_not=self._none_chosen), self._table.hands
        text = _("Look at this stage")
        look = act("look_at_the_stage", text, self._look, icon="eye")
        text = _("Let the session go to this stage")
        go = act("go_to_the_stage", text, self._go, icon="skip-forward", why_not=self._no_way)
        text = _("Rename the stage")
        rename = act("rename_the_stage", text, self._table.rename, shortcut="F2")
        text = _("Move the stage up")
        not_up, not_down = partial(self._at_the_end, 0), partial(self._at_the_end, -1)
        move, keys = partial(self.move, -1), "Alt+Up"
        up = act("move_the_stage_up", text, move, shortcut=keys, why_not=not_up)
        text = _("Move the stage down")
        move, keys = partial(self.move, 1), "Alt+Down"
        down = act("move_the_stage_down", text, move, shortcut=keys, why_not=not_down)
        text = _("Remove the stage")
        remove = act("remove_the_stage", text, self.remove, shortcut="Del", icon="trash-2")
        hands.offer(look, go, rename, up, down, remove)
        hands.cut_with(remove)
        hands.paste_with(_("Paste lines as stages"), self._paste)
        self._table.own_kind, self._table.own_copy = COPIED, self._copied

    def _copied(self) -> bytes:
        rows: Sequence[KnownStage] = self._table.rows_meant()
        return in_bytes([row.stage for row in rows])

    def _none_chosen(self) -> str:
        return "" if self._table.selected_rows() else _("Select a stage first.")

    def _at_the_end(self, end: int) -> str:
        chosen, there = self._table.selected_rows(), self._table.filter
        if not chosen or chosen[end] is not there.rows_at(range(there.rowCount()))[end]:
            return self._none_chosen()
        return _("It is the last stage already.") if end else _("It is the first stage already.")

    def _chosen(self) -> list[int]:
        return [row.id for row in self._table.selected_rows()]

    def _no_way(self) -> str:
        session = listing.session(self._database, self._session_id)
        live = session.status is SessionStatus.LIVE
        return self._none_chosen() if live else _("The session is not live. Press Go live first.")

    def _look(self) -> None:
        self.look_wanted.emit(self._chosen()[0])

    def _go(self) -> None:
        self.stage_wanted.emit(self._chosen()[0])

    def _look_by_time(self, index: QModelIndex) -> None:
        """Look at a stage where nothing of it is written: the time at which it begins."""
        model = self._table.filter.rows
        if model is not None and model.columns[index.column()].key == TIME and self._chosen():
            self._look()

    def move(self, steps: int) -> None:
        """Move the selected stages up (negative) or down."""
        if chosen := self._chosen():
            self._screen.attempt(agenda.move_stages, self._database, chosen, steps)

    def remove(self) -> None:
        """Take the selected stages out of the agenda."""
        if chosen := self._chosen():
            self._card.drop_typed()
            self._screen.attempt(agenda.remove_stages, self._database, chosen, self._checks)

    def rename(self, row: KnownStage, title: str) -> None:
        """Give a stage another title."""
        self._screen.attempt(agenda.change_stage, self._database, row.id, title=title)

    def plan_minutes(self, row: KnownStage, written: str) -> None:
        """Give a stage another length."""
        if written.strip().isdecimal():
            change = agenda.change_stage
            self._screen.attempt(change, self._database, row.id, minutes=int(written))
        else:
            sentence = _("Write the minutes of a stage as a whole number, such as 20.")
            self._screen.problem.emit(sentence)

    def _put(self, rows: Sequence[KnownStage], before: KnownStage | None) -> None:
        key = before.id if before is not None else None
        self._screen.attempt(agenda.put_stages, self._database, [row.id for row in rows], key)

    def _there(self) -> list[NewStage]:
        """The stages on the clipboard: whole ones of an agenda, or one of each line."""
        heads = self._table.cells()[0]
        return from_bytes(own_there(COPIED), self._kinds) or [
            NewStage(TALK, title, minutes)
            for title, minutes in stages_in_lines(text_there(), heads)
        ]

    def _paste(self) -> None:
        new, chosen = self._there(), self._chosen()
        if not new:
            sentence = _("There is no text to paste. Copy lines first: one per stage.")
            self._screen.problem.emit(sentence)
            return
        after = chosen[-1] if chosen else None
        added = self._screen.attempt(add_stages, self._database, self._session_id, new, after)
        if added:
            point_at(self._table, added.answer)


def _write_in(card: StageCard, table: RowTable) -> None:
    """Go to what the cell shows: a double click on the minutes is about the minutes."""
    model, at = table.filter.rows, table.currentIndex().column()
    on_minutes = model is not None and model.columns[at].key == MINUTES
    field = card.minutes_spin if on_minutes else card.stage_title_edit
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    field.selectAll()
