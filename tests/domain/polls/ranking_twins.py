"""The rules for rankings once more, slowly and otherwise: a paper is a list of sets, best first."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, permutations

Paper = list[set[int]]
Papers = Sequence[tuple[Paper, int]]


def levels(ranks: Mapping[int, int]) -> Paper:
    """The options of a paper by their ranks."""
    return [
        {key for key, own in ranks.items() if own == rank} for rank in sorted(set(ranks.values()))
    ]


def borda(options: Sequence[int], papers: Papers) -> dict[int, Fraction]:
    """The points of each place are laid out and shared by those who stand there."""
    points = dict.fromkeys(options, Fraction(0))
    for paper, times in papers:
        if not paper:
            continue
        rest = set(options) - set().union(*paper)
        places = list(range(len(options) - 1, -1, -1))
        for level in [*paper, rest] if rest else paper:
            shared, places = places[: len(level)], places[len(level) :]
            for option in level:
                points[option] += times * Fraction(sum(shared), len(level))
    return points


def before(options: Sequence[int], papers: Papers) -> dict[tuple[int, int], int]:
    """For each two options how many papers put the first one before the second."""
    found = dict.fromkeys(permutations(options, 2), 0)
    for paper, times in papers:
        at = {option: rank for rank, level in enumerate(paper) for option in level}
        for one, other in found:
            if at.get(one, len(paper)) < at.get(other, len(paper)):
                found[one, other] += times
    return found


def schulze(options: Sequence[int], papers: Papers) -> dict[int, int]:
    """By how many each option is beaten; all ways from one to another are walked."""
    duels = before(options, papers)

    def strength(one: int, other: int) -> int:
        return max((_weakest(way, duels) for way in _ways(options, one, other)), default=0)

    return {
        one: sum(strength(other, one) > strength(one, other) for other in options if other != one)
        for one in options
    }


def _ways(options: Sequence[int], one: int, other: int) -> Iterator[tuple[int, ...]]:
    between = [option for option in options if option not in (one, other)]
    for length in range(len(between) + 1):
        for over in permutations(between, length):
            yield (one, *over, other)


def _weakest(way: tuple[int, ...], duels: Mapping[tuple[int, int], int]) -> int:
    wins = [duels[a, b] if duels[a, b] > duels[b, a] else 0 for a, b in pairwise(way)]
    return min(wins)


def copeland(options: Sequence[int], papers: Papers) -> dict[int, Fraction]:
    """How many others each beats, and half of those it is level with."""
    duels = before(options, papers)
    return {
        one: sum(
            (
                Fraction(duels[one, other] > duels[other, one])
                + Fraction(duels[one, other] == duels[other, one], 2)
                for other in options
                if other != one
            ),
            Fraction(0),
        )
        for one in options
    }


Rounds = list[tuple[dict[int, Fraction], int]]


def irv(options: Sequence[int], papers: Papers) -> Rounds:
    """What each has in each round, and the exhausted papers; all papers are read in each."""
    left, rounds = set(options), Rounds()
    said = [(paper, times) for paper, times in papers if paper]
    while said:
        votes, exhausted = dict.fromkeys(sorted(left), Fraction(0)), 0
        for paper, times in said:
            top = next((level & left for level in paper if level & left), set())
            exhausted += 0 if top else times
            for option in top:
                votes[option] += Fraction(times, len(top))
        rounds.append((votes, exhausted))
        fewest = min(votes.values())
        out = {option for option in left if votes[option] == fewest}
        if out == left or max(votes.values()) > sum(votes.values()) / 2:
            break
        left -= out
    return rounds
