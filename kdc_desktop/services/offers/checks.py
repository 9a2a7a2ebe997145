"""What no verb leaves behind in offers and needs, when a file is checked."""

from collections.abc import Iterator

from kdc_desktop.i18n import fillable
from kdc_desktop.services.kit.forbidden import Forbidden, forbidden_in
from kdc_desktop.storage.checking import Glance

_RULES = (
    Forbidden(
        ("offer_match", "offer"),
        "SELECT met.id FROM offer_match AS met JOIN offer ON offer.id = met.offer_id "
        "JOIN offer AS need ON need.id = met.need_id "
        "WHERE offer.kind <> 'offer' OR need.kind <> 'need'",
        fillable(
            "Match {row} (offer_match) does not bring an offer to a need. Take it back, and match "
            "the right two."
        ),
    ),
    Forbidden(
        ("offer", "department"),
        "SELECT offer.id FROM offer JOIN department ON department.id = offer.department_id "
        "WHERE offer.organisation_id IS NOT department.organisation_id",
        fillable(
            "Offer or need {row} is of a department of another organisation. End it, and note it "
            "for the right one."
        ),
    ),
)


def offers_fit_together(connection: Glance) -> Iterator[str]:
    """A sentence for each match of what does not match, and each offer of nobody."""
    yield from forbidden_in(connection, _RULES)
