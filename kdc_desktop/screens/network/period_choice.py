"""Of when one asks who has met whom: an evening, a year, or as long as the club is there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from kdc_desktop.i18n import _, date_text, listed
from kdc_desktop.services.network.rows import EveningHeld, NetPeriod, PeriodKind
from kdc_desktop.services.sessions.rows import SessionRow


class PeriodChoice:
    """Offers the periods of a club in a box; what is chosen stays chosen as long as it is there."""

    def __init__(self, combo: QComboBox) -> None:
        self._combo = combo
        self._periods: list[NetPeriod] = []

    @property
    def chosen(self) -> NetPeriod:
        """Of when it is asked."""
        at = self._combo.currentIndex()
        return self._periods[at] if 0 <= at < len(self._periods) else NetPeriod()

    def offer(self, evenings: Sequence[EveningHeld], session: SessionRow | None) -> None:
        """Offer these evenings and their years; first the session that is open is chosen."""
        chosen = self.chosen
        if not self._periods and session is not None:
            chosen = NetPeriod(PeriodKind.EVENING, session.id)
        self._periods.clear()
        self._combo.clear()
        self._add(NetPeriod(), _("As long as the club is there"))
        for year in dict.fromkeys(one.on.year for one in evenings):
            self._add(NetPeriod(PeriodKind.YEAR, year), str(year))
        for one in evenings:
            told = listed((one.title, date_text(one.on)))
            self._add(NetPeriod(PeriodKind.EVENING, one.id), told)
        there = chosen in self._periods
        self._combo.setCurrentIndex(self._periods.index(chosen) if there else 0)

    def _add(self, period: NetPeriod, words: str) -> None:
        self._periods.append(period)
        self._combo.addItem(words)

    def words_of(self, period: NetPeriod) -> str:
        """What a period is called; nothing where it is not there any more."""
        there = period in self._periods
        return self._combo.itemText(self._periods.index(period)) if there else ""
