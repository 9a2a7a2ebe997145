"""What the question about a consortium's buy-in over the years answers with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from kdc_desktop.domain.visions.ledger import LedgerColumn, LedgerRow
from kdc_desktop.domain.visions.ledger_flags import LedgerFlag
from kdc_desktop.domain.visions.ledger_help import LedgerHelp
from kdc_desktop.domain.visions.ledger_reasons import LedgerReason, is_ready
from kdc_desktop.domain.visions.ledger_sums import ColumnSum, Course
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import Text
from kdc_desktop.instants import Zone
from kdc_desktop.services.visions.rows import ReservationRow


@dataclass(frozen=True)
class LedgerEvening:
    """Columns `first` to `last` of one session, or between two: then it has no title.

    `by_phone`: only calls came in.
    """

    first: int
    last: int
    day: date
    title: str = ""
    by_phone: bool = False


@dataclass(frozen=True)
class LedgerAnswer:
    """An answer in full; `at` is by the laptop's clock, `said_by` the delegate, where known."""

    level: int
    scale: str
    version_number: int
    reason: str
    would_move: str
    at: datetime
    way: AnswerWay
    said_by: str = ""


@dataclass(frozen=True)
class ConsortiumLedger:
    """A consortium's buy-in: member × asking, and what it comes to.

    `days` are those of the columns. `flags` and `reservations` are by member id, `answers` by their
    own. Days are those of the `zone`.
    """

    consortium_id: int
    name: str
    zone: Zone
    today: date
    number: int
    agreed_level: int
    scale: str
    columns: tuple[LedgerColumn, ...]
    days: tuple[date, ...]
    evenings: tuple[LedgerEvening, ...]
    rows: tuple[LedgerRow, ...]
    flags: Mapping[int, LedgerFlag]
    sums: tuple[ColumnSum, ...]
    courses: tuple[Course, ...]
    headline: Text
    reasons: tuple[LedgerReason, ...]
    help: LedgerHelp | None
    answers: Mapping[int, LedgerAnswer] = field(default_factory=dict)
    reservations: Mapping[int, tuple[ReservationRow, ...]] = field(default_factory=dict)
    joined: Mapping[int, date] = field(default_factory=dict)

    @property
    def is_ready(self) -> bool:
        """Whether nothing keeps the consortium from going."""
        return is_ready(self.reasons)
