"""What can be asked about polls at any time: what is voted on, who may vote, who has voted."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, func, select, true

from kdc_desktop.domain.polls.counting import BY_KEY, Reconciliation, reconcile
from kdc_desktop.model import (
    Attendance,
    Cluster,
    Elector,
    HandCount,
    Idea,
    Option,
    Organisation,
    Person,
    Poll,
    RollEntry,
)
from kdc_desktop.model.attendance import PRESENT
from kdc_desktop.model.polls import BY_HAND, KIOSK
from kdc_desktop.storage import Database, Snapshot


@dataclass(frozen=True)
class PollRow:
    """A poll as it stands; `voted` counts papers and people who took part by show of hands."""

    id: int
    session_id: int
    question: str
    method: str
    marks_each: int
    stacking: bool
    secrecy: str
    subject: str
    smallest_group: int
    state: str
    revealed: bool
    options: int
    electorate: int
    voted: int
    created_at: datetime
    opened_at: datetime | None
    closed_at: datetime | None
    revealed_at: datetime | None

    @property
    def method_line(self) -> str:
        """The rule in a few words: “Dots, 5 each”."""
        name = BY_KEY[self.method].name
        if not self.marks_each:
            return name
        return f"{name}, {self.marks_each} each"


@dataclass(frozen=True)
class OptionRow:
    """What is voted on; exactly one of `idea_id` and `cluster_id` is set."""

    id: int
    place_in_order: int
    title: str
    idea_id: int | None
    cluster_id: int | None


@dataclass(frozen=True)
class ChoiceRow:
    """An idea or a cluster that a poll can be about; `detail` says where it belongs."""

    id: int
    title: str
    detail: str


@dataclass(frozen=True)
class VoterRow:
    """One of the electorate; `channel` is how their paper came in, None when it has not."""

    person_id: int
    name: str
    organisation: str
    sector: str
    badge: str
    channel: str | None


@dataclass(frozen=True)
class Turnout:
    """How many of how many took part, by channel; never what they voted."""

    kiosk: int
    by_hand: int
    show_of_hands: int
    electorate: int

    @property
    def voted(self) -> int:
        return self.kiosk + self.by_hand + self.show_of_hands

    @property
    def reconciliation(self) -> Reconciliation:
        """The channels added up, in one line."""
        return reconcile(self.kiosk, self.by_hand, self.show_of_hands, self.electorate)


def polls(database: Database, session_id: int) -> list[PollRow]:
    """The polls of a session, the oldest first."""
    with database.read() as session:
        return _polls(session, Poll.session_id == session_id)


def poll(database: Database, poll_id: int) -> PollRow:
    """One poll; LookupError when there is none."""
    with database.read() as session:
        return poll_in(session, poll_id)


def options(database: Database, poll_id: int) -> list[OptionRow]:
    """The options in the order of the paper."""
    with database.read() as session:
        return options_in(session, poll_id)


def choices(database: Database, session_id: int, subject: str) -> list[ChoiceRow]:
    """The ideas or clusters of a session that a poll can be about, in the order of the board."""
    with database.read() as session:
        return (
            _clusters(session, session_id) if subject == "clusters" else _ideas(session, session_id)
        )


def may_vote_now(database: Database, session_id: int) -> int:
    """How many of those present may vote: the electorate, if a poll opened now."""
    with database.read() as session:
        return (
            session.scalar(
                select(func.count()).where(
                    Attendance.session_id == session_id,
                    Attendance.state == PRESENT,
                    Attendance.may_vote,
                )
            )
            or 0
        )


def electorate(database: Database, poll_id: int) -> list[VoterRow]:
    """Everybody who may vote in a poll, by name, with how they have voted: the channel only."""
    with database.read() as session:
        rows = session.execute(
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
            .order_by(Person.name, Person.id)
        )
        return [VoterRow(*row) for row in rows]


def turnout(database: Database, poll_id: int) -> Turnout:
    """How many have voted, by channel."""
    with database.read() as session:
        return turnout_in(session, poll_id)


def hands(database: Database, poll_id: int) -> tuple[int, dict[int, int]]:
    """The show of hands as counted so far: people, and hands by option id."""
    with database.read() as session:
        people = session.get_one(Poll, poll_id).hands_people
        rows = session.execute(
            select(HandCount.option_id, HandCount.hands).where(HandCount.poll_id == poll_id)
        )
        return people, {row.option_id: row.hands for row in rows}


def poll_in(session: Snapshot, poll_id: int) -> PollRow:
    """`poll` within a snapshot."""
    found = _polls(session, Poll.id == poll_id, trashed=True)
    if not found:
        raise LookupError(f"no poll {poll_id}")
    return found[0]


def _polls(
    session: Snapshot, where: ColumnElement[bool], *, trashed: bool = False
) -> list[PollRow]:
    def number(table: type[Option | Elector | RollEntry]) -> ScalarSelect[int]:
        return (
            select(func.count())
            .select_from(table)
            .where(table.poll_id == Poll.id)
            .correlate(Poll)
            .scalar_subquery()
        )

    rows = session.execute(
        select(Poll, number(Option), number(Elector), number(RollEntry))
        .where(where, true() if trashed else Poll.trashed_at.is_(None))
        .order_by(Poll.id)
    )
    return [_poll_row(*row) for row in rows]


def _poll_row(row: Poll, option_count: int, electors: int, roll: int) -> PollRow:
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
        voted=roll + row.hands_people,
        created_at=row.created_at,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        revealed_at=row.revealed_at,
    )


def options_in(session: Snapshot, poll_id: int) -> list[OptionRow]:
    """`options` within a snapshot."""
    rows = session.execute(
        select(Option.id, Option.place_in_order, Option.title, Option.idea_id, Option.cluster_id)
        .where(Option.poll_id == poll_id)
        .order_by(Option.place_in_order, Option.id)
    )
    return [OptionRow(*row) for row in rows]


def turnout_in(session: Snapshot, poll_id: int) -> Turnout:
    """`turnout` within a snapshot."""
    rows = session.execute(
        select(RollEntry.channel, func.count().label("number"))
        .where(RollEntry.poll_id == poll_id)
        .group_by(RollEntry.channel)
    )
    channels = {row.channel: row.number for row in rows}
    people = session.scalar(select(Poll.hands_people).where(Poll.id == poll_id)) or 0
    electors = session.scalar(select(func.count()).where(Elector.poll_id == poll_id)) or 0
    return Turnout(channels.get(KIOSK, 0), channels.get(BY_HAND, 0), people, electors)


def _clusters(session: Snapshot, session_id: int) -> list[ChoiceRow]:
    inside = (
        select(func.count())
        .where(Idea.cluster_id == Cluster.id, Idea.trashed_at.is_(None), Idea.parent_id.is_(None))
        .correlate(Cluster)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Cluster.id, Cluster.name, inside)
        .where(Cluster.session_id == session_id)
        .order_by(Cluster.number, Cluster.id)
    )
    return [
        ChoiceRow(key, name, f"{ideas} idea{'' if ideas == 1 else 's'}")
        for key, name, ideas in rows
    ]


def _ideas(session: Snapshot, session_id: int) -> list[ChoiceRow]:
    rows = session.execute(
        select(Idea.id, Idea.text, func.coalesce(Cluster.name, ""))
        .outerjoin(Cluster, Cluster.id == Idea.cluster_id)
        .where(Idea.session_id == session_id, Idea.trashed_at.is_(None), Idea.parent_id.is_(None))
        .order_by(Idea.id)
    )
    return [ChoiceRow(*row) for row in rows]
