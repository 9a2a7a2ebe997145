"""A good placement at once: wishes in turn, then moves that help. Where the solver starts from."""

from collections.abc import Callable

from kdc_desktop.domain.consortia.suggest_plan import Opening, Plan

ROUNDS = 5


def quick_placement(plan: Plan, stop: Callable[[], bool] = lambda: False) -> dict[int, int]:
    """Place people by first, second and later choices within all limits, then improve by moves.

    When `stop` turns true, the improving ends early.
    """
    running = set(plan.groups)
    while True:
        table = _Table(plan, running)
        table.fill()
        failing = [key for key in sorted(running) if table.too_small(key)]
        if not failing:
            break
        running.discard(min(failing, key=lambda key: (len(table.inside[key]), key)))
    for _ in range(ROUNDS):
        if not table.improve(stop):
            break
    return dict(table.placed)


class _Table:
    """The placement in the making, with the members of each group at hand."""

    def __init__(self, plan: Plan, running: set[int]) -> None:
        self.plan = plan
        self.running = running
        self.placed = dict(plan.pinned)
        self.inside: dict[int, list[int]] = {
            key: [one.person_id for one in members] for key, members in plan.fixed.items()
        }
        self.movable = list(plan.options)

    def fill(self) -> None:
        """Everybody's first option in turn, then everybody's second, and so on."""
        rest = self.movable
        for rank in range(max((len(some) for some in self.plan.options.values()), default=0)):
            for person_id in rest:
                options = self.plan.options[person_id]
                if rank < len(options) and self.fits(person_id, options[rank]):
                    self.put(person_id, options[rank].winner_id)
            rest = [person_id for person_id in rest if person_id not in self.placed]

    def fits(self, person_id: int, option: Opening) -> bool:
        plan, key = self.plan, option.winner_id
        members = self.inside[key]
        if key not in self.running or len(members) - len(plan.fixed[key]) >= plan.room(key):
            return False
        person = plan.people[person_id]
        others = [plan.people[one] for one in members if one not in plan.pinned]
        if option.fills and any(one.brings == person.brings for one in others):
            return False
        organisation_id = person.organisation_id
        return organisation_id is None or sum(
            1 for one in others if one.organisation_id == organisation_id
        ) < plan.organisation_room(key, organisation_id)

    def put(self, person_id: int, winner_id: int | None) -> None:
        origin = self.placed.pop(person_id, None)
        if origin is not None:
            self.inside[origin].remove(person_id)
        if winner_id is not None:
            self.placed[person_id] = winner_id
            self.inside[winner_id].append(person_id)

    def too_small(self, winner_id: int) -> bool:
        """Whether a group falls short of its smallest size, and may be left out for that."""
        if self.plan.fixed[winner_id]:
            return False
        willing = self.plan.towards_smallest(winner_id, self.inside[winner_id])
        return willing < max(1, self.plan.groups[winner_id].smallest)

    def improve(self, stop: Callable[[], bool]) -> bool:
        """One round of moves of single people, each to their best place; False if none helped."""
        moved = False
        for person_id in self.movable:
            if stop():
                return False
            moved |= self.improve_one(person_id)
        return moved

    def improve_one(self, person_id: int) -> bool:
        origin = self.placed.get(person_id)
        self.put(person_id, None)
        if origin is not None and self.too_small(origin):
            self.put(person_id, origin)
            return False
        best, best_worth = None, 0.0
        for option in self.plan.options[person_id]:
            if self.fits(person_id, option):
                worth = option.worth + self.change(person_id, option.winner_id)
                if worth > best_worth or (worth == best_worth and option.winner_id == origin):
                    best, best_worth = option.winner_id, worth
        self.put(person_id, best)
        return best != origin

    def change(self, person_id: int, winner_id: int) -> float:
        """The points a group gains by one more member."""
        members = self.inside[winner_id]
        return self.plan.group_worth(winner_id, [*members, person_id]) - self.plan.group_worth(
            winner_id, members
        )
