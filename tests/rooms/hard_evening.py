"""Evenings that are hard to form groups for: everybody wants the same three, and seats are few."""

import random
from dataclasses import replace
from math import ceil

from kdc_desktop.domain.consortia.bonds import Bonds, Capacity, Meeting, Need, NeedKind
from kdc_desktop.domain.consortia.fitting import Candidate, Group, Problem, Weights

SECTORS = "CPATR"
SIZES = ((45, 18, 6), (300, 100, 20), (1000, 300, 60))
"""People, organisations and winners."""


def hard_evening(people: int, organisations: int, winners: int, seed: int = 1) -> Problem:
    """Exactly as many seats as people, most of whom want the same three winners.

    Smallest sizes are near the largest, every group needs most of the sectors, one person in
    twenty is pinned, one in seven wishes nothing, a few organisations have sent many delegates.
    """
    lots = random.Random(seed)
    folk = _folk(lots, people, organisations, winners)
    seats = _seats(lots, people, winners)
    groups = tuple(
        Group(
            key,
            f"W{key}",
            max(2, round(size * lots.uniform(0.6, 0.9))),
            size,
            frozenset(lots.sample(SECTORS, lots.choice((2, 3, 4)))),
        )
        for key, size in enumerate(seats, 1)
    )
    return Problem(folk, groups, pinned=_pins(lots, folk, seats))


def acquainted(evening: Problem, seed: int = 1) -> Problem:
    """The same evening, where everybody has been in a consortium before, and should meet others."""
    keys = [one.person_id for one in evening.candidates]
    random.Random(seed).shuffle(keys)
    circles = len(evening.groups)
    return replace(
        evening,
        circles=tuple(frozenset(keys[at::circles]) for at in range(circles)),
        weights=Weights(new_acquaintances=30.0),
    )


def bound(evening: Problem, seed: int = 1) -> Problem:
    """The same evening with all that binds people beyond their wishes.

    Half as many pairs are kept apart as there are people, most of them among those who want the
    same winner; the larger organisations can be in as few groups as they fit in, and want the
    popular ones; groups look for two roles that the same people fit; many offers meet needs.
    """
    lots = random.Random(seed)
    popular = [group.winner_id for group in evening.groups[:3]]
    houses: dict[int, list[Candidate]] = {}
    for one in evening.candidates:
        if one.organisation_id is not None:
            houses.setdefault(one.organisation_id, []).append(one)
    large = sorted(houses, key=lambda key: -len(houses[key]))[: len(houses) // 4]
    wants = {key: tuple(lots.sample(popular, 2)) for key in large}
    folk = tuple(
        one._replace(drawn=wants.get(one.organisation_id or 0, ())) for one in evening.candidates
    )
    bonds = Bonds(
        _apart(lots, folk, popular[0]),
        tuple(
            Capacity(houses[key][0].organisation, _ids(houses[key]), _most(houses[key]), key)
            for key in large
        ),
        (*_represented(houses, wants, evening.weights), *_roles(lots, evening)),
        _meetings(lots, folk),
    )
    return replace(evening, candidates=folk, bonds=bonds)


def _apart(
    lots: random.Random, folk: tuple[Candidate, ...], wanted: int
) -> frozenset[tuple[int, int]]:
    wishing = [one.person_id for one in folk if one.choices[:1] == (wanted,)]
    everybody = [one.person_id for one in folk]
    pairs = [lots.sample(wishing, 2) for _ in folk[::3]]
    pairs += [lots.sample(everybody, 2) for _ in folk[::6]]
    return frozenset((min(pair), max(pair)) for pair in pairs)


def _represented(
    houses: dict[int, list[Candidate]], wants: dict[int, tuple[int, ...]], weights: Weights
) -> list[Need]:
    return [
        Need(to, NeedKind.ORGANISATION, house[0].organisation, _ids(house), points)
        for key, choices in wants.items()
        for house in [houses[key]]
        for to, points in zip(choices, weights.represented, strict=False)
    ]


def _roles(lots: random.Random, evening: Problem) -> list[Need]:
    needs = []
    points = evening.weights.every_sector
    for group in evening.groups:
        fitting = [one.person_id for one in evening.candidates if group.winner_id in one.choices]
        for name in ("a lead", "a funder"):
            few = lots.sample(fitting, min(len(fitting), 4))
            people = frozenset([*few, *fitting[:2]])
            needs.append(Need(group.winner_id, NeedKind.ROLE, name, people, points, 2))
    return needs


def _meetings(lots: random.Random, folk: tuple[Candidate, ...]) -> tuple[Meeting, ...]:
    everybody = [one.person_id for one in folk]
    met = {tuple(sorted(lots.sample(everybody, 2))) for _ in folk[::2]}
    return tuple(Meeting(frozenset({one}), frozenset({other}), 10.0) for one, other in sorted(met))


def _ids(people: list[Candidate]) -> frozenset[int]:
    return frozenset(one.person_id for one in people)


def _most(house: list[Candidate]) -> int:
    """As few groups as they have seats in, three in each."""
    return ceil(len(house) / Problem.per_organisation)


def _folk(
    lots: random.Random, people: int, organisations: int, winners: int
) -> tuple[Candidate, ...]:
    sectors = [lots.choices("CPAT", (6, 2, 1, 1))[0] for _ in range(organisations)]
    large = [1 / (place + 1) ** 0.9 for place in range(organisations)]
    wanted = [1 / (place + 1) ** 1.3 for place in range(winners)]
    folk = []
    for key in range(1, people + 1):
        organisation = None if lots.random() < 0.1 else lots.choices(range(organisations), large)[0]
        count = lots.choices((0, 1, 2, 3), (14, 30, 26, 30))[0]
        wishes = lots.choices(range(1, winners + 1), wanted, k=count)
        folk.append(
            Candidate(
                key,
                f"P{key}",
                "R" if organisation is None else sectors[organisation],
                None if organisation is None else organisation + 1,
                "" if organisation is None else f"Firm {organisation + 1}",
                tuple(dict.fromkeys(wishes)),
            )
        )
    return tuple(folk)


def _seats(lots: random.Random, people: int, winners: int) -> list[int]:
    seats = [people // winners] * winners
    for _ in range(winners):
        more, less = lots.sample(range(winners), 2)
        if seats[less] > 4:
            seats[more] += 1
            seats[less] -= 1
    seats[-1] += people - sum(seats)
    return seats


def _pins(lots: random.Random, folk: tuple[Candidate, ...], seats: list[int]) -> dict[int, int]:
    pinned: dict[int, int] = {}
    for one in lots.sample(folk, len(folk) // 20):
        pinned[one.person_id] = lots.randrange(1, len(seats) + 1)
    return pinned
