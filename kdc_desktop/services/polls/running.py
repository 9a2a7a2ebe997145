"""What a facilitator does with a poll that is prepared: open it, close it, reveal it.

A poll goes draft → open → closed and is then revealed. Opening freezes options, secrecy and the
electorate. From opening on nothing is undone: the way back is to reopen.
"""

from contextlib import suppress

from sqlalchemy import func, select

from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.states import PollEvent, PollState, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, lazy
from kdc_desktop.model.polls import Elector, Option, Poll
from kdc_desktop.services.polls.electors import electors_in, electors_now
from kdc_desktop.services.polls.folding import fold_merged, unfold
from kdc_desktop.services.polls.merging import check_known_once
from kdc_desktop.services.polls.questions import short_question
from kdc_desktop.services.polls.steps import note_step
from kdc_desktop.services.polls.urns import numbers_by_channel, pour, put_away, set_up
from kdc_desktop.storage import Database, Snapshot


def open_poll(database: Database, poll_id: int) -> int:
    """Freeze the electorate and let people vote; how many may vote.

    The electorate are those present now who have the right to vote, each with today's sector.
    """
    asked = short_question(database, poll_id)
    label = lazy("Opened the poll “{question}”", question=asked)
    with database.edit(label, undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != PollState.DRAFT or poll.trashed_at is not None:
            raise UserError(_("This poll has been opened already."))
        options = edit.scalar(select(func.count()).where(Option.poll_id == poll_id)) or 0
        if options < method_of(poll.method).least_options:
            raise UserError(_("A poll needs at least two options. Choose some more."))
        voters = electors_now(edit, poll)
        if not voters:
            raise UserError(_("Nobody who may vote is present. Check people in first."))
        edit.add_rows(Elector, voters)
        if poll.secrecy != Secrecy.NAMED:
            set_up(edit, poll_id)
        poll.state = PollState.OPEN
        poll.opened_at = database.now()
        number = electors_in(edit, poll_id)
        note_step(edit, poll_id, PollEvent.OPENED, poll.opened_at, number)
        return number


def close_poll(database: Database, poll_id: int) -> None:
    """End the vote. Nothing in the file tells in which order people voted, nor who voted what.

    Raises:
        UserError: the poll is not open, or its papers are not here; or it is closed, but another
            program still holds its urn.
    """
    asked = short_question(database, poll_id)
    label = lazy("Closed the poll “{question}”", question=asked)
    try:
        _close(database, poll_id, label)
    except UserError:
        with suppress(UserError):  # what was poured in vain is not to stay in the log
            database.settle()
        raise
    try:
        gone = put_away(database)
    except UserError:
        gone = False
    with suppress(UserError):
        database.settle()
    if not gone:
        raise UserError(
            _(
                "The poll is closed. But what held its papers while it was open could not be"
                " removed from this laptop: that is done when the club is opened next."
            )
        )


def _close(database: Database, poll_id: int, label: Text) -> None:
    with database.edit(label, undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != PollState.OPEN:
            raise UserError(_("This poll is not open."))
        if poll.secrecy != Secrecy.NAMED:
            pour(edit, poll_id, database.draw)
        poll.state = PollState.CLOSED
        poll.closed_at = database.now()
        poll.paused_at = poll.closes_at = None
        note_step(edit, poll_id, PollEvent.CLOSED, poll.closed_at)


def reopen_poll(database: Database, poll_id: int) -> None:
    """Let the same electorate go on voting.

    A secret or sector-only poll stays closed once it has papers: they are in the file then, and
    whoever has a copy of it would see by the difference what the late voters voted.
    """
    asked = short_question(database, poll_id)
    label = lazy("Reopened the poll “{question}”", question=asked)
    with database.edit(label, undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != PollState.CLOSED or poll.trashed_at is not None:
            raise UserError(_("Only a closed poll can be reopened."))
        if poll.voided_at is not None:
            raise UserError(_("This poll is void. Hold another round instead."))
        check_known_once(edit, poll_id)
        if poll.secrecy != Secrecy.NAMED:
            _refuse_late_papers(edit, poll)
            set_up(edit, poll_id)
        poll.state = PollState.OPEN
        poll.closed_at = poll.revealed_at = None
        note_step(edit, poll_id, PollEvent.REOPENED, database.now())
        unfold(edit, poll_id)


def _refuse_late_papers(snapshot: Snapshot, poll: Poll) -> None:
    if poll.revealed_at is not None:
        raise UserError(
            _(
                "This result is revealed, and one more paper would show who voted what. "
                "Hold another round instead."
            )
        )
    if sum(numbers_by_channel(snapshot, poll.id).values()):
        raise UserError(
            _(
                "The papers of this poll are in the file, and beside a copy of it one more paper "
                "would show who voted what. Hold another round instead."
            )
        )


def reveal_poll(database: Database, poll_id: int) -> None:
    """Let everybody see the result of a closed poll."""
    asked = short_question(database, poll_id)
    label = lazy("Revealed the poll “{question}”", question=asked)
    with database.edit(label, undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != PollState.CLOSED:
            raise UserError(_("Close the poll first, then reveal its result."))
        if poll.revealed_at is None:
            fold_merged(edit, poll_id)
            poll.revealed_at = database.now()
            note_step(edit, poll_id, PollEvent.REVEALED, poll.revealed_at)
