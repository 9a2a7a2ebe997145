"""Parts of names that stand in a column of their own, between the first name and the last."""

from collections.abc import Mapping, Sequence

from kdc_desktop.domain.people.fields import Columns, PersonField
from kdc_desktop.domain.people.header_questions import bare
from kdc_desktop.domain.people.header_words import phrases

_BETWEEN = phrases(
    """
    tussenvoegsel, tussenvoegsels, voorvoegsel, voorvoegsels, voorvoegsel achternaam,
    tussenvoegsel achternaam, surname prefix, last name prefix, namensvorsatz, vorsatzwort,
    namenszusatz, particule
    """
)
_SECOND = phrases(
    """
    middle name, middle names, second name, additional name, toinen nimi, mellannamn, mellomnavn,
    mellemnavn, zweiter vorname, tweede voornaam, deuxième prénom, segundo nombre, teine eesnimi
    """
)


def with_parts_between(columns: Columns, headers: Sequence[str]) -> dict[int, PersonField]:
    """The columns, and those with what belongs to the first and last names that some hold."""
    found = dict(columns)
    for at, header in enumerate(headers):
        said = bare(header)
        part = PersonField.LAST_NAME if said in _BETWEEN else PersonField.FIRST_NAME
        if said in _BETWEEN | _SECOND and part in columns.values():
            found.setdefault(at, part)
    return found


def in_order_of_names(cells: Mapping[int, str], headers: Sequence[str]) -> dict[int, str]:
    """The parts of a last name by the places of their columns, in the order of the name."""
    between = {at for at in cells if at < len(headers) and bare(headers[at]) in _BETWEEN}
    return {at: cells[at] for at in sorted(cells, key=lambda at: (at not in between, at))}
