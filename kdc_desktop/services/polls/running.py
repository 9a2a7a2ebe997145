"""What a facilitator does with a poll that is prepared: open it, close it, reveal it.

A poll goes draft → open → closed and is then revealed. Opening freezes options, secrecy and the
electorate. From opening on nothing is undone: the way back is to reopen.
"""

from sqlalchemy import func, select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.domain.polls.states import PollState, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.polls import Elector, Option, Poll, RollEntry
from kdc_desktop.services.polls.questions import short_question
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.unjournaled import rewrite_in_order


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
        if options < 2:
            raise UserError(_("A poll needs at least two options. Choose some more."))
        voters = _present(edit, poll.session_id)
        if not voters:
            raise UserError(_("Nobody who may vote is present. Check people in first."))
        edit.add_rows(
            Elector,
            [
                {"poll_id": poll_id, "person_id": person_id, "sector": sector}
                for person_id, sector in voters
            ],
        )
        poll.state = PollState.OPEN
        poll.opened_at = database.now()
        return len(voters)


def close_poll(database: Database, poll_id: int) -> None:
    """End the vote. Nothing in the file tells any more in which order people voted."""
    asked = short_question(database, poll_id)
    label = lazy("Closed the poll “{question}”", question=asked)
    with database.edit(label, undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != PollState.OPEN:
            raise UserError(_("This poll is not open."))
        poll.state = PollState.CLOSED
        poll.closed_at = database.now()
        if poll.secrecy != Secrecy.NAMED:
            _forget_order(edit, poll_id)
    database.settle()


def reopen_poll(database: Database, poll_id: int) -> None:
    """Let the same electorate go on voting.

    A secret or sector-only poll that has been revealed stays closed: the difference between two
    results would show what the late voters voted.
    """
    asked = short_question(database, poll_id)
    label = lazy("Reopened the poll “{question}”", question=asked)
    with database.edit(label, undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != PollState.CLOSED or poll.trashed_at is not None:
            raise UserError(_("Only a closed poll can be reopened."))
        if poll.revealed_at is not None and poll.secrecy != Secrecy.NAMED:
            raise UserError(
                _(
                    "The room has seen this result, and one more paper would show who voted what. "
                    "Hold another round instead."
                )
            )
        poll.state = PollState.OPEN
        poll.closed_at = poll.revealed_at = None


def reveal_poll(database: Database, poll_id: int) -> None:
    """Let everybody see the result of a closed poll."""
    asked = short_question(database, poll_id)
    label = lazy("Revealed the poll “{question}”", question=asked)
    with database.edit(label, undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != PollState.CLOSED:
            raise UserError(_("Close the poll first, then reveal its result."))
        if poll.revealed_at is None:
            poll.revealed_at = database.now()


def _present(snapshot: Snapshot, session_id: int) -> list[tuple[int, str]]:
    rows = snapshot.execute(
        select(Person.id, Organisation.sector)
        .join(Attendance, Attendance.person_id == Person.id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(
            Attendance.session_id == session_id,
            Attendance.state == AttendanceState.PRESENT,
            Attendance.may_vote,
        )
        .order_by(Person.id)
    )
    return [(person_id, sector_of(sector)) for person_id, sector in rows]


def _forget_order(edit: Edit, poll_id: int) -> None:
    """Write the roll again in the order of people.

    A database page keeps its rows where they came in; beside the papers' page that would tell who
    cast which. The roll has no journal, so whole rows may go at once.
    """
    rewrite_in_order(edit, RollEntry, RollEntry.poll_id == poll_id, RollEntry.person_id)
