"""Where the members of many consortia stand, read in a few statements for lists of them all."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import InstrumentedAttribute

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.sectors import LETTERS, sector_of
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.domain.visions.stood_by_then import (
    AskedAbout,
    AskingTerms,
    GivenLevel,
    Stood,
    stood,
)
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Member, OpenRole
from kdc_desktop.model.people import Organisation
from kdc_desktop.model.visions import Asking, Position, Reservation, Vision
from kdc_desktop.services.consortia.leaving import is_asked_now
from kdc_desktop.services.visions.reservations_told import RESERVATION_IS_TOLD
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, listed, one_of

_FEW = 12


@dataclass
class StandsNow:
    """What is known of one consortium, as it is told to anybody.

    `members` are those who are asked, the lead first, and `answers` all that they have answered,
    in the order of time; what nobody is told is 0.
    """

    scale: str
    agreed: int  # the level, of an asking to come
    needed: str
    number: int = 0
    vision_id: int = 0
    members: list[int] = field(default_factory=list)
    sectors: set[str] = field(default_factory=set)
    askings: dict[int, AskedAbout] = field(default_factory=dict)
    answers: list[GivenLevel] = field(default_factory=list)
    objections: int = 0
    open_roles: int = 0
    heard_at: Instant | None = None

    @property
    def is_being_asked(self) -> bool:
        """Whether answers about the latest version may still change."""
        return any(one.is_open for one in self._about_latest())

    @property
    def agreed_level(self) -> int:
        """What counts as agreed: as it was when the latest version was asked about last."""
        levels = [one.agreed_level for one in self._about_latest() if one.scale == self.scale]
        return levels[-1] if levels else self.agreed

    @property
    def missing(self) -> int:
        """How many sectors it needs of which nobody is asked."""
        return sum(one in self.needed and one not in self.sectors for one in LETTERS)

    def stood(self) -> Stood:
        """Where its members stand, and how they came there."""
        terms = AskingTerms(self.scale, self.agreed, self.vision_id)
        return stood(self.answers, self.askings, terms)

    def answered(self, found: Stood) -> int:
        """How many have answered about the latest version, by now where it is being asked."""
        told = () if self.is_being_asked else found.levels
        return sum(key in found.hidden or key in told for key in self.members)

    def _about_latest(self) -> Iterator[AskedAbout]:
        return (one for one in self.askings.values() if one.vision_id == self.vision_id)


def stands_now(snapshot: Snapshot, consortium_ids: Collection[int]) -> dict[int, StandsNow]:
    """Where the members of each of these consortia stand, as it is told to anybody."""
    wanted = frozenset(consortium_ids)
    found = {
        key: StandsNow(scale, agreed, needed)
        for key, scale, agreed, needed in _CONSORTIA.rows(snapshot, wanted)
        if key in wanted
    }
    in_it = _read_members(snapshot, found)
    _read_versions(snapshot, found)
    _read_answers(snapshot, found, in_it)
    for asked, name in ((_OBJECTIONS, "objections"), (_OPEN_ROLES, "open_roles")):
        for key, count in asked.rows(snapshot, wanted):
            if key in found:
                setattr(found[key], name, count)
    return found


class _Asked(NamedTuple):
    """A question about all consortia, and the same about a few, for which the rest is not read."""

    of_all: Quick
    of_few: Quick

    def rows(self, snapshot: Snapshot, wanted: Collection[int]) -> list[tuple[Any, ...]]:
        """What is asked about those wanted at least."""
        if len(wanted) > _FEW:
            return self.of_all.rows(snapshot)
        return self.of_few.rows(snapshot, groups=listed(wanted))


def _asked(wanted: Select[*tuple[Any, ...]], consortium_id: InstrumentedAttribute[int]) -> _Asked:
    return _Asked(Quick(wanted), Quick(wanted.where(one_of(consortium_id, "groups"))))


_CONSORTIA = _asked(
    select(Consortium.id, Consortium.scale, Consortium.agreed_level, Consortium.needed_sectors),
    Consortium.id,
)
_MEMBERS = _asked(
    select(Member.consortium_id, Member.id, Organisation.sector)
    .outerjoin(Organisation, Organisation.id == Member.organisation_id)
    .where(is_asked_now())
    .order_by(Member.role != MemberRole.LEAD, Member.id),
    Member.consortium_id,
)
_VERSIONS = _asked(
    select(Vision.consortium_id, Vision.id, Vision.number).order_by(Vision.number),
    Vision.consortium_id,
)
_ASKINGS = _asked(
    select(
        Asking.id,
        Asking.consortium_id,
        Asking.vision_id,
        Asking.scale,
        Asking.agreed_level,
        Asking.revealed_at.is_(None),
    ).order_by(Asking.opened_at, Asking.id),
    Asking.consortium_id,
)
_GIVEN = select(
    Position.member_id, Position.vision_id, Position.asking_id, Position.level
).order_by(Position.at, Position.id)
_ANSWERS = _Asked(
    Quick(_GIVEN),
    Quick(
        _GIVEN.join(Member, Member.id == Position.member_id).where(
            one_of(Member.consortium_id, "groups")
        )
    ),
)
_LAST = select(Position.vision_id, func.max(Position.at)).group_by(Position.vision_id)
_HEARD = _Asked(
    Quick(_LAST),
    Quick(
        _LAST.join(Vision, Vision.id == Position.vision_id).where(
            one_of(Vision.consortium_id, "groups")
        )
    ),
)
_OBJECTIONS = _asked(
    select(Member.consortium_id, func.count())
    .select_from(Reservation)
    .join(Member, Member.id == Reservation.member_id)
    .where(Reservation.objection, Reservation.state == ReservationState.OPEN, RESERVATION_IS_TOLD)
    .group_by(Member.consortium_id),
    Member.consortium_id,
)
_OPEN_ROLES = _asked(
    select(OpenRole.consortium_id, func.count())
    .where(OpenRole.filled_by_id.is_(None))
    .group_by(OpenRole.consortium_id),
    OpenRole.consortium_id,
)


def _read_members(snapshot: Snapshot, found: Mapping[int, StandsNow]) -> dict[int, StandsNow]:
    """In which consortium each member is that is asked."""
    in_it: dict[int, StandsNow] = {}
    for key, member_id, sector in _MEMBERS.rows(snapshot, found):
        if key in found:
            here = in_it[member_id] = found[key]
            here.members.append(member_id)
            here.sectors.add(sector_of(sector))
    return in_it


def _read_versions(snapshot: Snapshot, found: Mapping[int, StandsNow]) -> None:
    """The latest version, and when one was answered last."""
    heard = dict(_HEARD.rows(snapshot, found))
    for key, vision_id, number in _VERSIONS.rows(snapshot, found):
        if key in found:
            here = found[key]
            here.vision_id, here.number = vision_id, number
            here.heard_at = max(filter(None, (here.heard_at, heard.get(vision_id))), default=None)


def _read_answers(
    snapshot: Snapshot, found: Mapping[int, StandsNow], in_it: Mapping[int, StandsNow]
) -> None:
    """Every asking, and every answer; that of which nobody is told stays behind as 0."""
    told: set[int | None] = {None}
    for asking in map(AskedAbout._make, _ASKINGS.rows(snapshot, found)):
        if not asking.is_open:
            told.add(asking.id)
        if asking.consortium_id in found:
            found[asking.consortium_id].askings[asking.id] = asking
    for answer in _ANSWERS.rows(snapshot, found):
        if (here := in_it.get(answer[0])) is not None:
            here.answers.append(answer if answer[2] in told else (*answer[:3], 0))
