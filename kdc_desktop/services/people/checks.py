"""What no verb leaves behind in who is kept apart from whom, when a file is checked."""

from collections.abc import Iterator

from kdc_desktop.i18n import fillable
from kdc_desktop.services.kit.forbidden import Forbidden, forbidden_in
from kdc_desktop.storage.checking import Glance

_RULES = (
    Forbidden(
        ("kept_apart",),
        "SELECT id FROM kept_apart WHERE person_id = other_id",
        fillable(
            "Row {row} of kept_apart keeps somebody apart from themself. Open a backup of before "
            "that, or leave it: nothing comes of it."
        ),
    ),
    Forbidden(
        ("kept_apart",),
        "SELECT later.id FROM kept_apart AS later JOIN kept_apart AS first "
        "ON first.person_id = later.other_id AND first.other_id = later.person_id "
        "WHERE first.id < later.id AND first.person_id <> first.other_id",
        fillable(
            "Row {row} of kept_apart says once more that two people are kept apart. Say in People "
            "that they are no longer, then that they are."
        ),
    ),
)


def pairs_are_two(connection: Glance) -> Iterator[str]:
    """A sentence for each pair that is none, or stands there twice."""
    yield from forbidden_in(connection, _RULES)
