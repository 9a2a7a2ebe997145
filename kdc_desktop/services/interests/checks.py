"""What no verb leaves behind in wishes, when a file is checked."""

from collections.abc import Iterator

from kdc_desktop.i18n import fillable
from kdc_desktop.services.kit.forbidden import Forbidden, forbidden_in
from kdc_desktop.storage.checking import Glance

_RULES = (
    Forbidden(
        ("organisation_interest", "department"),
        "SELECT wish.id FROM organisation_interest AS wish "
        "JOIN department ON department.id = wish.department_id "
        "WHERE wish.organisation_id <> department.organisation_id",
        fillable(
            "Wish {row} (organisation_interest) is of a department of another organisation. Take "
            "it back, and note it for the right one."
        ),
    ),
    Forbidden(
        ("organisation_interest", "winner"),
        "SELECT wish.id FROM organisation_interest AS wish "
        "JOIN winner ON winner.id = wish.winner_id WHERE wish.session_id <> winner.session_id",
        fillable(
            "Wish {row} (organisation_interest) is for a winner of another session. Take it back, "
            "and note it where the winner is."
        ),
    ),
    Forbidden(
        ("interest", "winner"),
        "SELECT wish.id FROM interest AS wish "
        "JOIN winner ON winner.id = wish.winner_id WHERE wish.session_id <> winner.session_id",
        fillable(
            "Interest {row} is in a winner of another session. Take it back, and note it where "
            "the winner is."
        ),
    ),
)


def wishes_fit_together(connection: Glance) -> Iterator[str]:
    """A sentence for each wish that is for a winner, or of somebody, elsewhere."""
    yield from forbidden_in(connection, _RULES)
