"""Looks which offers may meet which needs: at once where they are few, else beside the window."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from kdc_desktop.domain.offers.matching import OfferFit, matches
from kdc_desktop.jobs import Jobs
from kdc_desktop.services.offers.wall import OfferWall

FEW = 120  # offers and needs, among which nobody has to wait for it
_PAINTED = 30  # ms, after which what was noted is painted


class LookingForFits(QObject):
    """`found` carries what may meet by now; the newest wall counts."""

    found = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._wall: OfferWall | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAINTED)
        self._soon.timeout.connect(self._look)

    @property
    def under_way(self) -> bool:
        """Whether what was found is not of the newest wall yet."""
        return self._wall is not None

    def look(self, wall: OfferWall) -> None:
        """Look among all that stands on this wall, once it is painted."""
        self._wall = wall
        self._soon.start()

    def _look(self) -> None:
        wall = self._wall
        if wall is None:
            return
        if len(wall.said) <= FEW:
            self._take(wall, matches(wall.offers, wall.needs, wall.unfit))
        else:
            work = partial(matches, wall.offers, wall.needs, wall.unfit)
            self._jobs.run_quietly(lambda _progress: work(), partial(self._take, wall))

    def _take(self, wall: OfferWall, found: list[OfferFit]) -> None:
        if isValid(self) and wall is self._wall:  # else it looks again, or is closed
            self._wall = None
            self.found.emit(found)
