"""What consortia keep of what stands below them, and what nouns above keep of consortia."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.consortia import Consortium, Leaving, Member
from kdc_desktop.services.people.joins import OrganisationTrail
from kdc_desktop.services.winners.trails import WinnerTrail
from kdc_desktop.storage import Edit, Snapshot


@dataclass(frozen=True)
class ConsortiumTrail:
    """What a noun keeps of consortia; asked before a member or a consortium is taken away.

    `members` are those of a session who have said or promised something: they stay in their
    consortium. `consortia` are those of these consortia about which something is written.
    `unsettled` names the members of a session with a reservation that is open, as they are called.
    `tables` is where it is kept: with one of them, what is asked here may have changed.
    `leave` has what may do without a consortium that goes lead to it no longer.
    """

    members: Callable[[Snapshot, int], Collection[int]] = lambda _snapshot, _session_id: ()
    consortia: Callable[[Snapshot, Collection[int]], Collection[int]] = lambda _snapshot, _ids: ()
    unsettled: Callable[[Snapshot, int], Sequence[str]] = lambda _snapshot, _session_id: ()
    tables: frozenset[str] = frozenset()
    leave: Callable[[Edit, int], None] = lambda _edit, _consortium_id: None


def spoken_members(
    snapshot: Snapshot, session_id: int, trails: Sequence[ConsortiumTrail]
) -> set[int]:
    """The members of a session who have said or promised something, or who left and came back."""
    said = {key for trail in trails for key in trail.members(snapshot, session_id)}
    gone = select(Leaving.member_id, Leaving.handed_to_id).join(
        Member, Member.id == Leaving.member_id
    )
    here = gone.join(Consortium, Consortium.id == Member.consortium_id).where(
        Consortium.session_id == session_id
    )
    return said.union(*snapshot.execute(here)) - {None}


def _with_consortium(snapshot: Snapshot, winner_ids: Collection[int]) -> set[int]:
    query = select(Consortium.winner_id).where(Consortium.winner_id.in_(winner_ids))
    return set(snapshot.scalars(query))


def _is_member(snapshot: Snapshot, organisation_id: int) -> bool:
    query = select(Member.id).where(Member.organisation_id == organisation_id)
    return snapshot.scalar(query.limit(1)) is not None


def _part_is_member(snapshot: Snapshot, department_id: int) -> bool:
    query = select(Member.id).where(Member.department_id == department_id)
    return snapshot.scalar(query.limit(1)) is not None


def _stays(name: str) -> Text:
    return lazy("{name} is a member of a consortium. It has to stay on record.", name=name)


OF_ORGANISATIONS = OrganisationTrail(_is_member, _stays, _part_is_member)
"""An organisation or department that is a member of a consortium stays."""


def _has_consortium(winner: str) -> Text:
    return lazy("“{winner}” has a consortium already. Remove that first.", winner=winner)


OF_WINNERS = WinnerTrail(_with_consortium, _has_consortium)
"""A winner around which a consortium has formed stays."""
