"""Rounds of tables go, unless something has come of them."""

from collections.abc import Collection

from sqlalchemy import exists, or_, select

from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.storage import Edit

_BEGUN = exists(
    select(SeatingTable.id).where(
        SeatingTable.round_id == SeatingRound.id,
        or_(SeatingTable.met_at.is_not(None), SeatingTable.cluster_id.is_not(None)),
    )
)


def not_begun(edit: Edit, session_id: int, stage_id: int | None) -> list[int]:
    """The rounds of a stage of which no table has met, or put something on the board."""
    query = select(SeatingRound.id).where(
        SeatingRound.session_id == session_id,
        SeatingRound.stage_id.is_not_distinct_from(stage_id),
        ~_BEGUN,
    )
    return list(edit.scalars(query))


def remove_these(edit: Edit, round_ids: Collection[int]) -> None:
    """Take these rounds away, with their tables and seats."""
    for entity in (Seat, SeatingTable):
        of_these = select(entity.id).where(entity.round_id.in_(round_ids))
        edit.remove_rows(entity, list(edit.scalars(of_these)))
    edit.remove_rows(SeatingRound, list(round_ids))
