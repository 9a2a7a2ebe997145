"""What can be done with offers and needs in the tables of the wall."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QAction

from kdc_desktop.domain.offers.states import OfferEnd, OfferKind
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.keys import edits_text
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.offers.lines import OfferLine
from kdc_desktop.services.offers import meeting_needs, noting
from kdc_desktop.storage import Database


class WallTables(NamedTuple):
    """The two tables of the wall, side by side."""

    offers: RowTable
    needs: RowTable


class OfferVerbs:
    """Of one screen; what they do is done with the lines that are selected."""

    def __init__(
        self, screen: Screen, tables: WallTables, database: Database, session_id: int
    ) -> None:
        self._screen, self._tables = screen, tables
        self._database, self._session_id = database, session_id
        self._add_actions()

    def _add_actions(self) -> None:
        act, none = self._screen.act, self._nothing_selected
        text, do = _("Match the offer and the need"), self.match
        self.matching = act(
            "match", text, do, shortcut="M", icon="handshake", why_not=self._no_pair
        )
        text, do, icon = _("These do not fit"), self.dismiss, "x"
        self.dismissing = act(
            "do_not_fit", text, do, shortcut="X", icon=icon, why_not=self._none_to_dismiss
        )
        text, do = _("They may fit after all"), self.allow
        allow = act("may_fit", text, do, icon="undo-2", why_not=self._none_dismissed)
        text, do = _("Part what was matched"), self.part
        part = act("part", text, do, icon="split", why_not=self._none_met)
        text, do = _("Put it otherwise"), self.reword
        reword = act("put_it_otherwise", text, do, shortcut="F2", icon="pencil", why_not=none)
        edits_text(reword)
        came, gone = (partial(self.end, end) for end in OfferEnd)
        text = _("It came about")
        came_about = act("it_came_about", text, came, icon="badge-check", why_not=none)
        text = _("No longer offered or needed")
        no_longer = act("no_longer", text, gone, icon="history", why_not=none)
        text, do = _("Remove what is selected"), self.remove
        key, icon = "Del", "trash-2"
        name = "remove_what_is_selected"
        remove = act(name, text, do, shortcut=key, icon=icon, why_not=none)
        menu: Sequence[QAction] = (
            *(self.matching, self.dismissing, allow, part),
            *(reword, came_about, no_longer, remove),
        )
        for table in self._tables:
            table.hands.offer(*menu, able=True)
            table.hands.cut_with(remove)

    def _lines(self) -> list[OfferLine]:
        """What is selected in the table that has the keys, or else in either; no open roles."""
        focused = [table for table in self._tables if table.hasFocus()]
        rows = [row for table in focused or self._tables for row in table.selected_rows()]
        return [row for row in rows if not row.key.is_role]

    def _nothing_selected(self) -> str:
        return "" if self._lines() else _("Select an offer or a need in the tables first.")

    def _none_met(self) -> str:
        met = any(line.met for line in self._lines())
        return "" if met else _("Select an offer or a need that has met another first.")

    def _pair(self) -> tuple[int, int] | None:
        """An offer and a need: one of each is selected, or one and what may well meet it."""
        offers, needs = (
            [row for row in table.selected_rows() if not row.key.is_role] for table in self._tables
        )
        if len(offers) == 1 and len(needs) == 1:
            return offers[0].key.id, needs[0].key.id
        alone = [*offers, *needs]
        if len(alone) == 1 and alone[0].likely:
            line, other = alone[0], alone[0].likely[0].id
            is_offer = line.kind is OfferKind.OFFER
            return (line.key.id, other) if is_offer else (other, line.key.id)
        return None

    def _no_pair(self) -> str:
        return "" if self._pair() else _("Select one offer and one need, one in each table.")

    def match(self) -> None:
        """Those that are selected have met."""
        pair = self._pair()
        if pair is not None:
            verb, here = meeting_needs.match_offer, self._session_id
            self._screen.attempt_here(verb, self._database, *pair, here)

    def dismiss(self) -> None:
        """Those that are selected do not fit, or what seems to meet the one that is."""
        pair = self._pair()
        if pair is not None:
            verb, here = meeting_needs.say_they_do_not_fit, self._session_id
            self._screen.attempt_here(verb, self._database, *pair, here)

    def _none_to_dismiss(self) -> str:
        if self._pair():
            return ""
        return _("Select an offer or a need that “perhaps” meets another, or one of each.")

    def _dismissed(self) -> tuple[int, int] | None:
        """An offer and a need that are selected, or one and the only one that does not fit it."""
        chosen = [
            [row for row in table.selected_rows() if not row.key.is_role] for table in self._tables
        ]
        lines = [line for side in chosen for line in side]
        keys = {line.key.id for line in lines}
        pairs = {
            (line.key.id, one.id) if line.kind is OfferKind.OFFER else (one.id, line.key.id)
            for line in lines
            for one in line.unfit
            if len(lines) == 1 or one.id in keys
        }
        return next(iter(pairs)) if len(pairs) == 1 else None

    def _none_dismissed(self) -> str:
        if self._dismissed():
            return ""
        return _("Select an offer and a need of which was said that they do not fit.")

    def allow(self) -> None:
        """They may fit after all."""
        pair = self._dismissed()
        if pair is not None:
            self._screen.attempt_here(meeting_needs.say_they_may_fit, self._database, *pair)

    def part(self) -> None:
        """They have not met after all."""
        ids = {one.match.id for line in self._lines() for one in line.met if one.match is not None}
        self._screen.attempt_here(meeting_needs.unmatch_offers, self._database, ids)

    def reword(self) -> None:
        """Write in the table what is selected, in other words."""
        focused = [table for table in self._tables if table.hasFocus()]
        for table in (focused or [one for one in self._tables if one.selected_rows()])[:1]:
            table.rename()

    def put(self, line: OfferLine, text: str) -> None:
        """Keep what was written there."""
        self._screen.attempt_here(noting.change_offer, self._database, line.key.id, text)

    def end(self, end: OfferEnd) -> None:
        """What is selected has ended."""
        self._screen.attempt_here(noting.end_offers, self._database, self._ids(), end)

    def remove(self) -> None:
        """Take away what was written by mistake."""
        self._screen.attempt_here(noting.remove_offers, self._database, self._ids())

    def _ids(self) -> list[int]:
        return [line.key.id for line in self._lines()]
