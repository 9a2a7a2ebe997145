"""The people of a roster: one row read, and one row held against what is known."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from kdc_desktop.domain.kit.text import clean, fold, normalise, on_one_line, several_names, trimmed
from kdc_desktop.domain.people.address_list import addressed_alone
from kdc_desktop.domain.people.cells import (
    address_in,
    says_something,
    stands_for_nothing,
    without_aside,
)
from kdc_desktop.domain.people.denied_columns import coming_said, consent_said
from kdc_desktop.domain.people.fields import NAMING, ColumnPlan, PersonField
from kdc_desktop.domain.people.greeting import in_speaking_order
from kdc_desktop.domain.people.header_questions import bare
from kdc_desktop.domain.people.header_words import last_first_headers
from kdc_desktop.domain.people.name_parts import in_order_of_names
from kdc_desktop.domain.people.sector_guess import guess_sector
from kdc_desktop.domain.people.sectors import UNKNOWN, name_of
from kdc_desktop.domain.people.session_roles import session_role
from kdc_desktop.domain.people.standing import Standing, says_nothing_of_it
from kdc_desktop.domain.people.unnamed import is_unnamed
from kdc_desktop.domain.people.yes_no import limited_yes_or_no, yes_or_no

DETAILS = ("name", "email", "organisation", "department", "sector", "role", "badge")
"""What a row tells of a person and is compared, each an attribute of `RosterPerson`."""

_FIRST_COUNTS = (
    *(PersonField.EMAIL, PersonField.PHONE, PersonField.ORGANISATION, PersonField.DEPARTMENT),
    *(PersonField.JOB_TITLE, PersonField.ROLE, PersonField.BADGE),
)
_MAY_BE_BLANK = NAMING | {PersonField.EMAIL, PersonField.PHONE, PersonField.ORGANISATION}
_HEARD: Mapping[PersonField, Callable[[str], str]] = {
    PersonField.CONTACT_CONSENT: limited_yes_or_no,
    PersonField.PHOTO_CONSENT: yes_or_no,
}
_WORST_FIRST = (Standing.NOT_COMING, Standing.UNSURE, Standing.COMING)


@dataclass(frozen=True)
class RosterPerson:
    """A row of a roster; "" where a cell is blank. `sector` is a letter.

    Consents are "yes", "no" or "". `sector_said` are the words for a sector where they name none
    that we know, `status` is what was said of who comes, `own_id` the id that a workbook of
    ours gives, and `unnamed` what stands in the place of a name: “+1”. Of `offers` and `needs` each
    stands on a line of its own.
    """

    name: str
    email: str = ""
    organisation: str = ""
    department: str = ""
    sector: str = ""
    role: str = ""
    badge: str = ""
    phone: str = ""
    job_title: str = ""
    interests: str = ""
    offers: str = ""
    needs: str = ""
    notes: str = ""
    contact_consent: str = ""
    photo_consent: str = ""
    standing: Standing = Standing.COMING
    status: str = ""
    sector_said: str = ""
    own_id: str = ""
    unnamed: str = ""


@dataclass(frozen=True)
class KnownPerson(RosterPerson):
    """Somebody already in the database."""

    id: int = 0


def person_from_row(row: Sequence[str], headers: Sequence[str], plan: ColumnPlan) -> RosterPerson:
    """Read one row of cells as `plan_columns` or somebody else planned it.

    First and last name are joined, "Laine, Aino" becomes Aino Laine. Names and interests of several
    columns are joined, offers and needs become a line each, notes become “Header: value” lines, of
    other fields the first counts that is filled. A sector's words become its letter; unknown words
    become "".
    """
    cells = _cells(row, headers, plan)
    first = {what: next(iter(cells[what].values()), "") for what in _FIRST_COUNTS}
    addresses = map(address_in, cells[PersonField.EMAIL].values())
    first[PersonField.EMAIL] = next(filter(None, addresses), "")
    if PersonField.ID not in cells and not session_role(first[PersonField.ROLE]):
        said = first.pop(PersonField.ROLE)
        first[PersonField.JOB_TITLE] = first[PersonField.JOB_TITLE] or said
    sector = next(iter(cells[PersonField.SECTOR].values()), "").rstrip("; ")
    if fold(sector) == fold(name_of(UNKNOWN)):  # as a workbook of ours says of it
        sector = ""
    letter = guess_sector(sector) or ""
    name = _name(cells)
    unnamed = PersonField.ID not in cells and is_unnamed(name)
    standing, status = _standing(cells[PersonField.STATUS], headers, plan)
    return RosterPerson(
        name="" if unnamed else name,
        **{str(what): said for what, said in first.items()},
        interests=_together(one.strip("; ") for one in cells[PersonField.INTERESTS].values()),
        offers=_sayings(row, cells[PersonField.OFFERS]),
        needs=_sayings(row, cells[PersonField.NEEDS]),
        notes="\n".join(filter(None, (_notes(row, cells, headers), *_left_over(cells, headers)))),
        contact_consent=_consent(cells, PersonField.CONTACT_CONSENT, headers),
        photo_consent=_consent(cells, PersonField.PHOTO_CONSENT, headers),
        sector=letter,
        sector_said="" if letter else sector,
        standing=standing,
        status=status,
        own_id=next(
            reversed(list(cells[PersonField.ID].values())), ""
        ),  # after one of the row itself
        unnamed=name if unnamed else "",
    )


_Cells = Mapping[PersonField, Mapping[int, str]]  # by the place of the column


def _cells(row: Sequence[str], headers: Sequence[str], plan: ColumnPlan) -> _Cells:
    """What is filled, in the order of the columns."""
    cells: dict[PersonField, dict[int, str]] = defaultdict(dict)
    for place, what in (*sorted(plan.columns.items()), *sorted(plan.spare.items())):
        if place in plan.spare and cells.keys() & (NAMING if what in NAMING else {what}):
            continue
        said = on_one_line(row[place]) if place < len(row) else ""
        if says_something(said) and fold(said) not in plan.blanks and not _is_blank(what, said):
            cells[what][place] = said
    _part_names_from_addresses(cells)
    for place in cells[PersonField.NAME]:
        if place < len(headers) and bare(headers[place]) in last_first_headers():
            cells[PersonField.NAME][place] = _turned(cells[PersonField.NAME][place])
    cells[PersonField.LAST_NAME] = in_order_of_names(cells[PersonField.LAST_NAME], headers)
    return cells


def _part_names_from_addresses(cells: dict[PersonField, dict[int, str]]) -> None:
    """“Aino Laine, Kone, <…>” is a name, and an address and an organisation where there are none.

    An address alone is no name. What has no field stays in the notes; a cell of several people
    stays as it is.
    """
    for what in sorted(NAMING & cells.keys()):
        for place, said in [*cells[what].items()]:
            one = addressed_alone(said) if "@" in said else None
            if one is None:
                continue
            cells[what][place] = one.name
            if not one.name:
                del cells[what][place]
            addresses = map(address_in, cells[PersonField.EMAIL].values())
            organisations = cells[PersonField.ORGANISATION].values()
            email = next(filter(None, addresses), "")
            organisation = next(iter(organisations), "")
            if not email:
                cells[PersonField.EMAIL][place] = one.email
            if one.organisation and not organisation:
                cells[PersonField.ORGANISATION][place] = one.organisation
            others = (email, one.email), (organisation, one.organisation)
            if one.more or any(map(_are_two, others)):
                cells[PersonField.NOTES][place] = said


def _are_two(said: tuple[str, str]) -> bool:
    one, other = map(normalise, said)
    return bool(one and other) and one != other


def _is_blank(what: PersonField, said: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return what in _MAY_BE_BLANK and stands_for_nothing(said)


def _turned(name: str) -> str:
    """“Laine Aino” as it is said, where it is two words and no comma says it already."""
    words = name.split()
    sure = len(words) == 2 and "," not in name
    return _joined(reversed(words)) if sure else name


def _name(cells: _Cells) -> str:
    """First and last name; the whole one instead where it says more."""
    whole = in_speaking_order(without_aside(_joined(cells[PersonField.NAME].values())))
    parts = (*cells[PersonField.FIRST_NAME].values(), *cells[PersonField.LAST_NAME].values())
    split = _joined(parts)
    more = set(fold(split).split()) < set(fold(whole).split())
    return whole if more or not split else split


def _joined(names: Iterable[str]) -> str:
    return clean(" ".join(names))  # untranslated: a name


def _together(interests: Iterable[str]) -> str:
    return ", ".join(interests)  # untranslated: as it is kept


def _sayings(row: Sequence[str], places: Iterable[int]) -> str:
    """What somebody says in several columns, or with semicolons between."""
    said = (one for place in places for one in several_names(row[place]))
    return "\n".join(dict.fromkeys(one for one in said if says_something(one)))


def _told(headers: Sequence[str], place: int, said: str) -> str:
    header = clean(headers[place]).rstrip(":") if place < len(headers) else ""
    return f"{header}: {said}" if header else said  # untranslated: both are of the sheet


def _notes(row: Sequence[str], cells: _Cells, headers: Sequence[str]) -> str:
    """Under their headers; a workbook of ours has the notes themselves."""
    notes = {place: trimmed(row[place]) for place in cells[PersonField.NOTES]}
    if PersonField.ID in cells:
        return "\n".join(notes.values())
    return "\n".join(_told(headers, place, said) for place, said in notes.items())


def _standing(
    cells: Mapping[int, str], headers: Sequence[str], plan: ColumnPlan
) -> tuple[Standing, str]:
    """The worst that is said of whether somebody comes, and the words for it."""
    found: dict[Standing, str] = {}
    for place, said in cells.items():
        known = plan.standings.get(place, {}).get(fold(said))
        known = known or coming_said(_header(headers, place), said)
        if known is None and place not in plan.alike and not says_nothing_of_it(said):
            known = Standing.UNSURE  # nobody is taken in by a word that is not known
        if known is not None:
            found.setdefault(known, _told(headers, place, said))
    worst = next((one for one in _WORST_FIRST if one in found), None)
    return (Standing.COMING, "") if worst is None else (worst, found[worst])


def _left_over(cells: _Cells, headers: Sequence[str]) -> Iterator[str]:
    """What cells say that their field cannot hold, under their headers, so that nothing is lost."""
    for place, said in cells[PersonField.EMAIL].items():
        if said.count("@") > 1 or not address_in(said):
            yield _told(headers, place, said)
    for field, hears in _HEARD.items():
        for place, said in cells[field].items():
            if not consent_said(_header(headers, place), said, hears):
                yield _told(headers, place, said)
    roles = [*cells[PersonField.ROLE].items()][:1]
    for place, said in roles:
        if PersonField.ID not in cells and cells[PersonField.JOB_TITLE] and not session_role(said):
            yield _told(headers, place, said)


def _consent(cells: _Cells, field: PersonField, headers: Sequence[str]) -> str:
    hears = _HEARD[field]
    said = {consent_said(_header(headers, at), cell, hears) for at, cell in cells[field].items()}
    return "no" if "no" in said else "yes" if "yes" in said else ""


def _header(headers: Sequence[str], place: int) -> str:
    return headers[place] if place < len(headers) else ""


def merged(known: RosterPerson, incoming: RosterPerson) -> RosterPerson:
    """What is known after a row has been applied: a blank cell never erases what is known.

    A sector belongs to the organisation beside it: in a row without one it only fills a gap.
    """
    values = {
        one.name: getattr(incoming, one.name) or getattr(known, one.name)
        for one in fields(RosterPerson)
    }
    values |= {d: clean(getattr(incoming, d)) or clean(getattr(known, d)) for d in DETAILS}
    if known.organisation and known.sector and not incoming.organisation:
        values["sector"] = known.sector
    if values["sector"]:
        values["sector_said"] = ""
    return RosterPerson(**values)
