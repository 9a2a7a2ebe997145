"""What of the ledger is in sight."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

from kdc_desktop.screens.visions.ledger_plan import LedgerPlan
from kdc_desktop.services.visions.ledger_rows import ConsortiumLedger


@dataclass(frozen=True)
class LedgerPicture:
    """A ledger, scrolled by `across` and `down`; `focus` is the row and column with the ring."""

    ledger: ConsortiumLedger
    plan: LedgerPlan
    size: QSizeF
    across: int
    down: int
    focus: tuple[int, int] | None

    @property
    def seen(self) -> QRectF:
        """Where the cells can be seen."""
        plan = self.plan
        return QRectF(
            plan.member,
            plan.head,
            max(0.0, self.size.width() - plan.member),
            max(0.0, self.size.height() - plan.head - 2 * plan.foot),
        )

    @property
    def columns(self) -> range:
        """The askings of which something can be seen."""
        return self.plan.columns_within(self.across, self.across + round(self.seen.width()))

    @property
    def rows(self) -> range:
        """The members of whom something can be seen."""
        return self.plan.rows_within(self.down, self.down + round(self.seen.height()))

    def scrolled(self, rect: QRectF) -> QRectF:
        """Where a rectangle of the plan is in the viewport."""
        return rect.translated(self.plan.member - self.across, self.plan.head - self.down)
