"""What polls need of the nouns below them."""

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.polls import Poll
from kdc_desktop.model.sessions import Stage
from kdc_desktop.storage import Snapshot


def no_poll_in(snapshot: Snapshot, stage: Stage) -> None:
    """Raises UserError where a poll belongs to a stage, which therefore stays in its agenda."""
    if snapshot.scalar(select(Poll.id).where(Poll.stage_id == stage.id).limit(1)):
        raise UserError(
            _("A poll was held in {stage}, so it stays in the agenda.", stage=stage.title)
        )
