"""Who the people of a club's past are: by the rules of every list of people."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kdc_desktop.domain.past.layout import PastCell
from kdc_desktop.domain.people.greeting import in_speaking_order
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.sector_guess import guess_sector
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.domain.people.units import units_of
from kdc_desktop.interchange.past_in import PastLine
from kdc_desktop.services.people.known import KnownPeople
from kdc_desktop.services.people.matching import ImportRow, matched_rows


@dataclass(frozen=True)
class PastPerson:
    """Somebody whom rows tell of, by their place among all; `found` is what the rules say."""

    place: int
    found: ImportRow


def past_people(known: KnownPeople, lines: Sequence[PastLine]) -> dict[int, PastPerson]:
    """Who is meant by each of these lines, by its place; lines without a name are nobody's.

    The lines of one person are taken together. What is known of somebody is newer than their past,
    so that only those who are new get what it says.
    """
    rows = {
        at: RosterPerson(
            in_speaking_order(line.cells[PastCell.NAME]),
            line.cells[PastCell.EMAIL],
            line.cells[PastCell.ORGANISATION],
            sector=guess_sector(line.cells.get(PastCell.SECTOR, "")) or "",
        )
        for at, line in enumerate(lines)
        if line.cells[PastCell.NAME]
    }
    units = units_of(rows, {})
    found: dict[int, PastPerson] = {}
    for place, (unit, row) in enumerate(
        zip(units, matched_rows(known, [unit.person for unit in units]), strict=True)
    ):
        if row.state is MatchState.CHANGED:
            row = replace(row, state=MatchState.SAME)
        found |= dict.fromkeys(unit.rows, PastPerson(place, row))
    return found
