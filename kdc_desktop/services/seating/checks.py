"""What no verb leaves behind in rounds of tables, when a file is checked."""

from collections.abc import Iterator

from kdc_desktop.i18n import fillable
from kdc_desktop.services.kit.forbidden import Forbidden, forbidden_in
from kdc_desktop.storage.checking import Glance

_RULES = (
    Forbidden(
        ("seat", "seating_table"),
        "SELECT seat.id FROM seat JOIN seating_table AS at ON at.id = seat.table_id "
        "WHERE seat.round_id <> at.round_id",
        fillable(
            "Seat {row} is at a table of another round. Seat that person anew in the round in "
            "which they sat."
        ),
    ),
    Forbidden(
        ("seating_round", "stage"),
        "SELECT seating_round.id FROM seating_round JOIN stage ON stage.id = stage_id "
        "WHERE seating_round.session_id <> stage.session_id",
        fillable(
            "Round {row} of tables is in a stage of another session. Look at it in a backup of "
            "before, and make the round anew."
        ),
    ),
    Forbidden(
        ("seating_table", "seating_round", "cluster"),
        "SELECT at.id FROM seating_table AS at JOIN seating_round ON seating_round.id = round_id "
        "JOIN cluster ON cluster.id = at.cluster_id "
        "WHERE seating_round.session_id <> cluster.session_id",
        fillable(
            "What table {row} (seating_table) worked out lies on the board of another session. "
            "Note it anew on the board of its own."
        ),
    ),
)


def tables_fit_together(connection: Glance) -> Iterator[str]:
    """A sentence for each seat, table and round that belongs to two that do not go together."""
    yield from forbidden_in(connection, _RULES)
