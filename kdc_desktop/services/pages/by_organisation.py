"""What each organisation is in, where it stands, what worries it and what it owes, in one table."""

from collections.abc import Iterator
from datetime import date

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.pages.values import Block, Heading, PageTable
from kdc_desktop.i18n import _, date_text, listed, listed_apart, number_text
from kdc_desktop.instants import day_of
from kdc_desktop.model.visions import Reservation
from kdc_desktop.services.consortia.book import MemberNote
from kdc_desktop.services.pages.evenings import groups_of
from kdc_desktop.services.pages.heirs import heirs
from kdc_desktop.services.pages.record import Promise, Record
from kdc_desktop.services.pages.standings import reservations
from kdc_desktop.services.visions.book import VisionBook


def by_organisation(record: Record) -> Iterator[Block]:
    """A row for each organisation and consortium, by name; nothing where no organisation is in."""
    found = [
        note
        for group in groups_of(record)
        for note in record.book.members_of(group)
        if note.organisation_id is not None and not note.has_left
    ]
    if not found:
        return
    found.sort(key=lambda note: in_order(note.name))
    yield Heading(_("By organisation"))
    heads = (_("Organisation"), _("Consortium"), _("Stands at"), _("Still reserved"), _("Owes"))
    yield PageTable(heads, tuple(_row(record, note) for note in found), (2.4, 2, 1.1, 3, 2.6))


def _row(record: Record, note: MemberNote) -> tuple[str, ...]:
    reserved = [_reserved(record, one, note) for one in _minded_by(record, note)]
    owed = [one for one in record.promises if one.member_id == note.id and not one.done]
    today = day_of(record.source.now, record.source.zone_of(record.session.id))
    return (
        note.name,
        note.consortium.name,
        _level(record, note),
        listed_apart(reserved),
        listed_apart(_owed(one, today) for one in owed),
    )


def _minded_by(record: Record, note: MemberNote) -> list[Reservation]:
    """What it minds itself, and what those minded who handed over to it."""
    left = [key for key, heir in record.source.once(heirs).items() if heir.id == note.id]
    return reservations(record, [note.id, *left])


def _reserved(record: Record, one: Reservation, note: MemberNote) -> str:
    if one.member_id == note.id:
        return one.text
    of = record.book.members[one.member_id].name
    return _(
        "{reservation} (from {member}, which has left)", reservation=one.text.rstrip("."), member=of
    )


def _level(record: Record, note: MemberNote) -> str:
    if note.observes:
        return _("observes")
    book = record.source.once(VisionBook)
    versions = book.versions_of(note.consortium)
    if not versions:
        return ""
    stood = book.stands[note.id].get(versions[-1].number)
    return _("no answer yet") if stood is None else number_text(stood.level)


def _owed(one: Promise, today: date) -> str:
    what = one.what.rstrip(".")
    if one.due_on is None:
        return what
    day = date_text(one.due_on)
    return listed((what, _("overdue since {day}", day=day) if one.due_on < today else day))
