"""People and the organisations they speak for."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlalchemy import func, select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sizes import SIZE_WORDS
from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import _, lazy, sentences
from kdc_desktop.interchange.workbook import Column, Kind, Reader, Table
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.kit.who import SECTOR_WORDS, Who
from kdc_desktop.services.people.consents import (
    CONSENT_TITLES,
    consent_sentence,
    newest_consents,
)
from kdc_desktop.services.people.joins import VisitsOf
from kdc_desktop.services.people.rows import ConsentRow
from kdc_desktop.storage.belonging import people_named, people_shown, rows_named

_PEOPLE = (
    key_of("Person"),
    Column(lazy("Name"), filled=True, means=lazy("What the person is called.")),
    Column(lazy("E-mail"), stays=True, means=lazy("Where they read letters.")),
    id_of("Organisation"),
    Column(lazy("Organisation"), means=lazy("For whom they speak.")),
    id_of("Department"),
    Column(lazy("Department"), means=lazy("The part of it for which they speak.")),
    Column(lazy("Sector"), words=SECTOR_WORDS, means=lazy("The sector they count in.")),
    Column(
        lazy("Sessions attended"),
        Kind.NUMBER,
        stays=True,
        filled=True,
        means=lazy("To how many sessions they came."),
    ),
    Column(
        lazy("In the file since"),
        Kind.DATETIME,
        aside=True,
        stays=True,
        filled=True,
        means=lazy("When they were written down first."),
    ),
    Column(lazy("Notes"), aside=True, stays=True, means=lazy("What was noted of them.")),
    Column(lazy("Phone"), stays=True, means=lazy("Where they are called.")),
    Column(lazy("Job title"), aside=True, stays=True, means=lazy("What they work as.")),
    Column(lazy("Interests"), aside=True, stays=True, means=lazy("What they care for.")),
    *(
        Column(
            title,
            Kind.BOOL,
            aside=True,
            stays=True,
            means=lazy("What they said last; empty where they were not asked."),
        )
        for title in CONSENT_TITLES.values()
    ),
    Column(lazy("Consents"), aside=True, stays=True, reader=Reader.PEOPLE),
)
_KNOWN = select(
    Person.id,
    Person.email,
    Person.department_id,
    Person.notes,
    Person.created_at,
    Person.phone,
    Person.job_title,
    Person.interests,
).order_by(Person.id)
_GROUPS = Column(
    lazy("Groups at most"),
    Kind.NUMBER,
    aside=True,
    stays=True,
    means=lazy("In how many groups of one evening it can be; empty for no limit."),
)
_ORGANISATIONS = (
    key_of("Organisation"),
    Column(lazy("Name"), filled=True, means=lazy("What the organisation is called.")),
    Column(lazy("Sector"), words=SECTOR_WORDS, filled=True, means=lazy("The sector it counts in.")),
    Column(lazy("Departments"), means=lazy("The names of its departments, a line each.")),
    Column(
        lazy("People"),
        Kind.NUMBER,
        stays=True,
        filled=True,
        means=lazy("How many people of the club speak for it."),
    ),
    Column(lazy("Notes"), aside=True, stays=True, means=lazy("What was noted of it.")),
    Column(
        lazy("Size"),
        words=tuple(SIZE_WORDS.items()),
        aside=True,
        stays=True,
        means=lazy("How large it is, where somebody has said it."),
    ),
    _GROUPS,
)
_DEPARTMENTS = (
    key_of("Department"),
    Column(lazy("Department"), filled=True, means=lazy("What the department is called.")),
    id_of("Organisation"),
    Column(lazy("Organisation"), filled=True, means=lazy("The organisation that it is a part of.")),
    Column(
        lazy("People"),
        Kind.NUMBER,
        stays=True,
        filled=True,
        means=lazy("How many people of the club speak for it."),
    ),
    _GROUPS,
)


def people(visits_of: VisitsOf, speak: Callable[[Source], set[int]], source: Source) -> Table:
    """Everybody of the club, or everybody whom a row of the session names, or who is said to
    `speak` for somebody in it."""
    visits = visits_of(source.snapshot, None)
    named = source.once(_people_named) | source.once(speak)
    told_of = source.once(_people_told_of)
    rows: list[Line] = []
    found, consents = source.snapshot.execute(_KNOWN), newest_consents(source.snapshot, source.day)
    for key, email, department_id, notes, created_at, *details in sorted(
        found, key=lambda row: in_order(source.people[row[0]].name)
    ):
        if (source.shares or not source.every_session) and key not in named:
            continue
        if source.known_once(key) != key:
            continue
        who = source.people[key]
        if key not in told_of:
            who, department_id = Who(who.name, None, "", "", ""), None
        rows.append(
            (
                key,
                who.name,
                email,
                who.organisation_id,
                who.organisation,
                department_id,
                who.department,
                who.letter or None,
                visits[key].sessions if key in visits else 0,
                source.by_clock(created_at, None),
                notes,
                *details,
                *_allowed(consents.get(key, {})),
            )
        )
    care = _("Names, addresses and phone numbers are personal data: share them with care.")
    notes_given = () if source.shares else (care,)
    purpose = lazy("Everybody who is named here, and for whom they speak.")
    table = Table(name="People", title=lazy("People"), columns=_PEOPLE, rows=rows)
    return replace(table, notes=notes_given, purpose=purpose)


def _allowed(said: Mapping[ConsentKind, ConsentRow]) -> tuple[bool | str | None, ...]:
    """What counts of each kind, empty where nothing was said, and all of it in sentences."""
    told = [consent_sentence(kind, said[kind]) for kind in CONSENT_TITLES if kind in said]
    given = (said[kind].given if kind in said else None for kind in CONSENT_TITLES)
    return (*given, sentences(told))


def organisations(source: Source) -> Table:
    """Every organisation of the club with its departments."""
    departments: dict[int, list[str]] = {}
    parts = source.snapshot.execute(
        select(Department.organisation_id, Department.name, Department.id)
    )
    named, named_parts = _named(source, Organisation), source.once(_parts_named)
    for organisation_id, name, key in sorted(parts, key=lambda row: in_order(row[1])):
        if key in named_parts:
            departments.setdefault(organisation_id, []).append(name)
    people_of = _people_by(source, "organisation_id")
    rows = [
        (
            organisation.id,
            organisation.name,
            organisation.sector,
            "\n".join(departments.get(organisation.id, ())),
            people_of.get(organisation.id, 0),
            organisation.notes,
            organisation.size,
            organisation.most_groups,
        )
        for organisation in sorted(
            source.snapshot.scalars(select(Organisation).order_by(Organisation.id)),
            key=lambda one: in_order(one.name),
        )
        if organisation.id in named
    ]
    return Table(
        name="Organisations",
        title=lazy("Organisations"),
        columns=_ORGANISATIONS,
        rows=rows,
        purpose=lazy("The organisations that people speak for, with their sectors."),
    )


def departments(source: Source) -> Table:
    """Every department with the organisation it is a part of."""
    people_of, named = _people_by(source, "department_id"), source.once(_parts_named)
    found = source.snapshot.execute(
        select(
            Department.id,
            Department.name,
            Organisation.id,
            Organisation.name,
            Department.most_groups,
        )
        .join(Organisation, Organisation.id == Department.organisation_id)
        .order_by(Department.id)
    )
    rows = [
        (key, name, organisation_id, organisation, people_of.get(key, 0), most)
        for key, name, organisation_id, organisation, most in sorted(
            found, key=lambda row: (in_order(row[3]), row[2], in_order(row[1]))
        )
        if key in named
    ]
    return Table(
        name="Departments",
        title=lazy("Departments"),
        columns=_DEPARTMENTS,
        rows=rows,
        purpose=lazy("The parts of organisations that speak for themselves."),
    )


def _people_named(source: Source) -> set[int]:
    """What others get names nobody for what lies in the trash."""
    named = people_shown if source.shares else people_named
    found = named(source.snapshot, list(source.sessions), outside=source.every_session)
    return set(map(source.known_once, found))


def _people_told_of(source: Source) -> set[int]:
    """Those for whom they speak is told, too: others get no more of an author than the name."""
    if not source.shares:
        return set(source.people)
    outside = source.every_session
    shown = people_shown(source.snapshot, list(source.sessions), there=True, outside=outside)
    return set(map(source.known_once, shown))


def _parts_named(source: Source) -> set[int]:
    return _named(source, Department)


def _named(source: Source, entity: type[Organisation | Department]) -> set[int]:
    """Those that the sheets may speak of: of all, or of those that the sessions name."""
    if not source.shares:
        return set(source.snapshot.scalars(select(entity.id)))
    column = Person.organisation_id if entity is Organisation else Person.department_id
    people = source.once(_people_told_of)
    spoken_for = source.snapshot.execute(select(Person.id, column))
    keys = {key for person_id, key in spoken_for if key is not None and person_id in people}
    outside = source.every_session
    return keys | rows_named(source.snapshot, entity, list(source.sessions), outside=outside)


def _people_by(source: Source, column_name: str) -> dict[int, int]:
    column = getattr(Person, column_name)
    counted = select(column, func.count()).where(column.is_not(None)).group_by(column)
    return dict(source.snapshot.execute(counted).all())
