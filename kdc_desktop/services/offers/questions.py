"""What people and organisations offer and need, and what of it has met."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.offers.states import FitState
from kdc_desktop.i18n import _
from kdc_desktop.instants import Instant, day_of
from kdc_desktop.model.offers import Offer, OfferMatch
from kdc_desktop.model.people import Person
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.offers.in_trash import match_is_told, offer_is_told
from kdc_desktop.services.offers.rows import Holder, MatchRow, OfferRow
from kdc_desktop.services.people.affiliations import Affiliations
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick

_COLUMNS = (
    *(Offer.id, Offer.kind, Offer.text, Offer.person_id, Offer.organisation_id),
    *(Offer.department_id, Offer.session_id, Offer.created_at, Offer.ended_at, Offer.end),
    *(Person.name, Person.organisation_id, Person.department_id),
)
_EVERY = (
    select(*_COLUMNS)
    .outerjoin(Person, Person.id == Offer.person_id)
    .where(offer_is_told())
    .order_by(Offer.id)
)
_OPEN = Quick(_EVERY.where(Offer.ended_at.is_(None)))
_MATCHED = Quick(
    select(
        OfferMatch.id,
        OfferMatch.offer_id,
        OfferMatch.need_id,
        OfferMatch.session_id,
        OfferMatch.at,
        OfferMatch.note,
    )
    .where(match_is_told())
    .order_by(OfferMatch.id)
)
_UNFIT = Quick(
    select(OfferMatch.offer_id, OfferMatch.need_id).where(match_is_told(FitState.NO_FIT))
)


def open_offers(
    snapshot: Snapshot, person_ids: Collection[int] | None = None
) -> tuple[OfferRow, ...]:
    """Every offer and need that has not ended, in the order in which they were said.

    With `person_ids` those of these people, and those of the organisations for which they speak:
    of a whole one, and of the department that they are of.
    """
    rows = _rows(snapshot, _OPEN.rows(snapshot))
    if person_ids is None:
        return rows
    people = set(person_ids)
    spoken_for = _spoken_for(snapshot, people)
    return tuple(row for row in rows if row.person_id in people or _is_of(row, spoken_for))


def _spoken_for(snapshot: Snapshot, people: Collection[int]) -> set[tuple[int, int | None]]:
    """The organisations of these people, whole and as the department of each."""
    query = select(Person.organisation_id, Person.department_id).where(
        Person.id.in_(list(people)), Person.organisation_id.is_not(None)
    )
    found = [(at, part) for at, part in snapshot.execute(query) if at is not None]
    return {*found, *((at, None) for at, _part in found)}


def _is_of(row: OfferRow, spoken_for: Collection[tuple[int, int | None]]) -> bool:
    if row.organisation_id is None:
        return False
    return (row.organisation_id, row.department_id) in spoken_for


def offers_of(snapshot: Snapshot, holder: Holder) -> tuple[OfferRow, ...]:
    """All that somebody has offered and needed; what has ended comes last.

    Of an organisation with all its departments, or of one of those.
    """
    if holder.person_id is not None:
        query = _EVERY.where(Offer.person_id == holder.person_id)
    else:
        query = _EVERY.where(Offer.organisation_id == holder.organisation_id)
        if holder.department_id is not None:
            query = query.where(Offer.department_id == holder.department_id)
    found = _rows(snapshot, snapshot.execute(query).all())
    return tuple(sorted(found, key=lambda row: row.ended_on is not None))


def every_offer(snapshot: Snapshot) -> tuple[OfferRow, ...]:
    """All that was ever said, also what has ended."""
    return _rows(snapshot, snapshot.execute(_EVERY).all())


def matched(snapshot: Snapshot) -> tuple[MatchRow, ...]:
    """Every offer and need whose people have agreed to talk, the first ones first."""
    day = _Days(snapshot)
    return tuple(
        MatchRow(key, offer_id, need_id, session_id, day.of(at), note)
        for key, offer_id, need_id, session_id, at, note in _MATCHED.rows(snapshot)
    )


def unfit_pairs(snapshot: Snapshot) -> frozenset[tuple[int, int]]:
    """The offers and needs, by their ids, of which somebody said that they do not fit."""
    return frozenset((offer_id, need_id) for offer_id, need_id in _UNFIT.rows(snapshot))


class _Days:
    """On which day it was, on the clock of the club; often the same instant is asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._zone = club_zone(snapshot)
        self._known: dict[Instant, date] = {}

    def of(self, at: Instant) -> date:
        if at not in self._known:
            self._known[at] = day_of(at, self._zone)
        return self._known[at]


def _rows(snapshot: Snapshot, found: Iterable[Sequence[Any]]) -> tuple[OfferRow, ...]:
    affiliations, day = Affiliations(snapshot), _Days(snapshot)
    rows = []
    for one in found:
        key, kind, text, person_id, at, part, session_id, said, ended, end, name, *of_person = one
        speaks_for = of_person[0] if person_id is not None else None
        place = of_person if person_id is not None else (at, part)
        organisation, department, sector = affiliations.of(*place)
        who = name if person_id is not None else called(organisation, department)
        days = day.of(said), None if ended is None else day.of(ended)
        rows.append(
            OfferRow(
                *(key, kind, text, person_id, at, part, who or "", session_id, days[0]),
                *(speaks_for, organisation, sector, days[1], end),
            )
        )
    return tuple(rows)


def called(organisation: str, department: str) -> str:
    """An organisation, or a department of it; one that is called after it says so once."""
    if not department:
        return organisation
    if department.casefold().startswith(organisation.casefold()):
        return department
    return _("{organisation}, {department}", organisation=organisation, department=department)
