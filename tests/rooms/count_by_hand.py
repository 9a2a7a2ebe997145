"""The count of a poll made paper by paper, which what the database adds up must equal."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.domain.polls.cast import Cast, Spot, Tally
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.terms import PollChoice, Terms


@dataclass(frozen=True, slots=True)
class Paper:
    """One ballot paper: marks by option id, and the voter's sector where secrecy keeps it."""

    sector: str | None
    marks: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Hands:
    """Hands counted in the room for one option, in one sector or in all of them together."""

    option_id: int
    sector: str | None
    hands: int


def tally(papers: Iterable[Paper], hands: Iterable[Hands] = ()) -> Tally:
    """Count papers and hands, one by one."""
    cast: Counter[str | None] = Counter()
    blank: Counter[str | None] = Counter()
    given: dict[str | None, dict[Spot, Counter[int]]] = {}
    raised: dict[str | None, dict[Spot, Counter[int]]] = {}
    for paper in papers:
        cast[paper.sector] += 1
        marks = {option: count for option, count in paper.marks.items() if count}
        if not marks:
            blank[paper.sector] += 1
        for option_id, count in marks.items():
            levels = given.setdefault(paper.sector, {}).setdefault(Spot(option_id), Counter())
            levels[count] += 1
    for row in hands:
        if row.hands:
            levels = raised.setdefault(row.sector, {}).setdefault(Spot(row.option_id), Counter())
            levels[1] += row.hands
    return Tally(cast, blank, given, raised)


def ballots(
    option_ids: Sequence[int], papers: Iterable[Paper], hands: Iterable[Hands] = ()
) -> Ballots:
    """The same as a poll with dots, to be counted."""
    terms = Terms(tuple(PollChoice(key, str(key)) for key in option_ids), most_on_one=0)
    dots = method_of("dots")
    return Ballots(dots, terms, dots.rules[0], Cast(tally(papers, hands)))
