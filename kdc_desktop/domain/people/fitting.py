"""Whether cells can be what a header says of them."""

from collections.abc import Callable, Mapping

from kdc_desktop.domain.people.cells import ColumnLook
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.header_words import phrases

_UNCERTAIN = """
    participant, participants, attendee, attendees, guest, guests, person, people, member, members,
    delegate, osallistuja, osallistujat, henkilö, jäsen, deltagare, deltaker, deltager, teilnehmer,
    teilnehmerin, teilnehmer in, teilnehmende, deelnemer, participante, asistente, osaleja, names,
    contact name, display name
"""


def _in_words(look: ColumnLook) -> bool:
    return look.words >= 0.5 and look.addresses < 0.5


def _is_called(look: ColumnLook) -> bool:
    return look.called >= 0.5 and look.addresses < 0.5


def _by_somebody(look: ColumnLook) -> bool:
    return _is_called(look) and look.sectors < 0.5


def _called(look: ColumnLook) -> bool:
    return _by_somebody(look) or look.names >= 0.5


def _by_title(look: ColumnLook) -> bool:
    return _is_called(look) and look.salutations < 0.5


def _is_answered(look: ColumnLook) -> bool:
    return look.answers >= 0.8


_FITS: Mapping[PersonField, Callable[[ColumnLook], bool]] = {
    PersonField.NAME: _called,
    PersonField.FIRST_NAME: _by_somebody,
    PersonField.LAST_NAME: _by_somebody,
    PersonField.EMAIL: lambda look: look.addresses >= 0.2,
    PersonField.PHONE: lambda look: look.reached >= 0.5,
    PersonField.ORGANISATION: _is_called,
    PersonField.DEPARTMENT: _is_called,
    PersonField.SECTOR: lambda look: look.letters > 0.5,
    PersonField.JOB_TITLE: _by_title,
    PersonField.ROLE: lambda look: look.roles >= 0.5,
    PersonField.INTERESTS: _is_called,
    PersonField.OFFERS: _is_called,
    PersonField.NEEDS: _is_called,
    PersonField.NOTES: lambda look: bool(look.filled),
    PersonField.CONTACT_CONSENT: _is_answered,
    PersonField.PHOTO_CONSENT: _is_answered,
}
_NEEDS_CELLS = frozenset((PersonField.BADGE, PersonField.ROLE, PersonField.STATUS))


def fits(field: PersonField, look: ColumnLook, said: str) -> bool:
    """Whether a column whose header says a field (folded, `said`) can hold it.

    An empty one can hold what needs no cells to be told; a badge code needs cells that are codes.
    """
    if field is PersonField.BADGE:
        return look.are_codes
    if not look.filled:
        return field not in _NEEDS_CELLS and (look.rows == 0 or field is not PersonField.SECTOR)
    if field is PersonField.NAME and said in phrases(_UNCERTAIN):
        return look.names >= 0.4 and not look.is_constant
    return _FITS[field](look)


def fits_question(field: PersonField, look: ColumnLook) -> bool:
    """Whether the cells under a question are answers that tell of a field."""
    if not look.filled:
        return False
    match field:
        case PersonField.NAME:
            return look.names >= 0.6 and not look.is_constant
        case PersonField.EMAIL:
            return look.addresses >= 0.6 and not look.is_constant
        case PersonField.PHONE:
            return look.phones >= 0.6 and not look.is_constant
        case PersonField.ORGANISATION:
            short = look.length <= 6 and look.sectors < 0.5
            return short and look.words >= 0.6 and look.addresses < 0.2
        case PersonField.SECTOR:
            return look.sectors >= 0.6
        case PersonField.INTERESTS | PersonField.OFFERS | PersonField.NEEDS:
            return _in_words(look)
    return _FITS[field](look)
