"""A list to fill letters with: who may be written to, and what there is to write about."""

from sqlalchemy import select

from kdc_desktop.domain.pages.values import MailList
from kdc_desktop.domain.people.split_names import split_name
from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import _, date_text, listed, listed_apart, ngettext, sentences
from kdc_desktop.model.consortia import Delegate
from kdc_desktop.model.people import Consent, Person
from kdc_desktop.services.pages.record import Promise, Record


def mail_list(record: Record) -> MailList:
    """Everybody on the list of the session who has an address and has not said no to contact."""
    refused, emails = _refused(record), dict(record.snapshot.execute(_EMAILS).all())
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
    return MailList(heads, tuple(rows), _said(len(rows), silent, without))


_EMAILS = select(Person.id, Person.email)


def _refused(record: Record) -> set[int]:
    """Who has said no to contact, and not yes since."""
    said = record.snapshot.execute(
        select(Consent.person_id, Consent.given)
        .where(Consent.kind == ConsentKind.CONTACT)
        .order_by(Consent.at, Consent.id)
    )
    newest: dict[int, bool] = dict(said.all())
    return {person_id for person_id, given in newest.items() if not given}


def _members_of(record: Record) -> dict[int, list[int]]:
    """By person, the members that they are or speak for."""
    found: dict[int, list[int]] = {}
    for person_id, member_id in record.snapshot.execute(
        select(Delegate.person_id, Delegate.member_id).where(
            Delegate.session_id == record.session.id
        )
    ):
        found.setdefault(person_id, []).append(member_id)
    for note in record.book.members.values():
        if note.person_id is not None and note.id not in found.get(note.person_id, []):
            found.setdefault(note.person_id, []).append(note.id)
    return found


def _owed(one: Promise) -> str:
    if one.due_on is None:
        return one.what
    return _("{what}, by {day}", what=one.what, day=date_text(one.due_on))


def _said(rows: int, refused: int, without: list[str]) -> str:
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
