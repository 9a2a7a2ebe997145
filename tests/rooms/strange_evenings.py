"""Evenings that nobody plans: all of one kind, hardly anybody, or all kept apart from all."""

from dataclasses import replace
from itertools import combinations

from kdc_desktop.domain.consortia.bonds import Bonds, Capacity
from kdc_desktop.domain.consortia.fitting import Problem
from tests.rooms.hard_evening import SIZES, bound, hard_evening

LARGE = SIZES[1]


def strange_evenings() -> dict[str, Problem]:
    """Of three hundred people, but for one of two."""
    large = replace(hard_evening(*LARGE), pinned={})
    folk, groups = large.candidates, large.groups
    keys = [one.person_id for one in folk]
    alike = tuple(one._replace(sector="C") for one in folk)
    one_house = tuple(
        one._replace(organisation_id=1, organisation="Firm 1", sector="C") for one in folk[1:]
    )
    pairs = frozenset(combinations(keys, 2))
    houses = {one.organisation_id for one in folk} - {None}
    none_may = tuple(
        Capacity(
            f"Firm {key}", frozenset(p.person_id for p in folk if p.organisation_id == key), 0, key
        )
        for key in sorted(house for house in houses if house is not None)
    )
    return {
        "one sector only": replace(large, candidates=alike),
        "two people": replace(bound(large), candidates=folk[:2], groups=groups[:2]),
        "299 of one organisation": replace(large, candidates=(folk[0], *one_house)),
        "everybody apart from everybody": replace(large, bonds=Bonds(pairs)),
        "no house can be anywhere": replace(large, bonds=Bonds(capacities=none_may)),
        "everything at once": replace(bound(large), candidates=(folk[0], *one_house)),
    }
