"""The buy-in ledger of a consortium: who is in, the versions, and where each stood on them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

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
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.visions import Position, Reservation, Vision
from kdc_desktop.services.visions.rows import PositionRow, StakeholderRow
from kdc_desktop.storage import Snapshot


@dataclass
class Ledger:
    """What readiness is made of, of one consortium."""

    members: list[StakeholderRow] = field(default_factory=list)
    visions: list[Vision] = field(default_factory=list)
    positions: list[PositionAt] = field(default_factory=list)
    of_member: dict[int, list[PositionAt]] = field(default_factory=dict)
    answers: dict[tuple[int, int], PositionRow] = field(default_factory=dict)
    objections: list[OpenObjection] = field(default_factory=list)

    @property
    def number(self) -> int:
        """Of the latest version; 0 before the first."""
        return self.visions[-1].number if self.visions else 0

    def asked(self) -> list[Stakeholder]:
        """The members who are asked: all but observers."""
        return [_stakeholder(row) for row in self.members if not row.observes]

    def readiness(self, consortium: Consortium, today: date) -> Readiness:
        """Whether the consortium can go with the latest version."""
        return readiness(
            SCALES[consortium.scale],
            consortium.agreed_level,
            self.asked(),
            self.positions,
            self.objections,
            consortium.needed_sectors,
            today,
            version_number=self.number,
            observing={row.sector for row in self.members if row.observes},
        )

    def with_trend(self, member: StakeholderRow, agreed_level: int, today: date) -> StakeholderRow:
        """The member with its way through the versions, and what there is to say about it."""
        own = self.of_member.get(member.id, [])
        by_number = {position.version_number: position.level for position in own}
        levels = tuple(by_number.get(vision.number) for vision in self.visions)
        days = silent_days(_stakeholder(member), own, today)
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
    return ledgers


def _read_positions(
    snapshot: Snapshot, ledgers: dict[int, Ledger], vision_ids: Sequence[int]
) -> None:
    for (
        consortium_id,
        number,
        member_id,
        vision_id,
        level,
        reason,
        would_move,
        at,
    ) in snapshot.execute(
        select(
            Vision.consortium_id,
            Vision.number,
            Position.member_id,
            Position.vision_id,
            Position.level,
            Position.reason,
            Position.would_move,
            Position.at,
        )
        .join(Vision, Vision.id == Position.vision_id)
        .where(Vision.id.in_(vision_ids))
    ):
        ledger = ledgers[consortium_id]
        position = PositionAt(member_id, number, level, at)
        ledger.positions.append(position)
        ledger.of_member.setdefault(member_id, []).append(position)
        ledger.answers[member_id, vision_id] = PositionRow(level, reason, would_move, at)


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
