"""Which widget each kind of paper is filled in on: a method names its kind, and needs no more."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.audience.polls.kiosk.levels_paper import LevelsPaper
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.marks_paper import MarksPaper
from kdc_desktop.audience.polls.kiosk.order_paper import OrderPaper
from kdc_desktop.audience.polls.kiosk.pairs_paper import PairsPaper
from kdc_desktop.audience.polls.kiosk.paper import TALLEST, PaperWidget
from kdc_desktop.domain.polls.method import PaperKind

_PAPERS: Mapping[PaperKind, Callable[..., PaperWidget]] = {
    PaperKind.MARKS: MarksPaper,
    PaperKind.LEVELS: LevelsPaper,
    PaperKind.ORDER: OrderPaper,
    PaperKind.GRID: LevelsPaper,
    PaperKind.PAIRS: PairsPaper,
}


def paper_for(
    ballot: Ballot, look: Look, parent: QWidget | None = None, *, tallest: int = TALLEST
) -> PaperWidget:
    """A blank paper of the kind that this ballot is; no card is higher than `tallest`."""
    return _PAPERS[ballot.kind](look, parent, tallest=tallest)
