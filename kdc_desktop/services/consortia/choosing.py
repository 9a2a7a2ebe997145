"""People and stakeholders to choose from by name, each by words of its own."""

from collections.abc import Mapping

from sqlalchemy import select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import _
from kdc_desktop.model.people import Organisation, Person, PersonMerge
from kdc_desktop.services.attendance.namesakes import namesakes_in
from kdc_desktop.storage import Database, Snapshot


def people_to_choose(database: Database) -> dict[str, int]:
    """Everybody whom the club knows, by what they are called, in the order of that."""
    with database.read() as snapshot:
        return called(snapshot, everybody(snapshot))


def everybody(snapshot: Snapshot, *, residents: bool = False) -> list[tuple[int, str, str]]:
    """The id, name and organisation of people; of somebody known twice only whom they became."""
    gone = select(PersonMerge.person_id)
    query = (
        select(Person.id, Person.name, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Person.id.not_in(gone))
    )
    if residents:
        query = query.where(Person.organisation_id.is_(None))
    return [(key, name, at or "") for key, name, at in snapshot.execute(query) if name]


def called(snapshot: Snapshot, people: list[tuple[int, str, str]]) -> dict[str, int]:
    """These people by words that tell each from the others."""
    apart = namesakes_in(snapshot, [(key, name) for key, name, _at in people])
    by_label = {_label(one, apart): one[0] for one in people}
    return dict(sorted(by_label.items(), key=lambda one: in_order(one[0])))


def _label(one: tuple[int, str, str], apart: Mapping[int, str]) -> str:
    key, name, organisation = one
    if organisation:
        name = _("{person}, {organisation}", person=name, organisation=organisation)
    told = apart.get(key)
    return _("{person} ({apart})", person=name, apart=told) if told else name
