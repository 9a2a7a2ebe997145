"""Hold the rows of a sheet against the people known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kdc_desktop.domain.kit.text import clean, normalise
from kdc_desktop.domain.people.matching import match_people
from kdc_desktop.domain.people.roster import KnownPerson, RosterPerson
from kdc_desktop.domain.people.sectors import RESIDENTS, name_of
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import _, sentences
from kdc_desktop.services.people.known import KnownPeople

NOBODY = RosterPerson("")


@dataclass(frozen=True)
class ImportRow:
    """A row of the sheet (`number` from 1, the header not counted) and what would become of it.

    `sentence` says what would change or what to mend, `person_id` is whom the row matches.
    """

    number: int
    person: RosterPerson
    state: MatchState
    sentence: str
    person_id: int | None = None


def matched_rows(known: KnownPeople, people: Sequence[RosterPerson]) -> list[ImportRow]:
    """What importing each row would do to the people known now.

    A role and a badge code belong to a session, so they never make somebody new or changed.
    """
    organisations = {normalise(row[0]): row for row in known.organisations.values()}
    parts = (name for name, _at in known.departments.values())
    spelled = _spelled(people, organisations, parts)
    clashes = _badge_clashes(spelled)
    matches = match_people(
        [
            NOBODY if at in clashes else replace(one, role="", badge="")
            for at, one in enumerate(spelled)
        ],
        _everybody(known),
    )
    rows = []
    for at, (person, match) in enumerate(zip(spelled, matches, strict=True)):
        sentence = clashes.get(at, match.sentence)
        if match.state is MatchState.NEW:
            sentence = sentences([sentence, _aside(people[at], person, organisations)])
        rows.append(ImportRow(at + 1, person, match.state, sentence, match.person_id))
    return rows


def _everybody(known: KnownPeople) -> list[KnownPerson]:
    organisations, departments = known.organisations, known.departments
    return [
        KnownPerson(
            name=name,
            email=email,
            organisation=organisations[at][0] if at is not None else "",
            department=departments[part][0] if part is not None else "",
            sector=organisations[at][1] if at is not None else "",
            id=key,
        )
        for key, (name, email, at, part) in known.people.items()
    ]


def _spelled(
    people: Sequence[RosterPerson],
    organisations: dict[str, tuple[str, str]],
    departments: Iterable[str],
) -> list[RosterPerson]:
    """The rows with organisations and departments spelled as they are known, or come first."""
    names = {key: name for key, (name, _) in organisations.items()}
    parts = {normalise(name): name for name in departments}
    spelled = []
    for person in people:
        organisation, department = clean(person.organisation), clean(person.department)
        if organisation:
            organisation = names.setdefault(normalise(organisation), organisation)
            department = parts.setdefault(normalise(department), department)
            sector = person.sector
        else:
            department = sector = ""
        spelled.append(
            replace(person, organisation=organisation, department=department, sector=sector)
        )
    return spelled


def _badge_clashes(people: Sequence[RosterPerson]) -> dict[int, str]:
    """By place of the row: which badge code is in an earlier row already."""
    first: dict[str, int] = {}
    clashes = {}
    for at, person in enumerate(people):
        earlier = first.setdefault(normalise(person.badge), at) if person.badge else at
        if earlier != at:
            clashes[at] = _(
                "Badge code {code} is in row {row} already: change one of them.",
                code=person.badge,
                row=str(earlier + 1),
            )
    return clashes


def _aside(
    given: RosterPerson, person: RosterPerson, organisations: dict[str, tuple[str, str]]
) -> str:
    """What else a new row does: to the sector of its organisation, or of its own."""
    if given.sector and not person.organisation and given.sector != RESIDENTS:
        return _("Without an organisation they count as a resident.")
    name, sector = organisations.get(normalise(person.organisation), ("", ""))
    if not sector or person.sector in ("", sector):
        return ""
    return _(
        "{organisation} moves from {before} to {after}.",
        organisation=name,
        before=name_of(sector),
        after=name_of(person.sector),
    )
