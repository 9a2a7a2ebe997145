"""What can be asked about polls at any time: what is voted on, who may vote, who has voted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ColumnElement, ScalarSelect, and_, func, select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.lengths import LINE
from kdc_desktop.domain.kit.text import in_order, on_one_line, shortened
from kdc_desktop.domain.polls.stages import VOTE
from kdc_desktop.domain.polls.states import Channel, Method, PollState, PollSubject, Secrecy
from kdc_desktop.domain.polls.turnout import Turnout
from kdc_desktop.i18n import listed, ngettext
from kdc_desktop.instants import Instant
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.polls import Elector, Option, Poll, PollUrn, RollEntry
from kdc_desktop.services.attendance.namesakes import namesakes_in_public
from kdc_desktop.services.board.apart import titles_of
from kdc_desktop.services.polls.rows import ChoiceRow, OptionRow, PollRow, VoterRow
from kdc_desktop.services.polls.urns import channels_of_voters, look_into_urn, numbers_by_channel
from kdc_desktop.services.sessions.questions import agenda_of
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.fast import Quick, value

_ON_BOARD = (Idea.trashed_at.is_(None), Idea.parent_id.is_(None))
_INSIDE = select(func.count()).where(Idea.cluster_id == Cluster.id, *_ON_BOARD).correlate(Cluster)
_CLUSTERS = Quick(
    select(Cluster.id, Cluster.name, _INSIDE.scalar_subquery(), Cluster.board_id)
    .where(Cluster.session_id == value("session"))
    .order_by(Cluster.number, Cluster.id)
)
_IDEAS = Quick(
    select(Idea.id, Idea.text, func.coalesce(Cluster.name, ""), Idea.board_id)
    .outerjoin(Cluster, Cluster.id == Idea.cluster_id)
    .where(Idea.session_id == value("session"), *_ON_BOARD)
    .order_by(Idea.id)
)
_OPTIONS = Quick(
    select(
        Option.id,
        Option.place_in_order,
        Option.title,
        Option.idea_id,
        Option.cluster_id,
        Option.counted_with,
    )
    .where(Option.poll_id == value("poll"))
    .order_by(Option.place_in_order, Option.id)
)


class _Said(NamedTuple):
    """What a poll says of itself, by the names of its columns."""

    id: int
    session_id: int
    question: str
    method: Method
    marks_each: int
    stacking: bool
    secrecy: Secrecy
    subject: PollSubject
    smallest_group: int
    state: PollState
    hands_people: int
    created_at: Instant
    opened_at: Instant | None
    closed_at: Instant | None
    revealed_at: Instant | None


def _number(table: type[Option | Elector | RollEntry]) -> ScalarSelect[int]:
    of_poll = select(func.count()).select_from(table).where(table.poll_id == Poll.id)
    return of_poll.correlate(Poll).scalar_subquery()


_WHOLE = (
    select(
        *(getattr(Poll, name) for name in _Said._fields),
        PollUrn.key,
        *(_number(Option), _number(Elector), _number(RollEntry)),
    )
    .outerjoin(PollUrn, PollUrn.poll_id == Poll.id)
    .order_by(Poll.id)
)
_POLLS = Quick(_WHOLE.where(Poll.session_id == value("session"), Poll.trashed_at.is_(None)))
_POLL = Quick(_WHOLE.where(Poll.id == value("poll")))


def polls(database: Database, session_id: int) -> list[PollRow]:
    """The polls of a session, the oldest first."""
    with database.read() as snapshot:
        found = _POLLS.rows(snapshot, session=session_id)
        return [_poll_row(snapshot, row) for row in found]


def poll(database: Database, poll_id: int) -> PollRow:
    """One poll; LookupError when there is none."""
    with database.read() as snapshot:
        return poll_in(snapshot, poll_id)


def question_of_stage(database: Database, session_id: int, stage_id: int | None) -> str:
    """What the room is asked in a stage: its prompt; empty where nothing is asked.

    Where it is no stage for voting, that of the next one in which nothing has been voted on yet.
    """
    with database.read() as snapshot:
        voting = [stage for stage in agenda_of(snapshot, session_id) if stage.kind == VOTE.key]
        asked = set(snapshot.scalars(select(Poll.stage_id).where(Poll.session_id == session_id)))
    here = (stage for stage in voting if stage.id == stage_id)
    open_ones = (stage for stage in voting if stage.id not in asked)
    found = next(here, None) or next(open_ones, None)
    return shortened(on_one_line(found.prompt), LINE) if found else ""


def options(database: Database, poll_id: int) -> list[OptionRow]:
    """The options in the order of the paper."""
    with database.read() as snapshot:
        return options_in(snapshot, poll_id)


def choices(database: Database, session_id: int, subject: PollSubject) -> list[ChoiceRow]:
    """The ideas or clusters of a session that a poll can be about, in the order of the board."""
    with database.read() as snapshot:
        if subject == PollSubject.CLUSTERS:
            return _clusters(snapshot, session_id)
        return _ideas(snapshot, session_id)


def has_a_vote_in(session_id: int | BindParameter[Any]) -> ColumnElement[bool]:
    """Of an attendance: whether whoever is there would vote in a poll that opened now."""
    return and_(
        Attendance.session_id == session_id,
        Attendance.state == AttendanceState.PRESENT,
        Attendance.may_vote,
    )


_MAY_VOTE = Quick(select(func.count()).where(has_a_vote_in(value("session"))))


def may_vote_now(database: Database, session_id: int) -> int:
    """How many of those present may vote: the electorate, if a poll opened now."""
    with database.read() as snapshot:
        return int(_MAY_VOTE.scalar(snapshot, session=session_id))


def electorate(database: Database, poll_id: int) -> list[VoterRow]:
    """Everybody who may vote in a poll, by name, with how they have voted: the channel only."""
    with database.read() as snapshot:
        rows = snapshot.execute(
            select(
                Person.id,
                Person.name,
                func.coalesce(Organisation.name, ""),
                Elector.sector,
                func.coalesce(Attendance.badge, ""),
                RollEntry.channel,
            )
            .select_from(Elector)
            .join(Poll, Poll.id == Elector.poll_id)
            .join(Person, Person.id == Elector.person_id)
            .outerjoin(Organisation, Organisation.id == Person.organisation_id)
            .outerjoin(
                Attendance,
                (Attendance.person_id == Person.id) & (Attendance.session_id == Poll.session_id),
            )
            .outerjoin(
                RollEntry,
                (RollEntry.poll_id == Elector.poll_id) & (RollEntry.person_id == Person.id),
            )
            .where(Elector.poll_id == poll_id)
            .order_by(Person.id)
        )
        voters = sorted((VoterRow(*row) for row in rows), key=lambda voter: in_order(voter.name))
        session_id = snapshot.get_one(Poll, poll_id).session_id
        called = [(voter.person_id, voter.name) for voter in voters]
        apart = namesakes_in_public(snapshot, session_id, called)
        if apart:
            voters = [replace(one, apart=apart.get(one.person_id, "")) for one in voters]
        channels = channels_of_voters(snapshot, poll_id)
        if channels is None:
            return voters
        return [replace(voter, channel=channels.get(voter.person_id)) for voter in voters]


def latecomers(database: Database, poll_id: int) -> list[VoterRow]:
    """Who is present and may vote, but not in this poll: they came after it was opened."""
    with database.read() as snapshot:
        session_id = snapshot.get_one(Poll, poll_id).session_id
        electors = select(Elector.person_id).where(Elector.poll_id == poll_id)
        rows = snapshot.execute(
            select(
                Person.id,
                Person.name,
                func.coalesce(Organisation.name, ""),
                func.coalesce(Attendance.badge, ""),
            )
            .join(Attendance, Attendance.person_id == Person.id)
            .outerjoin(Organisation, Organisation.id == Person.organisation_id)
            .where(has_a_vote_in(session_id), Person.id.not_in(electors))
            .order_by(Person.name, Person.id)
        )
        return [VoterRow(key, name, where, "", badge, None) for key, name, where, badge in rows]


def turnout(database: Database, poll_id: int) -> Turnout:
    """How many have voted, by channel."""
    with database.read() as snapshot:
        return turnout_in(snapshot, poll_id)


def short_question(database: Database, poll_id: int) -> str:
    """What a poll asks, short enough for a line of the history."""
    with database.read() as snapshot:
        return shortened(snapshot.get_one(Poll, poll_id).question)


def poll_in(snapshot: Snapshot, poll_id: int) -> PollRow:
    """`poll` within a snapshot."""
    found = _POLL.rows(snapshot, poll=poll_id)
    if not found:
        raise LookupError(f"no poll {poll_id}")
    return _poll_row(snapshot, found[0])


def _poll_row(snapshot: Snapshot, found: tuple[Any, ...]) -> PollRow:
    *said, key, options, electors, roll = found
    poll, elsewhere = _Said(*said), None
    if poll.state == PollState.OPEN and poll.secrecy != Secrecy.NAMED:
        roll, elsewhere = look_into_urn(snapshot, key)
    return PollRow(
        id=poll.id,
        session_id=poll.session_id,
        question=poll.question,
        method=poll.method,
        marks_each=poll.marks_each,
        stacking=poll.stacking,
        secrecy=poll.secrecy,
        subject=poll.subject,
        smallest_group=poll.smallest_group,
        state=poll.state,
        revealed=poll.revealed_at is not None,
        options=options,
        electorate=electors,
        papers=roll,
        voted=roll + poll.hands_people,
        created_at=poll.created_at,
        opened_at=poll.opened_at,
        closed_at=poll.closed_at,
        revealed_at=poll.revealed_at,
        elsewhere=elsewhere,
    )


def options_in(snapshot: Snapshot, poll_id: int) -> list[OptionRow]:
    """`options` within a snapshot."""
    return [OptionRow(*row) for row in _OPTIONS.rows(snapshot, poll=poll_id)]


def turnout_in(snapshot: Snapshot, poll_id: int) -> Turnout:
    """`turnout` within a snapshot."""
    channels = numbers_by_channel(snapshot, poll_id)
    people = snapshot.scalar(select(Poll.hands_people).where(Poll.id == poll_id)) or 0
    electors = snapshot.scalar(select(func.count()).where(Elector.poll_id == poll_id)) or 0
    return Turnout(channels[Channel.KIOSK], channels[Channel.BY_HAND], people, electors)


def _clusters(snapshot: Snapshot, session_id: int) -> list[ChoiceRow]:
    rows = [
        (key, name, ngettext("{count} idea", "{count} ideas", ideas), board_id)
        for key, name, ideas, board_id in _CLUSTERS.rows(snapshot, session=session_id)
    ]
    return _by_board(snapshot, session_id, rows)


def _ideas(snapshot: Snapshot, session_id: int) -> list[ChoiceRow]:
    return _by_board(snapshot, session_id, _IDEAS.rows(snapshot, session=session_id))


def _by_board(
    snapshot: Snapshot, session_id: int, rows: Iterable[Sequence[Any]]
) -> list[ChoiceRow]:
    """What is offered, one board after the other; where there are several, each is named."""
    titles = titles_of(snapshot, session_id)
    if not titles:
        return [ChoiceRow(*row) for row in rows]
    order = {board_id: at for at, board_id in enumerate(titles)}
    return [
        ChoiceRow(key, title, listed(filter(None, (detail, titles.get(board_id)))), board_id)
        for key, title, detail, board_id in sorted(rows, key=lambda row: order.get(row[3], 0))
    ]
