"""What no verb leaves behind in gains, when a file is checked."""

from collections.abc import Iterator

from kdc_desktop.i18n import fillable
from kdc_desktop.services.kit.forbidden import Forbidden, forbidden_in
from kdc_desktop.storage.checking import Glance

_RULES = (
    Forbidden(
        ("gain",),
        "SELECT id FROM gain WHERE minutes_least > minutes_most",
        fillable(
            "Gain {row} has more minutes at least than at most. Note anew what its consortium "
            "gives back."
        ),
    ),
    Forbidden(
        ("gain",),
        "SELECT id FROM gain WHERE people_least > people_most",
        fillable(
            "Gain {row} has more people at least than at most. Note anew what its consortium "
            "gives back."
        ),
    ),
)


def gains_are_ranges(connection: Glance) -> Iterator[str]:
    """A sentence for each gain whose least is more than its most."""
    yield from forbidden_in(connection, _RULES)
