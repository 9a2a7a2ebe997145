"""What it costs that two people share a table: the less, the better they are mixed."""

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Any

from kdc_desktop.domain.people.sectors import UNKNOWN
from kdc_desktop.domain.seating.problem import SeatingProblem
from kdc_desktop.domain.seating.ties import TwoPeople

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

APART = 1_000_000
"""Of two who may not share a table: more than all else together."""
AGAIN = 400
"""Of two who sit together once more on one evening."""
OFFER, OBSERVER = 150, 150
COLLEAGUES, DEPARTMENT = 60, 20
MET, MOST_MET = 30, 3
SECTOR = 8


def between(problem: SeatingProblem) -> "Numbers":
    """What it costs each two of the people to share a table, whoever else is there."""
    import numpy

    people, matters = problem.people, problem.matters
    costs = numpy.zeros((len(people), len(people)), dtype=numpy.int32)
    if matters.sectors:
        known = [one.sector if one.sector != UNKNOWN else None for one in people]
        costs += SECTOR * _same(known)
    if matters.met:
        costs += COLLEAGUES * _same([one.organisation_id for one in people])
        costs += DEPARTMENT * _same([one.department_id for one in people])
        for one, other, times in _placed(problem, problem.met.items()):
            costs[one, other] += MET * min(times, MOST_MET)
            costs[other, one] = costs[one, other]
    for one, other, times in _placed(problem, problem.tonight.items()):
        costs[one, other] += AGAIN * min(times, MOST_MET)
        costs[other, one] = costs[one, other]
    for one, other, _none in _placed(problem, ((pair, 0) for pair in problem.apart)):
        costs[one, other] = costs[other, one] = APART
    numpy.fill_diagonal(costs, 0)
    return costs


def wanted(problem: SeatingProblem) -> "Numbers":
    """Which two of the people should sit together once."""
    import numpy

    marks = numpy.zeros((len(problem.people),) * 2, dtype=bool)
    if problem.matters.offers:
        for one, other, _none in _placed(problem, ((pair, 0) for pair in problem.together)):
            marks[one, other] = marks[other, one] = True
    return marks


def _same(keys: list[Any]) -> "Numbers":
    """Which two have the same key; None is nobody's."""
    import numpy

    numbers: dict[Hashable, int] = {}
    codes = numpy.array(
        [-1 - at if key is None else numbers.setdefault(key, at) for at, key in enumerate(keys)]
    )
    same: Numbers = codes[:, None] == codes[None, :]
    return same


def _placed(
    problem: SeatingProblem, pairs: Iterable[tuple[TwoPeople, int]]
) -> Iterable[tuple[int, int, int]]:
    """Pairs by the places of both among the people, where both are there."""
    places = {one.person_id: at for at, one in enumerate(problem.people)}
    for (one, other), value in pairs:
        if one in places and other in places and one != other:
            yield places[one], places[other], value
