"""The placement as a mixed-integer programme, solved by HiGHS.

People who are alike (same organisation, sector and options) share one counting variable per group:
that keeps the programme small and free of look-alike answers.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import inf, isfinite
from time import monotonic
from typing import Any

from kdc_desktop.domain.consortia.suggest_plan import Opening, Plan

GAP = 1e-4


@dataclass(frozen=True)
class Solved:
    """The best placement found, and an upper bound on the points of any."""

    placed: dict[int, int]
    bound: float


@dataclass
class _Programme:
    """Columns and rows in the making."""

    cost: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    row_lower: list[float] = field(default_factory=list)
    row_upper: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    index: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)
    offset: float = 0.0

    def column(self, cost: float, upper: float, *, whole: bool) -> int:
        self.cost.append(cost)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.cost) - 1

    def row(
        self, terms: Iterable[tuple[int, float]], *, least: float = -inf, most: float = inf
    ) -> None:
        for column, coefficient in terms:
            self.index.append(column)
            self.value.append(coefficient)
        self.starts.append(len(self.index))
        self.row_lower.append(least)
        self.row_upper.append(most)


class Model:
    """The programme of one plan; `differ_from` adds the wish for another answer, `solve` solves."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.programme = _Programme()
        self.units = _units(plan)
        self.unit_of = {key: at for at, unit in enumerate(self.units) for key in unit}
        self.places: dict[tuple[int, int], int] = {}
        self.open: dict[int, int] = {}
        self.entrants: dict[int, list[tuple[int, Opening, int]]] = defaultdict(list)
        self._people()
        for winner_id in plan.groups:
            self._group(winner_id)
        self.programme.offset += sum(plan.person_worth(*pin) for pin in plan.pinned.items())

    def _people(self) -> None:
        for at, unit in enumerate(self.units):
            columns = []
            for option in self.plan.options[unit[0]]:
                column = self.programme.column(option.worth, len(unit), whole=True)
                self.places[at, option.winner_id] = column
                self.entrants[option.winner_id].append((column, option, at))
                columns.append(column)
            self.programme.row(((column, 1) for column in columns), most=len(unit))

    def _group(self, winner_id: int) -> None:
        plan, programme = self.plan, self.programme
        group, pinned = plan.groups[winner_id], len(plan.fixed[winner_id])
        entrants = self.entrants[winner_id]
        everyone = [(column, 1.0) for column, _, _ in entrants]
        willing = [(column, 1.0) for column, option, _ in entrants if option.willing]
        if pinned:
            programme.row(everyone, most=plan.room(winner_id))
            if pinned < group.smallest:
                short = programme.column(-plan.weights.every_sector, group.smallest, whole=False)
                programme.row([*willing, (short, 1.0)], least=group.smallest - pinned)
        else:
            opened = programme.column(plan.weights.running, 1, whole=True)
            self.open[winner_id] = opened
            self.programme.offset -= plan.weights.running
            programme.row([*willing, (opened, -max(1, group.smallest))], least=0)
            programme.row([*everyone, (opened, -plan.room(winner_id))], most=0)
        over = programme.column(-plan.weights.equal_strength, inf, whole=False)
        programme.row([*everyone, (over, -1.0)], most=plan.even - pinned)
        self._sectors(winner_id)
        self._organisations(winner_id)
        self._circles(winner_id)

    def _sectors(self, winner_id: int) -> None:
        by_sector: dict[str, list[tuple[int, float]]] = defaultdict(list)
        fills: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for column, option, at in self.entrants[winner_id]:
            sector = self.plan.people[self.units[at][0]].brings
            (fills if option.fills else by_sector)[sector].append((column, 1.0))
        for sector in self.plan.still_needed(winner_id):
            missing = self.programme.column(-self.plan.weights.every_sector, 1, whole=False)
            self.programme.row([*by_sector[sector], *fills[sector], (missing, 1.0)], least=1)
        for some in fills.values():
            self.programme.row(some, most=1)

    def _organisations(self, winner_id: int) -> None:
        shares = defaultdict(list)
        for column, _, at in self.entrants[winner_id]:
            organisation_id = self.plan.people[self.units[at][0]].organisation_id
            if organisation_id is not None:
                shares[organisation_id].append((column, at))
        for organisation_id, some in shares.items():
            room = self.plan.organisation_room(winner_id, organisation_id)
            if sum(len(self.units[at]) for _, at in some) > room:
                self.programme.row(((column, 1.0) for column, _ in some), most=room)

    def _circles(self, winner_id: int) -> None:
        weight = self.plan.weights.new_acquaintances
        if not weight:
            return
        for circle in self.plan.circles:
            inside = sum(1 for one in self.plan.fixed[winner_id] if one.person_id in circle)
            terms = [
                (column, 1.0)
                for column, _, at in self.entrants[winner_id]
                if self.units[at][0] in circle
            ]
            if len(terms) + inside > 1:
                again = self.programme.column(-weight, inf, whole=False)
                self.programme.row([*terms, (again, -1.0)], most=1 - inside)

    def differ_from(self, placed: Mapping[int, int], people: int) -> bool:
        """Ask for an answer with at least `people` of these elsewhere; False if it cannot."""
        terms, same = [], 0
        for at, unit in enumerate(self.units):
            places = {placed.get(person_id) for person_id in unit}
            winner_id = places.pop()
            if not places and winner_id is not None:
                terms.append((self.places[at, winner_id], 1.0))
                same += len(unit)
        if not terms:
            return False
        self.programme.row(terms, most=max(0, same - people))
        return True

    def counts(self, placed: Mapping[int, int]) -> dict[int, float]:
        """The values of the whole columns that stand for a placement."""
        values = dict.fromkeys([*self.places.values(), *self.open.values()], 0.0)
        for person_id, winner_id in placed.items():
            if person_id in self.unit_of:
                values[self.places[self.unit_of[person_id], winner_id]] += 1
            if winner_id in self.open:
                values[self.open[winner_id]] = 1.0
        return values

    def placement(self, values: list[float]) -> dict[int, int]:
        """Who is where, by the columns' values; people who are alike go in order."""
        placed = dict(self.plan.pinned)
        for at, unit in enumerate(self.units):
            rest = iter(unit)
            for option in self.plan.options[unit[0]]:
                count = round(values[self.places[at, option.winner_id]])
                placed.update((next(rest), option.winner_id) for _ in range(count))
        return placed


def solve(
    model: Model,
    start: Mapping[int, int] | None,
    seconds: float,
    seed: int,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Solved | None:
    """The best placement in the time given (None: none found); `progress` gets 0 to 1."""
    import highspy

    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.silent()
    for name, setting in (
        ("threads", 1),
        ("random_seed", seed),
        ("time_limit", max(0.05, seconds)),
        ("mip_rel_gap", GAP),
    ):
        highs.setOptionValue(name, setting)
    highs.passModel(_as_highs(model.programme))
    if start is not None:
        _begin_with(highs, model.counts(start))
    began = monotonic()

    def listen(event: Any) -> None:
        if progress:
            progress(min(1.0, (monotonic() - began) / seconds))
        if cancelled and cancelled():
            event.interrupt()

    if cancelled or progress:
        highs.cbMipInterrupt.subscribe(listen)
        highs.cbSimplexInterrupt.subscribe(listen)
    highs.run()
    info = highs.getInfo()
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    return Solved(model.placement(list(highs.getSolution().col_value)), _bound(model, info))


def _begin_with(highs: Any, known: Mapping[int, float]) -> None:
    import numpy

    highs.setSolution(
        len(known),
        numpy.fromiter(known.keys(), dtype=numpy.int32),
        numpy.fromiter(known.values(), dtype=numpy.float64),
    )


def _bound(model: Model, info: Any) -> float:
    if not any(model.programme.whole):
        return float(info.objective_function_value)
    return float(info.mip_dual_bound) if isfinite(info.mip_dual_bound) else model.plan.ideal()


def _units(plan: Plan) -> list[tuple[int, ...]]:
    special = plan.special()
    alike: dict[object, list[int]] = defaultdict(list)
    for person_id, options in plan.options.items():
        person = plan.people[person_id]
        key = (person.organisation_id, person.sector, person.brings, options)
        alike[person_id if person_id in special else key].append(person_id)
    return [tuple(unit) for unit in alike.values()]


def _as_highs(programme: _Programme) -> Any:
    import highspy
    import numpy

    lp = highspy.HighsLp()
    lp.num_col_ = len(programme.cost)
    lp.num_row_ = len(programme.row_lower)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.offset_ = programme.offset
    lp.col_cost_ = numpy.array(programme.cost, dtype=numpy.float64)
    lp.col_lower_ = numpy.zeros(lp.num_col_)
    lp.col_upper_ = numpy.array(programme.upper, dtype=numpy.float64)
    lp.row_lower_ = numpy.array(programme.row_lower, dtype=numpy.float64)
    lp.row_upper_ = numpy.array(programme.row_upper, dtype=numpy.float64)
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [kinds[whole] for whole in programme.whole]
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_ = lp.num_col_
    lp.a_matrix_.num_row_ = lp.num_row_
    lp.a_matrix_.start_ = numpy.array(programme.starts, dtype=numpy.int32)
    lp.a_matrix_.index_ = numpy.array(programme.index, dtype=numpy.int32)
    lp.a_matrix_.value_ = numpy.array(programme.value, dtype=numpy.float64)
    return lp
