"""Who the people of a club's past are: by the rules of every list of people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kdc_desktop.domain.kit.text import fold, normalise
from kdc_desktop.domain.past.layout import PastCell
from kdc_desktop.domain.people.address_list import Addressed, addressed_alone
from kdc_desktop.domain.people.greeting import in_speaking_order
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.sector_guess import guess_sector
from kdc_desktop.domain.people.states import Answer, MatchState
from kdc_desktop.domain.people.units import units_of
from kdc_desktop.interchange.past_in import PastLine
from kdc_desktop.services.past.rows import PastChoices
from kdc_desktop.services.people.known import KnownPeople
from kdc_desktop.services.people.matching import ImportRow, RowsOfList, rows_matched


@dataclass(frozen=True)
class PastPerson:
    """Somebody whom rows tell of, by their place among all; `found` is what the rules say."""

    place: int
    found: ImportRow

    @property
    def waits(self) -> bool:
        """Whether they stay out: because somebody said so, or because nobody has answered yet."""
        return self.found.state in (MatchState.ASKED, MatchState.LEFT_OUT)


def past_people(
    known: KnownPeople, lines: Sequence[PastLine], choices: PastChoices
) -> dict[int, PastPerson]:
    """Who is meant by each of these lines, by its place; lines without a name are nobody's.

    The lines of one person are taken together, and an answer to one of them is for all. What is
    known of somebody is newer than their past, so that only those who are new get what it says.
    """
    units = units_of(_said(lines, choices.sectors), {})
    answers: dict[int, Answer] = {}
    for place, unit in enumerate(units, 1):
        given = (choices.answers.get(lines[at].key) for at in unit.rows)
        if answer := next(filter(None, given), None):
            answers[place] = answer
    people = [unit.person for unit in units]
    found: dict[int, PastPerson] = {}
    for place, (unit, row) in enumerate(zip(units, _matched(known, people, answers), strict=True)):
        if row.state is MatchState.CHANGED:
            row = replace(row, state=MatchState.SAME)
        found |= dict.fromkeys(unit.rows, PastPerson(place, row))
    return found


def _matched(
    known: KnownPeople, people: Sequence[RosterPerson], answers: Mapping[int, Answer]
) -> list[ImportRow]:
    """As rows of one list; but its rows are of many evenings, so that they do not tell apart two
    names at an address that is known: that is asked about."""
    rows = rows_matched(known, RowsOfList(people, range(1, len(people) + 1), answers=answers))
    addresses = {normalise(one.email) for one in known.people.values() if one.email}
    for at, row in enumerate(rows):
        if row.state is MatchState.NEW and normalise(row.person.email) in addresses:
            alone = RowsOfList([people[at]], [row.number], answers=answers)
            rows[at] = rows_matched(known, alone)[0]
    return rows


def sectors_asked(lines: Iterable[PastLine]) -> dict[str, int]:
    """The words for sectors that are not known, and how many people of organisations have each."""
    people: dict[str, set[tuple[str, str]]] = {}
    spelled: dict[str, str] = {}
    for line in lines:
        word = line.cells.get(PastCell.SECTOR, "")
        if word and guess_sector(word) is None and line.cells[PastCell.ORGANISATION]:
            who = normalise(line.cells[PastCell.NAME]), normalise(line.cells[PastCell.EMAIL])
            people.setdefault(spelled.setdefault(fold(word), word), set()).add(who)
    return {word: len(found) for word, found in people.items()}


def _said(lines: Sequence[PastLine], sectors: Mapping[str, str]) -> dict[int, RosterPerson]:
    letters = {fold(word): letter for word, letter in sectors.items()}

    def sector_of(line: PastLine) -> str:
        word = line.cells.get(PastCell.SECTOR, "")
        return guess_sector(word) or letters.get(fold(word), "")

    def person_of(line: PastLine) -> RosterPerson:
        name, email = line.cells[PastCell.NAME], line.cells[PastCell.EMAIL]
        one = addressed_alone(name) or Addressed(name)  # “Aino Laine <…>” is a name and an address
        organisation = line.cells[PastCell.ORGANISATION] or one.organisation
        name = in_speaking_order(one.name)
        return RosterPerson(name, email or one.email, organisation, sector=sector_of(line))

    return {at: person_of(line) for at, line in enumerate(lines) if line.cells[PastCell.NAME]}
