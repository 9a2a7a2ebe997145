"""The choice of what each column of a list from outside holds."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import Text, _, listed
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.widgets import plain_label

_ACROSS = 5  # at most
_LONGEST = 28  # characters of a header; the tip has all of it
_WIDE = 18  # characters that a box shows at least; what is longer is told in its list
_NAMED = 12  # columns that are not taken, named at most

Held = TypeVar("Held", bound=StrEnum)


class ColumnChoice(QObject, Generic[Held]):
    """A box for every column of a list; `changed` when somebody picked something else.

    `titles` are what the fields are called, in the order in which they are offered. As many boxes
    stand in a line as `width` has room for.
    """

    changed = Signal()

    def __init__(
        self, titles: Mapping[Held, Text], grid: QGridLayout, box: QWidget, width: int
    ) -> None:
        super().__init__(box)
        self._titles, self._grid, self._box = titles, grid, box
        written = box.fontMetrics()
        needed = _WIDE * written.averageCharWidth() + 5 * written.height()
        self._across = max(1, min(_ACROSS, width // needed))
        self.combos: list[QComboBox] = []
        self._labels: list[QLabel] = []
        self._headers: tuple[str, ...] = ()

    def show_columns(self, headers: Sequence[str], columns: Mapping[int, Held]) -> None:
        """Offer these columns, with what they hold picked."""
        if tuple(headers) != self._headers:
            self._build(headers)
        for at, combo in enumerate(self.combos):
            held = columns.get(at)
            combo.setCurrentIndex(0 if held is None else list(self._titles).index(held) + 1)

    @property
    def columns(self) -> dict[int, Held]:
        """What is picked, by the place of the column."""
        fields = list(self._titles)
        picked = ((at, combo.currentIndex()) for at, combo in enumerate(self.combos))
        return {at: fields[index - 1] for at, index in picked if index > 0}

    def _build(self, headers: Sequence[str]) -> None:
        for widget in (*self.combos, *self._labels):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self.combos, self._labels, self._headers = [], [], tuple(headers)
        for at, header in enumerate(headers):
            combo = self._combo(at, header)
            label = plain_label(shortened(header, _LONGEST), "small", self._box)
            set_tip(label, header)
            label.setBuddy(combo)
            line, place = divmod(at, self._across)
            self._grid.addWidget(label, 2 * line, place)
            self._grid.addWidget(combo, 2 * line + 1, place)
            self.combos.append(combo)
            self._labels.append(label)

    def _combo(self, at: int, header: str) -> QComboBox:
        combo = DropDown(self._box)
        combo.setObjectName(f"column_{at}")
        combo.setAccessibleName(_("What the column “{column}” holds", column=header))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        combo.setSizeAdjustPolicy(policy)
        combo.setMinimumContentsLength(12)
        combo.addItem(_("Not taken"))
        for title in self._titles.values():
            combo.addItem(str(title))
        combo.activated.connect(self.changed)
        return combo


def columns_told(
    titles: Mapping[Held, Text],
    headers: Sequence[str],
    columns: Mapping[int, Held],
    unused: Sequence[str],
) -> str:
    """Which column is read as what, and which are not taken, in a few lines."""
    places = {
        field: [headers[at] for at, held in sorted(columns.items()) if held == field]
        for field in titles
    }
    held = [
        _("{field}: {columns}", field=str(titles[field]), columns=listed(named))
        for field, named in places.items()
        if named
    ]
    lines = [" · ".join(held)] if held else []
    named = [shortened(header, _LONGEST) for header in unused[:_NAMED]]
    more = len(unused) - len(named)
    if named:
        named += [_("{count} more", count=more)] if more else []
        lines.append(_("Not taken: {columns}.", columns=listed(named)))
    return "\n".join(lines)
