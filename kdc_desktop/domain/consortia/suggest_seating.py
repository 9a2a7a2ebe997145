"""A placement in the making: who is where, and at once what one person more or less is worth."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from kdc_desktop.domain.consortia.suggest_bonds import Houses
from kdc_desktop.domain.consortia.suggest_plan import Opening, Plan


class Seating:
    """People in groups, all limits but the smallest sizes kept; counts are kept, never taken again.

    `running` are the groups that may take people, `banned` the pairs of a person and a winner that
    must not be.
    """

    def __init__(self, plan: Plan, banned: Collection[tuple[int, int]] = ()) -> None:
        self.plan = plan
        self.banned = banned
        self.running = set(plan.groups)
        self.placed: dict[int, int] = {}
        self.inside: dict[int, dict[int, None]] = {key: {} for key in plan.groups}
        self.towards = dict.fromkeys(plan.groups, 0)
        self._sectors: dict[tuple[int, str], int] = defaultdict(int)
        self._organisations: dict[tuple[int, int], int] = defaultdict(int)
        self._houses = Houses(plan.bonds)
        self._met: dict[int, Counter[int]] = {key: Counter() for key in plan.groups}
        self._room = {key: plan.room(key) + len(plan.fixed[key]) for key in plan.groups}
        self._options = {
            key: {one.winner_id: one for one in some} for key, some in plan.options.items()
        }
        for person_id, winner_id in plan.pinned.items():
            self._count(person_id, winner_id, 1)

    def start(self, placed: Mapping[int, int]) -> None:
        """Put people where they were, as far as that may still be."""
        for person_id, winner_id in placed.items():
            if person_id in self.plan.options and self.fits(person_id, winner_id):
                self.put(person_id, winner_id)

    def worth(self, person_id: int, winner_id: int | None) -> float:
        """The points for a person in a group by their wishes alone; waiting is worth nothing."""
        if winner_id is None:
            return 0.0
        option = self._options[person_id].get(winner_id)
        return option.worth if option else self.plan.weights.not_wished

    def loss(self, person_id: int) -> float:
        """The points that a person loses by their wishes if they sit at their next best place."""
        here = self.placed[person_id]
        others = (one.worth for key, one in self._options[person_id].items() if key != here)
        return self.worth(person_id, here) - max(others, default=0.0)

    def free(self, winner_id: int) -> int:
        """How many seats are left in a group."""
        return self._room[winner_id] - len(self.inside[winner_id])

    def fits(self, person_id: int, winner_id: int) -> bool:
        """Whether a person who waits may sit in this group."""
        if winner_id not in self.running or self.free(winner_id) <= 0:
            return False
        return self.may(person_id, winner_id)

    def may(self, person_id: int, winner_id: int) -> bool:
        """Whether a person may sit in this group, were a seat free."""
        plan = self.plan
        if (person_id, winner_id) in self.banned or not self._houses.may(person_id, winner_id):
            return False
        if plan.bonds.meets(person_id, self.inside[winner_id]):
            return False
        option = self._options[person_id].get(winner_id)
        if not plan.fill_seats and not self._may_unasked(person_id, option):
            return False
        organisation = plan.organisation(person_id)
        if organisation is None:
            return True
        room = plan.organisation_room(winner_id, organisation)
        return self._organisations[winner_id, organisation] < room

    def _may_unasked(self, person_id: int, option: Opening | None) -> bool:
        if option is None or not option.fills:
            return option is not None
        return not self._sectors[option.winner_id, self.plan.people[person_id].brings]

    def put(self, person_id: int, winner_id: int) -> None:
        """Seat a person who waits."""
        self._count(person_id, winner_id, 1)

    def take(self, person_id: int) -> int | None:
        """Let a person wait; where they were."""
        winner_id = self.placed.get(person_id)
        if winner_id is not None:
            self._count(person_id, winner_id, -1)
        return winner_id

    def _count(self, person_id: int, winner_id: int, by: int) -> None:
        plan, pair = self.plan, (person_id, winner_id)
        pinned = person_id in plan.pinned
        if by > 0:
            self.placed[person_id] = winner_id
            self.inside[winner_id][person_id] = None
        else:
            del self.placed[person_id], self.inside[winner_id][person_id]
        if pinned or pair in plan.counted:
            self._sectors[winner_id, plan.people[person_id].brings] += by
        if pinned or pair in plan.willing:
            self.towards[winner_id] += by
        organisation = None if pinned else plan.organisation(person_id)
        if organisation is not None:
            self._organisations[winner_id, organisation] += by
        self._houses.count(person_id, winner_id, by)
        for circle in plan.circles_of.get(person_id, ()):
            self._met[winner_id][circle] += by

    def gain(self, person_id: int, winner_id: int) -> float:
        """The points for seating a person who waits in a group, all that changes counted."""
        plan, weights = self.plan, self.plan.weights
        option = self._options[person_id].get(winner_id)
        group, pair = plan.groups[winner_id], (person_id, winner_id)
        points = plan.waiting_cost + (option.worth if option else weights.not_wished)
        points += plan.bonds.gain(person_id, winner_id, self.inside[winner_id])
        members = len(self.inside[winner_id])
        if not members:
            points += weights.running
        elif members >= plan.even:
            points -= weights.equal_strength
        if option is not None:
            brings = plan.people[person_id].brings
            if brings in group.needed_sectors and not self._sectors[winner_id, brings]:
                points += weights.every_sector
            if (
                plan.fixed[winner_id]
                and pair in plan.willing
                and self.towards[winner_id] < group.smallest
            ):
                points += weights.every_sector
        if weights.new_acquaintances:
            met = self._met[winner_id]
            known = sum(met[circle] > 0 for circle in plan.circles_of.get(person_id, ()))
            points -= weights.new_acquaintances * known
        return points

    def knows(self, person_id: int) -> bool:
        """Whether somebody of a circle of this person sits in the same group."""
        met = self._met[self.placed[person_id]]
        return any(met[circle] > 1 for circle in self.plan.met_in(person_id))

    def lacks(self, winner_id: int, sector: str) -> bool:
        """Whether a group still needs somebody of this sector."""
        needed = self.plan.groups[winner_id].needed_sectors
        return sector in needed and not self._sectors[winner_id, sector]

    def too_small(self, winner_id: int) -> bool:
        """Whether a group falls short of its smallest size, and may be left out for that."""
        if self.plan.fixed[winner_id]:
            return False
        return self.towards[winner_id] < max(1, self.plan.groups[winner_id].smallest)

    def can_spare(self, person_id: int) -> bool:
        """Whether the group of a person goes on without them."""
        winner_id = self.placed.get(person_id)
        if winner_id is None or self.plan.fixed[winner_id]:
            return True
        smallest = max(1, self.plan.groups[winner_id].smallest)
        leaves = (person_id, winner_id) in self.plan.willing
        return self.towards[winner_id] - leaves >= smallest

    def close(self, winner_id: int) -> None:
        """Let a group not run; its people wait."""
        self.running.discard(winner_id)
        for person_id in list(self.inside[winner_id]):
            self.take(person_id)
