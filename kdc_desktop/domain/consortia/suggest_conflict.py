"""Which rules are in each other's way: a smallest set of them, so that each is needed for it.

A set is found by dividing (QuickXplain): of rules that cannot hold together, halves are left out
as long as the rest cannot either. What is left has no rule too many. From several orders of the
rules the smallest such set is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from kdc_desktop.domain.consortia.fitting import Problem
from kdc_desktop.domain.consortia.suggest_bound import BoundModel
from kdc_desktop.domain.consortia.suggest_greedy import Stop
from kdc_desktop.domain.consortia.suggest_plan import Plan, make_plan
from kdc_desktop.domain.consortia.suggest_rules import GroupRule, RuleKind, keeping, rules_of
from kdc_desktop.domain.consortia.suggest_solver import IsThere, is_there

A_CHECK = 1.0  # seconds after which nobody knows whether rules can hold together
MOST_CONFLICTS = 3
_NUMBERS = (RuleKind.LARGEST, RuleKind.SMALLEST, RuleKind.PER_ORGANISATION, RuleKind.CAPACITY)


@dataclass(frozen=True)
class Loosening:
    """A rule to be loosened so that the others can hold: to which amount, where it has one."""

    rule: GroupRule
    amount: int | None = None


@dataclass(frozen=True)
class Conflict:
    """Rules that cannot all hold while everybody has a place, which is proven.

    Without any of them they can, or nobody knows in `A_CHECK` that they cannot.
    """

    rules: tuple[GroupRule, ...]
    loosenings: tuple[Loosening, ...]


def conflicts(
    problem: Problem, seconds: float = 8.0, *, cancelled: Stop = lambda: False
) -> tuple[Conflict, ...]:
    """Up to three conflicts that share no rule, within that time; none where all can be.

    None either where nobody knows in time.
    """
    search = _Search(problem, monotonic() + seconds, cancelled)
    rules = [*rules_of(problem)] if problem.candidates else []
    found: list[Conflict] = []
    while len(found) < MOST_CONFLICTS and not search.over():
        core = search.smallest(rules)
        if not core:
            break
        found.append(Conflict(tuple(core), tuple(search.loosenings(core))))
        rules = [rule for rule in rules if rule not in core]
    return tuple(found)


class _Search:
    """One search for conflicts; what was asked once is known."""

    def __init__(self, problem: Problem, ends: float, cancelled: Stop) -> None:
        self._problem, self._ends, self._cancelled = problem, ends, cancelled
        self._known: dict[frozenset[GroupRule], bool] = {}

    def over(self) -> bool:
        """Whether the time is up, or nobody wants to know any more."""
        return self._cancelled() or monotonic() > self._ends

    def smallest(self, rules: Sequence[GroupRule]) -> list[GroupRule]:
        """The smallest conflict that is found among these rules; empty for none."""
        if not self._clash(rules) or self._clash(()):
            return []
        best = self._core([], False, list(rules))
        for order in (list(reversed(rules)), sorted(rules, key=_by_number)):
            if len(best) <= 1 or self.over():
                break
            other = self._core([], False, order)
            if not self.over() and len(other) < len(best):
                best = other
        return sorted(best, key=rules.index) if self._clash(best) else []

    def _core(self, held: list[GroupRule], new: bool, rules: list[GroupRule]) -> list[GroupRule]:
        """Of `rules` those that clash with what is held, none too many; the later ones first."""
        if new and self._clash(held):
            return []
        if len(rules) == 1:
            return rules
        half = len(rules) // 2
        first, second = rules[:half], rules[half:]
        later = self._core([*held, *first], True, second)
        return [*self._core([*held, *later], bool(later), first), *later]

    def _clash(self, rules: Sequence[GroupRule]) -> bool:
        """Whether it is proven that these cannot hold together."""
        asked = frozenset(rules)
        if asked not in self._known:
            if self.over():
                return False
            self._known[asked] = clash(self._problem, rules, self._cancelled)
        return self._known[asked]

    def loosenings(self, core: Sequence[GroupRule]) -> list[Loosening]:
        """How each rule of a conflict can be loosened as little as is enough for that conflict."""
        found = []
        for rule in core:
            others = [one for one in core if one is not rule]
            if rule.kind not in _NUMBERS:
                found.append(Loosening(rule))
            elif (amount := self._enough(rule, others)) is not None:
                found.append(Loosening(rule, amount))
        return found

    def _enough(self, rule: GroupRule, others: Sequence[GroupRule]) -> int | None:
        """The amount nearest to the rule's with which the others can hold."""
        fewer = rule.kind is RuleKind.SMALLEST
        low, high = (0, rule.amount) if fewer else (rule.amount, len(self._problem.candidates))
        while high - low > 1 and not self.over():
            middle = (low + high) // 2
            holds = not self._clash([*others, rule._replace(amount=middle)])
            if holds == fewer:
                low = middle
            else:
                high = middle
        return None if self.over() else (low if fewer else high)


def _by_number(rule: GroupRule) -> bool:
    return rule.kind in _NUMBERS


def clash(problem: Problem, rules: Sequence[GroupRule], cancelled: Stop = lambda: False) -> bool:
    """Whether it is proven that these rules cannot hold together while everybody has a place."""
    asked = keeping(problem, rules)
    plan = make_plan(asked)
    if plan.complaints:
        return True
    model = _Demand(plan, _running(rules))
    return is_there(model, A_CHECK, cancelled) is IsThere.NO


def _running(rules: Sequence[GroupRule]) -> list[int | None]:
    return [rule.winner_id for rule in rules if rule.kind is RuleKind.SMALLEST and rule.amount]


class _Demand(BoundModel):
    """The programme in which everybody has a place, and these groups run."""

    def __init__(self, plan: Plan, running: Sequence[int | None]) -> None:
        super().__init__(plan)
        seats = [(column, 1.0) for column in (*self.places.values(), *self.fillers.values())]
        self.programme.row(seats, least=len(plan.options))
        for winner_id in running:
            if winner_id in self.open:
                self.programme.row([(self.open[winner_id], 1.0)], least=1)
            elif winner_id is not None:
                self._must_be_large_enough(winner_id)
        self.programme.cost = [0.0] * len(self.programme.cost)

    def _must_be_large_enough(self, winner_id: int) -> None:
        pinned = len(self.plan.fixed[winner_id])
        willing = [
            (column, 1.0) for column, option, _at in self.entrants[winner_id] if option.willing
        ]
        self.programme.row(willing, least=self.plan.groups[winner_id].smallest - pinned)
