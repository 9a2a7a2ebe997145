"""A result, and after it how it came about, page by page."""

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.slide import Slide, dotted
from kdc_desktop.audience.polls.reveal import RevealSlide


@dataclass(frozen=True, kw_only=True)
class FollowedSlide(RevealSlide):
    """The result on the first pages; once all places are revealed, others follow."""

    @property
    def follows(self) -> int:
        """How many pages follow."""
        return len(self.result.rounds)

    @property
    def pages(self) -> int:
        """Those of the result, and those that follow."""
        is_all_known = self.is_complete and not self.result.too_few
        return self.place_pages + (self.follows if is_all_known else 0)

    @property
    def at(self) -> int | None:
        """Which of those that follow this page is, from 0; None where it is one of the result."""
        at = self.page - self.place_pages
        return at if 0 <= at < self.follows and self.is_complete else None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What happens there, where it is not a page of the result."""
        return super().remarks if self.at is None else self.told_at(self.at)

    def next_line(self) -> str:
        """That it can be seen how it came about, before the next stage."""
        is_last = self.page == self.place_pages - 1 and self.pages > self.place_pages
        return self.goes_on if is_last else super().next_line()

    @property
    def goes_on(self) -> str:
        """What the pages that follow are, as what comes next."""
        return ""

    def told_at(self, _at: int) -> tuple[str, ...]:
        """Whole sentences above a page that follows."""
        return ()

    def named_at(self, _at: int) -> str:
        """What a page that follows is called."""
        return ""

    def below(self) -> str:
        """What this page is called; pages of places are numbered without those that follow."""
        if self.at is None:
            return super().below()
        return dotted(self.named_at(self.at), self.result.method, self.result.reconciliation)

    def paint_foot(self, painter: QPainter) -> None:
        """Without sectors where there are no bars of them."""
        if self.at is None:
            super().paint_foot(painter)
        else:
            Slide.paint_foot(self, painter)
