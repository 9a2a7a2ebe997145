"""Rounds of tables go, unless something has come of them."""

from collections.abc import Collection

from sqlalchemy import exists, or_, select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.model.sessions import Stage
from kdc_desktop.storage import Edit

_BEGUN = exists(
    select(SeatingTable.id).where(
        SeatingTable.round_id == SeatingRound.id,
        or_(SeatingTable.met_at.is_not(None), SeatingTable.cluster_id.is_not(None)),
    )
)


def no_round_in(edit: Edit, stage: Stage) -> None:
    """Rounds that were planned for a stage go with it.

    Raises:
        UserError: tables have met in it, so it stays.
    """
    rounds = select(SeatingRound.id).where(SeatingRound.stage_id == stage.id)
    met = SeatingTable.round_id.in_(rounds), SeatingTable.met_at.is_not(None)
    if edit.scalar(select(SeatingTable.id).where(*met).limit(1)) is not None:
        raise UserError(_("Tables met in {stage}, so it stays in the agenda.", stage=stage.title))
    remove_these(edit, list(edit.scalars(rounds)))


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
