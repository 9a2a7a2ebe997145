"""The buy-in ledger of a consortium: who is in, the versions, and where each stood on them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

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
from kdc_desktop.domain.visions.states import AnswerWay, ReservationState
from kdc_desktop.i18n import Text, nlazy
from kdc_desktop.instants import Instant, Zone
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.people import Organisation
from kdc_desktop.model.visions import Reservation, Vision
from kdc_desktop.services.consortia.seats import read_seats
from kdc_desktop.services.visions.answering import answering_names
from kdc_desktop.services.visions.asking_rows import old_askings, read_askings
from kdc_desktop.services.visions.ledger_answers import (
    GivenAnswer,
    answers_about,
    standing,
)
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.services.visions.open_roles import open_roles_of
from kdc_desktop.services.visions.reservations_told import RESERVATION_IS_TOLD
from kdc_desktop.services.visions.rows import AskingRow, PositionRow, StakeholderRow
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, listed, one_of

AnswerKey = tuple[int, int]
"""A member's id and a version's."""


@dataclass
class Ledger:
    """What readiness is made of, of one consortium.

    Answers on another scale than the consortium has by now are left to their askings.
    """

    consortium: Consortium
    told: bool = False  # to others than the facilitator: only what was revealed
    members: list[StakeholderRow] = field(default_factory=list)
    visions: list[Vision] = field(default_factory=list)
    stood: dict[AnswerKey, PositionAt] = field(default_factory=dict)
    answers: dict[AnswerKey, PositionRow] = field(default_factory=dict)
    given: dict[tuple[int, int, int], PositionRow] = field(default_factory=dict)
    cells: dict[int, AnswerKey] = field(default_factory=dict)  # by the position's id
    hidden: set[AnswerKey] = field(default_factory=set)
    askings: list[AskingRow] = field(default_factory=list)
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
        """The members who are asked: all but observers and those who have left."""
        return [_stakeholder(row) for row in self.members if row.is_asked]

    def answered(self) -> int:
        """How many of them have answered about the latest version, by now where it is asked."""
        latest = self.visions[-1].id if self.visions else 0
        still = next((one.id for one in self.askings if one.is_open), None)

        def has_answered(member_id: int) -> bool:
            cell = (member_id, latest)
            is_told = cell in self.stood if still is None else (*cell, still) in self.given
            return is_told or cell in self.hidden

        return sum(row.is_asked and has_answered(row.id) for row in self.members)

    @property
    def agreed_level(self) -> int:
        """What counts as agreed: as it was when the latest version was asked about last."""
        latest = self.visions[-1].id if self.visions else 0
        asked = [
            asking.agreed_level
            for asking in self.askings
            if asking.vision_id == latest and asking.scale == self.consortium.scale
        ]
        return asked[-1] if asked else self.consortium.agreed_level

    def readiness(self, now: Instant, zone: Zone) -> Readiness:
        """Whether the consortium can go with the latest version."""
        return readiness(
            SCALES[self.consortium.scale],
            self.agreed_level,
            self.asked(),
            self.positions,
            self.objections,
            self.consortium.needed_sectors,
            now,
            zone,
            version_number=self.number,
            observing={row.sector for row in self.members if row.observes and not row.has_left},
            open_roles=self.open_roles,
            hidden=() if self.told else self._hidden_now(),
        )

    def headline(self, state: Readiness) -> Text:
        """Whether it can go, in a few words, for those who are told what was revealed.

        While it is asked nothing is concluded yet: it is said how many have answered.
        """
        if not self.told or all(not asking.is_open for asking in self.askings):
            return state.headline
        return being_asked(self.answered(), len(self.asked()))

    def _hidden_now(self) -> set[int]:
        latest = self.visions[-1].id if self.visions else 0
        asked = {row.id for row in self.members if row.is_asked}
        return {key for key, vision_id in self.hidden if vision_id == latest and key in asked}

    def with_trends(self, now: Instant, zone: Zone) -> tuple[StakeholderRow, ...]:
        """The members with their ways through the versions, and what there is to say of each."""
        versions, until = [vision.id for vision in self.visions], self._asked_until()
        return tuple(self._with_trend(one, versions, until, now, zone) for one in self.members)

    def _with_trend(
        self, member: StakeholderRow, versions: Sequence[int], until: int, now: Instant, zone: Zone
    ) -> StakeholderRow:
        on_each = [self.stood.get((member.id, version)) for version in versions]
        own = [position for position in on_each if position is not None]
        levels = tuple(None if position is None else position.level for position in on_each)
        days = silent_days(_stakeholder(member), own, now, zone)
        on_asked = levels[:until]
        direction = trend(on_asked)
        unsaid = direction is Trend.SILENT and (member.observes or not days or not on_asked)
        remark = None if unsaid or member.has_left else remark_on(on_asked, self.agreed_level, days)
        return replace(member, levels=levels, trend=direction, remark=remark)

    def _asked_until(self) -> int:
        """How many versions there were when anybody was last asked: before that nobody is silent
        about the next one."""
        asked = {asking.vision_id for asking in self.askings}
        asked |= {vision_id for _member, vision_id in (*self.stood, *self.hidden)}
        return max((at for at, one in enumerate(self.visions, 1) if one.id in asked), default=0)

    def keep(self, one: GivenAnswer) -> None:
        """Take in an answer; those before it of the same asking are taken in already."""
        cell = self.cells[one.id] = one.member_id, one.vision_id
        self.hidden.discard(cell)
        if one.is_open and (self.told or one.way == AnswerWay.KIOSK):
            self.hidden.add(cell)
            return
        said = PositionRow(
            one.level, one.reason, one.would_move, one.at, one.asking_id, one.way, one.said_by_id
        )
        self.given[*cell, one.asking_id or 0] = said
        if one.scale not in (None, self.consortium.scale):
            return
        self.stood[cell] = PositionAt(one.member_id, one.number, one.level, one.at)
        self.answers[cell] = said

    def keep_askings(self, kept: Sequence[AskingRow]) -> None:
        """Its askings are these, and those of before askings were kept."""
        old = old_askings(self.consortium, self.visions, self.given)
        self.askings = sorted([*old, *kept], key=lambda one: one.opened_at) if old else [*kept]


def being_asked(answered: int, asked: int) -> Text:
    """In place of a headline, while answers may still change."""
    return nlazy(
        "Being asked: {answered} of {count} has answered",
        "Being asked: {answered} of {count} have answered",
        asked,
        answered=answered,
    )


def read_ledgers(
    snapshot: Snapshot, consortium_ids: Sequence[int], *, latest: bool = False, told: bool = False
) -> dict[int, Ledger]:
    """The ledgers of these consortia, by their ids; with `latest`, of their latest versions.

    Args:
        told: it is shown to others than the facilitator, so it holds what was revealed.
    """
    consortia = snapshot.scalars(select(Consortium).where(Consortium.id.in_(consortium_ids)))
    known = {consortium.id: Ledger(consortium, told) for consortium in consortia}
    ledgers = {key: known[key] for key in consortium_ids}
    names = _read_members(snapshot, ledgers)
    for ledger in ledgers.values():
        ledger.members.sort(key=lambda row: row.role != MemberRole.LEAD)
    versions = select(Vision).where(Vision.consortium_id.in_(consortium_ids))
    if latest:
        newer = aliased(Vision)
        versions = versions.where(
            ~exists(
                select(newer.id).where(
                    newer.consortium_id == Vision.consortium_id, newer.number > Vision.number
                )
            )
        )
    for vision in snapshot.scalars(versions.order_by(Vision.number)):
        ledgers[vision.consortium_id].visions.append(vision)
    shown = [vision.id for ledger in ledgers.values() for vision in ledger.visions]
    for consortium_id, asking in read_askings(snapshot, consortium_ids, shown if latest else None):
        ledgers[consortium_id].askings.append(asking)
    _read_positions(snapshot, ledgers, shown)
    _read_objections(snapshot, ledgers, answering_names(snapshot, consortium_ids, names))
    for consortium_id, title in snapshot.execute(open_roles_of(consortium_ids)):
        ledgers[consortium_id].open_roles.append(title)
    return ledgers


_MEMBERS = Quick(
    with_names(
        select(
            Member.consortium_id,
            Member.id,
            Member.role,
            Member.joined_at,
            Organisation.sector,
            *NAMES,
        )
    )
    .where(one_of(Member.consortium_id, "consortia"))
    .order_by(Member.id)
)


def _read_members(snapshot: Snapshot, ledgers: dict[int, Ledger]) -> dict[int, str]:
    """Who is in, and the names by member."""
    names: dict[int, str] = {}
    seats = read_seats(snapshot, ledgers)
    wanted = _MEMBERS.rows(snapshot, consortia=listed(ledgers))
    for consortium_id, key, role, joined_at, sector, *parts in wanted:
        told = called(*parts), sector_of(sector), role, joined_at
        row = StakeholderRow(key, *told, *seats.of(key))
        names[key] = row.name
        ledgers[consortium_id].members.append(row)
    return names


def _read_objections(snapshot: Snapshot, ledgers: dict[int, Ledger], names: dict[int, str]) -> None:
    for member_id, opened_at, consortium_id, is_told in snapshot.execute(
        select(
            Reservation.member_id, Reservation.opened_at, Member.consortium_id, RESERVATION_IS_TOLD
        )
        .join(Member, Member.id == Reservation.member_id)
        .where(Member.consortium_id.in_(list(ledgers)))
        .where(Reservation.objection, Reservation.state == ReservationState.OPEN)
        .order_by(Reservation.opened_at)
    ):
        if is_told or not ledgers[consortium_id].told:
            objection = OpenObjection(names[member_id], opened_at)
            ledgers[consortium_id].objections.append(objection)


def _read_positions(
    snapshot: Snapshot, ledgers: dict[int, Ledger], vision_ids: Sequence[int]
) -> None:
    for one in standing(answers_about(snapshot, vision_ids)):
        ledgers[one.consortium_id].keep(one)
    for ledger in ledgers.values():
        ledger.keep_askings(ledger.askings)


def _stakeholder(row: StakeholderRow) -> Stakeholder:
    return Stakeholder(row.id, row.name, row.sector, row.joined_at)
