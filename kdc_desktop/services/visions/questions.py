"""Where a consortium stands with its vision: everything that the vision screen shows."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select

from kdc_desktop.domain.consortia.states import is_on_its_own
from kdc_desktop.domain.visions.parts import VisionParts
from kdc_desktop.domain.visions.positions import mean_by_sector
from kdc_desktop.domain.visions.readiness import Readiness
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Commitment, Reading, Vision
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.consortia.steps import states_in
from kdc_desktop.services.consortia.worked_on import worked_on_in
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.visions.answering import answering_names
from kdc_desktop.services.visions.following import follow_askings, follow_positions
from kdc_desktop.services.visions.ledgers import Ledger, read_ledgers
from kdc_desktop.services.visions.reservation_rows import reservation_rows
from kdc_desktop.services.visions.rows import (
    CommitmentRow,
    ConsortiumChoice,
    VersionRow,
    VisionPage,
)
from kdc_desktop.services.visions.stakes import stake_rows
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.gone import GoneError


def consortia_with_visions(
    database: Database, session_id: int, *, told: bool = False
) -> list[ConsortiumChoice]:
    """The consortia of a session in their order, each with how far its vision is.

    With `told` that is as far as answers were revealed.
    """
    return _choices(database, worked_on_in(session_id), session_id, told=told)


def one_with_vision(database: Database, consortium_id: int) -> list[ConsortiumChoice]:
    """One consortium of the club in the same way; none where it is gone."""
    return _choices(database, Consortium.id == consortium_id, None)


def _choices(
    database: Database, wanted: ColumnElement[bool], born_in: int | None, *, told: bool = False
) -> list[ConsortiumChoice]:
    with database.read() as snapshot:
        found = list(
            snapshot.scalars(
                select(Consortium).where(wanted).order_by(Consortium.place_in_order, Consortium.id)
            )
        )
        found.sort(key=lambda each: each.session_id != born_in)  # then those of before
        ledgers = read_ledgers(snapshot, [each.id for each in found], latest=True, told=told)
        now, zone = database.now(), club_zone(snapshot)
    return [_choice(consortium, ledgers[consortium.id], now, zone) for consortium in found]


def _choice(
    consortium: Consortium, ledger: Ledger, now: Instant, zone: Zone, state: Readiness | None = None
) -> ConsortiumChoice:
    state = state or ledger.readiness(now, zone)
    return ConsortiumChoice(
        consortium.id,
        consortium.name,
        ledger.number,
        state.ready,
        ledger.headline(state),
        ledger.answered(),
        len(ledger.asked()),
    )


class FollowedVision:
    """One consortium with its vision, positions, reservations and commitments: its `page`.

    It keeps what that was made of, so that a few positions need not read all again.
    """

    def __init__(self, database: Database, consortium_id: int) -> None:
        self._database = database
        with database.read() as snapshot:
            self._zone = club_zone(snapshot)
            self._consortium, self._ledger, self.page = _read(
                snapshot, consortium_id, database.now(), self._zone
            )

    def follow(self, position_ids: Collection[int], asking_ids: Collection[int] = ()) -> bool:
        """Bring the page up to date where only these positions and askings have changed.

        False where one of them is another consortium's or an asking was revealed: then the page
        stays as it is, and all has to be read.
        """
        now, zone, whose = self._database.now(), self._zone, self._consortium.id
        with self._database.read() as snapshot:
            own = follow_positions(snapshot, self._ledger, whose, position_ids)
            if own and asking_ids:
                own = follow_askings(snapshot, self._ledger, whose, asking_ids)
        if own:
            answered = _answered(self._ledger, now, zone)
            self.page = replace(self.page, **answered)
        return own

    @property
    def choice(self) -> ConsortiumChoice:
        """The consortium among the others."""
        now, zone = self._database.now(), self._zone
        return _choice(self._consortium, self._ledger, now, zone, self.page.readiness)


def _read(
    snapshot: Snapshot, consortium_id: int, now: Instant, zone: Zone
) -> tuple[Consortium, Ledger, VisionPage]:
    found = snapshot.execute(
        select(Consortium, Winner.title)
        .outerjoin(Winner, Winner.id == Consortium.winner_id)
        .where(Consortium.id == consortium_id)
    ).first()
    if found is None:
        raise GoneError(Consortium)
    consortium, winner = found
    ledger = read_ledgers(snapshot, [consortium_id])[consortium_id]
    names = {member.id: member.name for member in ledger.members}
    answer = answering_names(snapshot, [consortium_id], names)
    page = VisionPage(
        consortium_id=consortium_id,
        name=consortium.name,
        winner=winner or "",
        scale=SCALES[consortium.scale],
        agreed_level=consortium.agreed_level,
        readings=_readings(snapshot, consortium_id),
        reservations=reservation_rows(snapshot, answer, now, zone),
        stakes=stake_rows(snapshot, names),
        is_let_go=is_on_its_own(states_in(snapshot, [consortium_id], ())[consortium_id].state),
        commitments=_commitments(snapshot, answer, day_of(now, zone)),
        **_answered(ledger, now, zone),
    )
    return consortium, ledger, page


def _answered(ledger: Ledger, now: Instant, zone: Zone) -> dict[str, Any]:
    """What of a page depends on the positions."""
    return {
        "versions": version_rows(ledger, zone),
        "members": ledger.with_trends(now, zone),
        "positions": dict(ledger.answers),
        "hidden": frozenset(ledger.hidden),
        "given": dict(ledger.given),
        "askings": tuple(ledger.askings),
        "readiness": ledger.readiness(now, zone),
        "sector_means": mean_by_sector(
            ledger.asked(), [p for p in ledger.positions if p.version_number == ledger.number]
        ),
    }


def version_rows(ledger: Ledger, zone: Zone) -> tuple[VersionRow, ...]:
    """The versions of a vision, with how many of those who are asked have answered each."""
    answered: dict[int, int] = defaultdict(int)
    asked = {member.id for member in ledger.asked()}
    for position in ledger.positions:
        answered[position.version_number] += position.member_id in asked
    return tuple(
        VersionRow(
            v.id,
            v.number,
            v.text,
            v.note,
            v.created_at,
            day_of(v.created_at, zone),
            answered[v.number],
            VisionParts(v.who, v.change, v.so_that, v.by_when, v.how_known),
        )
        for v in ledger.visions
    )


def _readings(snapshot: Snapshot, consortium_id: int) -> dict[tuple[int, int], str]:
    found = snapshot.scalars(
        select(Reading)
        .join(Vision, Vision.id == Reading.vision_id)
        .where(Vision.consortium_id == consortium_id)
    )
    return {(reading.member_id, reading.vision_id): reading.text for reading in found}


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
            c.reservation_id,
        )
        for c in found
    )
