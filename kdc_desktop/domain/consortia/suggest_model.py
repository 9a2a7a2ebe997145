"""The placement as a mixed-integer programme.

People who are alike (same sector, options and bonds, and the same organisation where that is
large) share one counting variable per group: that keeps the programme small and free of look-alike
answers. Those who sit where they did not wish are counted without regard to who they are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from kdc_desktop.domain.consortia.suggest_bonds import BondMark
from kdc_desktop.domain.consortia.suggest_plan import Opening, Plan
from kdc_desktop.domain.consortia.suggest_seating import Seating

MOST_FILLERS = 8_000

Pool = tuple[int | None, tuple[int, ...], tuple[BondMark, ...]]


@dataclass
class MixedInteger:
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
    """The programme of one plan; `differ_from` adds the wish for another answer."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.programme = MixedInteger()
        self.units = _units(plan)
        self.unit_of = {key: at for at, unit in enumerate(self.units) for key in unit}
        self.pools, self.blurred = _pools(plan)
        self.pool_of = {key: pool for pool, people in self.pools.items() for key in people}
        self.places: dict[tuple[int, int], int] = {}
        self.fillers: dict[tuple[Pool, int], int] = {}
        self.open: dict[int, int] = {}
        self.entrants: dict[int, list[tuple[int, Opening, int]]] = defaultdict(list)
        self._people()
        self._fillers()
        for winner_id in plan.groups:
            self._group(winner_id)
        self.programme.offset += sum(plan.person_worth(*pin) for pin in plan.pinned.items())
        self.programme.offset -= plan.waiting_cost * len(plan.options)

    def _people(self) -> None:
        for at, unit in enumerate(self.units):
            columns = []
            for option in self.plan.options[unit[0]]:
                worth = option.worth + self.plan.waiting_cost
                column = self.programme.column(worth, len(unit), whole=True)
                self.places[at, option.winner_id] = column
                self.entrants[option.winner_id].append((column, option, at))
                columns.append(column)
            self.programme.row(((column, 1) for column in columns), most=len(unit))

    def _fillers(self) -> None:
        if not self.plan.fill_seats:
            return
        worth = self.plan.weights.not_wished + self.plan.waiting_cost
        for pool, people in self.pools.items():
            terms = [
                (self.places[at, option.winner_id], 1.0)
                for at in sorted({self.unit_of[key] for key in people})
                for option in self.plan.options[self.units[at][0]]
            ]
            for winner_id in self.plan.groups:
                most = min(len(people), self.plan.room(winner_id))
                column = self.programme.column(worth, most, whole=True)
                self.fillers[pool, winner_id] = column
                terms.append((column, 1.0))
            self.programme.row(terms, most=len(people))

    def _group(self, winner_id: int) -> None:
        plan, programme = self.plan, self.programme
        group, pinned = plan.groups[winner_id], len(plan.fixed[winner_id])
        entrants = self.entrants[winner_id]
        everyone = [(column, 1.0) for column, _, _ in entrants]
        willing = [(column, 1.0) for column, option, _ in entrants if option.willing]
        everyone += [
            (column, 1.0) for (_, place), column in self.fillers.items() if place == winner_id
        ]
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
        shares: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for column, _, at in self.entrants[winner_id]:
            organisation = self.plan.organisation(self.units[at][0])
            if organisation is not None:
                shares[organisation].append((column, len(self.units[at])))
        for pool, people in self.pools.items():
            organisation = pool[0]
            if organisation is not None and (pool, winner_id) in self.fillers:
                shares[organisation].append((self.fillers[pool, winner_id], len(people)))
        for organisation, some in shares.items():
            room = self.plan.organisation_room(winner_id, organisation)
            if sum(count for _, count in some) > room:
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
            terms += [
                (self.fillers[pool, winner_id], 1.0)
                for pool, people in self.pools.items()
                if people[0] in circle and (pool, winner_id) in self.fillers
            ]
            if len(terms) + inside > 1:
                again = self.programme.column(-weight, inf, whole=False)
                self.programme.row([*terms, (again, -1.0)], most=1 - inside)

    def differ_from(self, placed: Mapping[int, int], people: int) -> None:
        """Ask for an answer that has at least `people` of these elsewhere."""
        counts = self.counts(placed)
        held = [column for column in self.places.values() if counts[column]]
        same = round(sum(counts[column] for column in held))
        self.programme.row(((column, 1.0) for column in held), most=max(0, same - people))

    def counts(self, placed: Mapping[int, int]) -> dict[int, float]:
        """The values of the whole columns that stand for a placement."""
        values = dict.fromkeys(
            [*self.places.values(), *self.fillers.values(), *self.open.values()], 0.0
        )
        for person_id, winner_id in placed.items():
            if person_id in self.unit_of:
                place = self.unit_of[person_id], winner_id
                seat = self.pool_of[person_id], winner_id
                values[self.places[place] if place in self.places else self.fillers[seat]] += 1
            if winner_id in self.open:
                values[self.open[winner_id]] = 1.0
        return values

    def placement(self, values: Sequence[float]) -> dict[int, int]:
        """Who is where, by the columns' values; people who are alike go in order."""
        placed = dict(self.plan.pinned)
        for at, unit in enumerate(self.units):
            rest = iter(unit)
            for option in self.plan.options[unit[0]]:
                count = round(values[self.places[at, option.winner_id]])
                placed.update((next(rest), option.winner_id) for _ in range(count))
        return self._seat_fillers(placed, values) if self.fillers else placed

    def _seat_fillers(self, placed: Mapping[int, int], values: Sequence[float]) -> dict[int, int]:
        seating = Seating(self.plan)
        seating.start(placed)
        for (pool, winner_id), column in self.fillers.items():
            count = round(values[column])
            waiting = (
                [key for key in self.pools[pool] if key not in seating.placed] if count else []
            )
            for person_id in waiting:
                if count and seating.fits(person_id, winner_id):
                    seating.put(person_id, winner_id)
                    count -= 1
        return dict(seating.placed)


def _units(plan: Plan) -> list[tuple[int, ...]]:
    """People for whom it is all the same who of them goes where."""
    alike: dict[object, list[int]] = defaultdict(list)
    for person_id, options in plan.options.items():
        key = (_pool(plan, person_id), plan.people[person_id].brings, options)
        alike[key].append(person_id)
    return [tuple(unit) for unit in alike.values()]


def _pools(plan: Plan) -> tuple[dict[Pool, tuple[int, ...]], bool]:
    """People among whom it is all the same who takes a seat that nobody wished.

    Where that makes too many pools they are blurred: organisations and bonds do not tell them
    apart, and then a few more seats may seem possible than are.
    """
    pools = _grouped(plan, lambda key: _pool(plan, key))
    if len(pools) * len(plan.groups) <= MOST_FILLERS:
        return pools, False
    return _grouped(plan, lambda key: (None, plan.met_in(key), ())), True


def _grouped(plan: Plan, pool_of: Callable[[int], Pool]) -> dict[Pool, tuple[int, ...]]:
    pools: dict[Pool, list[int]] = defaultdict(list)
    for person_id in plan.options:
        pools[pool_of(person_id)].append(person_id)
    return {pool: tuple(people) for pool, people in pools.items()}


def _pool(plan: Plan, person_id: int) -> Pool:
    marks = plan.bonds.marks.get(person_id, ())
    return plan.organisation(person_id), plan.met_in(person_id), marks
