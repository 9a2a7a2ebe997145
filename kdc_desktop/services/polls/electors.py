"""Who may vote in a poll, who has, and who came too late."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, and_, distinct, func, select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.domain.polls.states import VotesBy
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.polls import Elector, Poll, RollEntry
from kdc_desktop.services.attendance.namesakes import namesakes_in_public
from kdc_desktop.services.polls.rows import VoterRow
from kdc_desktop.services.polls.urns import channels_of_voters
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.fast import Quick, value

VOTES = func.count(distinct(func.coalesce(-Elector.organisation_id, Elector.person_id)))
"""How many votes electors have: one each, or where organisations vote one for each of them."""


def electors_in(snapshot: Snapshot, poll_id: int) -> int:
    """How many votes there are in a poll."""
    here = select(VOTES).where(Elector.poll_id == poll_id, ~Elector.gone)
    return snapshot.scalar(here) or 0


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


def electors_now(
    snapshot: Snapshot, poll: Poll, among: Collection[int] | None = None
) -> list[dict[str, Any]]:
    """Rows for who is here and may vote, with today's sector and whose vote they may use."""
    here = (
        select(Person.id, Organisation.id, Organisation.sector)
        .join(Attendance, Attendance.person_id == Person.id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(has_a_vote_in(poll.session_id))
        .order_by(Person.id)
    )
    if among is not None:
        here = here.where(Person.id.in_(among))
    together = poll.votes_by is VotesBy.ORGANISATION
    return [
        {
            "poll_id": poll.id,
            "person_id": person_id,
            "sector": sector_of(sector),
            "organisation_id": organisation_id if together else None,
        }
        for person_id, organisation_id, sector in snapshot.execute(here)
    ]


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
            .where(Elector.poll_id == poll_id, ~Elector.gone)
            .order_by(Person.id)
        )
        voters = sorted((VoterRow(*row) for row in rows), key=lambda voter: in_order(voter.name))
        session_id = snapshot.get_one(Poll, poll_id).session_id
        called = [(voter.person_id, voter.name) for voter in voters]
        apart = namesakes_in_public(snapshot, session_id, called)
        if apart:
            voters = [replace(one, apart=apart.get(one.person_id, "")) for one in voters]
        channels = channels_of_voters(snapshot, poll_id)
        if channels is not None:
            voters = [replace(one, channel=channels.get(one.person_id)) for one in voters]
        return _with_who_used(snapshot, poll_id, voters)


def _with_who_used(snapshot: Snapshot, poll_id: int, voters: list[VoterRow]) -> list[VoterRow]:
    """The same with who has used the one vote of their organisation, where organisations vote."""
    together = select(Elector.person_id, Elector.organisation_id).where(
        Elector.poll_id == poll_id, Elector.organisation_id.is_not(None)
    )
    of = {person_id: key for person_id, key in snapshot.execute(together)}  # noqa: C416 - dict() would take a result for a mapping
    used = {of[one.person_id]: one for one in voters if one.channel and one.person_id in of}
    return [
        replace(one, used_by=by.name)
        if (by := used.get(of.get(one.person_id))) is not None and by is not one
        else one
        for one in voters
    ]


def latecomers(database: Database, poll_id: int) -> list[VoterRow]:
    """Who is present and may vote, but not in this poll: they came after it, or were let go."""
    with database.read() as snapshot:
        session_id = snapshot.get_one(Poll, poll_id).session_id
        electors = select(Elector.person_id).where(Elector.poll_id == poll_id, ~Elector.gone)
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
