"""Organisations that want to be in a consortium, and of which nobody sits in one they want."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from kdc_desktop.domain.consortia.fitting import Candidate
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Member
from kdc_desktop.model.people import Department, Organisation
from kdc_desktop.services.consortia.joining import Joiner, join_in
from kdc_desktop.services.interests.organisations import OrganisationWish, organisation_wishes_in
from kdc_desktop.storage import Edit


def join_where_they_want(
    edit: Edit,
    session_id: int,
    candidates: Iterable[Candidate],
    placed: Mapping[int, int],
    here: Mapping[int, int],
    now: Instant,
) -> None:
    """Have each of them be a member of what it wants most, as far as it can be in so many groups.

    Their people may have chosen otherwise, or may not be there at all: it is a member all the same,
    and nobody speaks for it yet.

    Args:
        placed: person ids to winner ids.
        here: consortia by winner.
    """
    edit.flush()
    for wish in organisation_wishes_in(edit, session_id):
        joiner = Joiner(*wish.wisher)
        sits = {placed[one.person_id] for one in candidates if _is_of(one, wish, placed)}
        runs = [key for key in wish.choices if key in here and key in placed.values()]
        if not runs or sits.intersection(wish.choices) or _is_in(edit, joiner, wish, here):
            continue
        if len(sits) < _most(edit, joiner):
            edit.flush()
            join_in(edit, here[runs[0]], joiner, wish.role, now)


def _is_of(one: Candidate, wish: OrganisationWish, placed: Mapping[int, int]) -> bool:
    organisation_id, department_id = wish.wisher
    return (
        one.person_id in placed
        and one.organisation_id == organisation_id
        and department_id in (None, one.department_id)
    )


def _is_in(edit: Edit, joiner: Joiner, wish: OrganisationWish, here: Mapping[int, int]) -> bool:
    """Whether it is, or was, a member of one of those it wants already."""
    wanted = [here[key] for key in wish.choices if key in here]
    found = select(Member.id).where(
        Member.consortium_id.in_(wanted),
        Member.organisation_id == joiner.organisation_id,
        Member.department_id.is_not_distinct_from(joiner.department_id),
    )
    return edit.scalar(found.limit(1)) is not None


def _most(edit: Edit, joiner: Joiner) -> float:
    """In how many groups it can be, as a whole and as a department."""
    limits = [
        edit.scalar(
            select(Organisation.most_groups).where(Organisation.id == joiner.organisation_id)
        ),
        edit.scalar(select(Department.most_groups).where(Department.id == joiner.department_id)),
    ]
    return min((one for one in limits if one is not None), default=float("inf"))
