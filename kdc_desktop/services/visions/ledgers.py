"""The buy-in ledger of a consortium: who is in, the versions, and where each stood on them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.domain.visions.positions import (
    PositionAt,
    Stakeholder,
    Trend,
    remark_on,
    silent_days,
    trend,
)
from kdc_desktop.domain.visions.readiness import OpenObjection, Readiness, readiness
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.instants import Instant, Zone
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.visions import Position, Reservation, Vision
from kdc_desktop.services.visions.open_roles import open_roles_of
from kdc_desktop.services.visions.rows import PositionRow, StakeholderRow
from kdc_desktop.storage import Snapshot

AnswerKey = tuple[int, int]
"""A member's id and a version's."""


@dataclass
class Ledger:
    """What readiness is made of, of one consortium."""

    members: list[StakeholderRow] = field(default_factory=list)
    visions: list[Vision] = field(default_factory=list)
    stood: dict[AnswerKey, PositionAt] = field(default_factory=dict)
    answers: dict[AnswerKey, PositionRow] = field(default_factory=dict)
    cells: dict[int, AnswerKey] = field(default_factory=dict)  # by the position's id
    objections: list[OpenObjection] = field(default_factory=list)
    open_roles: list[str] = field(default_factory=list)

    @property
    def positions(self) -> Collection[PositionAt]:
        """Where everybody stood, on every version that was read."""
        return self.stood.values()

    @property
    def number(self) -> int:
        """Of the latest version; 0 before the first."""
        return self.visions[-1].number if self.visions else 0

    def asked(self) -> list[Stakeholder]:
        """The members who are asked: all but observers."""
        return [_stakeholder(row) for row in self.members if not row.observes]

    def readiness(self, consortium: Consortium, now: Instant, zone: Zone) -> Readiness:
        """Whether the consortium can go with the latest version."""
        return readiness(
            SCALES[consortium.scale],
            consortium.agreed_level,
            self.asked(),
            self.positions,
            self.objections,
            consortium.needed_sectors,
            now,
            zone,
            version_number=self.number,
            observing={row.sector for row in self.members if row.observes},
            open_roles=self.open_roles,
        )

    def with_trend(
        self, member: StakeholderRow, agreed_level: int, now: Instant, zone: Zone
    ) -> StakeholderRow:
        """The member with its way through the versions, and what there is to say about it."""
        on_each = [self.stood.get((member.id, vision.id)) for vision in self.visions]
        own = [position for position in on_each if position is not None]
        levels = tuple(None if position is None else position.level for position in on_each)
        days = silent_days(_stakeholder(member), own, now, zone)
        direction = trend(levels)
        unsaid = direction is Trend.SILENT and (member.observes or not days or not levels)
        remark = None if unsaid else remark_on(levels, agreed_level, days)
        return replace(member, levels=levels, trend=direction, remark=remark)


def read_ledgers(
    snapshot: Snapshot, consortium_ids: Sequence[int], *, latest: bool = False
) -> dict[int, Ledger]:
    """The ledgers of these consortia, by their ids; with `latest`, of their latest versions."""
    ledgers = {key: Ledger() for key in consortium_ids}
    names: dict[int, str] = {}
    for member, organisation, person in snapshot.execute(
        select(Member, Organisation, Person)
        .outerjoin(Organisation, Organisation.id == Member.organisation_id)
        .outerjoin(Person, Person.id == Member.person_id)
        .where(Member.consortium_id.in_(consortium_ids))
        .order_by(Member.id)
    ):
        row = _row(member, organisation, person)
        names[row.id] = row.name
        ledgers[member.consortium_id].members.append(row)
    for ledger in ledgers.values():
        ledger.members.sort(key=lambda row: row.role != MemberRole.LEAD)
    for vision in snapshot.scalars(
        select(Vision).where(Vision.consortium_id.in_(consortium_ids)).order_by(Vision.number)
    ):
        ledgers[vision.consortium_id].visions.append(vision)
    shown = [ledger.visions[-1:] if latest else ledger.visions for ledger in ledgers.values()]
    _read_positions(snapshot, ledgers, [vision.id for visions in shown for vision in visions])
    for member_id, opened_at, consortium_id in snapshot.execute(
        select(Reservation.member_id, Reservation.opened_at, Member.consortium_id)
        .join(Member, Member.id == Reservation.member_id)
        .where(Member.consortium_id.in_(consortium_ids))
        .where(Reservation.objection, Reservation.state == ReservationState.OPEN)
        .order_by(Reservation.opened_at)
    ):
        objection = OpenObjection(names[member_id], opened_at)
        ledgers[consortium_id].objections.append(objection)
    for consortium_id, title in snapshot.execute(open_roles_of(consortium_ids)):
        ledgers[consortium_id].open_roles.append(title)
    return ledgers


_POSITIONS = select(
    Position.id,
    Vision.consortium_id,
    Vision.number,
    Position.member_id,
    Position.vision_id,
    Position.level,
    Position.reason,
    Position.would_move,
    Position.at,
).join(Vision, Vision.id == Position.vision_id)


def _read_positions(
    snapshot: Snapshot, ledgers: dict[int, Ledger], vision_ids: Sequence[int]
) -> None:
    for row in snapshot.execute(_POSITIONS.where(Vision.id.in_(vision_ids))):
        _keep(ledgers[row[1]], row)


def _keep(ledger: Ledger, row: Sequence[Any]) -> None:
    key, _consortium, number, member_id, vision_id, level, reason, would_move, at = row
    cell = ledger.cells[key] = member_id, vision_id
    ledger.stood[cell] = PositionAt(member_id, number, level, at)
    ledger.answers[cell] = PositionRow(level, reason, would_move, at)


def follow_positions(
    snapshot: Snapshot, ledger: Ledger, consortium_id: int, position_ids: Collection[int]
) -> bool:
    """Read only these positions of a ledger again; False where one is another consortium's."""
    wanted = _POSITIONS.where(Position.id.in_(position_ids))
    found = {row.id: row for row in snapshot.execute(wanted)}
    gone = set(position_ids) - found.keys()
    if not gone <= ledger.cells.keys() or any(
        row.consortium_id != consortium_id for row in found.values()
    ):
        return False
    for key in ledger.cells.keys() & position_ids:
        cell = ledger.cells.pop(key)
        del ledger.stood[cell], ledger.answers[cell]
    for row in found.values():
        _keep(ledger, row)
    return True


def _row(
    member: Member, organisation: Organisation | None, person: Person | None
) -> StakeholderRow:
    named = organisation or person
    return StakeholderRow(
        member.id,
        named.name if named else "",
        sector_of(organisation.sector if organisation else None),
        member.role,
        member.joined_at,
        member.role == MemberRole.OBSERVER,
    )


def _stakeholder(row: StakeholderRow) -> Stakeholder:
    return Stakeholder(row.id, row.name, row.sector, row.joined_at)
