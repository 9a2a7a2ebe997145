"""What an evening came to, for who reads no further."""

from kdc_desktop.i18n import _, listed_apart, ngettext, sentences
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.services.pages.record import Record


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
        told.append(
            ngettext(
                "{count} consortium was formed.", "{count} consortia were formed.", len(groups)
            )
        )
        told.append(_ready(record, groups))
    if record.promises:
        told.append(
            ngettext(
                "{count} promise was made.", "{count} promises were made.", len(record.promises)
            )
        )
    return sentences(told)


def _ready(record: Record, groups: list[Consortium]) -> str:
    """Which of the consortia can go; the others say below what is in their way."""
    now, zone = record.source.now, record.source.zone
    ready = [
        group.name for group in groups if not record.ledgers[group.id].readiness(now, zone).reasons
    ]
    if not ready:
        return ngettext(
            "It is not ready to go yet.", "None of them is ready to go yet.", len(groups)
        )
    return _("Ready to go: {names}.", names=listed_apart(ready))


def groups_of(record: Record) -> list[Consortium]:
    """The consortia that were not let go again."""
    return [one for one in record.book.consortia.values() if one.let_go_at is None]
