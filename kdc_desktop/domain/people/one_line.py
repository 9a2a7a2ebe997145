"""A person said in one line, as it is typed at the door or copied out of a letter."""

import re

from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.domain.people.address_list import people_addressed

_ADDRESS = re.compile(r"<?([^\s<>;,]+@[^\s<>;,]+)>?")


def name_and_organisation(line: str) -> tuple[str, str]:
    """Name and organisation out of one line: "Aino Laine, Harbour Mobility"."""
    name, _, organisation = line.partition(",")
    return on_one_line(name), on_one_line(organisation)


def people_of_line(line: str) -> list[tuple[str, str, str]]:
    """Name, organisation and address of those in a line; several as letters are addressed.

    "Aino Laine, Harbour Mobility, aino@harbour.example", "Laine, Aino <aino@harbour.example>; …".
    """
    if addressed := people_addressed(line):
        return [(one.name, one.organisation or one.more, one.email) for one in addressed]
    found = _ADDRESS.search(line)
    address = found[1] if found else ""
    name, organisation = name_and_organisation(_ADDRESS.sub("", line) if found else line)
    return [(name, organisation.strip(" ,;"), address)]
