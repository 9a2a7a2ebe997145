"""Does what is offered where rules are in each other's way, and suggests again."""

from dataclasses import replace
from functools import partial

from kdc_desktop.domain.consortia.suggest_conflict import Loosening
from kdc_desktop.domain.consortia.suggest_rules import GroupRule, RuleKind
from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.shown import Shown
from kdc_desktop.screens.consortia.suggestion_verbs import SuggestionVerbs
from kdc_desktop.screens.kit.questions import ask_first
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.consortia.explained import loosening_text
from kdc_desktop.services.consortia.forming import set_wanted
from kdc_desktop.services.consortia.moving import set_pinned
from kdc_desktop.services.people.apart import keep_apart_no_longer
from kdc_desktop.services.people.capacities import limit_groups, limit_groups_of_department


class LooseningVerbs:
    """Of a consortia screen; `loosen` takes one rule less seriously."""

    def __init__(self, screen: Screen, shown: Shown, suggestions: SuggestionVerbs) -> None:
        self._screen, self._shown, self._suggestions = screen, shown, suggestions

    def loosen(self, one: Loosening) -> None:
        """Loosen a rule, and suggest again; whoever is kept apart is so for more than this."""
        problem = self._shown.suggesting.problem
        if one.rule.kind is RuleKind.APART and problem is not None:
            text = _(
                "They are kept apart in every group and at every table, in all evenings to come. "
                "Why that is goes with it."
            )
            caption = loosening_text(problem, one)
            ask_first(self._screen, "apart_box", text, caption, partial(self._loosen, one))
        else:
            self._loosen(one)

    def _loosen(self, one: Loosening) -> None:
        if self._do(one.rule, one.amount or 0):
            self._suggestions.suggest()

    def _do(self, rule: GroupRule, amount: int) -> bool:
        attempt, database = self._screen.attempt, self._shown.database
        match rule.kind:
            case RuleKind.APART:
                return bool(attempt(keep_apart_no_longer, database, *rule.people))
            case RuleKind.PIN:
                place = (database, self._shown.session_id)
                return bool(attempt(set_pinned, *place, rule.people, False))
            case RuleKind.CAPACITY:
                return self._let_be_in(rule, amount)
            case RuleKind.LARGEST | RuleKind.SMALLEST:
                return self._set_size(rule, amount)
            case RuleKind.PER_ORGANISATION:
                wanted = self._suggestions.wanted()
                self._shown.suggesting.wanted = replace(wanted, per_organisation=amount)
            case RuleKind.WISHED:
                wanted = self._suggestions.wanted()
                self._shown.suggesting.wanted = replace(wanted, fill_seats=True)
        return True

    def _let_be_in(self, rule: GroupRule, amount: int) -> bool:
        attempt, database = self._screen.attempt, self._shown.database
        if rule.department_id is not None:
            return bool(attempt(limit_groups_of_department, database, rule.department_id, amount))
        if rule.organisation_id is not None:
            return bool(attempt(limit_groups, database, rule.organisation_id, amount))
        return False

    def _set_size(self, rule: GroupRule, amount: int) -> bool:
        """Of the consortium, where it is there; else of all that are made."""
        amount, largest = max(1, amount), rule.kind is RuleKind.LARGEST
        here = self._shown.kept.settled.get(rule.winner_id or 0)
        if here is None or here.id is None:
            wanted = self._suggestions.wanted()
            wanted = (
                replace(wanted, largest=amount) if largest else replace(wanted, smallest=amount)
            )
            self._shown.suggesting.wanted = wanted
            return True
        sizes = (here.smallest, amount) if largest else (amount, here.largest)
        database, needed = self._shown.database, here.needed_sectors
        return bool(self._screen.attempt(set_wanted, database, [here.id], *sizes, needed))
