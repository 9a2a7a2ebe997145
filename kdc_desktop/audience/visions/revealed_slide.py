"""What the members have answered, revealed at once: who moved with names, and where all stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import MARGIN, MEDIUM, SEMIBOLD, SMALLEST, text_block, text_width
from kdc_desktop.audience.kit.slide import INNER, dotted, page_line
from kdc_desktop.audience.visions.lanes import PositionDot
from kdc_desktop.audience.visions.reveal_paint import RevealPainter
from kdc_desktop.audience.visions.reveal_plan import TOP, RevealPlan, plan_reveal
from kdc_desktop.audience.visions.statement_ink import paint_statement
from kdc_desktop.audience.visions.vision_slide import VisionSlide
from kdc_desktop.i18n import _, ngettext, number_text, spoken, titled

TOP_LINE = 1380.0
"""How long the line at the top may be, beside the clock."""


@dataclass(frozen=True, kw_only=True)
class RevealedSlide(VisionSlide):
    """The statement of one version, with where its members stand and stood before.

    `waiting` counts those who were asked and have not answered; they are never named.
    """

    positions: tuple[PositionDot, ...]

    animated: ClassVar[bool] = True

    @property
    def turns_itself(self) -> bool:
        """Where not all who moved fit on a page."""
        return self.pages > 1

    @property
    def pages(self) -> int:
        """As many as the lanes take."""
        return len(self._plan().pages) if self.scale else 1

    @property
    def description(self) -> str:
        """The statement, how many agree, stand at each level, and who moved."""
        levels = [
            titled(name, number_text(number))
            for index, name in enumerate(self.scale)
            if (number := sum(dot.level == index for dot in self.positions))
        ]
        statement = self.statement.rstrip(".")
        parts = (self.title, statement, self._agreed_line(), *levels)
        return spoken((*parts, *self._moves(), self._waiting()))

    def _moves(self) -> Iterator[str]:
        for dot in self.positions:
            if not dot.has_moved or not dot.name:
                continue
            now = self.scale[dot.level]
            if dot.before is None:
                yield titled(dot.name, now)
            else:
                before = self.scale[dot.before]
                yield titled(dot.name, _("from {before} to {now}", before=before, now=now))

    def _waiting(self) -> str:
        return ngettext(
            "{answered} of {count} has answered",
            "{answered} of {count} have answered",
            self._asked,
            answered=len(self.positions),
        )

    def _agreed_line(self) -> str:
        """“8 of 10”, and of what, on one line."""
        return _(
            "{agreed} of {asked} at the agreed level or better",
            agreed=self._at_agreed,
            asked=self._asked,
        )

    @property
    def _asked(self) -> int:
        """Who has not answered is not at the agreed level, and counts all the same."""
        return len(self.positions) + self.waiting

    @property
    def _at_agreed(self) -> int:
        agreed = -1 if self.agreed is None else self.agreed
        return sum(dot.level <= agreed for dot in self.positions)

    def _shared(self) -> tuple[str, str]:
        """“8 of 10”, and of what."""
        return (
            _("{agreed} of {asked}", agreed=self._at_agreed, asked=self._asked),
            _("at the agreed level or better"),
        )

    def _plan(self) -> RevealPlan:
        return plan_reveal(self.statement, self.scale, self.positions, self._shared())

    def paint_at(self, painter: QPainter, moment: float) -> None:
        """The statement, then the shapes on their way from where they stood."""
        if not self.scale:
            super().paint_content(painter)
            return
        plan = self._plan()
        self._paint_top(painter, plan)
        box = QRectF(MARGIN, TOP, INNER, plan.statement.height)
        paint_statement(painter, box, plan.statement, self.statement, self.new, self.palette)
        draw = self._painter(painter)
        draw.ground()
        draw.shared(*self._shared())
        draw.standing()
        draw.lanes(moment)
        draw.labels(
            [sum(dot.level == at for dot in self.positions) for at in range(len(plan.labels))]
        )

    def _paint_top(self, painter: QPainter, plan: RevealPlan) -> None:
        """Whose vision it is, then how many have answered; beside the clock."""
        rest = self._waiting()
        if plan.shared.isEmpty():
            rest = dotted(self._agreed_line(), rest)
        room = TOP_LINE - text_width(rest, SMALLEST, MEDIUM) - 32
        box = QRectF(MARGIN, 60, max(480.0, room), 44)
        title = self.title
        used = text_block(painter, box, title, 36, SEMIBOLD, self.palette.accent, max_lines=1)
        after = QRectF(used.right() + 32, 60, MARGIN + TOP_LINE - used.right() - 32, 46)
        text_block(painter, after, rest, 32, MEDIUM, self.palette.muted, max_lines=1)

    def paint_content(self, painter: QPainter) -> None:
        """As it is in the end."""
        self.paint_at(painter, 1.0)

    def paint_foot(self, painter: QPainter) -> None:
        """Whose each shape is, in place of the session."""
        sectors = [dot.sector for dot in self.positions]
        has_shadow = any(dot.has_moved and dot.before is not None for dot in self.positions)
        if not self.scale:
            super().paint_foot(painter)
            return
        page, following = page_line(self.page, self.pages), self.next_line()
        others = [page or ("" if has_shadow else following)]
        self._painter(painter).legend(sectors, *others, has_shadow=has_shadow)

    def _painter(self, painter: QPainter) -> RevealPainter:
        plan = self._plan()
        lanes = plan.pages[min(self.page, len(plan.pages) - 1)]
        return RevealPainter(painter, self.palette, plan, lanes, self.agreed)
