"""The choice of what each column of a list of ideas holds."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from kdc_desktop.domain.board.idea_fields import IdeaColumns, IdeaField
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _, listed
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.board.incoming import IdeasPreview
from kdc_desktop.services.board.matching import FIELD_NAMES

_ACROSS = 5  # at most
_LONGEST = 28  # characters of a header; the tip has all of it
_NAMED = 12  # columns that are not taken, named at most


class IdeaColumnChoice(QObject):
    """A box for every column of the list; `changed` when somebody picked something else.

    As many stand in a line as `width` has room for.
    """

    changed = Signal()

    def __init__(self, grid: QGridLayout, box: QWidget, width: int) -> None:
        super().__init__(box)
        self._grid, self._box = grid, box
        written = box.fontMetrics()
        longest = (
            written.horizontalAdvance(str(FIELD_NAMES[IdeaField.EMAIL])) + 5 * written.height()
        )
        self._across = max(1, min(_ACROSS, width // longest))
        self.combos: list[QComboBox] = []
        self._labels: list[QLabel] = []
        self._headers: tuple[str, ...] = ()

    def show_columns(self, headers: Sequence[str], columns: IdeaColumns) -> None:
        """Offer these columns, with what they hold picked."""
        if tuple(headers) != self._headers:
            self._build(headers)
        for at, combo in enumerate(self.combos):
            held = columns.get(at)
            combo.setCurrentIndex(0 if held is None else list(IdeaField).index(held) + 1)

    @property
    def columns(self) -> dict[int, IdeaField]:
        """What is picked, by the place of the column."""
        picked = {at: combo.currentData() for at, combo in enumerate(self.combos)}
        return {at: IdeaField(held) for at, held in picked.items() if held is not None}

    def _build(self, headers: Sequence[str]) -> None:
        for widget in (*self.combos, *self._labels):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self.combos, self._labels, self._headers = [], [], tuple(headers)
        for at, header in enumerate(headers):
            combo = DropDown(self._box)
            combo.setObjectName(f"column_{at}")
            combo.setAccessibleName(_("What the column “{column}” holds", column=header))
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            combo.setSizeAdjustPolicy(policy)
            combo.setMinimumContentsLength(12)
            combo.addItem(_("Not taken"), None)
            for held in IdeaField:
                combo.addItem(str(FIELD_NAMES[held]), held.value)
            combo.activated.connect(self.changed)
            label = plain_label(shortened(header, _LONGEST), "small", self._box)
            label.setToolTip(plain_tip(header))
            label.setBuddy(combo)
            line, place = divmod(at, self._across)
            self._grid.addWidget(label, 2 * line, place)
            self._grid.addWidget(combo, 2 * line + 1, place)
            self.combos.append(combo)
            self._labels.append(label)


def columns_told(preview: IdeasPreview) -> str:
    """Which column is read as what, and which are not taken, in a few lines."""
    held = [
        _(
            "{field}: {columns}",
            field=str(FIELD_NAMES[what]),
            columns=listed(preview.headers[at] for at in preview.plan.of(what)),
        )
        for what in IdeaField
        if preview.plan.of(what)
    ]
    lines = [" · ".join(held)] if held else []
    named = [shortened(header, _LONGEST) for header in preview.unused[:_NAMED]]
    more = len(preview.unused) - len(named)
    if named:
        named += [_("{count} more", count=more)] if more else []
        lines.append(_("Not taken: {columns}.", columns=listed(named)))
    return "\n".join(lines)
