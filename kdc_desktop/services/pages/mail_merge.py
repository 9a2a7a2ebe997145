"""A list to fill letters with: who may be written to, and what there is to write about."""

from sqlalchemy import select

from kdc_desktop.domain.pages.values import MailList
from kdc_desktop.domain.people.split_names import split_name
from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import _, date_text, listed, listed_apart, ngettext, sentences
from kdc_desktop.model.people import Consent, Person
from kdc_desktop.services.consortia.book import MemberNote
from kdc_desktop.services.consortia.members import stakeholder_name
from kdc_desktop.services.consortia.speaking import speaking
from kdc_desktop.services.pages.record import Guest, Promise, Record


def mail_list(record: Record) -> MailList:
    """Everybody on the list of the session who has an address and has not said no to contact."""
    refused, emails = refused_contact(record), addresses(record)
    members = _members_of(record)
    rows, silent = [], 0
    without: list[str] = []
    for guest in record.guests:
        email = emails.get(guest.person_id, "")
        silent += guest.person_id in refused
        if guest.person_id not in refused and not email:
            without.append(guest.who.name)
        if email and guest.person_id not in refused:
            mine = members.get(guest.person_id, [])
            groups = dict.fromkeys(record.book.members[one].consortium.name for one in mine)
            owes = [_owed(one) for one in record.promises if one.member_id in mine and not one.done]
            rows.append(
                (
                    *split_name(guest.who.name),
                    email,
                    guest.who.organisation,
                    _("present") if guest.came else _("absent"),
                    listed_apart(groups),
                    listed_apart(owes),
                )
            )
    heads = (
        _("First name"),
        _("Last name"),
        _("E-mail"),
        _("Organisation"),
        _("Came"),
        _("Consortium"),
        _("Owes"),
    )
    return MailList(heads, tuple(rows), who_is_on(len(rows), silent, without))


_EMAILS = select(Person.id, Person.email)


def addresses(record: Record) -> dict[int, str]:
    """By person, where they can be written to; empty where nobody knows."""
    return dict(record.snapshot.execute(_EMAILS).all())


def refused_contact(record: Record) -> set[int]:
    """Who has said no to contact, and not yes since."""
    said = record.snapshot.execute(
        select(Consent.person_id, Consent.given)
        .where(Consent.kind == ConsentKind.CONTACT)
        .order_by(Consent.at, Consent.id)
    )
    newest: dict[int, bool] = dict(said.all())
    return {person_id for person_id, given in newest.items() if not given}


def _members_of(record: Record) -> dict[int, list[int]]:
    """By person, the members that they are or speak for; where nobody on the list does, a member
    is that of everybody of its organisation, or of its department."""
    found: dict[int, list[int]] = {}
    listed_here = {guest.person_id for guest in record.guests}
    for delegate, note in record.source.once(speaking):
        if not note.has_left and delegate.person_id in listed_here:
            found.setdefault(delegate.person_id, []).append(note.id)
    spoken_for = {member_id for members in found.values() for member_id in members}
    for note in record.book.members.values():
        if note.has_left or note.id in spoken_for:
            continue
        for guest in record.guests:
            if _is_of(guest, note):
                found.setdefault(guest.person_id, []).append(note.id)
    return found


def _is_of(guest: Guest, note: MemberNote) -> bool:
    """Whether somebody is a member, or of the organisation that is one."""
    if note.person_id is not None:
        return guest.person_id == note.person_id
    whole = stakeholder_name(guest.who.organisation, None)
    part = stakeholder_name(guest.who.organisation, guest.who.department)
    same = guest.who.organisation_id == note.organisation_id
    return same and note.name == (whole if note.department_id is None else part)


def _owed(one: Promise) -> str:
    if one.due_on is None:
        return one.what
    return _("{what}, by {day}", what=one.what, day=date_text(one.due_on))


def who_is_on(rows: int, refused: int, without: list[str]) -> str:
    """How many are on a list, and who is left out of it, in sentences."""
    told = [ngettext("{count} person is on it.", "{count} people are on it.", rows)]
    if refused:
        told.append(
            ngettext(
                "{count} person said no to contact and is left out.",
                "{count} people said no to contact and are left out.",
                refused,
            )
        )
    if without:
        told.append(
            ngettext(
                "{count} person has no e-mail address and is left out: {names}.",
                "{count} people have no e-mail address and are left out: {names}.",
                len(without),
                names=listed(without),
            )
        )
    return sentences(told)
