"""Where somebody who comes late sits best: nobody else moves for them."""

from collections.abc import Collection, Sequence

from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.domain.seating.costs import APART, OBSERVER, OFFER, between, wanted
from kdc_desktop.domain.seating.problem import SeatingProblem


def is_observer(size: OrganisationSize | None, beside: Collection[OrganisationSize | None]) -> bool:
    """Whether somebody is of a large company, beside a start-up and nobody else of a large one."""
    start_up, large = OrganisationSize.START_UP, OrganisationSize.LARGE
    return size is large and start_up in beside and large not in beside


def best_table(problem: SeatingProblem, tables: Sequence[Sequence[int]], person_id: int) -> int:
    """The table for somebody, of those where fewest sit; everybody is among the people.

    `tables` are the others by their ids. Where somebody from whom they are kept apart is at each
    of these, it is the best of all tables.
    """
    places = {one.person_id: at for at, one in enumerate(problem.people)}
    new = places[person_id]
    costs, helps = between(problem)[new], wanted(problem)[new]
    size = {one.person_id: one.size for one in problem.people}

    def cost(at: int) -> tuple[bool, bool, float, int, int]:
        seats = [places[key] for key in tables[at]]
        worth = int(sum(costs[seat] for seat in seats))
        worth -= OFFER * int(sum(helps[seat] for seat in seats))
        if problem.matters.observers:
            worth -= OBSERVER * is_observer(size[person_id], {size[key] for key in tables[at]})
        return worth >= APART // 2, len(seats) > fewest, worth, len(seats), at

    fewest = min(len(table) for table in tables)
    return min(range(len(tables)), key=cost)
