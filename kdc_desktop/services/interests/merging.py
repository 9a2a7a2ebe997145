"""What becomes of the interests of two people who are one."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.interests.choices import CHOICES
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.lengths import PAGE
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.i18n import _, listed_apart
from kdc_desktop.model.interests import Interest
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.services.people.joins import MergeTrail, PeopleMet
from kdc_desktop.storage import Edit, Snapshot

_ROLES = list(MemberRole)


def _bring(edit: Edit, met: PeopleMet) -> None:
    """In a session where both have chosen, first comes what who stays wants."""
    for wishes in _of_both(edit, met):
        _join(edit, met, wishes)
    relink(edit, Interest.person_id, {met.gone_id: met.stays_id})


def _of_both(snapshot: Snapshot, met: PeopleMet) -> list[list[Interest]]:
    """The wishes of both, for each session in which both have some; those of who stays first."""
    sessions: dict[int, list[Interest]] = {}
    for one in snapshot.scalars(
        select(Interest)
        .where(Interest.person_id.in_(met))
        .order_by(Interest.person_id == met.gone_id, Interest.choice, Interest.id)
    ):
        sessions.setdefault(one.session_id, []).append(one)
    return [
        wishes for wishes in sessions.values() if len({one.person_id for one in wishes}) == len(met)
    ]


def _join(edit: Edit, met: PeopleMet, wishes: Sequence[Interest]) -> None:
    of_winner: dict[int, int] = {}
    for one in wishes:
        of_winner.setdefault(one.winner_id, one.id)
    said = {
        "role": min((one.role for one in wishes), key=_ROLES.index),
        "offers": _words([one.offers for one in wishes]),
        "needs": _words([one.needs for one in wishes]),
        "person_id": met.stays_id,
    }
    kept = list(of_winner.values())
    changed: dict[int, dict[str, Any]] = {
        key: {**said, "choice": min(place, CHOICES)} for place, key in enumerate(kept, 1)
    }
    edit.remove_rows(Interest, [one.id for one in wishes if one.id not in kept])
    edit.change_rows(Interest, changed)


def _words(said: Sequence[str]) -> str:
    """All that was said, each once; the first alone where all of it would be too long."""
    various = {normalise(one): one for one in said if one}
    both = listed_apart(various.values())
    return both if len(both) <= PAGE else next(iter(various.values()))


def _told(snapshot: Snapshot, met: PeopleMet) -> list[str]:
    if _of_both(snapshot, met):
        return [_("Both have said what they would join: the choices of who stays come first.")]
    found = select(Interest.id).where(Interest.person_id == met.gone_id).limit(1)
    if snapshot.scalar(found) is None:
        return []
    return [_("What they would join comes along.")]


PEOPLE_MET = MergeTrail(_bring, _told)
"""What they would join."""
