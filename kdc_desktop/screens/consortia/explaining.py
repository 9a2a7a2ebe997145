"""Says beside the columns why somebody sits where they sit, and which rules are in the way."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kdc_desktop.domain.consortia.fitting import Problem, Suggestion
from kdc_desktop.domain.consortia.suggest_conflict import Conflict
from kdc_desktop.domain.consortia.suggest_rules import RuleKind
from kdc_desktop.jobs import Jobs
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


class Explaining(QObject):
    """Reads both beside the window, for the card with the focus and the suggestions found."""

    def __init__(
        self, screen: QObject, shown: Shown, columns: ColumnsView, inspector: ConsortiaInspector
    ) -> None:
        super().__init__(screen)
        self._shown, self._columns, self._inspector = shown, columns, inspector
        self._jobs: Jobs = shown.suggesting.jobs
        self._why, self._rules = Beside(self, self._jobs), Beside(self, self._jobs)
        self._clashing_for: Problem | None = None
        shown.suggesting.changed.connect(self._look_for_conflicts)

    def explain(self) -> None:
        """Say why whoever has the focus sits there, once it is known."""
        card, seen = self._columns.card, self._shown.seen
        if card is None or len(card.person_ids) != 1 or not seen.consortia:
            self._why.want_nothing()
            return
        person_id, placed = card.person_ids[0], dict(seen.placed)
        shown, suggested = self._shown, self._shown.suggesting.current is not None
        place = (shown.database, shown.session_id, shown.trails, shown.suggesting.wanted)

        def read() -> Sequence[str]:
            return why_placed(*place, placed, person_id, suggested=suggested)

        self._why.read(read, self._inspector.show_why)

    def _look_for_conflicts(self) -> None:
        suggesting = self._shown.suggesting
        problem, found = suggesting.problem, suggesting.suggestions
        if suggesting.running or problem is None or problem is self._clashing_for:
            return
        self._clashing_for = problem
        self._inspector.conflicts.show_conflicts(())
        if found and _lacks(found[0]):
            self._rules.read(lambda: conflicts(problem), lambda those: self._tell(problem, those))

    def _tell(self, problem: Problem, found: Sequence[Conflict]) -> None:
        if problem is self._shown.suggesting.problem:
            self._inspector.conflicts.show_conflicts(
                [self._told(problem, conflict) for conflict in found]
            )

    def _told(self, problem: Problem, conflict: Conflict) -> ConflictTold:
        pinned = self._shown.kept.pinned
        offered = [
            one
            for one in conflict.loosenings
            if one.rule.kind is not RuleKind.PIN or set(one.rule.people) <= pinned
        ]
        return (
            conflict_sentences(problem, conflict),
            [(loosening_text(problem, one), one) for one in offered],
        )


def _lacks(best: Suggestion) -> bool:
    """Whether somebody waits, a group does not run, or what is pinned breaks a rule."""
    return bool(best.waiting or best.closed or best.could_not)
