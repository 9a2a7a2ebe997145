"""A ledger that is written down in a few words, for tests of what is said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, timedelta

from kdc_desktop.domain.consortia.seats import Away
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.ledger import (
    AnswerAt,
    LedgerColumn,
    LedgerMaterial,
    LedgerMember,
    LedgerRow,
    ledger_rows,
)
from kdc_desktop.domain.visions.ledger_reasons import WayTo
from kdc_desktop.instants import Instant

START = Instant(1_778_000_000)
DAY = timedelta(days=1)


def day(number: int) -> Instant:
    """So many days after the first asking."""
    return START + DAY * number


def asked(
    on: int,
    version: int = 1,
    *,
    by_phone: bool = False,
    is_open: bool = False,
    scale: str = "kaner8",
    level: int = 5,
) -> LedgerColumn:
    """An asking on a day, by which it is known."""
    return LedgerColumn(
        on,
        version,
        version,
        None if by_phone else on,
        scale,
        level,
        day(on),
        None if is_open else day(on) + timedelta(hours=1),
        by_phone,
    )


def member(
    key: int, name: str = "", sector: str = "C", role: MemberRole = MemberRole.PARTNER
) -> LedgerMember:
    """A member who is in from the beginning."""
    return LedgerMember(key, name or f"Member {key}", sector, role, day(0))


def joined(one: LedgerMember, on: int) -> LedgerMember:
    """The same member, in from a day on."""
    return replace(one, joined_at=day(on))


def left(one: LedgerMember, on: int, back: int | None = None, heir: str = "") -> LedgerMember:
    """The same member, who left on a day and may have come back."""
    away = Away(day(on), None if back is None else day(back), heir)
    return replace(one, aways=(*one.aways, away))


def rows(
    columns: Sequence[LedgerColumn],
    answers: Mapping[LedgerMember, str],
    present: Mapping[int, Sequence[int]] | None = None,
    now: int = 100,
    hidden: Sequence[int] = (),
) -> tuple[LedgerRow, ...]:
    """The rows; `answers` are levels column by column, “.” for none.

    `hidden` are the days of askings whose answers nobody is shown yet.
    """
    given = tuple(
        AnswerAt(
            one.id * 1000 + column.key,
            one.id,
            column.key,
            int(said),
            column.opened_at,
            is_hidden=column.key in hidden,
        )
        for one, line in answers.items()
        for column, said in zip(columns, line.split(), strict=True)
        if said != "."
    )
    there = {key: frozenset(ids) for key, ids in (present or {}).items()}
    return ledger_rows(LedgerMaterial(tuple(columns), tuple(answers), given, there), day(now))


def way(
    columns: Sequence[LedgerColumn],
    answers: Mapping[LedgerMember, str],
    versions: Sequence[str] = ("Every yard shares a bike.",),
    now: int = 100,
    hidden: Sequence[int] = (),
    **more: object,
) -> WayTo:
    """The consortium on its way to the latest version."""
    made = WayTo(
        tuple(columns),
        rows(columns, answers, now=now, hidden=hidden),
        "kaner8",
        5,
        len(versions),
        len(versions),
        tuple(versions),
        day(now),
        UTC,
        date(2026, 12, 1),
    )
    return replace(made, **more)  # type: ignore[arg-type]  # what a test says of it


def kinds(row: LedgerRow) -> list[str]:
    """What stands in the cells of a row."""
    return [cell.kind.value for cell in row.cells]
