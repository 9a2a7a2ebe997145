"""What was told before beside a poll, so that the difference would tell how a few voted.

Two votes on the same are held against each other: a round and the one before it, or two polls of a
session of which an option is the same. Where a few took part in one of them only, who took part in
both is thought to have voted alike, and what is left is how these few did. The later one tells less
then. Whose slip did not come back is on the roll and has cast nothing, and nobody knows who it is:
so as many more, or fewer, may have taken part in one only.
"""

from collections.abc import Iterator, Set
from typing import NamedTuple

from sqlalchemy import func, select

from kdc_desktop.domain.polls.hiding import ToldBeside
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.instants import Instant
from kdc_desktop.model.polls import BallotPaper, Elector, Option, Poll, RollEntry
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.services.polls.written import first_of_rounds
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, value


class _Earlier(NamedTuple):
    """A poll of the session that the room has seen the result of; it may be void or discarded."""

    id: int
    round_of: int | None
    revealed_at: Instant | None
    secrecy: Secrecy
    smallest_group: int


_IN_SESSION = Quick(
    select(*(getattr(Poll, name) for name in _Earlier._fields)).where(
        Poll.session_id == value("session")
    )
)
_OPTIONS = Quick(
    select(Option.idea_id, Option.cluster_id, Option.title).where(Option.poll_id == value("poll"))
)
_VOTED = Quick(
    select(RollEntry.person_id, Elector.sector)
    .join(
        Elector,
        (Elector.poll_id == RollEntry.poll_id) & (Elector.person_id == RollEntry.person_id),
    )
    .where(RollEntry.poll_id == value("poll"))
)

_ON_ROLL = Quick(select(func.count()).where(RollEntry.poll_id == value("poll")))
_CAST = Quick(select(func.count()).where(BallotPaper.poll_id == value("poll")))


def told_beside(snapshot: Snapshot, row: PollRow) -> ToldBeside:
    """What a revealed poll may not tell, because of those that were revealed before it."""
    if row.secrecy is Secrecy.NAMED or row.revealed_at is None:
        return ToldBeside.NOTHING
    voted, found = set(_VOTED.rows(snapshot, poll=row.id)), ToldBeside.NOTHING
    for other in _compared_with(snapshot, row):
        few = row.smallest_group
        if other.secrecy is not Secrecy.NAMED:
            few = max(few, other.smallest_group)
        out = _slips_out(snapshot, row.id) + _slips_out(snapshot, other.id)
        apart = voted ^ set(_VOTED.rows(snapshot, poll=other.id))
        people = {person_id for person_id, _sector in apart}
        if people or out:
            if len(people) - out < few:
                return ToldBeside.NUMBERS
            sectors = [sector for _person_id, sector in apart]
            if out or any(sectors.count(sector) < few for sector in set(sectors)):
                found = ToldBeside.BY_SECTOR
    return found


def _slips_out(snapshot: Snapshot, poll_id: int) -> int:
    """How many are on the roll of a closed poll for a slip that did not come back."""
    return int(_ON_ROLL.scalar(snapshot, poll=poll_id)) - int(_CAST.scalar(snapshot, poll=poll_id))


def _compared_with(snapshot: Snapshot, row: PollRow) -> Iterator[_Earlier]:
    polls = {
        one.id: one
        for one in map(_Earlier._make, _IN_SESSION.rows(snapshot, session=row.session_id))
    }
    own = polls[row.id]
    earlier = [one for one in polls.values() if _is_before(one, own)]
    if not earlier:
        return
    rounds = {key: one.round_of for key, one in polls.items()}
    root, asked = first_of_rounds(row.id, rounds), _asked(snapshot, row.id)
    for one in earlier:
        if first_of_rounds(one.id, rounds) == root or asked & _asked(snapshot, one.id):
            yield one


def _is_before(one: _Earlier, own: _Earlier) -> bool:
    if one.revealed_at is None or own.revealed_at is None or one.id == own.id:
        return False
    return (one.revealed_at, one.id) < (own.revealed_at, own.id)


def _asked(snapshot: Snapshot, poll_id: int) -> Set[object]:
    """What is voted on, whatever it is called by now: ideas, clusters, or what was written."""
    rows = _OPTIONS.rows(snapshot, poll=poll_id)
    return {(idea, cluster) if idea or cluster else title for idea, cluster, title in rows}
