"""A member whom the club does not know yet is added by what is typed."""

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.one_line import name_and_organisation
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.services.consortia.joining import JoinerRow, joiners
from kdc_desktop.services.people.adding_by_line import add_by_line
from kdc_desktop.services.people.organisations import add_organisation
from kdc_desktop.storage import Database


def add_member_by_line(database: Database, consortium_id: int, line: str) -> JoinerRow:
    """Add an organisation, or a person and the organisation behind a comma, which then is meant.

    Raises:
        UserError: there is no name, it is too long, or the organisation is a member already.
    """
    name, organisation = name_and_organisation(line)
    if organisation:
        add_by_line(database, line)
    else:
        add_organisation(database, name, None)
    wanted = fold(organisation or name)
    for row in joiners(database, consortium_id):
        if fold(row.name) == wanted:
            return row
    raise UserError(_("{organisation} is a member already.", organisation=organisation))
