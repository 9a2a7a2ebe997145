"""The winners at the end of an evening."""

from kdc_desktop.i18n import lazy
from kdc_desktop.services.sessions.joins import OutcomeLine, OutcomePart
from kdc_desktop.services.winners.questions import winners
from kdc_desktop.storage import Database


def _winners(database: Database, session_id: int) -> list[OutcomeLine]:
    return [OutcomeLine(row.title) for row in winners(database, session_id)]


WINNERS = OutcomePart(
    "winners",
    lazy("What is taken further"),
    "trophy",
    lazy("No winner is marked."),
    frozenset({"winner"}),
    _winners,
    for_the_room=True,
)
