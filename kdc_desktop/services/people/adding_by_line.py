"""Somebody whom the club does not know yet is added by what is typed: "Aino, Harbour Mobility"."""

from kdc_desktop.domain.people.one_line import name_and_organisation
from kdc_desktop.services.people.people import add_person
from kdc_desktop.storage import Database


def add_by_line(database: Database, line: str) -> int:
    """Add a person by name, with the organisation that stands behind a comma; their id.

    Raises:
        UserError: there is no name, or it is too long.
    """
    name, organisation = name_and_organisation(line)
    return add_person(database, name, organisation_name=organisation)
