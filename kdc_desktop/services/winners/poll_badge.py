"""What the winners show in polls: which options were chosen there to be taken further."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.model.polls import Option
from kdc_desktop.model.winners import Winner
from kdc_desktop.storage import Snapshot

TABLES = frozenset({"winner"})
"""Where `won` reads."""


def won(snapshot: Snapshot, session_ids: Collection[int]) -> set[tuple[int, int]]:
    """The winners that these sessions chose in polls: a poll and its option."""
    rows = snapshot.execute(
        select(Option.poll_id, Option.id)
        .join(Winner, Winner.option_id == Option.id)
        .where(Winner.session_id.in_(session_ids))
    )
    return {(poll_id, option_id) for poll_id, option_id in rows}
