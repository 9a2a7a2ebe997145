"""What was offered and needed with interests is kept beyond the evening, in one step."""

from functools import partial

from kdc_desktop.i18n import _
from kdc_desktop.screens.interests.given import Given
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.interests.keeping import keep_offers
from kdc_desktop.storage import Database


def offer_to_keep(screen: Screen, database: Database, session_id: int, given: Given) -> None:
    """Add the action that keeps them with people and organisations."""
    text = _("Keep offers and needs beyond the evening")
    keep = partial(screen.attempt, keep_offers, database, session_id)
    why_not = partial(_nothing_said, given)
    screen.act("keep_offers_and_needs", text, keep, icon="gift", why_not=why_not)


def _nothing_said(given: Given) -> str:
    said = any(row.offers or row.needs for row in given.rows.values())
    return "" if said else _("Nobody has said here yet what they offer or need.")
