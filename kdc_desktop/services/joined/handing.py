"""What the nouns see to before a club is handed over, and in the file that is handed over."""

from collections.abc import Callable
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.services.club.handing_over import HandedOver, hand_over
from kdc_desktop.services.joined.checks import FILE_CHECKS
from kdc_desktop.services.polls import checks as poll_checks
from kdc_desktop.storage import Database

MAY_GO = (poll_checks.no_poll_open,)
"""They look whether the club can go, and raise a `UserError` where it cannot."""


def refusal_to_go(database: Database) -> str:
    """Why the club cannot be handed over now; empty where it can."""
    try:
        with database.read() as snapshot:
            for look in MAY_GO:
                look(snapshot)
    except UserError as error:
        return str(error)
    return ""


def hand_over_club(
    database: Database, target: Path, before_writing: Callable[[], object] = lambda: None
) -> HandedOver:
    """`hand_over` with all that the nouns look at."""
    return hand_over(database, target, MAY_GO, FILE_CHECKS, before_writing)
