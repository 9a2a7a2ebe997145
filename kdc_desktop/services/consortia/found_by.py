"""By which names consortia are found, besides what a list says of them."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select

from kdc_desktop.model.consortia import Member
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.storage import Database
from kdc_desktop.storage.fast import Quick

_NAMES = Quick(
    select(Member.consortium_id, Organisation.name, Department.name, Person.name)
    .outerjoin(Organisation, Organisation.id == Member.organisation_id)
    .outerjoin(Department, Department.id == Member.department_id)
    .outerjoin(Person, Person.id == Member.person_id)
)


def member_names(database: Database) -> Mapping[int, str]:
    """The names of all members of each consortium, of those who have left as well, in one text."""
    found: dict[int, list[str]] = defaultdict(list)
    with database.read() as snapshot:
        for key, *names in _NAMES.rows(snapshot):
            found[key] += filter(None, names)
    return {key: "\n".join(names) for key, names in found.items()}
