"""Papers for tests of methods: cast, counted, and made up."""

from collections.abc import Iterable, Mapping

from kdc_desktop.domain.polls.cast import Cast, Spot, Tally, cast_of, papers_of
from kdc_desktop.domain.polls.method import Count, Number
from kdc_desktop.domain.polls.methods import rule_of
from kdc_desktop.domain.polls.terms import PollChoice, Terms

Paper = Mapping[int, int] | Mapping[Spot, int]
SILENT: tuple[list[Paper], ...] = ([], [{}, {}])
"""Nobody voted, and everybody left the paper blank."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def options(count: int) -> tuple[PollChoice, ...]:
    """So many options, called A, B, … with ids from 1."""
    names = [LETTERS[at] if at < len(LETTERS) else f"Option {at + 1}" for at in range(count)]
    return tuple(PollChoice(at + 1, name) for at, name in enumerate(names))


def cast(terms: Terms, papers: Iterable[Paper], times: Iterable[int] = ()) -> Cast:
    """These papers, each once or as often as is said."""
    often = list(times)
    return cast_of(
        papers_of(
            terms.ids,
            [(paper, often[at] if often else 1) for at, paper in enumerate(papers)],
        )
    )


def counted(rule: str, terms: Terms, papers: Iterable[Paper], times: Iterable[int] = ()) -> Count:
    """What these papers come to by a rule."""
    method, found = rule_of(rule)
    return method.count(cast(terms, papers, times), terms, found)


def raised(terms: Terms, *rows: Iterable[int]) -> Cast:
    """A show of hands: for each option so many for each level, from the lowest on."""
    hands = {
        Spot(option): {terms.lowest + at: count for at, count in enumerate(row)}
        for option, row in zip(terms.ids, rows, strict=True)
    }
    return Cast(Tally({}, hands={None: hands}))


def places(count: Count) -> dict[int, int]:
    """The place of each option."""
    return {one.option_id: one.place for one in count.options}


def values(count: Count) -> dict[int, Number | None]:
    """What each option is ranked by."""
    return {one.option_id: one.value for one in count.options}


def by_hand(scores: Mapping[int, Number | None]) -> dict[int, int]:
    """Standard competition places, worked out one option at a time; None is behind all."""
    return {
        key: 1
        + sum(other is not None and (score is None or other > score) for other in scores.values())
        for key, score in scores.items()
    }
