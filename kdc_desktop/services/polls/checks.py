"""What polls see to: in nouns below them, and in their own tables when a file is checked."""

from collections.abc import Iterator

from sqlalchemy import select

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.model.polls import Poll
from kdc_desktop.model.sessions import Stage
from kdc_desktop.services.kit.forbidden import has_tables
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.checking import Glance

_PAPERS_AND_ROLL = """
SELECT id, (SELECT count(*) FROM ballot_paper WHERE poll_id = poll.id),
    (SELECT count(*) FROM voter_roll WHERE poll_id = poll.id) - ({out}) FROM poll
"""
_SLIPS_OUT = """
CASE secrecy WHEN 'named'
    THEN (SELECT count(*) FROM slip WHERE poll_id = poll.id AND state = 'given')
    ELSE (SELECT count(*) FROM voter_roll WHERE poll_id = poll.id AND channel = 'slip')
        - (SELECT count(*) FROM slip WHERE poll_id = poll.id AND state = 'back') END
"""


def no_poll_in(snapshot: Snapshot, stage: Stage) -> None:
    """Raises UserError where a poll belongs to a stage, which therefore stays in its agenda."""
    if snapshot.scalar(select(Poll.id).where(Poll.stage_id == stage.id).limit(1)):
        raise UserError(
            _("A poll was held in {stage}, so it stays in the agenda.", stage=stage.title)
        )


def no_poll_open(snapshot: Snapshot) -> None:
    """Raises UserError while a poll is open: its papers come in on this laptop, and stay there."""
    open_now = select(Poll.question).where(Poll.state == PollState.OPEN, Poll.trashed_at.is_(None))
    question = snapshot.scalar(open_now.limit(1))
    if question is not None:
        raise UserError(
            _(
                "The poll “{question}” is open, and its papers are on this laptop. Close it first.",
                question=shortened(question),
            )
        )


def papers_fit_the_roll(connection: Glance) -> Iterator[str]:
    """A sentence for every poll that has not as many papers as people on its voter roll.

    Whose slip has not come back is on the roll without one.
    """
    slips = has_tables(connection, "slip")  # which older files have not
    rows = connection.execute(_PAPERS_AND_ROLL.format(out=_SLIPS_OUT if slips else "0"))
    for poll, papers, roll in rows:
        if papers != roll:
            yield ngettext(
                "Poll {number} has {papers} papers but {count} entry on its voter roll.",
                "Poll {number} has {papers} papers but {count} entries on its voter roll.",
                roll,
                number=str(poll),
                papers=papers,
            )
