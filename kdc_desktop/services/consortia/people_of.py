"""The people who speak for the members of consortia."""

from collections import defaultdict

from sqlalchemy import select

from kdc_desktop.model.consortia import Delegate, Member
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.storage import Snapshot


def people_of_consortia(snapshot: Snapshot) -> dict[int, frozenset[int]]:
    """By consortium: its residents and the delegates of its members who have not left."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    inside = ~has_left(Member.id)
    residents = select(Member.consortium_id, Member.person_id).where(
        Member.person_id.is_not(None), inside
    )
    delegates = (
        select(Member.consortium_id, Delegate.person_id)
        .join(Delegate, Delegate.member_id == Member.id)
        .where(inside)
    )
    for asked in (residents, delegates):
        for consortium_id, person_id in snapshot.execute(asked):
            if person_id is not None:
                found[consortium_id].add(person_id)
    return {key: frozenset(people) for key, people in found.items()}
