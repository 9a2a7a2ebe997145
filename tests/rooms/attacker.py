"""An attacker who is given all that is told of a poll, and thinks through every vote there can be.

What is told is worked out for every possible vote of an electorate, and votes of which the same is
told are put together. The attacker knows who voted, in which sector, and the rule of hiding itself:
so what all votes of one kind have in common is known to everybody who reads the result.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations_with_replacement, product
from math import comb, prod

from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.domain.polls.cast import Cast, SectorLetter, Spot, Tally, papers_of, tally_of
from kdc_desktop.domain.polls.hiding import ToldBeside
from kdc_desktop.domain.polls.liking import liked
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.ranking import Ranking, ranked
from kdc_desktop.domain.polls.states import Order
from kdc_desktop.domain.polls.terms import Terms

Paper = tuple[tuple[Spot, int], ...]
Vote = tuple[tuple[SectorLetter, tuple[Paper, ...]], ...]
"""The papers of each sector, in no order."""


@dataclass(frozen=True)
class Electorate:
    """Who votes on what: papers by sector, or of nobody's sector, and hands that all have seen."""

    method: Method
    terms: Terms
    voters: Mapping[SectorLetter, int]
    smallest: int = 5
    hands: Mapping[SectorLetter, Mapping[Spot, Mapping[int, int]]] = field(default_factory=dict)
    beside: ToldBeside = ToldBeside.NOTHING

    def papers(self) -> list[Paper]:
        """Every paper that is valid."""
        spots = list(self.method.spots(self.terms))
        values = self._values()
        found = []
        for said in product((None, *values), repeat=len(spots)):
            marks = {
                spot: value for spot, value in zip(spots, said, strict=True) if value is not None
            }
            if check(self.method, self.terms, marks) is None:
                found.append(tuple(sorted(self.method.kept(self.terms, marks).items())))
        return sorted(set(found))

    def _values(self) -> Sequence[int]:
        scale = [level.value for level in self.method.levels(self.terms)]
        return scale or range(1, (self.terms.most_on_one or 1) + 1)

    @property
    def possible(self) -> int:
        """How many votes there can be."""
        papers = len(self.papers())
        return prod(comb(papers + count - 1, count) for count in self.voters.values())

    def votes(self) -> Iterator[Vote]:
        """Every vote there can be."""
        papers = self.papers()
        groups = [
            [(sector, some) for some in combinations_with_replacement(papers, count)]
            for sector, count in self.voters.items()
        ]
        return product(*groups)

    def ballots(self, vote: Vote) -> Ballots:
        """A vote to be counted."""
        cast = papers_of(
            self.terms.ids,
            [
                (dict(paper), n, sector)
                for sector, some in vote
                for paper, n in Counter(some).items()
            ],
        )
        tally = tally_of(cast)
        whole = Tally(tally.papers, tally.blank, tally.given, self.hands)
        read = cast if self.method.reads_papers else None
        return Ballots(self.method, self.terms, self.method.rule(), Cast(whole, read))

    def told(self, vote: Vote) -> Hashable:
        """All that is told of a vote, by every rule and in every order."""
        ballots = self.ballots(vote)
        return tuple(
            _said(ranked(ballots.by_rule(rule.key), order, self.smallest, self.beside))
            for rule in self.method.rules
            for order in Order
        )

    def supports(self, paper: Paper, option_id: int) -> bool:
        """Whether a paper supports an option."""
        return option_id in liked(self.method, self.terms, dict(paper))


def _said(ranking: Ranking) -> Hashable:
    rows = tuple(
        (
            one.placed,
            one.told,
            (one.outcome.least, one.outcome.most),
            one.outcome.voters,
            one.rank,
            one.tied,
            tuple(sorted(one.by_sector.items())),
            one.together,
            tuple(sorted(one.share.items())),
            tuple(sorted((s, t.name) for s, t in one.nearly.items())),
            one.weakest_sector,
        )
        for one in ranking.results
    )
    rounds = tuple((one.words, tuple(one.values.items())) for one in ranking.rounds)
    return rows, ranking.blank, rounds, ranking.remarks, ranking.sentence, ranking.counted


@dataclass(frozen=True)
class Found:
    """What an attacker knows for sure of everybody in a sector, and a vote that tells it."""

    sector: SectorLetter
    what: str
    votes: int
    example: Vote


def attack(electorate: Electorate) -> list[Found]:
    """What the attacker finds out, over every vote there can be."""
    found: list[Found] = []
    for votes in _told_alike(electorate):
        found += _known(electorate, votes)
    return found


def attack_from_within(electorate: Electorate) -> list[Found]:
    """The same for who has voted, and takes off the own paper."""
    found: list[Found] = []
    for votes in _told_alike(electorate):
        for at, (sector, _some) in enumerate(votes[0]):
            for own in {paper for vote in votes for paper in vote[at][1]}:
                rest = [
                    ((sector, _without(vote[at][1], own)),) for vote in votes if own in vote[at][1]
                ]
                found += _known(electorate, rest)
    return found


def _told_alike(electorate: Electorate) -> Iterable[list[Vote]]:
    alike: dict[Hashable, list[Vote]] = defaultdict(list)
    for vote in electorate.votes():
        alike[electorate.told(vote)].append(vote)
    return alike.values()


def _without(papers: tuple[Paper, ...], own: Paper) -> tuple[Paper, ...]:
    at = papers.index(own)
    return (*papers[:at], *papers[at + 1 :])


def _known(electorate: Electorate, votes: Sequence[Vote]) -> Iterator[Found]:
    for at, (sector, some) in enumerate(votes[0]):
        if not some:
            continue
        papers = {paper for vote in votes for paper in vote[at][1]}
        if len(papers) == 1:
            yield Found(sector, "the paper", len(votes), votes[0])
        for key in electorate.terms.ids:
            said = {electorate.supports(paper, key) for paper in papers}
            if len(said) == 1:
                yes = "supports" if said == {True} else "does not support"
                yield Found(sector, f"{yes} {key}", len(votes), votes[0])
