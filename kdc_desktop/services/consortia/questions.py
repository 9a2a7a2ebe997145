"""What can be asked about the consortia of a session, read at once."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Select, select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.consortia.fitting import Candidate, Problem
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Consortium, Delegate, Member
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.consortia.binding import rules_in
from kdc_desktop.services.consortia.candidates import candidates_of
from kdc_desktop.services.consortia.kept import groups_of, kept_members, settled_consortia
from kdc_desktop.services.consortia.placement import Memory, consortia_rows, waiting_of
from kdc_desktop.services.consortia.rows import Overview
from kdc_desktop.services.consortia.trails import ConsortiumTrail, spoken_members
from kdc_desktop.services.consortia.wanted import Wanted, usual_wanted
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.fast import Quick, value

_PLACED = Quick(
    select(
        Delegate.person_id,
        Delegate.pinned,
        Member.id,
        Consortium.winner_id,
        Consortium.let_go_at,
        Attendance.state,
    )
    .join(Member, Member.id == Delegate.member_id)
    .join(Consortium, Consortium.id == Member.consortium_id)
    .outerjoin(
        Attendance,
        (Attendance.person_id == Delegate.person_id) & (Attendance.session_id == value("session")),
    )
    .where(Delegate.session_id == value("session"))
)
_UNSPOKEN = Quick(
    select(Member.id)
    .join(Consortium, Consortium.id == Member.consortium_id)
    .outerjoin(Delegate, Delegate.member_id == Member.id)
    .where(Consortium.session_id == value("session"), Delegate.id.is_(None))
)


def overview(
    database: Database,
    session_id: int,
    trails: Sequence[ConsortiumTrail],
    wanted: Wanted | None = None,
    memory: Memory | None = None,
) -> Overview:
    """Everything about the consortia of a session, with the problem a suggestion would solve.

    Args:
        trails: what the nouns above keep of consortia.
        wanted: what is asked of a suggestion; the usual if not given.
        memory: of the overview before this one, for whoever asks again and again.
    """
    with database.read() as snapshot:
        return read_overview(snapshot, session_id, trails, wanted, memory)


def read_overview(
    snapshot: Snapshot,
    session_id: int,
    trails: Sequence[ConsortiumTrail],
    wanted: Wanted | None,
    memory: Memory | None = None,
) -> Overview:
    """`overview` on a snapshot that is open already."""
    memory = memory or Memory()
    winners = snapshot.execute(_winners(session_id)).all()
    placed, pinned, held, lasting = _placed(snapshot, session_id, trails)
    if memory.candidates is None:
        memory.candidates = candidates_of(snapshot, session_id)
    candidates, settled = memory.candidates, settled_consortia(snapshot, session_id)
    wanted = wanted or usual_wanted(candidates, len(winners))
    groups = {group.winner_id: group for group in groups_of(winners, settled, wanted)}
    kept = kept_members(snapshot, session_id, lasting)
    problem = Problem(
        tuple(candidates),
        tuple(groups.values()),
        wanted.per_organisation,
        {person_id: placed[person_id] for person_id in pinned | held},
        wanted.weights,
        _circles(snapshot, session_id, candidates) if wanted.weights.new_acquaintances else (),
        wanted.fill_seats,
        rules_in(snapshot, candidates),
    )
    there = [groups[winner_id] for winner_id in settled if winner_id in groups]
    rows = consortia_rows(there, problem, placed, kept, settled, frozenset(pinned), memory)
    return Overview(
        rows,
        waiting_of(candidates, placed),
        placed,
        problem,
        len(winners),
        tuple(winner_id for winner_id in groups if winner_id not in settled),
        tuple(kept),
        frozenset(pinned),
        settled,
    )


def _winners(session_id: int) -> Select[int, str]:
    return (
        select(Winner.id, Winner.title)
        .where(Winner.session_id == session_id)
        .order_by(Winner.place_in_order, Winner.id)
    )


def _circles(
    snapshot: Snapshot, session_id: int, candidates: Iterable[Candidate]
) -> tuple[frozenset[int], ...]:
    """Who of the candidates were in a consortium of another session together."""
    here = {one.person_id for one in candidates}
    query = (
        select(Member.consortium_id, Delegate.person_id)
        .join(Member, Member.id == Delegate.member_id)
        .where(Delegate.session_id != session_id)
    )
    circles: dict[int, set[int]] = {}
    for consortium_id, person_id in snapshot.execute(query):
        if person_id in here:
            circles.setdefault(consortium_id, set()).add(person_id)
    return tuple(frozenset(circle) for circle in circles.values() if len(circle) > 1)


def _placed(
    snapshot: Snapshot, session_id: int, trails: Sequence[ConsortiumTrail]
) -> tuple[dict[int, int], set[int], set[int], set[int]]:
    """Who is placed where, who is pinned, who else must stay, which members stay unspoken for."""
    history = spoken_members(snapshot, session_id, trails)
    placed: dict[int, int] = {}
    pinned, held = set(), set()
    for person_id, is_pinned, member_id, winner_id, let_go, state in _PLACED.rows(
        snapshot, session=session_id
    ):
        placed[person_id] = winner_id
        if is_pinned:
            pinned.add(person_id)
        if member_id in history or let_go is not None or state != AttendanceState.PRESENT:
            held.add(person_id)
    alone = {row[0] for row in _UNSPOKEN.rows(snapshot, session=session_id)}
    return placed, pinned, held, history | alone
