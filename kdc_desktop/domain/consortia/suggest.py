"""Suggest who works with whom: the placement that serves wishes, sectors and balance best."""

from collections import Counter
from collections.abc import Callable, Sequence
from math import ceil
from time import monotonic

from kdc_desktop.domain.consortia.fitting import Problem, Suggestion
from kdc_desktop.domain.consortia.suggest_bound import BoundModel
from kdc_desktop.domain.consortia.suggest_greedy import filled, quick_placement, still_holds
from kdc_desktop.domain.consortia.suggest_parts import bettered, is_large
from kdc_desktop.domain.consortia.suggest_plan import Placement, Plan, make_plan
from kdc_desktop.domain.consortia.suggest_settle import settled
from kdc_desktop.domain.consortia.suggest_solver import solve
from kdc_desktop.domain.consortia.suggest_words import describe

# An alternative places at least this share of the people elsewhere.
DIFFERENCE = 0.1
# The best answer may take at most this share of the time; what it leaves is for the others.
FIRST_SHARE = 0.6
# Of a large evening on which much binds people, parts are bettered first, for this share of it.
PARTS_SHARE = 0.4

Cancelled = Callable[[], bool]
Tell = Callable[[float], object]
Heard = Callable[[tuple[Suggestion, ...]], object]


def alternatives(
    problem: Problem,
    count: int = 3,
    seconds: float = 5.0,
    *,
    last: Sequence[Placement] = (),
    cancelled: Cancelled = lambda: False,
    progress: Tell = lambda _share: None,
    found: Heard = lambda _suggestions: None,
) -> tuple[Suggestion, ...]:
    """Up to `count` suggestions, the best first, each placing a tenth of the people differently.

    All but the first place somebody. There are fewer when nobody can be placed elsewhere, or when
    it is cancelled: then what was found so far is returned within a second.

    Args:
        seconds: for all of them together.
        last: earlier answers; none of them that still may be is better than the first suggestion.
        found: told what there is so far: a quick answer at once, then each better one.
    """
    return _Finder(problem, seconds, cancelled, found).find(count, last, progress)


class _Finder:
    """One search for suggestions, and what it has found."""

    def __init__(
        self, problem: Problem, seconds: float, cancelled: Cancelled, found: Heard
    ) -> None:
        self._ends = monotonic() + seconds
        self._cancelled, self._told = cancelled, found
        self._problem, self._plan = problem, make_plan(problem)
        self._bound: float | None = None
        self._found: list[dict[int, int]] = []
        self._banned: set[tuple[int, int]] = set()
        self._differing = max(1, ceil(DIFFERENCE * len(self._plan.people)))

    def find(self, count: int, last: Sequence[Placement], progress: Tell) -> tuple[Suggestion, ...]:
        """Look for them one after the other."""
        self._found = [_best_known(self._plan, last, self._cancelled)]
        self._tell()
        for turn in range(count):
            if self._cancelled():
                break
            if turn == 0:
                self._settle()
                self._model = BoundModel(self._plan)
            share = (self._ends - monotonic()) * (FIRST_SHARE if count - turn > 1 else 1.0)
            if not self._look(turn, share, _nth_progress(progress, turn, count)):
                break
            self._tell()
        self._keep(count, last)
        return self._described()

    def _over(self) -> bool:
        return self._cancelled() or monotonic() > self._ends

    def _settle(self) -> None:
        better = settled(self._plan, self._found[0], self._over)
        if is_large(self._plan):
            seconds = (self._ends - monotonic()) * PARTS_SHARE
            better = bettered(self._problem, self._plan, better, seconds, self._over)
        if self._plan.worth(better) > self._plan.worth(self._found[0]):
            self._found = [better]
            self._tell()

    def _keep(self, count: int, last: Sequence[Placement]) -> None:
        """Where the search was stopped early, earlier answers that still may be stay beside it."""
        for placed in last:
            if len(self._found) < count and still_holds(self._plan, placed):
                kept = filled(self._plan, placed)
                far = all(differing(kept, one) >= self._differing for one in self._found)
                if kept and far:
                    self._found.append(kept)

    def _look(self, turn: int, seconds: float, progress: Tell) -> bool:
        """Find the best answer, or another one in its turn; False if there is no other."""
        start = self._other_start() if turn else self._found[0]
        if turn and start is not None:
            self._found.append(start)
        if not self._plan.options:
            self._bound = self._plan.worth(self._found[0])
            return False
        if seconds <= 0:
            return start is not None
        solved = solve(self._model, start, seconds, self._cancelled, progress)
        if turn == 0:
            self._bound = solved.bound
        if solved.placed is None:
            return start is not None
        better = filled(self._plan, solved.placed)
        others = self._found[:turn]
        far = all(differing(better, one) >= self._differing for one in others)
        if far and (better or not others):
            self._found = [*others, max((better, start or better), key=self._plan.worth)]
        return len(self._found) > turn

    def _other_start(self) -> dict[int, int] | None:
        """A quick answer in which a tenth sit elsewhere than in all that were found; None without.

        Those to whom another place is worth nearly as much sit elsewhere.
        """
        for placed in self._found:
            self._banned |= _replaceable(self._plan, placed, self._banned, self._differing)
        self._model.differ_from(self._found[-1], self._differing)
        start = quick_placement(self._plan, self._over, self._found[0], self._banned)
        start = filled(self._plan, start)
        far = all(differing(start, one) >= self._differing for one in self._found)
        return start if far and start else None

    def _described(self) -> tuple[Suggestion, ...]:
        best, *others = sorted(self._found, key=self._plan.worth, reverse=True)
        kept = [best, *(placed for placed in others if placed)]
        return tuple(describe(self._plan, placed, self._bound, best) for placed in kept)

    def _tell(self) -> None:
        self._told(self._described())


def differing(one: Placement, other: Placement) -> int:
    """How many people are elsewhere in one placement than in the other."""
    return sum(one.get(key) != other.get(key) for key in one.keys() | other.keys())


def _best_known(plan: Plan, last: Sequence[Placement], cancelled: Cancelled) -> dict[int, int]:
    """The best of a quick answer and the earlier ones, made to hold again."""
    answers = [quick_placement(plan, cancelled)]
    answers += [filled(plan, one) for one in last if still_holds(plan, one)]
    answers += [quick_placement(plan, cancelled, one) for one in last]
    return max(answers, key=plan.worth)


def _replaceable(
    plan: Plan, placed: Placement, banned: set[tuple[int, int]], people: int
) -> set[tuple[int, int]]:
    """So many people with their places, those first who lose least by sitting elsewhere."""

    def loss(person_id: int) -> float:
        here = placed[person_id]
        others = [one.worth for one in plan.options[person_id] if one.winner_id != here]
        return plan.person_worth(person_id, here) - max(others, default=-plan.waiting_cost)

    movable = [key for key in placed if key in plan.options and (key, placed[key]) not in banned]
    chosen: set[tuple[int, int]] = set()
    leaving: Counter[int] = Counter()
    for person_id in sorted(movable, key=lambda key: (loss(key), key)):
        here = placed[person_id]
        if len(chosen) < people and leaving[here] <= people // 2:  # they trade places
            leaving[here] += 1
            chosen.add((person_id, here))
    return chosen


def _nth_progress(progress: Tell, turn: int, count: int) -> Tell:
    return lambda done: progress((turn + done) / count)
