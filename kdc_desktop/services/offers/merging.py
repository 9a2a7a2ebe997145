"""What becomes of what two people, or two organisations, who are one offer and need."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import aliased

from kdc_desktop.domain.offers.states import FitState
from kdc_desktop.i18n import ngettext
from kdc_desktop.model.offers import Offer, OfferMatch
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.services.offers.said_twice import fold, said_twice, told_of_said_twice
from kdc_desktop.services.people.joins import MergeTrail, OrganisationsMet, PeopleMet
from kdc_desktop.storage import Edit, Snapshot


def _bring_person(edit: Edit, met: PeopleMet) -> None:
    edit.remove_rows(OfferMatch, _with_themself(edit, met))
    fold(edit, _both_said(edit, met))
    relink(edit, Offer.person_id, {met.gone_id: met.stays_id})


def _both_said(snapshot: Snapshot, met: PeopleMet) -> dict[int, int]:
    return said_twice(snapshot, Offer.person_id.in_(met), lambda _part: None)


def _with_themself(snapshot: Snapshot, met: PeopleMet) -> list[int]:
    """What met between the two: nobody has to talk to themself."""
    return [
        key
        for key, *who in _matches_between(snapshot, Offer.person_id, met)
        if len({person_id for person_id, _part in who}) == len(met)
    ]


def _told_of_person(snapshot: Snapshot, met: PeopleMet) -> list[str]:
    return [
        *_told(snapshot, Offer.person_id == met.gone_id),
        *told_of_said_twice(len(_both_said(snapshot, met))),
        *_told_of_matches(snapshot, _with_themself(snapshot, met)),
    ]


def _bring_organisation(edit: Edit, met: OrganisationsMet) -> None:
    edit.remove_rows(OfferMatch, _with_itself(edit, met))
    fold(edit, _both_say(edit, met))
    relink(edit, Offer.department_id, met.parts)
    relink(edit, Offer.organisation_id, {met.gone_id: met.stays_id})


def _both_say(snapshot: Snapshot, met: OrganisationsMet) -> dict[int, int]:
    both = met.gone_id, met.stays_id
    return said_twice(snapshot, Offer.organisation_id.in_(both), met.part)


def _with_itself(snapshot: Snapshot, met: OrganisationsMet) -> list[int]:
    """What met between two that become one; departments that stay two go on talking."""
    both = met.gone_id, met.stays_id
    found = []
    for key, *who in _matches_between(snapshot, Offer.organisation_id, both):
        (one, part), (other, other_part) = who
        if one != other and met.part(part) == met.part(other_part):
            found.append(key)
    return found


def _told_of_organisation(snapshot: Snapshot, met: OrganisationsMet) -> list[str]:
    return [
        *_told(snapshot, Offer.organisation_id == met.gone_id),
        *told_of_said_twice(len(_both_say(snapshot, met))),
        *_told_of_matches(snapshot, _with_itself(snapshot, met)),
    ]


def _matches_between(
    snapshot: Snapshot, link: Any, of: Collection[int]
) -> list[tuple[int, tuple[int, int | None], tuple[int, int | None]]]:
    """Matches both of whose sides are of these: the key, and for each side of whom and which
    department of it."""
    offer, need = aliased(Offer), aliased(Offer)
    given, sought = (getattr(side, link.key) for side in (offer, need))
    rows = snapshot.execute(
        select(OfferMatch.id, given, offer.department_id, sought, need.department_id)
        .join(offer, offer.id == OfferMatch.offer_id)
        .join(need, need.id == OfferMatch.need_id)
        .where(given.in_(of), sought.in_(of))
        .order_by(OfferMatch.id)
    )
    return [(key, (one, part), (other, its)) for key, one, part, other, its in rows]


def _told(snapshot: Snapshot, of_who_goes: ColumnElement[bool]) -> list[str]:
    count = len(snapshot.scalars(select(Offer.id).where(of_who_goes)).all())
    if not count:
        return []
    return [
        ngettext(
            "{count} offer or need comes along.", "{count} offers and needs come along.", count
        )
    ]


def _told_of_matches(snapshot: Snapshot, keys: Collection[int]) -> list[str]:
    agreed = select(OfferMatch.id).where(
        OfferMatch.id.in_(keys), OfferMatch.state == FitState.AGREED
    )
    count = len(snapshot.scalars(agreed).all())
    if not count:
        return []
    return [
        ngettext(
            "{count} match between the two goes: nobody has to talk to themselves.",
            "{count} matches between the two go: nobody has to talk to themselves.",
            count,
        )
    ]


PEOPLE_MET = MergeTrail(_bring_person, _told_of_person)
"""What people offer and need, and which of it has met."""

ORGANISATIONS_MET = MergeTrail(_bring_organisation, _told_of_organisation)
"""The same of organisations and their departments."""
