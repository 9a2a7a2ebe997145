"""What no seating can better: it is proven that something is the best where it reaches this.

Of seatings that keep apart who is `apart`; where one does not, ask of the problem without them.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable
from math import comb

from kdc_desktop.domain.people.sectors import UNKNOWN
from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.domain.seating import costs
from kdc_desktop.domain.seating.problem import SeatingProblem
from kdc_desktop.domain.seating.ties import TwoPeople


def pairs_at_least(people: int, tables: int) -> int:
    """How many pairs share a table at least where so many people sit at so many tables."""
    each, more = divmod(people, tables)
    return more * comb(each + 1, 2) + (tables - more) * comb(each, 2)


def again_at_least(problem: SeatingProblem) -> int:
    """How often two sit together once more at least, in these rounds.

    By counting: somebody has so many neighbours in all, and there are only so many people. And
    because of those at one table some sit together again where there are fewer tables than seats.
    """
    rounds, count = problem.rounds, len(problem.people)
    strangers = comb(count, 2) - len(_here(problem, problem.apart))
    in_all = rounds * sum(comb(size, 2) for size in problem.sizes) - strangers
    near = rounds * (min(problem.sizes, default=1) - 1)
    free = _others(problem, problem.apart)
    each = sum(max(0, near - left) for left in free.values())
    held = sum(pairs_at_least(size, len(problem.sizes)) for size in problem.sizes)
    return max(0, in_all, -(-each // 2), (rounds - 1) * held)


def known_at_least(problem: SeatingProblem) -> int:
    """How often two sit together at least who had met before these rounds."""
    return _shut_at_least(problem, problem.met)


def _shut_at_least(problem: SeatingProblem, pairs: Iterable[TwoPeople]) -> int:
    """How often two of these pairs sit together at least: the others are not enough."""
    count, shut = len(problem.people), {*pairs, *problem.apart}
    seats = sum(comb(size, 2) for size in problem.sizes)
    in_all = seats - (comb(count, 2) - len(_here(problem, shut)))
    near = min(problem.sizes, default=1) - 1
    each = sum(max(0, near - left) for left in _others(problem, shut).values())
    return problem.rounds * max(0, in_all, -(-each // 2))


def colleagues_at_least(problem: SeatingProblem) -> int:
    """How often two of one organisation share a table at least."""
    return problem.rounds * _alike((one.organisation_id for one in problem.people), problem)


def alike_at_least(problem: SeatingProblem) -> int:
    """How often two of one sector share a table at least."""
    known = (None if one.sector == UNKNOWN else one.sector for one in problem.people)
    return problem.rounds * _alike(known, problem)


def sectors_at_most(problem: SeatingProblem) -> int:
    """How often a sector can be at a table, over all tables and rounds."""
    counts = Counter(one.sector for one in problem.people if one.sector != UNKNOWN)
    tables = len(problem.sizes)
    return problem.rounds * sum(min(count, tables) for count in counts.values())


def unobserved_at_least(problem: SeatingProblem) -> int:
    """How many tables with a start-up have nobody of a large company at least, over all rounds."""
    new = sum(one.size is OrganisationSize.START_UP for one in problem.people)
    large = sum(one.size is OrganisationSize.LARGE for one in problem.people)
    tables = -(-new // max(problem.sizes, default=1))
    return problem.rounds * max(0, tables - large)


def cost_at_least(problem: SeatingProblem) -> int:
    """What every seating costs at least; see `costs`."""
    matters = problem.matters
    least = costs.AGAIN * (again_at_least(problem) + _shut_at_least(problem, problem.tonight))
    if matters.sectors:
        least += costs.SECTOR * alike_at_least(problem)
    if matters.met:
        least += costs.MET * known_at_least(problem)
        least += costs.COLLEAGUES * colleagues_at_least(problem)
        parts = _alike((one.department_id for one in problem.people), problem)
        least += costs.DEPARTMENT * problem.rounds * parts
    if matters.offers:
        least -= costs.OFFER * len(_here(problem, problem.together))
    if matters.observers:
        least += costs.OBSERVER * unobserved_at_least(problem)
    return least


def _alike(keys: Iterable[Hashable], problem: SeatingProblem) -> int:
    """How many pairs with the same key share a table at least, in one round."""
    counts = Counter(key for key in keys if key is not None)
    return sum(pairs_at_least(count, len(problem.sizes)) for count in counts.values())


def _here(problem: SeatingProblem, pairs: Iterable[TwoPeople]) -> set[TwoPeople]:
    ids = {one.person_id for one in problem.people}
    return {pair for pair in pairs if ids.issuperset(pair)}


def _others(problem: SeatingProblem, but: Collection[TwoPeople]) -> Counter[int]:
    """With how many others each could sit, without these pairs."""
    left = Counter({one.person_id: len(problem.people) - 1 for one in problem.people})
    left.subtract(Counter(person for pair in _here(problem, but) for person in pair))
    return left
