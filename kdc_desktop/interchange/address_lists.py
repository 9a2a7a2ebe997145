"""The people of a list of addresses, as it is copied from a mail program, as cells of a sheet."""

from kdc_desktop.domain.people.address_list import Addressed, people_addressed
from kdc_desktop.interchange.grids import CellGrid
from kdc_desktop.interchange.header_row import reads_like_headers
from kdc_desktop.interchange.header_words import speaks

_HEADERS = ("Name", "Email", "Organisation", "Notes")  # untranslated: recognised
_ALWAYS = 2


def address_grid(text: str) -> CellGrid | None:
    """The people of such a list, numbered as they come; None where the text is no such list.

    All of the text has to read so: a column of such addresses beside others is a sheet.
    """
    first = next((line for line in text[:20_000].splitlines() if line.strip()), "")
    if any(reads_like_headers([*map(str.strip, first.split(sign))]) for sign in ",;|"):
        return None
    people = people_addressed(text)
    if people is None:
        return None
    if len(people) > 1 and not people[0].email and speaks(people[0].name) in (2, 0.5):
        people[0] = Addressed("")  # “Participants”
    rows = [(one.name, one.email, one.organisation, one.more) for one in people]
    width = max(place for place in range(len(_HEADERS)) if any(row[place] for row in rows)) + 1
    width = max(width, _ALWAYS)
    return CellGrid([row[:width] for row in rows], headers=_HEADERS[:width])
