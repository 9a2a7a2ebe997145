"""What chains are made of, read at once: of all ideas of the club, or of those of one session."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Integer, Select, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from kdc_desktop.domain.chains.lines import Hung
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.people.signatures import signature
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.people import Person
from kdc_desktop.model.polls import Option, Poll
from kdc_desktop.model.sessions import Session
from kdc_desktop.model.visions import Commitment, Vision
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.chains.rows import GroupNow, KeptCounts, VotedOn, WonBy
from kdc_desktop.services.consortia.club_rows import SessionNamed
from kdc_desktop.services.consortia.steps import states_in
from kdc_desktop.services.consortia.worked_on import of_the_club
from kdc_desktop.services.polls.placings import placings_of
from kdc_desktop.services.visions.club import is_counted
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, listed, one_of, value

TABLES = frozenset({"session", "idea", "cluster", "person", "poll", "option", "hand_count"}) | {
    *("winner", "consortium", "consortium_step", "taken_up", "sign_of_life", "member", "leaving"),
    *("organisation", "department", "vision", "position", "commitment"),
    *("asking", "reading", "obstacle", "gain"),
}
"""What the list of all ideas is read from."""


class _Asked(NamedTuple):
    """A question about the club, and the same about one session."""

    of_all: Quick
    of_one: Quick

    def rows(self, snapshot: Snapshot, session_id: int | None) -> list[tuple[Any, ...]]:
        if session_id is None:
            return self.of_all.rows(snapshot)
        return self.of_one.rows(snapshot, session=session_id)


def _asked(wanted: Select[*tuple[Any, ...]], session_id: InstrumentedAttribute[int]) -> _Asked:
    joined = wanted.join(Session, Session.id == session_id)
    return _Asked(
        Quick(joined.where(Session.trashed_at.is_(None))),
        Quick(joined.where(Session.id == value("session"))),
    )


_IDEAS = _asked(
    select(
        Idea.id,
        Idea.session_id,
        Idea.text,
        Idea.author_id,
        func.coalesce(Person.name, Idea.author_text),
        Idea.parent_id,
        Idea.cluster_id,
        type_coerce(Idea.trashed_at.is_not(None), Integer),
        Idea.created_at,
    )
    .outerjoin(Person, Person.id == Idea.author_id)
    .order_by(Idea.id),
    Idea.session_id,
)
_CLUSTERS = _asked(select(Cluster.id, Cluster.name), Cluster.session_id)
_OPTIONS = _asked(
    select(
        Option.id,
        Option.poll_id,
        Option.title,
        Option.idea_id,
        Option.cluster_id,
        Option.counted_with,
        Poll.question,
        Poll.state,
        type_coerce(Poll.voided_at.is_not(None), Integer),
        type_coerce(Poll.revealed_at.is_not(None), Integer),
        Poll.created_at,
        Poll.opened_at,
        Poll.closed_at,
    )
    .join(Poll, Poll.id == Option.poll_id)
    .where(Poll.state != PollState.DRAFT, Poll.trashed_at.is_(None))
    .order_by(Poll.id, Option.place_in_order, Option.id),
    Poll.session_id,
)
_WINNERS = _asked(
    select(Winner.id, Winner.title, Winner.option_id, Winner.idea_id, Winner.cluster_id).order_by(
        Winner.place_in_order, Winner.id
    ),
    Winner.session_id,
)
_HELD = select(Session.id, Session.title, Session.starts_at)
_SESSIONS = _Asked(
    Quick(_HELD.where(Session.trashed_at.is_(None))),
    Quick(_HELD.where(Session.id == value("session"))),
)
_FORMED = (
    select(Consortium.id, Consortium.winner_id, Consortium.name)
    .join(Winner, Winner.id == Consortium.winner_id)
    .outerjoin(Session, Session.id == Consortium.session_id)
    .where(of_the_club())
    .order_by(Consortium.created_at, Consortium.place_in_order, Consortium.id)
)
_GROUPS = _Asked(Quick(_FORMED), Quick(_FORMED.where(Winner.session_id == value("session"))))
_VERSIONS = Quick(
    select(Vision.consortium_id, func.max(Vision.number))
    .where(one_of(Vision.consortium_id, "groups"))
    .group_by(Vision.consortium_id)
)
_HUNG = Quick(
    select(
        Idea.id,
        Idea.parent_id,
        Idea.cluster_id,
        type_coerce(Idea.trashed_at.is_not(None), Integer),
    )
    .where(Idea.session_id == value("session"))
    .order_by(Idea.id)
)
_PROMISES = Quick(
    select(Member.consortium_id, Commitment.done_at, Commitment.due_on)
    .join(Member, Member.id == Commitment.member_id)
    .where(one_of(Member.consortium_id, "groups"))
)
Thing = tuple[int | None, int | None]
"""An idea or a cluster, by its id: one of both is None."""


class IdeaNote(NamedTuple):
    """An idea as it was written, and by whom."""

    id: int
    session_id: int
    text: str
    author_id: int | None
    author: str
    written_at: Instant


class ChainFacts(NamedTuple):
    """Everything by what it hangs on: `hung` and `notes` by idea, `voted` and `won` by thing.

    `groups` are by the winner around which they formed, in the order in which they did.
    """

    sessions: Mapping[int, SessionNamed]
    notes: Mapping[int, IdeaNote]
    hung: Mapping[int, Hung]
    clusters: Mapping[int, str]
    voted: Mapping[Thing, list[VotedOn]]
    won: Mapping[Thing, list[WonBy]]
    groups: Mapping[int, list[GroupNow]]


def read_facts(
    snapshot: Snapshot, now: Instant, zone: Zone, session_id: int | None = None
) -> ChainFacts:
    """Read all of it: of a session, wherever that lies, or of all that are not in the trash."""
    notes, hung = {}, {}
    for key, of, text, author_id, author, parent_id, cluster_id, in_trash, at in _IDEAS.rows(
        snapshot, session_id
    ):
        name = author if author_id is not None or not author else signature(author).name
        notes[key] = IdeaNote(key, of, text, author_id, name, at)
        hung[key] = Hung(parent_id, cluster_id, bool(in_trash))
    won: dict[Thing, list[WonBy]] = {}
    for key, title, option_id, *thing in _WINNERS.rows(snapshot, session_id):
        won.setdefault((thing[0], thing[1]), []).append(WonBy(key, title, option_id))
    return ChainFacts(
        {
            key: SessionNamed(key, title, at.date())
            for key, title, at in _SESSIONS.rows(snapshot, session_id)
        },
        notes,
        hung,
        dict(_CLUSTERS.rows(snapshot, session_id)),
        _voted(snapshot, session_id, zone),
        won,
        _groups(snapshot, session_id, day_of(now, zone), zone),
    )


def _voted(snapshot: Snapshot, session_id: int | None, zone: Zone) -> dict[Thing, list[VotedOn]]:
    places = placings_of(snapshot, session_id)
    found: dict[Thing, list[VotedOn]] = {}
    days: dict[Instant, date] = {}
    for (
        key,
        poll_id,
        title,
        idea_id,
        cluster_id,
        folded,
        question,
        state,
        void,
        shown,
        *moments,
    ) in _OPTIONS.rows(snapshot, session_id):
        at = next(moment for moment in reversed(moments) if moment is not None)
        on = days.setdefault(at, day_of(at, zone)) if at not in days else days[at]
        known = key, poll_id, title, question, state, on, places.get(key), moments[-1]
        kinds = cluster_id is not None, folded is not None, bool(void), bool(shown)
        one = VotedOn(*known, *kinds)
        found.setdefault((idea_id, cluster_id), []).append(one)
    return found


def _groups(
    snapshot: Snapshot, session_id: int | None, today: date, zone: Zone
) -> dict[int, list[GroupNow]]:
    """The consortia that the club still knows, by their winner."""
    rows = _GROUPS.rows(snapshot, session_id)
    ids = [row[0] for row in rows]
    versions: dict[int, int] = dict(_VERSIONS.rows(snapshot, groups=listed(ids)))
    states = states_in(snapshot, ids, versions) if ids else {}
    kept = _kept(snapshot, {key: one.state for key, one in states.items()}, today)
    found: dict[int, list[GroupNow]] = {}
    for key, winner_id, name in rows:
        state, number = states[key], versions.get(key, 0)
        since, own = day_of(state.at, zone), kept.get(key, KeptCounts())
        group = GroupNow(key, name, winner_id, state.state, since, number, own)
        found.setdefault(winner_id, []).append(group)
    return found


def _kept(
    snapshot: Snapshot, states: Mapping[int, ConsortiumState], today: date
) -> dict[int, KeptCounts]:
    """What has become of the commitments of each of these consortia."""
    counts: dict[int, list[int]] = {}
    for key, done_at, due_on in _PROMISES.rows(snapshot, groups=listed(states)):
        if is_counted(states.get(key), done_at):
            late = done_at is None and due_on is not None and due_on < today
            counts.setdefault(key, [0, 0, 0])[0 if done_at is not None else 1 + late] += 1
    return {key: KeptCounts(*numbers) for key, numbers in counts.items()}


def hung_in(snapshot: Snapshot, session_id: int) -> dict[int, Hung]:
    """Where the ideas of a session hang."""
    return {
        key: Hung(parent_id, cluster_id, bool(in_trash))
        for key, parent_id, cluster_id, in_trash in _HUNG.rows(snapshot, session=session_id)
    }
