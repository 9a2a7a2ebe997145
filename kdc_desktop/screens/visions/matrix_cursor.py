"""Which cell of the buy-in map is current."""

from kdc_desktop.screens.visions.words import ASKED
from kdc_desktop.services.visions.rows import StakeholderRow, VersionRow, VisionPage


class MatrixCursor:
    """A row and a column of a page; it stays on its member while the page changes."""

    def __init__(self) -> None:
        self.row = self.column = 0
        self.is_through = False  # all have answered, and nobody was chosen since
        self.page: VisionPage | None = None

    @property
    def cell(self) -> tuple[StakeholderRow, VersionRow] | None:
        """The member and the version of the current cell; None while there is no cell."""
        page = self.page
        if page is None or not page.members or not page.versions:
            return None
        return page.members[self.row], page.versions[self.column]

    def show_page(self, page: VisionPage) -> None:
        """Go on in this page.

        With another consortium, or another number of versions, the latest version is current; where
        one was written all are asked anew, from the first.
        """
        before, self.page = self.page, page
        row, column = self.row, self.column
        if before is None or before.consortium_id != page.consortium_id:
            row, column = 0, len(page.versions) - 1
            self.is_through = False
        else:
            if len(before.versions) != len(page.versions):
                column = len(page.versions) - 1
                self.is_through = False
            if len(before.versions) < len(page.versions):
                row = 0
            elif row < len(before.members):
                ids = [member.id for member in page.members]
                kept = before.members[row].id
                row = ids.index(kept) if kept in ids else row
        self.move_to(row, column)

    def begin_anew(self) -> None:
        """Stand before the first member, so that the next one without an answer is that."""
        self.row = -1

    def move_to(self, row: int, column: int) -> None:
        """Make a cell current, or the nearest one there is."""
        if self.page is not None:
            self.row = min(max(0, row), max(0, len(self.page.members) - 1))
            self.column = min(max(0, column), max(0, len(self.page.versions) - 1))

    def go_to(self, member_id: int, version_id: int | None) -> None:
        """Make the cell of a member current, on the version given or the one it is on."""
        if self.page is None:
            return
        rows = [member.id for member in self.page.members]
        columns = [version.id for version in self.page.versions]
        self.is_through = False
        if member_id in rows:
            column = columns.index(version_id) if version_id in columns else self.column
            self.move_to(rows.index(member_id), column)

    def next_unanswered(self, version_id: int | None = None) -> bool:
        """Go on to the next member without a position on a version, the latest if none is given.

        False: all have one.
        """
        page = self.page
        columns = [version.id for version in page.versions] if page else []
        if page is None or not columns:
            return False
        column = columns.index(version_id) if version_id in columns else len(columns) - 1
        count = len(page.members)
        for step in range(1, count + 1):
            row = (self.row + step) % count
            member = page.members[row]
            if page.stance(member, page.versions[column]) in ASKED and member.is_asked:
                self.move_to(row, column)
                self.is_through = False
                return True
        self.is_through = True
        return False
