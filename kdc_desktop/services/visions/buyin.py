"""Where a consortium stands with its vision: everything that the vision screen shows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select

from kdc_desktop.domain.people.sectors import OBSERVER, sector_of
from kdc_desktop.domain.visions import buyin as ledger
from kdc_desktop.domain.visions.buyin import Readiness
from kdc_desktop.domain.visions.scales import BY_KEY
from kdc_desktop.model import (
    Commitment,
    Consortium,
    Member,
    Organisation,
    Person,
    Position,
    Reading,
    Reservation,
    Vision,
    Winner,
)
from kdc_desktop.services.visions.rows import (
    CommitmentRow,
    ConsortiumChoice,
    PositionRow,
    ReservationRow,
    StakeholderRow,
    VersionRow,
    VisionPage,
)
from kdc_desktop.storage import Database, Snapshot

__all__ = [
    "OBSERVER",
    "CommitmentRow",
    "ConsortiumChoice",
    "PositionRow",
    "ReservationRow",
    "StakeholderRow",
    "VersionRow",
    "VisionPage",
    "consortia_with_visions",
    "vision_page",
]


@dataclass
class _Ledger:
    """What readiness is made of, of one consortium."""

    members: list[StakeholderRow] = field(default_factory=list)
    visions: list[Vision] = field(default_factory=list)
    positions: list[ledger.PositionAt] = field(default_factory=list)
    answers: dict[tuple[int, int], PositionRow] = field(default_factory=dict)
    objections: list[ledger.OpenObjection] = field(default_factory=list)

    @property
    def number(self) -> int:
        return self.visions[-1].number if self.visions else 0

    def counting(self) -> list[ledger.Member]:
        """The members who are asked: all but observers."""
        return [
            ledger.Member(row.id, row.name, row.sector, row.joined_at)
            for row in self.members
            if not row.observes
        ]

    def readiness(self, consortium: Consortium, today: date) -> Readiness:
        return ledger.readiness(
            BY_KEY[consortium.scale],
            consortium.agreed_level,
            self.counting(),
            self.positions,
            self.objections,
            consortium.needed_sectors,
            today,
            version_number=self.number,
            observing={row.sector for row in self.members if row.observes},
        )


def consortia_with_visions(database: Database, session_id: int) -> list[ConsortiumChoice]:
    """The consortia of a session in their order, each with how far its vision is."""
    with database.read() as snapshot:
        found = list(
            snapshot.scalars(
                select(Consortium)
                .where(Consortium.session_id == session_id)
                .order_by(Consortium.place_in_order, Consortium.id)
            )
        )
        ledgers = _ledgers(snapshot, [consortium.id for consortium in found])
    today = database.now().date()
    return [_choice(consortium, ledgers[consortium.id], today) for consortium in found]


def _choice(consortium: Consortium, book: _Ledger, today: date) -> ConsortiumChoice:
    state = book.readiness(consortium, today)
    asked = {member.id for member in book.counting()}
    answers = ledger.latest_positions(book.positions, book.number)
    return ConsortiumChoice(
        consortium.id,
        consortium.name,
        book.number,
        state.ready,
        state.headline,
        len(asked & set(answers)),
        len(asked),
    )


def vision_page(database: Database, consortium_id: int) -> VisionPage:
    """One consortium with its vision, positions, reservations and commitments."""
    today = database.now().date()
    with database.read() as snapshot:
        consortium, winner = snapshot.execute(
            select(Consortium, Winner.title)
            .join(Winner, Winner.id == Consortium.winner_id)
            .where(Consortium.id == consortium_id)
        ).one()
        book = _ledgers(snapshot, [consortium_id])[consortium_id]
        names = {member.id: member.name for member in book.members}
        return VisionPage(
            consortium_id,
            consortium.name,
            winner,
            BY_KEY[consortium.scale],
            consortium.agreed_level,
            _versions(book),
            tuple(_with_trend(member, book, consortium, today) for member in book.members),
            book.answers,
            _readings(snapshot, consortium_id),
            _reservations(snapshot, book, names, today),
            _commitments(snapshot, names, today),
            book.readiness(consortium, today),
            ledger.mean_by_sector(
                book.counting(),
                [p for p in book.positions if p.version_number == book.number],
            ),
        )


def _ledgers(snapshot: Snapshot, consortium_ids: Sequence[int]) -> dict[int, _Ledger]:
    books: dict[int, _Ledger] = defaultdict(_Ledger)
    for key in consortium_ids:
        books[key] = _Ledger()
    names: dict[int, str] = {}
    for member, organisation, person in snapshot.execute(
        select(Member, Organisation, Person)
        .outerjoin(Organisation, Organisation.id == Member.organisation_id)
        .outerjoin(Person, Person.id == Member.person_id)
        .where(Member.consortium_id.in_(consortium_ids))
        .order_by(Member.id)
    ):
        row = _stakeholder(member, organisation, person)
        names[row.id] = row.name
        books[member.consortium_id].members.append(row)
    for vision in snapshot.scalars(
        select(Vision).where(Vision.consortium_id.in_(consortium_ids)).order_by(Vision.number)
    ):
        books[vision.consortium_id].visions.append(vision)
    _read_positions(snapshot, books)
    for member_id, opened_at, owner in snapshot.execute(
        select(Reservation.member_id, Reservation.opened_at, Member.consortium_id)
        .join(Member, Member.id == Reservation.member_id)
        .where(Member.consortium_id.in_(consortium_ids))
        .where(Reservation.objection, Reservation.state == "open")
        .order_by(Reservation.opened_at)
    ):
        books[owner].objections.append(ledger.OpenObjection(names[member_id], opened_at))
    return books


def _read_positions(snapshot: Snapshot, books: dict[int, _Ledger]) -> None:
    for owner, number, member_id, vision_id, level, reason, would_move, at in snapshot.execute(
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
        .where(Vision.consortium_id.in_(list(books)))
    ):
        book = books[owner]
        book.positions.append(ledger.PositionAt(member_id, number, level, at))
        book.answers[member_id, vision_id] = PositionRow(level, reason, would_move, at)


def _stakeholder(
    member: Member, organisation: Organisation | None, person: Person | None
) -> StakeholderRow:
    named = organisation or person
    return StakeholderRow(
        member.id,
        named.name if named else "",
        sector_of(organisation.sector if organisation else None),
        member.role,
        member.joined_at,
        member.role == OBSERVER,
    )


def _with_trend(
    member: StakeholderRow, book: _Ledger, consortium: Consortium, today: date
) -> StakeholderRow:
    own = [p for p in book.positions if p.member_id == member.id]
    by_number = {p.version_number: p.level for p in own}
    levels = tuple(by_number.get(vision.number) for vision in book.visions)
    as_member = ledger.Member(member.id, member.name, member.sector, member.joined_at)
    days = ledger.silent_days(as_member, own, today)
    direction = ledger.trend(levels)
    unsaid = direction == "silent" and (member.observes or not days or not levels)
    words = "" if unsaid else ledger.trend_words(levels, consortium.agreed_level, days)
    return replace(member, levels=levels, trend=direction, words=words)


def _versions(book: _Ledger) -> tuple[VersionRow, ...]:
    answered: dict[int, int] = defaultdict(int)
    asked = {member.id for member in book.counting()}
    for position in book.positions:
        answered[position.version_number] += position.member_id in asked
    return tuple(
        VersionRow(v.id, v.number, v.text, v.note, v.created_at, answered[v.number])
        for v in book.visions
    )


def _readings(snapshot: Snapshot, consortium_id: int) -> dict[tuple[int, int], str]:
    found = snapshot.scalars(
        select(Reading)
        .join(Vision, Vision.id == Reading.vision_id)
        .where(Vision.consortium_id == consortium_id)
    )
    return {(reading.member_id, reading.vision_id): reading.text for reading in found}


def _reservations(
    snapshot: Snapshot, book: _Ledger, names: Mapping[int, str], today: date
) -> tuple[ReservationRow, ...]:
    """Open ones first, objections before the others, the oldest on top."""
    numbers = {vision.id: vision.number for vision in book.visions}
    found = sorted(
        snapshot.scalars(select(Reservation).where(Reservation.member_id.in_(list(names)))),
        key=lambda r: (r.state != "open", not r.objection, r.opened_at, r.id),
    )
    return tuple(
        ReservationRow(
            r.id,
            r.member_id,
            names[r.member_id],
            numbers[r.vision_id],
            r.text,
            r.objection,
            r.state,
            r.owner,
            r.answer,
            max(0, ((r.settled_at.date() if r.settled_at else today) - r.opened_at.date()).days),
        )
        for r in found
    )


def _commitments(
    snapshot: Snapshot, names: Mapping[int, str], today: date
) -> tuple[CommitmentRow, ...]:
    """What is still to be done first, by its day; without a day at the end."""
    found = sorted(
        snapshot.scalars(select(Commitment).where(Commitment.member_id.in_(list(names)))),
        key=lambda c: (c.done_at is not None, c.due_on or date.max, c.id),
    )
    return tuple(
        CommitmentRow(
            c.id,
            c.member_id,
            names[c.member_id],
            c.what,
            c.due_on,
            c.done_at is not None,
            c.done_at is None and c.due_on is not None and c.due_on < today,
        )
        for c in found
    )
