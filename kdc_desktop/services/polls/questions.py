"""What can be asked about polls at any time: what is voted on, who may vote, who has voted."""

from dataclasses import replace

from sqlalchemy import ColumnElement, ScalarSelect, and_, func, select, true

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.lengths import LINE
from kdc_desktop.domain.kit.text import in_order, on_one_line, shortened
from kdc_desktop.domain.polls.stages import VOTE
from kdc_desktop.domain.polls.states import Channel, PollState, PollSubject, Secrecy
from kdc_desktop.domain.polls.turnout import Turnout
from kdc_desktop.i18n import ngettext
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.polls import Elector, Option, Poll, PollUrn, RollEntry
from kdc_desktop.services.attendance.namesakes import namesakes_in_public
from kdc_desktop.services.polls.rows import ChoiceRow, OptionRow, PollRow, VoterRow
from kdc_desktop.services.polls.urns import (
    channels_of_voters,
    look_into_urn,
    numbers_by_channel,
)
from kdc_desktop.services.sessions.questions import agenda_of
from kdc_desktop.storage import Database, Snapshot


def polls(database: Database, session_id: int) -> list[PollRow]:
    """The polls of a session, the oldest first."""
    with database.read() as snapshot:
        return _polls(snapshot, Poll.session_id == session_id)


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


def has_a_vote_in(session_id: int) -> ColumnElement[bool]:
    """Of an attendance: whether whoever is there would vote in a poll that opened now."""
    return and_(
        Attendance.session_id == session_id,
        Attendance.state == AttendanceState.PRESENT,
        Attendance.may_vote,
    )


def may_vote_now(database: Database, session_id: int) -> int:
    """How many of those present may vote: the electorate, if a poll opened now."""
    with database.read() as snapshot:
        return snapshot.scalar(select(func.count()).where(has_a_vote_in(session_id))) or 0


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
    found = _polls(snapshot, Poll.id == poll_id, trashed=True)
    if not found:
        raise LookupError(f"no poll {poll_id}")
    return found[0]


def _polls(
    snapshot: Snapshot, where: ColumnElement[bool], *, trashed: bool = False
) -> list[PollRow]:
    def number(table: type[Option | Elector | RollEntry]) -> ScalarSelect[int]:
        return (
            select(func.count())
            .select_from(table)
            .where(table.poll_id == Poll.id)
            .correlate(Poll)
            .scalar_subquery()
        )

    rows = snapshot.execute(
        select(Poll, PollUrn.key, number(Option), number(Elector), number(RollEntry))
        .outerjoin(PollUrn, PollUrn.poll_id == Poll.id)
        .where(where, true() if trashed else Poll.trashed_at.is_(None))
        .order_by(Poll.id)
    )
    return [_poll_row(snapshot, *row) for row in rows]


def _poll_row(
    snapshot: Snapshot, row: Poll, key: str | None, option_count: int, electors: int, roll: int
) -> PollRow:
    elsewhere = None
    if row.state == PollState.OPEN and row.secrecy != Secrecy.NAMED:
        roll, elsewhere = look_into_urn(snapshot, key)
    return PollRow(
        id=row.id,
        session_id=row.session_id,
        question=row.question,
        method=row.method,
        marks_each=row.marks_each,
        stacking=row.stacking,
        secrecy=row.secrecy,
        subject=row.subject,
        smallest_group=row.smallest_group,
        state=row.state,
        revealed=row.revealed_at is not None,
        options=option_count,
        electorate=electors,
        papers=roll,
        voted=roll + row.hands_people,
        created_at=row.created_at,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        revealed_at=row.revealed_at,
        elsewhere=elsewhere,
    )


def options_in(snapshot: Snapshot, poll_id: int) -> list[OptionRow]:
    """`options` within a snapshot."""
    rows = snapshot.execute(
        select(Option.id, Option.place_in_order, Option.title, Option.idea_id, Option.cluster_id)
        .where(Option.poll_id == poll_id)
        .order_by(Option.place_in_order, Option.id)
    )
    return [OptionRow(*row) for row in rows]


def turnout_in(snapshot: Snapshot, poll_id: int) -> Turnout:
    """`turnout` within a snapshot."""
    channels = numbers_by_channel(snapshot, poll_id)
    people = snapshot.scalar(select(Poll.hands_people).where(Poll.id == poll_id)) or 0
    electors = snapshot.scalar(select(func.count()).where(Elector.poll_id == poll_id)) or 0
    return Turnout(channels[Channel.KIOSK], channels[Channel.BY_HAND], people, electors)


def _clusters(snapshot: Snapshot, session_id: int) -> list[ChoiceRow]:
    inside = (
        select(func.count())
        .where(Idea.cluster_id == Cluster.id, Idea.trashed_at.is_(None), Idea.parent_id.is_(None))
        .correlate(Cluster)
        .scalar_subquery()
    )
    rows = snapshot.execute(
        select(Cluster.id, Cluster.name, inside)
        .where(Cluster.session_id == session_id)
        .order_by(Cluster.number, Cluster.id)
    )
    return [
        ChoiceRow(key, name, ngettext("{count} idea", "{count} ideas", ideas))
        for key, name, ideas in rows
    ]


def _ideas(snapshot: Snapshot, session_id: int) -> list[ChoiceRow]:
    rows = snapshot.execute(
        select(Idea.id, Idea.text, func.coalesce(Cluster.name, ""))
        .outerjoin(Cluster, Cluster.id == Idea.cluster_id)
        .where(Idea.session_id == session_id, Idea.trashed_at.is_(None), Idea.parent_id.is_(None))
        .order_by(Idea.id)
    )
    return [ChoiceRow(*row) for row in rows]
