"""A good placement at once: wishes in turn, then moves that help. Where the solver starts from."""

from collections.abc import Callable, Collection, Iterable, Mapping

from kdc_desktop.domain.consortia.suggest_plan import Opening, Plan
from kdc_desktop.domain.consortia.suggest_seating import Seating

ROUNDS = 4
TRADES = 4  # of the people in one group with one who would like to sit there

Stop = Callable[[], bool]


def never() -> bool:
    """Go on to the end."""
    return False


def quick_placement(
    plan: Plan,
    stop: Stop = never,
    start: Mapping[int, int] | None = None,
    banned: Collection[tuple[int, int]] = (),
) -> dict[int, int]:
    """A placement within all limits: by first, second and later choices, then improved by moves.

    When `stop` turns true, the improving ends early; the limits are kept all the same.

    Args:
        start: begin with this one, as far as it may still be.
        banned: pairs of a person and a winner that must not be.
    """
    seating = Seating(plan, banned)
    seating.start(start or {})
    _seat(seating, stop)
    for _ in range(ROUNDS):
        if not (_open(seating, stop) | _improve(seating, stop)):
            break
    fill_seats(seating)
    return dict(seating.placed)


def still_holds(plan: Plan, placed: Mapping[int, int]) -> bool:
    """Whether a placement is within all limits of a plan, which may have changed since."""
    seating = Seating(plan)
    seating.start(placed)
    return seating.placed == placed and not any(
        seating.too_small(key) for key in set(placed.values())
    )


def filled(plan: Plan, placed: Mapping[int, int]) -> dict[int, int]:
    """The same placement, and whoever waits on a free seat, if they may sit there.

    Those who sit outside their wishes swap with each other where they know fewer people then.
    """
    seating = Seating(plan)
    seating.start(placed)
    seating.running = set(placed.values())
    fill_seats(seating)
    while plan.weights.new_acquaintances and _swap_round(seating):
        pass
    return dict(seating.placed)


def fill_seats(seating: Seating) -> None:
    """Seat those who wait wherever groups that run have room: where they help most."""
    waiting = [key for key in seating.plan.options if key not in seating.placed]
    for person_id in sorted(waiting, key=lambda key: not seating.plan.people[key].choices):
        sector = seating.plan.people[person_id].brings
        places = [
            key for key in sorted(set(seating.placed.values())) if seating.fits(person_id, key)
        ]
        if places:
            best = max(
                places,
                key=lambda key: (
                    seating.gain(person_id, key),
                    seating.lacks(key, sector),
                    seating.free(key),
                ),
            )
            if seating.plan.fill_seats or seating.gain(person_id, best) > 0:
                seating.put(person_id, best)


def _seat(seating: Seating, stop: Stop) -> None:
    """Give places by choice in turn; groups that stay too small do not run, the least first.

    Where there is no time for that, none of them does.
    """
    while True:
        _fill(seating)
        failing = [key for key in sorted(seating.running) if seating.too_small(key)]
        if not failing:
            return
        if stop():
            for key in failing:
                seating.close(key)
            return
        seating.close(min(failing, key=lambda key: (len(seating.inside[key]), key)))


def _fill(seating: Seating) -> None:
    """Everybody's first option in turn, then everybody's second, and so on."""
    options = seating.plan.options
    rest = [key for key in options if key not in seating.placed]
    for rank in range(max((len(options[key]) for key in rest), default=0)):
        for person_id in rest:
            some = options[person_id]
            if rank < len(some) and seating.fits(person_id, some[rank].winner_id):
                seating.put(person_id, some[rank].winner_id)
        rest = [person_id for person_id in rest if person_id not in seating.placed]


def _open(seating: Seating, stop: Stop) -> bool:
    """Let groups run again that were left out, wherever that pays; False for none."""
    opened = False
    for winner_id in seating.plan.groups:
        if not seating.inside[winner_id] and not stop():
            opened |= _gather(seating, winner_id)
    return opened


def _gather(seating: Seating, winner_id: int) -> bool:
    """Bring as many together as a group needs; if it does not pay, all is as before."""
    seating.running.add(winner_id)
    smallest = max(1, seating.plan.groups[winner_id].smallest)
    came: list[tuple[int, int | None]] = []
    points = 0.0
    for person_id in sorted(seating.plan.options, key=lambda key: _loss(seating, key, winner_id)):
        if len(came) == smallest or (person_id, winner_id) not in seating.plan.willing:
            break
        if not (seating.can_spare(person_id) and seating.may(person_id, winner_id)):
            continue
        origin = seating.take(person_id)
        points += seating.gain(person_id, winner_id)
        points -= 0.0 if origin is None else seating.gain(person_id, origin)
        seating.put(person_id, winner_id)
        came.append((person_id, origin))
    if len(came) == smallest and points > 0:
        return True
    for person_id, origin in reversed(came):
        seating.take(person_id)
        if origin is not None:
            seating.put(person_id, origin)
    seating.running.discard(winner_id)
    return False


def _loss(seating: Seating, person_id: int, winner_id: int) -> tuple[bool, float, int]:
    """Who comes to a group first: those willing, by what the move costs them."""
    if (person_id, winner_id) not in seating.plan.willing:
        return True, 0.0, person_id
    worth, here = seating.worth, seating.placed.get(person_id)
    now = worth(person_id, here) + seating.plan.waiting_cost * (here is not None)
    return False, now - worth(person_id, winner_id), person_id


def _improve(seating: Seating, stop: Stop) -> bool:
    """One round of moves of single people, each to their best place; False if none helped."""
    moved = False
    for person_id, options in seating.plan.options.items():
        if stop():
            return False
        if seating.can_spare(person_id):
            moved |= _move(seating, person_id, options) or _push(seating, person_id, options)
    return moved


def _move(seating: Seating, person_id: int, options: Iterable[Opening]) -> bool:
    """Move somebody to a free seat that is worth more."""
    origin = seating.take(person_id)
    best, most = None, 0.0
    if origin is not None:
        best, most = origin, seating.gain(person_id, origin)
    for option in options:
        if option.winner_id != origin and seating.fits(person_id, option.winner_id):
            points = seating.gain(person_id, option.winner_id)
            if points > most:
                best, most = option.winner_id, points
    if best is not None:
        seating.put(person_id, best)
    return best != origin


def _push(seating: Seating, person_id: int, options: Iterable[Opening]) -> bool:
    """Give somebody a seat they like more, whose owner moves on to one nearly as good."""
    here = seating.placed.get(person_id)
    now, free = seating.worth(person_id, here), seating.plan.options
    for option in options:
        winner_id = option.winner_id
        if option.worth <= now or winner_id == here or winner_id not in seating.running:
            continue
        ahead = option.worth - now
        others = [(seating.loss(key), key) for key in seating.inside[winner_id] if key in free]
        for loss, other_id in sorted(others)[:TRADES]:
            if loss < ahead and trade(seating, person_id, other_id):
                return True
    return False


def trade(seating: Seating, person_id: int, other_id: int, places: Collection[int] = ()) -> bool:
    """Seat a person where another sits, who moves on; False if all together it does not pay.

    Args:
        places: where the other one may go beside their wishes and where the first one sat.
    """
    origin, wanted = seating.placed.get(person_id), seating.placed[other_id]
    before = 0.0
    for leaving in (person_id, other_id):
        seat = seating.take(leaving)
        before += 0.0 if seat is None else seating.gain(leaving, seat)
    if seating.fits(person_id, wanted):
        after = seating.gain(person_id, wanted)
        seating.put(person_id, wanted)
        also = places if origin is None else (*places, origin)
        place, points = _next_best(seating, other_id, wanted, also)
        if place is not None:
            seating.put(other_id, place)
        if after + points > before and not _broken(seating, (origin, wanted)):
            return True
        seating.take(other_id)
        seating.take(person_id)
    seating.put(other_id, wanted)
    if origin is not None:
        seating.put(person_id, origin)
    return False


def _broken(seating: Seating, winner_ids: Iterable[int | None]) -> bool:
    return any(key is not None and seating.too_small(key) for key in winner_ids)


def _next_best(
    seating: Seating, person_id: int, but: int, also: Collection[int]
) -> tuple[int | None, float]:
    """The best free seat of somebody who has just lost theirs, and its points."""
    best, most = None, 0.0
    wished = [one.winner_id for one in seating.plan.options[person_id]]
    for winner_id in dict.fromkeys((*wished, *also)):
        if winner_id != but and seating.fits(person_id, winner_id):
            points = seating.gain(person_id, winner_id)
            if points > most:
                best, most = winner_id, points
    return best, most


def _swap_round(seating: Seating) -> bool:
    """Let people who sit outside their wishes swap with each other where that helps."""
    plan = seating.plan
    outside = [
        key
        for key, winner_id in seating.placed.items()
        if key in plan.options and (key, winner_id) not in plan.counted
    ]
    knowing = [key for key in outside if seating.knows(key)]
    swapped = False
    for person_id in knowing:
        swapped |= _swap_one(seating, person_id, outside)
    return swapped


def _swap_one(seating: Seating, person_id: int, others: Iterable[int]) -> bool:
    here = seating.placed[person_id]
    for other_id in others:
        there = seating.placed[other_id]
        if there != here and _swap(seating, (person_id, here), (other_id, there)):
            return True
    return False


def _swap(seating: Seating, one: tuple[int, int], other: tuple[int, int]) -> bool:
    (one_id, here), (other_id, there) = one, other
    seating.take(one_id)
    before = seating.gain(one_id, here)
    seating.take(other_id)
    before += seating.gain(other_id, there)
    if seating.fits(one_id, there) and seating.fits(other_id, here):
        after = seating.gain(one_id, there)
        seating.put(one_id, there)
        after += seating.gain(other_id, here)
        if after > before:
            seating.put(other_id, here)
            return True
        seating.take(one_id)
    seating.put(other_id, there)
    seating.put(one_id, here)
    return False
