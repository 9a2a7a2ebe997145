"""The buy-in of one consortium over the years: every member at every asking, in one question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.visions.ledger import LedgerColumn, LedgerMaterial, LedgerRow, ledger_rows
from kdc_desktop.domain.visions.ledger_flags import flag_of
from kdc_desktop.domain.visions.ledger_help import helps_most
from kdc_desktop.domain.visions.ledger_reasons import (
    Concerning,
    OpenPromise,
    WayTo,
    ledger_headline,
    ledger_reasons,
)
from kdc_desktop.domain.visions.ledger_sums import column_sums, courses
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Vision
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.visions.ledger_reading import (
    answers_at,
    read_answers,
    read_columns,
    read_present,
    read_promises,
    read_stakeholders,
)
from kdc_desktop.services.visions.ledger_rows import (
    ConsortiumLedger,
    LedgerAnswer,
    LedgerEvening,
)
from kdc_desktop.services.visions.open_roles import open_roles_of
from kdc_desktop.services.visions.reservation_rows import reservation_rows
from kdc_desktop.services.visions.rows import ReservationRow
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.gone import GoneError


@dataclass(frozen=True)
class _Found:
    """What was read of a consortium at one moment."""

    consortium: Consortium
    now: Instant
    zone: Zone
    visions: Sequence[Any]
    said: LedgerMaterial
    answers: Sequence[Any]
    titles: Mapping[int, str]
    reservations: tuple[ReservationRow, ...]
    promises: tuple[OpenPromise, ...]
    roles: tuple[str, ...]


def consortium_ledger(database: Database, consortium_id: int) -> ConsortiumLedger:
    """Everything that a consortium's members answered, when and on which version.

    It needs no session: a project that was born outside any is told the same. What came in by the
    kiosk is not in it before its reveal.

    Raises:
        UserError: it has been removed meanwhile.
    """
    with database.read() as snapshot:
        found = _read(snapshot, consortium_id, database.now(), club_zone(snapshot))
    now, zone, columns = found.now, found.zone, found.said.columns
    rows = ledger_rows(found.said, now)
    way = _way(found, rows)
    days = tuple(day_of(column.opened_at, zone) for column in columns)
    reasons = ledger_reasons(way)
    flags = {row.member.id: flag_of(row, columns, now, zone) for row in rows}
    return ConsortiumLedger(
        consortium_id=consortium_id,
        name=found.consortium.name,
        zone=zone,
        today=way.today,
        number=way.number,
        agreed_level=way.agreed_level,
        scale=way.scale,
        columns=columns,
        days=days,
        evenings=tuple(_evenings(columns, days, found.titles)),
        rows=rows,
        flags={key: flag for key, flag in flags.items() if flag is not None},
        sums=column_sums(columns, rows),
        courses=courses(columns, rows),
        headline=ledger_headline(reasons),
        reasons=reasons,
        help=helps_most(way),
        answers=_in_full(found.answers, columns, zone),
        reservations=_by_member(found.reservations),
        joined={member.id: day_of(member.joined_at, zone) for member in found.said.members},
    )


def _read(snapshot: Snapshot, consortium_id: int, now: Instant, zone: Zone) -> _Found:
    consortium = snapshot.get(Consortium, consortium_id)
    if consortium is None:
        raise GoneError(Consortium)
    visions = snapshot.execute(
        select(Vision.id, Vision.number, Vision.text)
        .where(Vision.consortium_id == consortium_id)
        .order_by(Vision.number)
    ).all()
    numbers = {row.id: row.number for row in visions}
    members, known = read_stakeholders(snapshot, consortium_id)
    answers = read_answers(snapshot, consortium_id)
    columns, titles = read_columns(snapshot, consortium, numbers, answers)
    evenings = [one.session_id for one in columns if one.session_id is not None]
    present = read_present(snapshot, evenings, known)
    said = LedgerMaterial(tuple(columns), members, answers_at(columns, answers), present)
    shown = {one.id for one in said.answers if not one.is_hidden}
    return _Found(
        consortium,
        now,
        zone,
        visions,
        said,
        [row for row in answers if row.id in shown],
        titles,
        reservation_rows(snapshot, {one.id: one.name for one in members}, now, zone),
        read_promises(snapshot, consortium_id),
        tuple(title for _id, title in snapshot.execute(open_roles_of([consortium_id]))),
    )


def _way(found: _Found, rows: tuple[LedgerRow, ...]) -> WayTo:
    consortium, columns = found.consortium, found.said.columns
    number, vision_id = 0, 0
    if found.visions:
        vision_id, number, _text = found.visions[-1]
    return WayTo(
        columns,
        rows,
        consortium.scale,
        _agreed_level(consortium, columns, vision_id),
        number,
        vision_id,
        tuple(row.text for row in found.visions),
        found.now,
        found.zone,
        day_of(found.now, found.zone),
        tuple(
            Concerning(one.id, one.member_id, one.text, one.objection, one.state, one.days)
            for one in found.reservations
        ),
        found.promises,
        consortium.needed_sectors,
        found.roles,
        {row.id: row.would_move for row in found.answers},
        {row.id: row.reason for row in found.answers},
    )


def _agreed_level(consortium: Consortium, columns: Sequence[LedgerColumn], latest_id: int) -> int:
    """What counts as agreed: as it was when the latest version was asked about last."""
    asked = [
        column.agreed_level
        for column in columns
        if column.vision_id == latest_id and column.scale == consortium.scale
    ]
    return asked[-1] if asked else consortium.agreed_level


def _evenings(
    columns: Sequence[LedgerColumn], days: Sequence[date], titles: Mapping[int, str]
) -> list[LedgerEvening]:
    found: list[LedgerEvening] = []
    sessions: list[object] = []
    for at, column in enumerate(columns):
        one = column.session_id, column.by_phone, None if column.session_id else days[at]
        if found and sessions[-1] == one:
            last = found[-1]
            found[-1] = LedgerEvening(last.first, at, last.day, last.title, last.by_phone)
            continue
        title = titles.get(column.session_id, "") if column.session_id is not None else ""
        found.append(LedgerEvening(at, at, days[at], title, column.by_phone))
        sessions.append(one)
    return found


def _in_full(
    answers: Sequence[Any], columns: Sequence[LedgerColumn], zone: Zone
) -> dict[int, LedgerAnswer]:
    by_key = {column.key: column for column in columns}
    full = {}
    for row in answers:
        column = by_key[row.asking_id or -row.vision_id]
        full[row.id] = LedgerAnswer(
            row.level,
            column.scale,
            column.version_number,
            row.reason,
            row.would_move,
            row.at.in_zone(zone),
            row.way,
            row.name or "",
        )
    return full


def _by_member(rows: Sequence[ReservationRow]) -> dict[int, tuple[ReservationRow, ...]]:
    own: dict[int, list[ReservationRow]] = {}
    for row in rows:
        own.setdefault(row.member_id, []).append(row)
    return {key: tuple(found) for key, found in own.items()}
