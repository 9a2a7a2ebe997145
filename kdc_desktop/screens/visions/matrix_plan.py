"""Where the parts of the buy-in map lie: one row a member, one column a version."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from kdc_desktop.screens.kit.theme import Theme

GAP = 3


@dataclass(frozen=True)
class MatrixPlan:
    """Lengths in pixels. Members stand in a column that does not scroll sideways.

    Without room for a column of roles (`role` is 0), a role stands under its member's name.
    Where cells are narrow the head has two lines: it is `tall_head`.
    """

    head: int
    row: int
    member: int
    role: int
    cell: int
    trend: int
    rows: int
    versions: int
    tall_head: bool

    @property
    def height(self) -> int:
        """Of all rows together."""
        return self.rows * self.row

    @property
    def width(self) -> int:
        """Of everything that scrolls sideways."""
        return self.role + self.versions * self.cell + self.trend

    def cell_rect(self, row: int, version: int) -> QRectF:
        """The cell of a member and a version, before scrolling, from the members' edge."""
        left = self.role + version * self.cell
        return QRectF(left, row * self.row, self.cell - GAP, self.row - GAP)

    def trend_rect(self, row: int) -> QRectF:
        """The trend of a member, as `cell_rect`."""
        left = self.role + self.versions * self.cell
        return QRectF(left, row * self.row, self.trend, self.row - GAP)


@dataclass(frozen=True)
class HeadWidths:
    """How long the longest head of a version is: on one line, and on two."""

    one_line: int = 0
    two_lines: int = 0


def plan_for(theme: Theme, width: int, rows: int, versions: int, heads: HeadWidths) -> MatrixPlan:
    """How to share out `width` pixels."""
    px = theme.px
    member = max(px(150), min(px(250), round(width * 0.27)))
    role, cell, trend = px(120), px(82), px(170)
    if member + role + versions * cell + trend > width:
        role = 0
    narrow = member + role + versions * cell + trend > width
    if narrow:
        cell = max(px(68), heads.two_lines + GAP)
    trend = max(px(150), width - member - role - versions * cell)
    tall = narrow or heads.one_line > cell - GAP
    head = px(40) if tall else px(28)
    return MatrixPlan(head, px(45), member, role, cell, trend, rows, versions, tall)
