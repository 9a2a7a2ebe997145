"""Who stays at their table when everybody else is seated anew."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from kdc_desktop.domain.seating.states import SeatRole
from kdc_desktop.services.seating.rows import RoundRow

Pins = Mapping[tuple[int, int], int]
"""The table of a person in a round, both counted from 0."""


def pins_of(
    replaced: Sequence[RoundRow], here: Collection[int], tables: int, rounds: int
) -> dict[tuple[int, int], int]:
    """Who was pinned in the rounds that are replaced, and hosts in all of them.

    Where there are fewer tables than before, or too few people for all of them, some are free.
    """
    found: dict[tuple[int, int], int] = {}
    for (number, person_id), table in _wanted(replaced, rounds):
        if person_id in here and table < tables and (number, person_id) not in found:
            tried = {**found, (number, person_id): table}
            if sum(most_at(tried, tables)) <= len(here):
                found = tried
    return found


def most_at(pins: Pins, tables: int) -> list[int]:
    """How many are pinned at each table in the round in which they are most."""
    counts = Counter((number, table) for (number, _person), table in pins.items())
    most = [0] * tables
    for (_number, table), count in counts.items():
        most[table] = max(most[table], count)
    return most


def _wanted(replaced: Sequence[RoundRow], rounds: int) -> Iterator[tuple[tuple[int, int], int]]:
    for number, round_ in enumerate(replaced):
        for table in round_.tables:
            for seat in table.seats:
                if seat.role is SeatRole.HOST:
                    yield from (((at, seat.person.person_id), table.place) for at in range(rounds))
                elif seat.pinned and number < rounds:
                    yield (number, seat.person.person_id), table.place
