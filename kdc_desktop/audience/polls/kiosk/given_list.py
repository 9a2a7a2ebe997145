"""What is on a paper, to be read once more: what was given, and beside it for what."""

from collections.abc import Iterable
from math import ceil

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kdc_desktop.audience.polls.kiosk.ballot import GivenLine
from kdc_desktop.audience.polls.kiosk.look import ROOMY, Look
from kdc_desktop.audience.polls.kiosk.page import words
from kdc_desktop.audience.polls.kiosk.pager import Pager


class GivenRow(QWidget):
    """One option and what it was given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = words("text", "kiosk_given_title", most_lines=3)
        self.marks = words("text", "kiosk_given_marks")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.title, 1)
        self.row.insertWidget(0, self.marks)  # and heard after it


class GivenList(QWidget):
    """Rows in one column or two, and on pages when there are more; `pager` turns them and stands
    wherever its owner puts it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self._given: list[GivenLine] = []
        self._rows: list[GivenRow] = []
        self._page = 0
        self.pager = Pager(self)
        self.pager.turned.connect(self._turn)

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._look = look
        self.pager.be_short(look.text > ROOMY)
        self._arrange()

    def show_given(self, given: Iterable[GivenLine]) -> None:
        """Show these lines; nothing of the paper before is left."""
        self._given = list(given)
        self._page = 0
        for row in self._rows:
            row.title.clear()
            row.marks.clear()
            row.marks.setAccessibleName("")
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _turn(self, pages: int) -> None:
        self._page += pages
        self._arrange()

    def _arrange(self) -> None:
        look, number = self._look, len(self._given)
        fit = max(1, self.height() // max(look.px(64), round(1.7 * look.letters(34))))
        columns = 2 if number > fit and self.width() >= look.px(1100) else 1
        rows = min(fit, max(1, ceil(number / columns)))
        per_page = rows * columns
        pages = max(1, ceil(number / per_page))
        self._page = min(max(0, self._page), pages - 1)
        shown = self._given[self._page * per_page :][:per_page]
        gap = look.px(64)
        width = (self.width() - gap * (columns - 1)) // columns
        height = min(self.height() // rows, max(look.px(132), round(3.4 * look.letters(34))))
        while len(self._rows) < len(shown):
            self._rows.append(GivenRow(self))
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(shown))
            if at < len(shown):
                column, line = divmod(at, rows)
                row.setGeometry(column * (width + gap), line * height, width, height - look.px(12))
                row.row.setSpacing(look.px(24))
                _say(row.title, shown[at].title)
                _say(row.marks, shown[at].signs)
                row.marks.setAccessibleName(shown[at].words)
        self._put_beside(width, len(shown))
        self.pager.show_page(self._page, pages)

    def _put_beside(self, width: int, shown: int) -> None:
        """Titles begin on one line, right beside what was given."""
        rows, wide = self._rows[:shown], 0
        for row in rows:
            row.marks.ensurePolished()
            row.marks.setMinimumWidth(0)
            row.marks.updateGeometry()  # else the row keeps what they asked for before
            wide = max(wide, row.marks.sizeHint().width())
        for row in rows:
            row.marks.setMinimumWidth(min(wide, width // 2))
            row.row.activate()


def _say(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
