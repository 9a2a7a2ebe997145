"""What the nouns see to before a club is handed over, and in the file that is handed over."""

from collections.abc import Callable
from pathlib import Path

from kdc_desktop.services.club.handing_over import HandedOver, hand_over
from kdc_desktop.services.joined.checks import FILE_CHECKS
from kdc_desktop.services.polls import checks as poll_checks
from kdc_desktop.storage import Database


def hand_over_club(
    database: Database, target: Path, before_writing: Callable[[], object] = lambda: None
) -> HandedOver:
    """`hand_over` with all that the nouns look at."""
    may_go = (poll_checks.no_poll_open,)
    return hand_over(database, target, may_go, FILE_CHECKS, before_writing)
