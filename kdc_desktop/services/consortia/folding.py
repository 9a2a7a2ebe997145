"""Two members of one consortium become one member, with all that both have said."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.model.consortia import Delegate, Leaving, Member, OpenRole, RoleStep
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.storage import Edit, Snapshot

Folds = Mapping[int, int]
"""By the id of a member that goes the one that it becomes; none of those goes itself."""

_ROLES = list(MemberRole)  # from the one that does most to the one that only looks on


@dataclass(frozen=True)
class FoldTrail:
    """What a noun keeps of members: `bring` has it be of those they become, `told` says what will
    become of it, in sentences."""

    bring: Callable[[Edit, Folds], None]
    told: Callable[[Snapshot, Folds], Iterable[str]]


def fold_members(edit: Edit, folds: Folds, trails: Sequence[FoldTrail]) -> None:
    """Have members go up in others of their consortium.

    The earlier joining counts and the role that does more; who of both is there is there.
    """
    if not folds:
        return
    edit.flush()
    _join(edit, folds)
    relink(edit, Delegate.member_id, folds)
    relink(edit, OpenRole.filled_by_id, folds)
    relink(edit, RoleStep.member_id, folds)
    _bring_leavings(edit, folds)
    for trail in trails:
        trail.bring(edit, folds)
    edit.remove_rows(Member, list(folds))


def _join(edit: Edit, folds: Folds) -> None:
    wanted = select(Member.id, Member.joined_at, Member.role).where(
        Member.id.in_({*folds, *folds.values()})
    )
    said = {key: (joined_at, role) for key, joined_at, role in edit.execute(wanted)}
    joined = {key: said[key] for key in folds.values()}
    for gone, stays in folds.items():
        (at, role), (own_at, own) = said[gone], joined[stays]
        joined[stays] = min(at, own_at), min(role, own, key=_ROLES.index)
    edit.change_rows(
        Member, {key: {"joined_at": at, "role": role} for key, (at, role) in joined.items()}
    )


def _bring_leavings(edit: Edit, folds: Folds) -> None:
    """Where one of both has left and the other is there, they have not left; each leaving stays."""
    members = {*folds, *folds.values()}
    of_them = Leaving.member_id.in_(members) | Leaving.handed_to_id.in_(members)
    rows = edit.scalars(select(Leaving).where(of_them).order_by(Leaving.left_at, Leaving.id)).all()
    away = [row for row in rows if row.back_at is None and row.member_id in members]
    there = {folds.get(key, key) for key in members - {row.member_id for row in away}}
    last = {folds.get(row.member_id, row.member_id): row for row in away}
    for row in away:
        member = folds.get(row.member_id, row.member_id)
        if member in there or last[member] is not row:
            row.back_at = row.left_at
    for row in rows:
        row.member_id = folds.get(row.member_id, row.member_id)
        if row.handed_to_id is not None:
            heir = folds.get(row.handed_to_id, row.handed_to_id)
            row.handed_to_id = None if heir == row.member_id else heir
    edit.flush()
