"""What is read below a header that denies: a yes is a refusal there, or says who is not coming."""

import re
from collections.abc import Callable, Collection
from functools import cache

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.denials import Denial, denial, denied_words
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.header_questions import AGREE, CONTACT, PHOTO
from kdc_desktop.domain.people.standing import Standing, standing_said
from kdc_desktop.domain.people.yes_no import first_answer, is_bare_answer, yes_or_no

SAYS_NOTHING = "nothing"
"""That somebody has not opted out: they have not agreed to anything by it."""

_PHOTO_TOO = """
photographing filming film kuvaa kuvaamista kuvaamiseen kuvattavan kuvattavaksi kuvatuksi kuvausta
kuvaamisen kuvauksen fotografieren fotograferen fotografier photographier photographie photographies
filmer fotografiar filmen filming pildistamist pildistamisest pildistata pildistatud fotografering
"""
_CONTACT_TOO = """
marketing messages yhteydenottoa yhteydenotot kontaktoida kontaktoitavan yhteydessa kontaktiert
kontaktieren contacteren gecontacteerd contacter contactar contactada kontakteeruda markkinointi
markkinointia suoramarkkinointi suoramarkkinointia marknadsforing reklam werbung reclame publicite
publicidad turundus markedsforing uutiskirjetta
"""
_WANT = """
want wants wish wishes like willing halua haluaisi haluan toivo vill onskar onsker vil mochte
mochten will wollen wil wens wenst souhaite souhaitez veux voulez desire deseo desea quiero quiere
soovi soovin suostu anna salli hyvaksy can cannot kan kann peut peuvent puedo puede pueden voi
"""
_DONE = """
contacted kontaktiert kontaktad kontaktet kontakteret contacte contactado contactada
gecontacteerd recontacte photographed filmed fotografiert fotograferad fotografert fotograferet
filmad gefilmt gefotografeerd photographie photographiee fotografiado fotografiada
"""
_ANY_LETTERS = """
optout unsubscribe unsubscribed unsubscribes dnc avregistrerad desabonne desinscrit uitgeschreven
"""
_BANS = (
    (PersonField.PHOTO_CONSENT, ("kuva",)),
    (
        PersonField.CONTACT_CONSENT,
        ("markkinointi", "yhteyden", "postitus", "mainos", "viesti", "kontakt"),
    ),
)
_SHORT = 3  # words


@cache
def refuses(header: str) -> PersonField | None:
    """The consent that a yes below a header refuses; None where that is not certain."""
    kind = denial(header)
    if kind in (Denial.NONE, Denial.UNCLEAR):
        return None
    clause = denied_words(header)
    photo = _any(clause, PHOTO, _PHOTO_TOO)
    contact = _any(clause, CONTACT, _CONTACT_TOO)
    if kind is Denial.OUT:
        said = set(fold(header).split()) | clause
        photo, contact = photo or _any(said, PHOTO), contact or _any(said, CONTACT)
        if not photo and not contact:
            return _banned(clause)
    elif not _any(clause, AGREE, _WANT, "to"):
        long = contact and len(fold(header).split()) > _SHORT
        if long or _any(clause, _DONE):
            return None
    if photo == contact:
        return None
    return PersonField.PHOTO_CONSENT if photo else PersonField.CONTACT_CONSENT


def consent_said(header: str, cell: str, hears: Callable[[str], str]) -> str:
    """The consent in a cell, “yes”, “no” or "" where it says neither; below a denial it is turned.

    A no below it agrees only where it was asked whether somebody may, or wants to.
    """
    kind = denial(header)
    if kind is Denial.NONE:
        return hears(cell)
    bare = is_bare_answer(cell)
    if kind is Denial.UNCLEAR:
        return "" if bare else hears(cell)
    if _is_said_of(header, cell):
        return "no"
    said = hears(cell)
    if not bare:
        return "no" if said == "no" and first_answer(cell) != "no" else ""
    clause = denied_words(header)
    may = _any(clause, _WANT) or ("no" not in clause and _any(clause, AGREE))
    asked = kind is Denial.TURNED and may
    return "yes" if asked else SAYS_NOTHING


def coming_said(header: str, cell: str) -> Standing | None:
    """Who comes, by a cell; None where it says nothing of it. Below a denial, yes is away."""
    kind = denial(header)
    if kind is Denial.NONE:
        return standing_said(cell)
    if kind is Denial.UNCLEAR:
        return Standing.UNSURE if is_bare_answer(cell) else standing_said(cell)
    if _is_said_of(header, cell):
        return Standing.NOT_COMING
    if is_bare_answer(cell):
        return Standing.COMING
    return Standing.UNSURE if first_answer(cell) == "no" else standing_said(cell)


def _is_said_of(header: str, cell: str) -> bool:
    """Whether a cell says that its header is true of somebody, or since which day."""
    agrees = first_answer(cell) == "yes" or (is_bare_answer(cell) and yes_or_no(cell) == "yes")
    return agrees or fold(cell) == fold(header) or is_day(cell)


def is_day(cell: str) -> bool:
    """Whether a cell is a day, with or without a time."""
    return bool(re.match(r"\s*(?:\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{2,4})(?!\d)", cell))


def _banned(clause: Collection[str]) -> PersonField | None:
    for word in clause:
        for field, matters in _BANS:
            if word.endswith("kielto") and any(one in word for one in matters):
                return field
    return PersonField.CONTACT_CONSENT if _any(clause, _ANY_LETTERS) else None


def _any(said: Collection[str], *texts: str) -> bool:
    return any(not _words(text).isdisjoint(said) for text in texts)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())
