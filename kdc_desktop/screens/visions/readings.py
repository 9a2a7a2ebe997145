"""What the vision means for each member, in its own words."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.badges import SectorBadge
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.reading_edit import ReadingEdit
from kdc_desktop.services.visions.rows import StakeholderRow, VersionRow, VisionPage

TOP = Qt.AlignmentFlag.AlignTop


class _Line:
    """A member's badge and name, what it writes, and under it from which version that is."""

    def __init__(self, theme: Theme, edit: ReadingEdit, place: QWidget) -> None:
        self.edit = edit
        self._badge, self._label = SectorBadge(place), plain_label("", "", place, wrap=True)
        badge = _lowered(self._badge, theme.px(8), place)
        self._cell = QWidget(place)
        self._carried = QWidget(self._cell)
        self._from_label = plain_label("", "small", self._carried, wrap=True)
        self.still_so = QPushButton(_("Still so"), self._carried)
        self.still_so.setProperty("kind", "link")
        once(self.still_so)
        self.still_so.clicked.connect(edit.confirm)
        flow = FlowLayout(self._carried, 8)
        flow.addWidget(self._from_label)
        flow.addWidget(self.still_so)
        column = QVBoxLayout(self._cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(edit)
        column.addWidget(self._carried)
        self._parts = (badge, _lowered(self._label, theme.px(9), place), self._cell)

    def show_member(self, page: VisionPage, member: StakeholderRow, version: VersionRow) -> None:
        """Say whose line it is, and show what the version means for it."""
        self._badge.set_letter(member.sector)
        self._label.setText(member.name)
        self.edit.setAccessibleName(_("What the vision means for {name}", name=member.name))
        said = page.reading(member.id, version)
        carried = said is not None and said.carried_over
        self.edit.show_text(version.id, said.text if said else "", carried_over=carried)
        self._carried.setVisible(carried)
        self.still_so.setVisible(version == page.latest)
        if said is not None and carried:
            words = _("Carried over from version {number}", number=said.version_number)
            self._from_label.setText(words)
            self.still_so.setAccessibleName(_("Still so: {text}", text=said.text))
            self.edit.setAccessibleDescription(words)
        else:
            self.edit.setAccessibleDescription("")

    def stand_in(self, grid: QGridLayout, row: int) -> None:
        """Stand in this row of the grid."""
        for column, part in enumerate(self._parts):
            grid.removeWidget(part)
            grid.addWidget(part, row, column, TOP if part is self._cell else Qt.AlignmentFlag(0))
            part.show()

    def put_away(self, grid: QGridLayout) -> None:
        """Stand nowhere; where something too long is written, wait there for the member."""
        for part in self._parts:
            grid.removeWidget(part)
            part.hide()
        if not self.edit.holds:
            for part in self._parts:
                part.deleteLater()


class ReadingsList(QScrollArea):
    """A line to write on for each member; nobody else's coming, going or new name touches it.

    `reading_changed` carries the member, the version and its words. `there` says which versions
    a member of a consortium can still read.
    """

    reading_changed = Signal(int, int, str)

    def __init__(self, theme: Theme, there: Callable[[int, int], Collection[int]]) -> None:
        super().__init__()
        self._theme, self._there = theme, there
        self.edits: dict[int, ReadingEdit] = {}
        self._lines: dict[int, _Line] = {}
        self.setObjectName("readings_list")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 8, 8, 8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 5)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(self._inner)

    def show_page(self, page: VisionPage, version: VersionRow) -> None:
        """Show the readings of one version."""
        before = self.edits
        self.edits = {one.id: self._line(page.consortium_id, one.id).edit for one in page.members}
        if list(before) != list(self.edits):
            self._arrange(before.keys() - self.edits.keys())
        for member in page.members:
            self._lines[member.id].show_member(page, member, version)

    def keep(self) -> None:
        """Hand over what is being written, before another consortium is shown."""
        for edit in self.edits.values():
            if edit.hasFocus():
                edit.keep()

    def _arrange(self, gone: Collection[int]) -> None:
        for key in gone:
            line = self._lines[key]
            if line.edit.hasFocus():
                self.setFocus()  # else the next member's line gets the keys
            line.put_away(self._grid)
            if not line.edit.holds:
                del self._lines[key]
        above: QWidget = self
        for row, (key, edit) in enumerate(self.edits.items()):
            self._lines[key].stand_in(self._grid, row)
            QWidget.setTabOrder(above, edit)
            QWidget.setTabOrder(edit, self._lines[key].still_so)
            above = self._lines[key].still_so

    def _line(self, consortium_id: int, member_id: int) -> _Line:
        if member_id in self._lines:
            return self._lines[member_id]
        there = partial(self._there, consortium_id, member_id)
        edit = ReadingEdit(self._theme, there, self._inner)
        edit.setObjectName(f"reading_{member_id}")
        edit.setPlaceholderText(_("What it means for us, in our own words"))
        edit.kept.connect(partial(self.reading_changed.emit, member_id))
        line = self._lines[member_id] = _Line(self._theme, edit, self._inner)
        line.still_so.setObjectName(f"still_so_{member_id}")
        return self._lines[member_id]

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(180))


def _lowered(widget: QWidget, by: int, place: QWidget) -> QWidget:
    """The widget, as low as the first line of the text beside it."""
    around = QWidget(place)
    column = QVBoxLayout(around)
    column.setContentsMargins(0, by, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return around
