"""Seats for those who wait although seats are free: somebody makes room who may sit there."""

from collections.abc import Mapping

from kdc_desktop.domain.consortia.suggest_greedy import Stop, filled, trade
from kdc_desktop.domain.consortia.suggest_plan import Plan
from kdc_desktop.domain.consortia.suggest_seating import Seating

TRIED = 4  # of the people in one group who could make room, those first who lose least


def settled(plan: Plan, placed: Mapping[int, int], stop: Stop) -> dict[int, int]:
    """The same placement, or a better one in which more of those who wait have a seat.

    Where who is kept apart, or a house with its limit, keeps people from every free seat, others
    move there and they take theirs, as long as that pays.
    """
    seating = Seating(plan)
    seating.start(placed)
    seating.running = set(placed.values())
    for person_id in [key for key in plan.options if key not in placed]:
        if not plan.fill_seats or stop():
            break
        _make_room(seating, person_id)
    return filled(plan, seating.placed)


def _make_room(seating: Seating, person_id: int) -> bool:
    places = [key for key in sorted(seating.running) if seating.free(key) > 0]
    for winner_id in sorted(seating.running, key=lambda key: (-seating.worth(person_id, key), key)):
        for other_id in _in_the_way(seating, person_id, winner_id):
            if trade(seating, person_id, other_id, places):
                return True
    return False


def _in_the_way(seating: Seating, person_id: int, winner_id: int) -> list[int]:
    """Who would have to go: of whom they are kept apart from the only one, else anybody."""
    plan = seating.plan
    free = [key for key in seating.inside[winner_id] if key in plan.options]
    if seating.may(person_id, winner_id):
        return sorted(free, key=lambda key: (seating.loss(key), key))[:TRIED]
    apart = plan.bonds.apart.get(person_id, frozenset()).intersection(seating.inside[winner_id])
    return [key for key in free if key in apart] if len(apart) == 1 else []
