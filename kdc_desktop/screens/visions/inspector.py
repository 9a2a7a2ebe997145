"""Beside the buy-in map: can this consortium go, what would move its members, who gives what."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.domain.visions.scales import SCALES, Scale
from kdc_desktop.i18n import Text, _, ngettext
from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.commitment_panel import CommitmentPanel
from kdc_desktop.screens.visions.quotes import Quote
from kdc_desktop.screens.visions.reservation_card import ReservationCard
from kdc_desktop.screens.visions.section import Section, caption, dressed
from kdc_desktop.screens.visions.sector_means import SectorMeans
from kdc_desktop.services.visions.rows import CommitmentRow, ReservationRow, VisionPage

MOST_REASONS = 8


class InspectorPages(CurrentPage):
    """What stands beside the map as `usual`, or beside another page in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.usual = QWidget(self)
        self.addWidget(self.usual)

    def put_below(self, page: QWidget, part: QWidget) -> None:
        """Let this stand at the foot of one of the pages."""
        column = page.layout()
        assert column is not None
        column.addWidget(part)


class VisionInspector(InspectorPages):
    """Shows a page; every change that is wanted is a signal, here or of `commitments`.

    `settle_wanted` carries a reservation and the `ReservationState` that it is to have,
    `met_wanted` a commitment and the reservation that it meets; `owners` answers with who could
    take care of one.
    """

    settle_wanted = Signal(int, object)
    owner_wanted = Signal(int, str)
    met_wanted = Signal(int, int)
    agreed_wanted = Signal(int)
    scale_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vision_inspector")
        self._theme = theme
        self._offered: Scale | None = None
        self.owners: Callable[[], Iterable[str]] = tuple
        self.headline = plain_label("", "title", self, wrap=True)
        self.reasons = plain_label("", "", self, wrap=True)
        self.agreed_combo = DropDown(self)
        self.scale_combo = DropDown(self)
        self._moving = Section(_("What would move them"), self)
        self._means_title = plain_label("", "section", self)
        self._means = SectorMeans(theme, self)
        self.commitments = CommitmentPanel(theme, self)
        self._dress()
        self._lay_out()

    def _dress(self) -> None:
        dressed(self.headline, "readiness_label", "")
        dressed(self.reasons, "reasons_label", "")
        dressed(self.agreed_combo, "agreed_combo", _("Agreed level"))
        dressed(self.scale_combo, "scale_combo", _("Scale"))
        for scale in SCALES.values():
            self.scale_combo.addItem(str(scale.name), scale.key)
        self.agreed_combo.activated.connect(
            lambda at: self.agreed_wanted.emit(self.agreed_combo.itemData(at))
        )
        self.scale_combo.activated.connect(
            lambda at: self.scale_wanted.emit(self.scale_combo.itemData(at))
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.usual)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(caption(_("Ready to go?"), self))
        column.addWidget(self.headline)
        column.addWidget(self.reasons)
        column.addSpacing(8)
        column.addWidget(self._moving)
        column.addWidget(self._means_title)
        column.addWidget(self._means)
        column.addSpacing(8)
        column.addWidget(self.commitments)
        column.addSpacing(8)
        column.addWidget(caption(_("All stand at least at"), self))
        column.addWidget(self.agreed_combo)
        column.addWidget(self.scale_combo)
        column.addStretch(1)

    def show_page(self, page: VisionPage, today: date) -> None:
        """Show what this page says."""
        reasons = page.readiness.reasons
        self.headline.setText(str(page.readiness.headline))
        self.reasons.setText("\n".join(_numbered(reasons)))
        self.reasons.setVisible(bool(reasons))
        key = (page.reservations, page.commitments, _wishes(page), today)
        self._moving.fill(key, lambda: self._quotes(page, today))
        self._show_means(page)
        self.commitments.show_page(page, today)
        self._show_scale(page)

    def _quotes(self, page: VisionPage, today: date) -> list[QWidget]:
        made: list[QWidget] = []
        for row in page.reservations:
            meeting = _meeting(page, row)
            card = ReservationCard(
                self._theme, row, today, self, owners=self.owners, commitments=meeting
            )
            card.met.connect(self.met_wanted)
            card.settled.connect(self.settle_wanted)
            card.owner_named.connect(self.owner_wanted)
            made.append(card)
        for name, level, words in _wishes(page):
            below = _("{name} · stands at {level}", name=name, level=level)
            made.append(Quote(self._theme, words, below, "accent", self))
        return made

    def _show_means(self, page: VisionPage) -> None:
        number = page.latest.number if page.latest else 0
        self._means_title.setText(_("By sector, version {number}", number=number))
        self._means.show_means(page.scale, page.sector_means)
        self._means_title.setVisible(bool(page.sector_means))
        self._means.setVisible(bool(page.sector_means))

    def _show_scale(self, page: VisionPage) -> None:
        combo = self.agreed_combo
        if page.scale != self._offered:
            self._offered = page.scale
            combo.clear()
            for level in reversed(page.scale.levels):
                words = f"{level.value}  {level.label}"
                usual = _("{level} (usual)", level=words)
                combo.addItem(usual if level.value == page.scale.agreed else words, level.value)
        combo.setCurrentIndex(combo.findData(page.agreed_level))
        self.scale_combo.setCurrentIndex(self.scale_combo.findData(page.scale.key))
        self.scale_combo.setEnabled(not page.positions)
        stays = _("The scale stays as it is while there are positions on it.")
        self.scale_combo.setToolTip(stays if page.positions else "")


def _meeting(page: VisionPage, row: ReservationRow) -> list[CommitmentRow]:
    """What could meet a reservation: whatever was promised, but what meets it already."""
    return [given for given in page.commitments if given.reservation_id != row.id]


def _numbered(reasons: tuple[Text, ...]) -> list[str]:
    lines = [
        _("{number}. {text}", number=at, text=str(reason))
        for at, reason in enumerate(reasons[:MOST_REASONS], 1)
    ]
    more = len(reasons) - MOST_REASONS
    if more > 0:
        lines.append(ngettext("… and {count} more.", "… and {count} more.", more))
    return lines


def _wishes(page: VisionPage) -> tuple[tuple[str, int, str], ...]:
    """What those who stand below the highest level said would move them, the lowest first."""
    if page.latest is None:
        return ()
    found = []
    for member in page.members:
        position = page.positions.get((member.id, page.latest.id))
        if position is not None and position.would_move:
            found.append((member.name, position.level, position.would_move))
    return tuple(sorted(found, key=lambda wish: wish[1]))
