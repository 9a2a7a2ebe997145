"""A poll to be counted. What it came to is not for people to see: they ask `ranking.ranked`."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from kdc_desktop.domain.polls.cast import Cast, SectorLetter
from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.method import (
    Count,
    Method,
    Number,
    Rule,
)
from kdc_desktop.domain.polls.terms import Terms


class OfSector(NamedTuple):
    """By option: what the rule makes of one sector's papers and hands, and its papers' support."""

    values: Mapping[int, Number | None]
    shares: Mapping[int, Fraction]
    support: Mapping[int, int]


class Ballots:
    """Its method and terms, the rule, and what was cast; what was counted once is kept."""

    def __init__(self, method: Method, terms: Terms, rule: Rule, cast: Cast) -> None:
        self.method, self.terms, self.rule, self.cast = method, terms, rule, cast
        self._by_sector: dict[tuple[SectorLetter, ...], OfSector] = {}
        self._near: dict[tuple[tuple[SectorLetter, ...], int], frozenset[int]] = {}

    def by_rule(self, key: str) -> "Ballots":
        """The same papers, to be counted by this rule of the method."""
        rule = self.method.rule(key)
        return self if rule == self.rule else Ballots(self.method, self.terms, rule, self.cast)

    @cached_property
    def count(self) -> Count:
        """What everybody's papers and hands come to."""
        return self.method.count(self.cast, self.terms, self.rule)

    def of_sectors(self, *sectors: SectorLetter) -> OfSector:
        """What the papers and hands of one sector, or of some together, come to."""
        if sectors not in self._by_sector:
            own = self.cast.only(*sectors)
            count = self.method.count(own, self.terms, self.rule)
            self._by_sector[sectors] = OfSector(
                {one.option_id: one.value for one in count.options},
                self.method.shares(own, self.terms),
                self.method.supporters(own, self.terms),
            )
        return self._by_sector[sectors]

    def near_in(self, sectors: tuple[SectorLetter, ...], few: int) -> frozenset[int]:
        """The options of which a number would tell what all papers of these sectors say."""
        if (sectors, few) not in self._near:
            own = self.cast.only(*sectors)
            near = self.method.unnumbered(own, self.terms, few)
            whole = self.method.reads_papers
            also = self.method.nearly(own, self.terms, few) if whole else dict[int, ToldPart]()
            self._near[sectors, few] = frozenset((*near, *also))
        return self._near[sectors, few]
