"""The programme with what binds people: kept apart, houses with a limit, needs, and meetings."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from kdc_desktop.domain.consortia.bonds import Capacity, Need, NeedKind
from kdc_desktop.domain.consortia.suggest_model import Model
from kdc_desktop.domain.consortia.suggest_plan import Plan

BoundTerms = list[tuple[int, float]]


class BoundModel(Model):
    """`uses` are the columns that say whether people of an organisation are in a group."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.uses: dict[tuple[int, int], int] = {}
        for winner_id in plan.groups:
            self._apart(winner_id)
            self._needs(winner_id)
            self._meetings(winner_id)
        for at, capacity in enumerate(plan.bonds.capacities):
            self._capacity(at, capacity)

    def _apart(self, winner_id: int) -> None:
        for clique in self.plan.bonds.cliques:
            terms = self._seats(clique, winner_id)
            if terms:
                most = max(0, 1 - self._pinned_in(clique, winner_id))
                self.programme.row(terms, most=most)

    def _needs(self, winner_id: int) -> None:
        needs = self.plan.bonds.needs.get(winner_id, ())
        if winner_id in self.plan.bonds.several:
            self._roles(winner_id, [need for need in needs if need.kind is NeedKind.ROLE])
            needs = tuple(need for need in needs if need.kind is not NeedKind.ROLE)
        for need in needs:
            count = need.number - self._pinned_in(need.people, winner_id)
            if count > 0:
                missing = self.programme.column(-need.points, count, whole=False)
                terms = self._seats(need.people, winner_id, at_most=True)
                self.programme.row([*terms, (missing, 1.0)], least=count)

    def _roles(self, winner_id: int, roles: Sequence[Need]) -> None:
        """Whoever fits several of these roles meets one: those who fit the same are shared out."""
        kinds: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for key in sorted(self.plan.bonds.several[winner_id]):
            kinds[tuple(at for at, role in enumerate(roles) if key in role.people)].append(key)
        into: dict[int, BoundTerms] = defaultdict(list)
        for fits, people in kinds.items():
            seats = self._seats(people, winner_id, at_most=True)
            pinned = self._pinned_in(people, winner_id)
            if seats or pinned:
                shares = [
                    (self.programme.column(0.0, roles[at].number, whole=False), 1.0) for at in fits
                ]
                for at, share in zip(fits, shares, strict=True):
                    into[at].append(share)
                taken = ((column, -count) for column, count in seats)
                self.programme.row([*shares, *taken], most=pinned)
        for at, role in enumerate(roles):
            missing = self.programme.column(-role.points, role.number, whole=False)
            self.programme.row([*into[at], (missing, 1.0)], least=role.number)

    def _meetings(self, winner_id: int) -> None:
        for one in self.plan.bonds.meetings:
            open_sides = [
                self._seats(side, winner_id, at_most=True)
                for side in (one.ones, one.others)
                if not self._pinned_in(side, winner_id)
            ]
            if not open_sides:
                self.programme.offset += one.points
            elif all(open_sides):
                both = self.programme.column(one.points, 1, whole=False)
                for side in open_sides:
                    self.programme.row([*side, (both, -1.0)], least=0)

    def _capacity(self, at: int, capacity: Capacity) -> None:
        used, choice = 0, []
        for winner_id in self.plan.groups:
            terms = self._seats(capacity.people, winner_id)
            if self._pinned_in(capacity.people, winner_id):
                used += 1
            elif terms:
                inside = self.programme.column(0.0, 1, whole=True)
                self.uses[at, winner_id] = inside
                most = min(len(capacity.people), self.plan.room(winner_id))
                self.programme.row([*terms, (inside, -float(most))], most=0)
                choice.append((inside, 1.0))
        if choice:
            self.programme.row(choice, most=max(0, capacity.most - used))

    def _seats(self, people: Iterable[int], winner_id: int, *, at_most: bool = False) -> BoundTerms:
        """The columns that seat these people in a group.

        Where pools are blurred, a seat outside wishes tells not whose it is: it is left out, or
        where these are `at_most` so many, counted for them.
        """
        free = sorted(key for key in people if key in self.unit_of)
        terms = [
            (self.places[at, winner_id], 1.0)
            for at in sorted({self.unit_of[key] for key in free})
            if (at, winner_id) in self.places
        ]
        if at_most or not self.blurred:
            pools = {self.pool_of[key]: None for key in free}
            terms += [
                (self.fillers[pool, winner_id], 1.0)
                for pool in pools
                if (pool, winner_id) in self.fillers
            ]
        return terms

    def _pinned_in(self, people: Collection[int], winner_id: int) -> int:
        return sum(one.person_id in people for one in self.plan.fixed[winner_id])

    def counts(self, placed: Mapping[int, int]) -> dict[int, float]:
        """The values of the whole columns that stand for a placement."""
        values = super().counts(placed)
        for (at, winner_id), column in self.uses.items():
            people = self.plan.bonds.capacities[at].people
            values[column] = float(any(placed.get(key) == winner_id for key in people))
        return values
