"""Who met in an evening, for those who were not there."""

from collections.abc import Iterator

from kdc_desktop.domain.pages.values import Block, Heading, Paragraph
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.services.pages.record import Record
from kdc_desktop.services.seating.ties import met


def who_met(record: Record) -> Iterator[Block]:
    """How many ties are new; nothing where nobody sat together."""
    ties = met(record.snapshot, {record.session.id})
    if not ties:
        return
    began = min(tie.first_at for tie in ties.values())
    before = met(record.snapshot, before=began)
    yield Heading(_("Who met"))
    told = ngettext(
        "{count} new tie between people who had never met.",
        "{count} new ties between people who had never met.",
        len(ties.keys() - before.keys()),
    )
    yield Paragraph(told)
