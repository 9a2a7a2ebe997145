"""What of the polls is not finished at the end of an evening."""

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.i18n import _, sentences
from kdc_desktop.services.polls.questions import polls
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.services.sessions.joins import SessionFact
from kdc_desktop.storage import Database


def _still_open(database: Database, session_id: int) -> str:
    """What is still to be done with polls that people have voted in, in sentences."""
    return sentences(filter(None, map(_told, polls(database, session_id))))


def _told(row: PollRow) -> str:
    question = shortened(row.question)
    if row.state is PollState.OPEN:
        return _(
            "The poll “{question}” is still open: {voted} of {electorate} have voted. Close it.",
            question=question,
            voted=row.voted,
            electorate=row.electorate,
        )
    if row.state is PollState.CLOSED and not row.revealed:
        return _(
            "The poll “{question}” is closed, and its result is not revealed yet.",
            question=question,
        )
    return ""


STILL_OPEN = SessionFact(frozenset({"poll", "elector", "voter_roll", "hand_count"}), _still_open)
