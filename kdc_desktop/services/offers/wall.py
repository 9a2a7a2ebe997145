"""The wall of a session: what those in the room offer and need, what has met and what may."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.offers.matching import OfferFit, matches
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Person
from kdc_desktop.services.offers.joins import RoleNeed, RolesBadge
from kdc_desktop.services.offers.questions import matched, open_offers, unfit_pairs
from kdc_desktop.services.offers.rows import MatchRow, OfferRow
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.fast import Quick, value

TABLES = frozenset(
    {"offer", "offer_match", "attendance", "person", "organisation", "department", "session"}
)
"""Where what stands on the wall is kept, besides open roles."""

_HERE = Quick(
    select(Person.id, Person.organisation_id, Person.department_id)
    .join(Attendance, Attendance.person_id == Person.id)
    .where(Attendance.session_id == value("session"), Attendance.state == AttendanceState.PRESENT)
)


class WallPair(NamedTuple):
    """An offer and a need that have met; with None for the match, those that may by their words."""

    offer: OfferRow
    need: OfferRow
    match: MatchRow | None


@dataclass(frozen=True)
class OfferWall:
    """All that is offered and needed in the club, and what of it the room sees.

    `shown` are those that the room sees: of who is here, and of organisations for which somebody
    is here or that said it tonight. `met` are the matches of what has not ended, `found` those
    that may meet by their words; `unfit` pairs, by their ids, do not, as somebody said.
    """

    offers: tuple[OfferRow, ...]
    needs: tuple[OfferRow, ...]
    roles: tuple[RoleNeed, ...]
    shown: frozenset[int]
    met: tuple[MatchRow, ...]
    found: tuple[OfferFit, ...]
    unfit: frozenset[tuple[int, int]] = frozenset()

    @property
    def said(self) -> tuple[tuple[int, str], ...]:
        """What `found` depends on, beside `unfit`."""
        return tuple((row.id, row.text) for row in (*self.offers, *self.needs))

    def look_for_fits(self) -> "OfferWall":
        """The same wall with all that may meet: a tenth of a second for hundreds of lines."""
        return self.having(matches(self.offers, self.needs, self.unfit))

    def having(self, found: Sequence[OfferFit]) -> "OfferWall":
        """The same wall with these that may meet."""
        return replace(self, found=tuple(found))

    @cached_property
    def fits(self) -> Mapping[int, tuple[OfferFit, ...]]:
        """All that may meet, by offer and by need, the best first."""
        fits: dict[int, list[OfferFit]] = {}
        for one in self.found:
            fits.setdefault(one.offer_id, []).append(one)
            fits.setdefault(one.need_id, []).append(one)
        return {key: tuple(found) for key, found in fits.items()}

    @cached_property
    def pairs(self) -> tuple[WallPair, ...]:
        """Those that have met, then the best that may meet each need that has not."""
        by_id = {row.id: row for row in (*self.offers, *self.needs)}
        return (*_met(self.met, by_id), *_likely(self, by_id))

    @cached_property
    def in_room(self) -> tuple[WallPair, ...]:
        """The pairs of which the room sees both."""
        return tuple(
            one for one in self.pairs if one.offer.id in self.shown and one.need.id in self.shown
        )

    @property
    def free_offers(self) -> tuple[OfferRow, ...]:
        """What the room sees and nobody here needs."""
        used = {one.offer.id for one in self.in_room}
        return tuple(one for one in self.offers if one.id in self.shown and one.id not in used)

    @property
    def empty_needs(self) -> tuple[OfferRow, ...]:
        """What the room sees and nobody here offers."""
        met = {one.need.id for one in self.in_room}
        return tuple(one for one in self.needs if one.id in self.shown and one.id not in met)


def offer_wall(
    database: Database, session_id: int, roles: RolesBadge, known: Sequence[OfferFit] = ()
) -> OfferWall:
    """The wall of a session, in a constant number of queries.

    Args:
        known: what may meet, as far as that is known by now; see `look_for_fits`.
    """
    with database.read() as snapshot:
        rows, met, unfit = open_offers(snapshot), matched(snapshot), unfit_pairs(snapshot)
        shown = _shown(snapshot, session_id, rows)
        still_open = tuple(roles.of(snapshot, session_id))
    offers = tuple(row for row in rows if row.kind is OfferKind.OFFER)
    needs = tuple(row for row in rows if row.kind is OfferKind.NEED)
    there = {row.id for row in rows}
    met = tuple(one for one in met if one.offer_id in there and one.need_id in there)
    known = _still_likely(known, there, unfit)
    return OfferWall(offers, needs, still_open, shown, met, known, unfit)


def _still_likely(
    known: Sequence[OfferFit], there: Set[int], unfit: Collection[tuple[int, int]]
) -> tuple[OfferFit, ...]:
    left = tuple(
        one
        for one in known
        if {one.offer_id, one.need_id} <= there and (one.offer_id, one.need_id) not in unfit
    )
    return tuple(known) if len(left) == len(known) else left  # the same where nothing has gone


def _shown(snapshot: Snapshot, session_id: int, rows: Iterable[OfferRow]) -> frozenset[int]:
    here = _HERE.rows(snapshot, session=session_id)
    people = {row[0] for row in here}
    spoken_for = {(at, part) for _key, at, part in here if at is not None}
    spoken_for |= {(at, None) for at, _part in spoken_for}
    return frozenset(
        row.id
        for row in rows
        if row.person_id in people
        or (row.organisation_id, row.department_id) in spoken_for
        or (row.person_id is None and row.session_id == session_id)
    )


def _met(met: Sequence[MatchRow], by_id: Mapping[int, OfferRow]) -> Iterable[WallPair]:
    for one in met:
        yield WallPair(by_id[one.offer_id], by_id[one.need_id], one)


def _likely(wall: OfferWall, by_id: Mapping[int, OfferRow]) -> Iterable[WallPair]:
    """The best that may meet each need that has not met any; of those in the room before others."""
    done = {one.need_id for one in wall.met}
    shown = wall.shown
    both_here = [one for one in wall.found if one.offer_id in shown and one.need_id in shown]
    for one in dict.fromkeys((*both_here, *wall.found)):
        if one.need_id not in done:
            done.add(one.need_id)
            yield WallPair(by_id[one.offer_id], by_id[one.need_id], None)
