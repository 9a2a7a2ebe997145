"""Which obstacles are listed: by how old they are, of which kind, and whom they wait for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from kdc_desktop.domain.kit.ages import AgeBand
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.obstacles.kinds import KIND_ENTRIES, KIND_ICONS
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.aged_icon import aged_icon
from kdc_desktop.services.obstacles.rows import NOBODY, ObstacleOwner, ObstacleRow


class ObstaclesShown(StrEnum):
    """Which are listed by what became of them."""

    OPEN = "open"
    OLD = "old"
    VERY_OLD = "very old"
    SOLVED = "solved"
    OVER = "over"


class Narrowing:
    """Three boxes; each offers what there is with its count, and what was chosen stays chosen.

    Those that nobody waits for any more, as their consortium is over, are listed by themselves.
    """

    def __init__(self, ages: QComboBox, kinds: QComboBox, owners: QComboBox) -> None:
        self._ages, self._kinds, self._owners = ages, kinds, owners

    def offer(self, rows: Sequence[ObstacleRow]) -> None:
        """Offer what these rows have."""
        self._offer_ages(rows)
        here = [row for row in rows if _is_shown(row, self.shown)]
        kinds = Counter(row.kind for row in here)
        chosen = self._kinds.currentData()
        self._kinds.clear()
        self._kinds.addItem(_("Every kind"), None)
        for kind, words in KIND_ENTRIES.items():
            if kinds[kind] or kind == chosen:
                text = _("{kind} {count}", kind=words, count=kinds[kind])
                icon = aged_icon(KIND_ICONS[kind], AgeBand.FRESH)
                self._kinds.addItem(icon, text, kind)
        self._kinds.setCurrentIndex(max(0, self._kinds.findData(chosen)))
        self._offer_owners(here)

    def _offer_ages(self, rows: Sequence[ObstacleRow]) -> None:
        chosen = self.shown
        self._ages.clear()
        for shown, words in (
            (ObstaclesShown.OPEN, _("Open")),
            (ObstaclesShown.OLD, _("Older than a month")),
            (ObstaclesShown.VERY_OLD, _("Older than a quarter")),
            (ObstaclesShown.SOLVED, _("Solved")),
            (ObstaclesShown.OVER, _("Of consortia that are over")),
        ):
            count = sum(_is_shown(row, shown) for row in rows)
            if count or shown in (ObstaclesShown.OPEN, chosen):
                text = _("{state} {count}", state=words, count=count)
                self._ages.addItem(text, shown)
        self._ages.setCurrentIndex(max(0, self._ages.findData(chosen)))

    def _offer_owners(self, rows: Iterable[ObstacleRow]) -> None:
        chosen = self.owner
        counts = Counter(row.taken_care_of_by for row in rows)
        names = {row.taken_care_of_by: row.owner for row in rows}
        if chosen is not None and chosen not in names:
            names[chosen] = self._owners.currentData(Qt.ItemDataRole.UserRole + 1)
        self._owners.clear()
        self._owners.addItem(_("Every owner"), None)
        for owner in sorted(names, key=lambda one: (one != NOBODY, in_order(names[one]))):
            named = names[owner] or _("No owner")
            self._owners.addItem(_("{owner} {count}", owner=named, count=counts[owner]), owner)
            at = self._owners.count() - 1
            self._owners.setItemData(at, names[owner], Qt.ItemDataRole.UserRole + 1)
            if owner == chosen:
                self._owners.setCurrentIndex(at)

    @property
    def shown(self) -> ObstaclesShown:
        """What became of those that are listed."""
        return ObstaclesShown(self._ages.currentData() or ObstaclesShown.OPEN)

    @property
    def owner(self) -> ObstacleOwner | None:
        """Whose are listed; None for everybody's."""
        found = self._owners.currentData()
        return None if found is None else ObstacleOwner(*found)

    @property
    def owner_name(self) -> str:
        """What that one is called."""
        return str(self._owners.currentData(Qt.ItemDataRole.UserRole + 1) or "")

    def of(self, rows: Iterable[ObstacleRow]) -> list[ObstacleRow]:
        """Those of these rows that are wanted, in their order."""
        kind, owner, shown = self._kinds.currentData(), self.owner, self.shown
        wanted = None if kind is None else ObstacleKind(kind)
        return [
            row
            for row in rows
            if _is_shown(row, shown)
            and wanted in (None, row.kind)
            and owner in (None, row.taken_care_of_by)
        ]

    def begin_anew(self, row: ObstacleRow) -> None:
        """List every kind and everybody's, and what became of this one."""
        self._kinds.setCurrentIndex(0)
        self._owners.setCurrentIndex(0)
        wanted = next(shown for shown in _WHERE if _is_shown(row, shown))
        self._ages.setCurrentIndex(max(0, self._ages.findData(wanted)))


_WHERE = (ObstaclesShown.OPEN, ObstaclesShown.SOLVED, ObstaclesShown.OVER)


def _is_shown(row: ObstacleRow, shown: ObstaclesShown) -> bool:
    if shown is ObstaclesShown.SOLVED:
        return row.solved_on is not None
    if row.solved_on is not None or row.is_over:
        return shown is ObstaclesShown.OVER and row.solved_on is None
    bands = {
        ObstaclesShown.OLD: (AgeBand.OLD, AgeBand.VERY_OLD),
        ObstaclesShown.VERY_OLD: (AgeBand.VERY_OLD,),
    }
    return shown is ObstaclesShown.OPEN or row.band in bands.get(shown, ())
