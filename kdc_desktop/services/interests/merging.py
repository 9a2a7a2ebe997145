"""What becomes of the interests of two people, or of two organisations, that are one."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.interests.choices import CHOICES
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.lengths import PAGE
from kdc_desktop.i18n import _
from kdc_desktop.model.interests import Interest, OrganisationInterest
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.services.people.joins import MergeTrail, OrganisationsMet, PeopleMet
from kdc_desktop.services.people.merged_notes import words_of_both
from kdc_desktop.storage import Edit, Snapshot

_ROLES = list(MemberRole)
_Wish = Interest | OrganisationInterest


def _bring_person(edit: Edit, met: PeopleMet) -> None:
    """In a session where both have chosen, first comes what who stays wants."""
    for wishes in _of_both_people(edit, met):
        _join(edit, wishes, {"person_id": met.stays_id})
    relink(edit, Interest.person_id, {met.gone_id: met.stays_id})


def _of_both_people(snapshot: Snapshot, met: PeopleMet) -> list[list[Interest]]:
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


def _bring_organisation(edit: Edit, met: OrganisationsMet) -> None:
    """The same of organisations, and of departments that become one."""
    for (_session_id, part), wishes in _of_organisations(edit, met).items():
        stays = {"organisation_id": met.stays_id, "department_id": part}
        if _are_of_several(wishes):
            _join(edit, wishes, stays)
        else:
            edit.change_rows(OrganisationInterest, {one.id: stays for one in wishes})


def _of_organisations(
    snapshot: Snapshot, met: OrganisationsMet
) -> Mapping[tuple[int, int | None], list[OrganisationInterest]]:
    """All wishes, by session and by which department it is from then on; of who stays first."""
    found: dict[tuple[int, int | None], list[OrganisationInterest]] = {}
    for one in snapshot.scalars(
        select(OrganisationInterest)
        .where(OrganisationInterest.organisation_id.in_((met.gone_id, met.stays_id)))
        .order_by(
            OrganisationInterest.organisation_id == met.gone_id,
            OrganisationInterest.choice,
            OrganisationInterest.id,
        )
    ):
        found.setdefault((one.session_id, met.part(one.department_id)), []).append(one)
    return found


def _are_of_several(wishes: Sequence[OrganisationInterest]) -> bool:
    """Whether of who goes and who stays, or of two departments that are one from then on."""
    return len({(one.organisation_id, one.department_id) for one in wishes}) > 1


def _join(edit: Edit, wishes: Sequence[_Wish], stays: Mapping[str, Hashable]) -> None:
    of_winner: dict[int, int] = {}
    for one in wishes:
        of_winner.setdefault(one.winner_id, one.id)
    said = {
        "role": min((one.role for one in wishes), key=_ROLES.index),
        "offers": words_of_both([one.offers for one in wishes], PAGE),
        "needs": words_of_both([one.needs for one in wishes], PAGE),
        **stays,
    }
    kept = list(of_winner.values())
    changed: dict[int, dict[str, Any]] = {
        key: {**said, "choice": min(place, CHOICES)} for place, key in enumerate(kept, 1)
    }
    entity = type(wishes[0])
    edit.remove_rows(entity, [one.id for one in wishes if one.id not in kept])
    edit.change_rows(entity, changed)


def _told_of_person(snapshot: Snapshot, met: PeopleMet) -> list[str]:
    if _of_both_people(snapshot, met):
        return [_("Both have said what they would join: the choices of who stays come first.")]
    found = select(Interest.id).where(Interest.person_id == met.gone_id).limit(1)
    if snapshot.scalar(found) is None:
        return []
    return [_("What they would join comes along.")]


def _told_of_organisation(snapshot: Snapshot, met: OrganisationsMet) -> list[str]:
    found = _of_organisations(snapshot, met)
    if any(_are_of_several(wishes) for wishes in found.values()):
        return [_("Both have said what they would join: the choices of who stays come first.")]
    wishes = [one for some in found.values() for one in some]
    if any(one.organisation_id == met.gone_id for one in wishes):
        return [_("What it would join comes along.")]
    return []


PEOPLE_MET = MergeTrail(_bring_person, _told_of_person)
"""What they would join."""

ORGANISATIONS_MET = MergeTrail(_bring_organisation, _told_of_organisation)
"""What they, and their departments, would join."""
