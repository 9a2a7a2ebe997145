"""Whether a paper is valid, and which place each option comes to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from kdc_desktop.domain.polls.cast import Marks, Spot, Tally
from kdc_desktop.domain.polls.method import Method, PictureKind, Placed
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.i18n import _


def check(method: Method, terms: Terms, marks: Marks) -> str | None:
    """What is wrong with a paper, as a sentence for the voter; None where it is valid."""
    if not marks.keys() <= _spots(method, terms):
        return _("One of these options is not on this paper: start again.")
    if any(type(value) is not int for value in marks.values()):
        return _("A mark is a whole number: start again.")
    return method.problem(terms, marks)


@lru_cache(maxsize=4)
def _spots(method: Method, terms: Terms) -> frozenset[Spot]:
    """Looked at for every paper, and in pairs there are as many as the square of the options."""
    return frozenset(method.spots(terms))


def placed(
    options: Sequence[Placed], key: Callable[[Placed], object], *, chosen: bool = True
) -> tuple[Placed, ...]:
    """These options with their places by a key that sorts, the highest first; ties share one.

    `chosen`: who comes first is a winner; else winners stay as they are. None as a key comes last.
    """
    order = sorted(options, key=lambda one: _sorts(key(one)), reverse=True)
    same: dict[object, list[Placed]] = {}
    for one in order:
        same.setdefault(key(one), []).append(one)
    rows, place = [], 1
    for value, some in same.items():
        first = chosen and place == 1 and value is not None
        rows += [
            replace(one, place=place, tied=len(some) > 1, winner=first if chosen else one.winner)
            for one in some
        ]
        place += len(some)
    return tuple(rows)


def _sorts(key: object) -> tuple[bool, object]:
    return key is not None, key


def blank_of(tally: Tally) -> int:
    """How many papers say nothing."""
    return sum(tally.blank.values())


def taken_in_order(method: Method, ranks: Iterable[tuple[int, int, bool]]) -> dict[int, int]:
    """After which others each option is taken further, by its id: by its rank.

    In a budget what is funded comes first, all of it alike, however many voted for the rest.
    `ranks` are ids, ranks, and whether the rule chooses them.
    """
    is_funded = method.picture is PictureKind.FUNDED
    return {key: 0 if is_funded and chosen else rank for key, rank, chosen in ranks}
