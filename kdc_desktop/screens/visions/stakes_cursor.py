"""Which cell of the table of stakes is current."""

from kdc_desktop.services.visions.rows import VersionRow, VisionPage
from kdc_desktop.services.visions.stakes import StakeRow

STAKE_ITSELF = -1
"""The column of a stake's words, left of its cells."""


class StakesCursor:
    """A row and a column of a page; it stays on its stake while the page changes."""

    def __init__(self) -> None:
        self.row, self.column = 0, 0
        self.page: VisionPage | None = None
        self._shown_id = 0

    def show_page(self, page: VisionPage, version: VersionRow) -> None:
        """Go on in this page; where another version's words stand above, on that one."""
        here, before = self.stake, self.page
        self.page = page
        keys = [row.id for row in page.stakes]
        if here is not None and here.id in keys:
            self.row = keys.index(here.id)
        elif before is None or before.consortium_id != page.consortium_id:
            self.row = 0
        if self._shown_id != version.id:
            self.column = page.versions.index(version)
        self._shown_id = version.id
        self.move_to(self.row, self.column)

    def move_to(self, row: int, column: int) -> None:
        """Make a cell current, or the nearest one there is."""
        if self.page is not None:
            self.row = min(max(0, row), max(0, len(self.page.stakes) - 1))
            self.column = min(max(STAKE_ITSELF, column), len(self.page.versions) - 1)

    def go_to(self, stake_id: int, version_id: int | None) -> None:
        """Make a stake current, on this version or on the column it is on."""
        page = self.page
        keys = [row.id for row in page.stakes] if page else []
        if page is None or stake_id not in keys:
            return
        versions = [version.id for version in page.versions]
        column = versions.index(version_id) if version_id in versions else self.column
        self.move_to(keys.index(stake_id), column)

    @property
    def stake(self) -> StakeRow | None:
        """The stake of the current row."""
        page = self.page
        if page is None or not 0 <= self.row < len(page.stakes):
            return None
        return page.stakes[self.row]

    @property
    def version(self) -> VersionRow | None:
        """The version of the current cell; None where the stake itself is current."""
        page = self.page
        if page is None or not 0 <= self.column < len(page.versions):
            return None
        return page.versions[self.column]
