"""What met in an evening, for its pages."""

from collections.abc import Iterator

from sqlalchemy import select

from kdc_desktop.domain.pages.values import Block, Heading, PageTable
from kdc_desktop.i18n import _
from kdc_desktop.model.offers import OfferMatch
from kdc_desktop.services.offers.sheets import OfferBook
from kdc_desktop.services.pages.happening import Happening
from kdc_desktop.services.pages.record import Record


def offers_met(record: Record) -> Iterator[Block]:
    """Who can help whom with what; nothing where nothing was matched."""
    book = record.source.once(OfferBook)
    if not book.matches:
        return
    yield Heading(_("Offers that met needs"))
    rows = []
    for one in book.matches:
        offer, need = book.offers[one.offer_id], book.offers[one.need_id]
        rows.append((need.text, book.who(need), offer.text, book.who(offer)))
    heads = (_("Need"), _("Who needs it"), _("Offer"), _("Who offers it"))
    yield PageTable(heads, tuple(rows), (3, 2, 3, 2))


def matches_told(record: Record) -> Iterator[Happening]:
    """When an offer met a need in the evening, a sentence each."""
    book = record.source.once(OfferBook)
    found = record.snapshot.execute(
        select(OfferMatch.id, OfferMatch.at).where(OfferMatch.session_id == record.session.id)
    )
    at = dict(found.all())
    for one in book.matches:
        offer, need = book.offers[one.offer_id], book.offers[one.need_id]
        told = _(
            "{giver} can help {taker}: {what}.",
            giver=book.who(offer),
            taker=book.who(need),
            what=need.text.rstrip("."),
        )
        yield Happening(at[one.id], told)
