"""Hold the rows of a list against the people known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kdc_desktop.domain.kit.text import clean, normalise
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.match_sentences import MatchDoubt
from kdc_desktop.domain.people.matching import match_people
from kdc_desktop.domain.people.roster import KnownPerson, RosterPerson
from kdc_desktop.domain.people.roster_match import RosterMatch
from kdc_desktop.domain.people.sectors import RESIDENTS, UNKNOWN, name_of
from kdc_desktop.domain.people.states import Answer, MatchState
from kdc_desktop.i18n import _, listed_apart, sentences
from kdc_desktop.instants import Instant
from kdc_desktop.services.people.consent_words import ConsentSaid, consents_said, words_for
from kdc_desktop.services.people.fields_left_out import Fitting
from kdc_desktop.services.people.known import KnownPeople
from kdc_desktop.services.people.other_names import OtherNames
from kdc_desktop.services.people.sayings import Saying, new_sayings, sayings_told


@dataclass(frozen=True)
class ImportRow:
    """A row of a list, by its number in the sheet, and what would become of it.

    `sentence` says what would change, what is asked or what to mend, `person_id` is whom the row
    matches, `renames` that they get its name; `offers` are the answers there are, `why` is what was
    asked of one that does not come in. `consents` are taken over with it, and `sayings`: what they
    offer and need and have not said before. `left` are the fields that it fills and of which
    nothing is taken over. `leaves` says of somebody on the list of the
    session who is not coming whether they are taken off it. `says_sector` that it says the sector
    of its organisation, be it the one it has.
    """

    number: int
    person: RosterPerson
    state: MatchState
    sentence: str
    person_id: int | None = None
    renames: bool = False
    offers: tuple[Answer, ...] = ()
    consents: tuple[ConsentSaid, ...] = ()
    sayings: tuple[Saying, ...] = ()
    left: frozenset[PersonField] = frozenset()
    leaves: bool | None = None
    why: MatchDoubt | None = None
    says_sector: bool = False

    @property
    def key(self) -> int:
        """What it is known by in its list."""
        return self.number


@dataclass(frozen=True)
class RowsOfList:
    """Rows to match: what they are called, when they were written, and the name of their file.

    With `moves` their sectors count more than those that organisations have. `echo` are those of a
    workbook of ours, in which a sector that was guessed stands as it was written.
    """

    people: Sequence[RosterPerson]
    numbers: Sequence[int]
    answered: Sequence[Instant | None] = ()
    source: str = ""
    answers: Mapping[int, Answer] = field(default_factory=dict)  # by number
    moves: bool = False
    echo: bool = False


def matched_rows(known: KnownPeople, people: Sequence[RosterPerson]) -> list[ImportRow]:
    """What importing people would do to those known now; they are counted from 1."""
    return rows_matched(known, RowsOfList(people, range(1, len(people) + 1)))


def rows_matched(known: KnownPeople, rows: RowsOfList) -> list[ImportRow]:
    """What importing each row would do to the people known now.

    A field that cannot be taken over is left out and said; it never keeps a person out.
    """
    if not rows.people:
        return []
    others, given = OtherNames(known), rows.people
    rows = replace(rows, people=[others.as_known(person) for person in given])
    fitting = Fitting(known, rows.numbers)
    spelled = _Spelled(known, rows).all()
    fitted = [fitting.person(at, person) for at, person in enumerate(spelled.people)]
    answers = {
        at: rows.answers[number] for at, number in enumerate(rows.numbers) if number in rows.answers
    }
    matches = match_people(fitted, _everybody(known), answers, rows.numbers)
    found = []
    for at, match in enumerate(matches):
        asides = [others.aside(given[at], rows.people[at]), spelled.asides.get(at, "")]
        if match.state.comes_in:
            match, said = fitting.badge(at, match)
            asides += [*fitting.said(at), said]
        row = spelled.confirming(at, _row(known, rows, at, match))
        row = replace(row, left=spelled.left(at, fitting.fields(at)))
        if row.state is MatchState.NEW:
            asides.append(_without_organisation(rows.people[at]))
        comes_in = row.state.comes_in
        found.append(replace(row, sentence=sentences([row.sentence, *asides])) if comes_in else row)
    return found


def _row(known: KnownPeople, rows: RowsOfList, at: int, match: RosterMatch) -> ImportRow:
    row = ImportRow(
        rows.numbers[at],
        match.person,
        match.state,
        match.sentence,
        match.person_id,
        match.renames,
        match.offers,
        why=match.why,
    )
    if not match.state.comes_in:
        return row
    when = rows.answered[at] if rows.answered else None
    consents = consents_said(known, match.person, match.person_id, when, rows.source)
    sayings = new_sayings(match.person, known.sayings.get(match.person_id or 0, frozenset()))
    row = replace(row, consents=consents, sayings=sayings)
    if not (consents or sayings) or match.state is MatchState.NEW:
        return row
    return replace(row, state=MatchState.CHANGED, sentence=_told_besides(known, row))


def _told_besides(known: KnownPeople, row: ImportRow) -> str:
    """What a row changes of somebody known: of themselves, what they allow, offer and need."""
    allowed = listed_apart(str(words_for(one)) for one in row.consents)
    said = sayings_told(row.sayings)
    if row.state is MatchState.CHANGED:
        consent = _("Consent: {changes}.", changes=allowed) if allowed else ""
        besides = _("Besides, {said}.", said=said) if said else ""
        return sentences(filter(None, (row.sentence, consent, besides)))
    name = known.people[row.person_id].name if row.person_id else row.person.name
    changes = listed_apart(filter(None, (allowed, said)))
    return _("{name}: {changes}.", name=name, changes=changes)


def _everybody(known: KnownPeople) -> list[KnownPerson]:
    organisations, departments = known.organisations, known.departments
    none = ("", "")
    return [
        KnownPerson(
            name=row.name,
            email=row.email,
            organisation=organisations.get(row.organisation_id or 0, none)[0],
            department=departments.get(row.department_id or 0, none)[0],
            sector=organisations.get(row.organisation_id or 0, none)[1],
            phone=row.phone,
            job_title=row.job_title,
            interests=row.interests,
            notes=row.notes,
            id=key,
        )
        for key, row in known.people.items()
    ]


class _Spelled:
    """Rows with organisations and departments spelled as they are known, or come first; and with
    the sector of the organisation as it is known, or comes first."""

    def __init__(self, known: KnownPeople, rows: RowsOfList) -> None:
        self._rows = rows
        self._names = {normalise(name): name for name, _sector in known.organisations.values()}
        self._former = known.former
        self._parts = {normalise(name): name for name, _at in known.departments.values()}
        told = {key: one for key, one in known.organisations.items() if one[1] != UNKNOWN}
        self._told = {normalise(name): sector for name, sector in told.values()}
        guessed = {normalise(told[key][0]) for key in known.guessed & told.keys()}
        self._guessed = {key: self._told[key] for key in guessed}
        self._sectors = {
            key: sector
            for key, sector in self._told.items()
            if not rows.moves and key not in guessed
        }
        self._says: set[int] = set()
        self._confirmed: set[str] = set()
        self.people: list[RosterPerson] = []
        self.asides: dict[int, str] = {}

    def all(self) -> "_Spelled":
        """These rows."""
        for at, person in enumerate(self._rows.people):
            self.people.append(self._one(at, person))
        return self

    def confirming(self, at: int, row: ImportRow) -> ImportRow:
        """A row with whether it says a sector; the first that just confirms a guess changes it."""
        if at not in self._says or not row.state.comes_in:
            return row
        name, sector = self.people[at].organisation, self.people[at].sector
        key = normalise(name)
        confirms = self._guessed.get(key) == sector and key not in self._confirmed
        self._confirmed.add(key)
        if not confirms or row.state is not MatchState.SAME:
            return replace(row, says_sector=True)
        sentence = _(
            "The sector of {organisation} was guessed from its name; this row confirms it: "
            "{sector}.",
            organisation=name,
            sector=name_of(sector),
        )
        return replace(row, state=MatchState.CHANGED, sentence=sentence, says_sector=True)

    def left(self, at: int, fields: Iterable[PersonField]) -> frozenset[PersonField]:
        """Those fields of a row, and its sector where the organisation stays in another."""
        return frozenset((*fields, PersonField.SECTOR) if at in self.asides else fields)

    def _one(self, at: int, person: RosterPerson) -> RosterPerson:
        organisation, department = clean(person.organisation), clean(person.department)
        organisation = self._former.get(normalise(organisation), organisation)
        if not organisation:
            return replace(person, organisation="", department="", sector="")
        key = normalise(organisation)
        organisation = self._names.setdefault(key, organisation)
        department = self._parts.setdefault(normalise(department), department)
        said = person.sector
        told = self._told.get(key)
        if told and (said == UNKNOWN or (self._rows.echo and said == self._guessed.get(key))):
            sector = said = told  # it says no more than is known
        else:
            sector = self._sectors.setdefault(key, said) if said else ""
            if sector and sector == said:
                self._says.add(at)
        if sector != said:
            self.asides[at] = _(
                "{organisation} stays in {sector}, though this row says {other}.",
                organisation=organisation,
                sector=name_of(sector),
                other=name_of(said),
            )
        return replace(person, organisation=organisation, department=department, sector=sector)


def _without_organisation(given: RosterPerson) -> str:
    """What becomes of a sector that belongs to nobody."""
    if given.sector in ("", RESIDENTS) or clean(given.organisation):
        return ""
    return _("Without an organisation they count as a resident.")
