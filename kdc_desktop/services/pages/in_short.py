"""What an evening came to, for who reads no further."""

from kdc_desktop.i18n import _, listed_apart, ngettext, sentences
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.services.pages.evenings import groups_of, is_taken_up, of_the_evening
from kdc_desktop.services.pages.held_back import obstacles_open
from kdc_desktop.services.pages.record import Promise, Record


def in_short(record: Record) -> str:
    """What the evening came to, in a few sentences."""
    came, groups = len(record.came), groups_of(record)
    told = [ngettext("{count} person came.", "{count} people came.", came)] if came else []
    if record.results:
        told.append(
            ngettext("The room voted once.", "The room voted {count} times.", len(record.results))
        )
    if record.winners:
        told.append(
            ngettext(
                "{count} thing is taken further: {names}.",
                "{count} things are taken further: {names}.",
                len(record.winners),
                names=listed_apart(record.winners),
            )
        )
    if groups:
        told += [*_formed(record, groups), _ready(record, groups)]
    made = [one for one in record.promises if promised_then(record, one)]
    if made:
        told.append(ngettext("{count} promise was made.", "{count} promises were made.", len(made)))
    return sentences(told)


def promised_then(record: Record, one: Promise) -> bool:
    """Whether it was promised in this evening, and not in one before or after."""
    group = record.book.members[one.member_id].consortium
    return of_the_evening(record, group, one.made_at)


def _formed(record: Record, groups: list[Consortium]) -> list[str]:
    before = sum(is_taken_up(record, group) for group in groups)
    formed = len(groups) - before
    told = []
    if formed:
        told.append(
            ngettext("{count} consortium was formed.", "{count} consortia were formed.", formed)
        )
    if before:
        told.append(
            ngettext(
                "{count} consortium of before was worked on.",
                "{count} consortia of before were worked on.",
                before,
            )
        )
    return told


def _ready(record: Record, groups: list[Consortium]) -> str:
    """Which of the consortia can go; the others say below what they miss or what holds them."""
    now, zone = record.source.now, record.source.zone
    groups = [group for group in groups if group.let_go_at is None]
    ready = [
        group.name
        for group in groups
        if not record.ledgers[group.id].readiness(now, zone).reasons
        and not obstacles_open(record.source, group)
    ]
    if not groups:
        return ""
    if not ready:
        return ngettext(
            "It is not ready to go yet.", "None of them is ready to go yet.", len(groups)
        )
    return _("Ready to go: {names}.", names=listed_apart(ready))
