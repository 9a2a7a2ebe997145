"""What is said beside a row of the ledger: a change since the answer before, or a silence."""

from dataclasses import dataclass
from enum import StrEnum

from kdc_desktop.domain.visions.ledger import (
    IN_SPANS,
    WAS_ASKED,
    WITHOUT_ANSWER,
    LedgerColumn,
    LedgerRow,
)
from kdc_desktop.i18n import Text, lazy, nlazy
from kdc_desktop.instants import Instant, Zone, days_between

_UP = (
    lazy("up by one"),
    lazy("up by two"),
    lazy("up by three"),
    lazy("up by four"),
    lazy("up by five"),
)
_FELL = (
    lazy("fell by one"),
    lazy("fell by two"),
    lazy("fell by three"),
    lazy("fell by four"),
    lazy("fell by five"),
)


class FlagKind(StrEnum):
    """Which way a member has gone."""

    UP = "up"
    FELL = "fell"
    SILENT = "silent"
    OTHER_SCALE = "other scale"


@dataclass(frozen=True)
class LedgerFlag:
    """What there is to say; `by` so many levels or days, 0 across scales."""

    kind: FlagKind
    by: int

    @property
    def text(self) -> Text:
        """In a few words."""
        match self.kind:
            case FlagKind.UP:
                return _UP[self.by - 1] if self.by <= len(_UP) else _up(self.by)
            case FlagKind.FELL:
                return _FELL[self.by - 1] if self.by <= len(_FELL) else _fell(self.by)
            case FlagKind.SILENT:
                return nlazy("silent {count} day", "silent {count} days", self.by)
            case FlagKind.OTHER_SCALE:
                return lazy("another scale before")


def flag_of(
    row: LedgerRow, columns: tuple[LedgerColumn, ...], now: Instant, zone: Zone
) -> LedgerFlag | None:
    """What to say beside a row, None where nothing has to be said.

    A member who was asked last and said nothing is silent, for as many days as since its last
    answer, or since it joined. Else its last answer is held against the one before. Answers on two
    scales are not: that they differ is all that is said.
    """
    if not row.cells or row.cells[-1].kind in IN_SPANS:
        return None
    asked = [cell.kind for cell in row.cells if cell.kind in WAS_ASKED]
    if asked and asked[-1] in WITHOUT_ANSWER:
        days = days_silent(row, now, zone)
        return LedgerFlag(FlagKind.SILENT, days) if days else None
    answers = row.answers
    if len(answers) < 2:
        return None
    (before_at, before), (last_at, last) = answers[-2:]
    if columns[before_at].scale != columns[last_at].scale:
        return LedgerFlag(FlagKind.OTHER_SCALE, 0)
    step = last.level - before.level
    if not step:
        return None
    return LedgerFlag(FlagKind.UP if step > 0 else FlagKind.FELL, abs(step))


def days_silent(row: LedgerRow, now: Instant, zone: Zone) -> int:
    """Midnights in this zone since a member said something, or since it joined."""
    last = row.last_answer
    return days_between(last.at if last else row.member.joined_at, now, zone)


def _up(by: int) -> Text:
    return lazy("up by {levels}", levels=by)


def _fell(by: int) -> Text:
    return lazy("fell by {levels}", levels=by)
