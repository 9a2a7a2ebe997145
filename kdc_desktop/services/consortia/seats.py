"""When members of consortia were away, and what they were before, read for many at once."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.domain.consortia.seats import Away, RoleAt
from kdc_desktop.model.consortia import Leaving, Member, RoleStep
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick

_AWAYS = Quick(
    select(
        Member.consortium_id,
        Leaving.member_id,
        Leaving.left_at,
        Leaving.back_at,
        Leaving.handed_to_id,
    )
    .join(Member, Member.id == Leaving.member_id)
    .order_by(Leaving.left_at, Leaving.id)
)
_ROLES = Quick(
    select(Member.consortium_id, RoleStep.member_id, RoleStep.at, RoleStep.was, RoleStep.role)
    .join(Member, Member.id == RoleStep.member_id)
    .order_by(RoleStep.at, RoleStep.id)
)


@dataclass(frozen=True)
class Seats:
    """By the id of a member, in the order of time."""

    aways: Mapping[int, tuple[Away, ...]]
    roles: Mapping[int, tuple[RoleAt, ...]]

    def of(self, member_id: int) -> tuple[tuple[Away, ...], tuple[RoleAt, ...]]:
        """When a member was away, and what it was before."""
        return self.aways.get(member_id, ()), self.roles.get(member_id, ())


def read_seats(
    snapshot: Snapshot, consortium_ids: Collection[int], names: Mapping[int, str] | None = None
) -> Seats:
    """Of the members of these consortia; with the `names` of those who took over."""
    called, wanted = names or {}, set(consortium_ids)
    aways: dict[int, list[Away]] = defaultdict(list)
    for at, key, left_at, back_at, heir in _AWAYS.rows(snapshot):
        if at in wanted:
            aways[key].append(Away(left_at, back_at, called.get(heir or 0, "")))
    roles: dict[int, list[RoleAt]] = defaultdict(list)
    for at, key, *step in _ROLES.rows(snapshot):
        if at in wanted:
            roles[key].append(RoleAt(*step))
    return Seats(
        {key: tuple(found) for key, found in aways.items()},
        {key: tuple(found) for key, found in roles.items()},
    )
