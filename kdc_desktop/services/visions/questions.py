"""Where a consortium stands with its vision: everything that the vision screen shows."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from kdc_desktop.domain.visions.positions import latest_positions, mean_by_sector
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Commitment, Reading, Reservation, Vision
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.visions.ledgers import Ledger, read_ledgers
from kdc_desktop.services.visions.rows import (
    CommitmentRow,
    ConsortiumChoice,
    ReservationRow,
    VersionRow,
    VisionPage,
)
from kdc_desktop.storage import Database, Snapshot


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
        ledgers = read_ledgers(snapshot, [each.id for each in found], latest=True)
    today = database.now().date()
    return [_choice(consortium, ledgers[consortium.id], today) for consortium in found]


def _choice(consortium: Consortium, ledger: Ledger, today: date) -> ConsortiumChoice:
    state = ledger.readiness(consortium, today)
    asked = {member.id for member in ledger.asked()}
    answers = latest_positions(ledger.positions, ledger.number)
    return ConsortiumChoice(
        consortium.id,
        consortium.name,
        ledger.number,
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
        ledger = read_ledgers(snapshot, [consortium_id])[consortium_id]
        names = {member.id: member.name for member in ledger.members}
        return VisionPage(
            consortium_id,
            consortium.name,
            winner,
            SCALES[consortium.scale],
            consortium.agreed_level,
            _versions(ledger),
            tuple(
                ledger.with_trend(member, consortium.agreed_level, today)
                for member in ledger.members
            ),
            ledger.answers,
            _readings(snapshot, consortium_id),
            _reservations(snapshot, ledger, names, today),
            _commitments(snapshot, names, today),
            ledger.readiness(consortium, today),
            mean_by_sector(
                ledger.asked(),
                [p for p in ledger.positions if p.version_number == ledger.number],
            ),
        )


def _versions(ledger: Ledger) -> tuple[VersionRow, ...]:
    answered: dict[int, int] = defaultdict(int)
    asked = {member.id for member in ledger.asked()}
    for position in ledger.positions:
        answered[position.version_number] += position.member_id in asked
    return tuple(
        VersionRow(v.id, v.number, v.text, v.note, v.created_at, answered[v.number])
        for v in ledger.visions
    )


def _readings(snapshot: Snapshot, consortium_id: int) -> dict[tuple[int, int], str]:
    found = snapshot.scalars(
        select(Reading)
        .join(Vision, Vision.id == Reading.vision_id)
        .where(Vision.consortium_id == consortium_id)
    )
    return {(reading.member_id, reading.vision_id): reading.text for reading in found}


def _reservations(
    snapshot: Snapshot, ledger: Ledger, names: Mapping[int, str], today: date
) -> tuple[ReservationRow, ...]:
    """Open ones first, objections before the others, the oldest on top."""
    numbers = {vision.id: vision.number for vision in ledger.visions}
    found = sorted(
        snapshot.scalars(select(Reservation).where(Reservation.member_id.in_(list(names)))),
        key=lambda r: (r.state is not ReservationState.OPEN, not r.objection, r.opened_at, r.id),
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
