"""How large organisations are, and in how many groups of one evening they can take part."""

from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.people import Department, Organisation
from kdc_desktop.model.values import MANY_GROUPS
from kdc_desktop.storage import Database


def say_size(database: Database, organisation_id: int, size: OrganisationSize | None) -> None:
    """How large an organisation is; None where nobody knows."""
    with database.read() as snapshot:
        name = snapshot.get_one(Organisation, organisation_id).name
    with database.edit(lazy("Noted how large {name} is", name=name)) as edit:
        edit.get_one(Organisation, organisation_id).size = size


def limit_groups(database: Database, organisation_id: int, most: int | None) -> None:
    """In how many groups of one evening an organisation can take part; None is no limit.

    Raises:
        UserError: that is no number of groups.
    """
    _limit(database, Organisation, organisation_id, most)


def limit_groups_of_department(database: Database, department_id: int, most: int | None) -> None:
    """The same of a department of one.

    Raises:
        UserError: that is no number of groups.
    """
    _limit(database, Department, department_id, most)


def _limit(
    database: Database, kind: type[Organisation | Department], key: int, most: int | None
) -> None:
    _check(most)
    with database.read() as snapshot:
        name = snapshot.get_one(kind, key).name
    with database.edit(lazy("Noted in how many groups {name} can be", name=name)) as edit:
        edit.get_one(kind, key).most_groups = most


def number_of_groups(typed: str) -> int | None:
    """What somebody types for a number of groups; nothing is no limit.

    Raises:
        UserError: it is no number of groups.
    """
    typed = typed.strip()
    if not typed:
        return None
    most = int(typed) if typed.isdecimal() else -1
    _check(most)
    return most


def _check(most: int | None) -> None:
    if most is not None and not 0 <= most <= MANY_GROUPS:
        raise UserError(
            _("Write a number of groups from 0 to {most}, or nothing.", most=MANY_GROUPS)
        )
