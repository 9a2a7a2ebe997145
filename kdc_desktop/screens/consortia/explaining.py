"""Says beside the columns why somebody sits where they sit, and which rules are in the way."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject
from shiboken6 import isValid

from kdc_desktop.domain.consortia.fitting import Problem, Suggestion
from kdc_desktop.domain.consortia.suggest_conflict import Conflict, Loosening
from kdc_desktop.domain.consortia.suggest_rules import RuleKind
from kdc_desktop.screens.consortia.columns_view import ColumnsView
from kdc_desktop.screens.consortia.conflict_part import ConflictTold
from kdc_desktop.screens.consortia.inspector import ConsortiaInspector
from kdc_desktop.screens.consortia.shown import Shown
from kdc_desktop.screens.kit.beside import Beside
from kdc_desktop.services.consortia.explained import (
    conflict_sentences,
    conflicts,
    loosening_text,
    why_placed,
)
from kdc_desktop.services.consortia.rows import Overview


class _Asked(NamedTuple):
    """Of whom it is asked, in what is seen."""

    seen: Overview
    person_id: int


class Explaining(QObject):
    """Reads both beside the window, for the card with the focus and the suggestions found."""

    def __init__(
        self, screen: QObject, shown: Shown, columns: ColumnsView, inspector: ConsortiaInspector
    ) -> None:
        super().__init__(screen)
        self._shown, self._columns, self._inspector = shown, columns, inspector
        self._jobs = shown.suggesting.jobs
        self._beside = Beside(self, self._jobs)
        self._asked: _Asked | None = None
        self._told: Sequence[str] | None = None
        self._clashing_for: Problem | None = None
        shown.suggesting.changed.connect(self._look_for_conflicts)

    def explain(self) -> None:
        """Say why whoever has the focus sits there, once it is known."""
        card, seen = self._columns.card, self._shown.seen
        if card is None or len(card.person_ids) != 1 or not seen.consortia:
            self._asked = None
            self._beside.want_nothing()
            return
        person_id = card.person_ids[0]
        before = self._asked
        if before is not None and before.seen is seen and before.person_id == person_id:
            self._inspector.show_why(self._told or ())
            return
        self._asked, self._told = _Asked(seen, person_id), None
        suggested = self._shown.suggesting.current is not None
        self._beside.read(partial(self._read, self._asked, suggested), self._show)

    def _read(self, asked: _Asked, suggested: bool) -> Sequence[str]:
        """In its turn; nothing where somebody else is asked about by then."""
        shown = self._shown
        return why_placed(
            *(shown.database, shown.session_id, shown.trails, shown.suggesting.wanted),
            dict(asked.seen.placed),
            asked.person_id,
            suggested=suggested,
            cancelled=lambda: self._asked is not asked,
        )

    def _show(self, sentences: Sequence[str]) -> None:
        self._told = sentences
        self._inspector.show_why(sentences)

    def _look_for_conflicts(self) -> None:
        suggesting = self._shown.suggesting
        problem, found = suggesting.problem, suggesting.suggestions
        if suggesting.running or problem is None or problem is self._clashing_for:
            return
        self._clashing_for = problem
        self._inspector.conflicts.show_conflicts(())
        if found and _lacks(found[0]):
            self._jobs.run_quietly(
                lambda job: conflicts(problem, cancelled=job.cancelled),
                partial(self._tell, problem),
            )

    def _tell(self, problem: Problem, found: Sequence[Conflict]) -> None:
        if isValid(self) and problem is self._shown.suggesting.problem:
            self._inspector.conflicts.show_conflicts(
                [self._worded(problem, conflict) for conflict in found]
            )

    def _worded(self, problem: Problem, conflict: Conflict) -> ConflictTold:
        offered = [one for one in conflict.loosenings if self._can_be(one)]
        return (
            conflict_sentences(problem, conflict),
            [(loosening_text(problem, one), one) for one in offered],
        )

    def _can_be(self, one: Loosening) -> bool:
        """Who is held by what they said is not unpinned; a group that is left out is already."""
        if one.rule.kind is RuleKind.PIN:
            return set(one.rule.people) <= self._shown.kept.pinned
        return one.rule.kind is not RuleKind.SMALLEST or bool(one.amount)


def _lacks(best: Suggestion) -> bool:
    """Whether somebody waits, a group does not run, or what is pinned breaks a rule."""
    return bool(best.waiting or best.closed or best.could_not)
