"""What has met at the end of an evening."""

from kdc_desktop.i18n import _, lazy
from kdc_desktop.services.offers.questions import every_offer, matched
from kdc_desktop.services.sessions.joins import OutcomeLine, OutcomePart
from kdc_desktop.storage import Database


def _met(database: Database, session_id: int) -> list[OutcomeLine]:
    with database.read() as snapshot:
        here = [one for one in matched(snapshot) if one.session_id == session_id]
        rows = {row.id: row for row in every_offer(snapshot)} if here else {}
    return [
        OutcomeLine(
            rows[one.need_id].text,
            _(
                "{giver} can help {taker}",
                giver=rows[one.offer_id].who,
                taker=rows[one.need_id].who,
            ),
        )
        for one in here
    ]


MATCHES = OutcomePart(
    "offers",
    lazy("Offers that met needs"),
    "gift",
    lazy("Nothing was matched."),
    frozenset({"offer", "offer_match", "person", "organisation", "department"}),
    _met,
)
"""Who can help whom."""
