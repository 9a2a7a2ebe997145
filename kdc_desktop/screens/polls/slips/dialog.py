"""Slips of a poll in one dialog: print, give out, type in, read from pictures."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.questions import question
from kdc_desktop.screens.kit.segmented import Segmented, restyle
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.polls.help import SLIPS
from kdc_desktop.screens.polls.slips.give_page import GivePage
from kdc_desktop.screens.polls.slips.page import SlipsPage
from kdc_desktop.screens.polls.slips.print_page import PrintPage
from kdc_desktop.screens.polls.slips.read_page import ReadPage
from kdc_desktop.screens.polls.slips.read_rows import ReadSlip
from kdc_desktop.screens.polls.slips.type_page import TypePage
from kdc_desktop.services.polls.questions import poll, turnout
from kdc_desktop.storage import Database

_WIDE, _HIGH = 760, 640  # pixels at 100 %


class SlipsDialog(QDialog):
    """What is done with the slips of a poll; `print_wanted` carries which are to be written.

    A poll that is being prepared has nothing but their print.
    """

    print_wanted = Signal(object)

    def __init__(
        self, theme: Theme, database: Database, poll_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Slips"))
        self._database, self._poll_id = database, poll_id
        self.counts_label = plain_label("", "title", self, wrap=True)
        self.counts_label.setObjectName("slip_counts_label")
        self.choice = Segmented(self, (_("Give out"), _("Type in"), _("Read pictures"), _("Print")))
        self.give_page = GivePage(theme, database, self)
        self.type_page = TypePage(theme, database, self)
        self.read_page = ReadPage(theme, database, self)
        self.print_page = PrintPage(theme, database, self)
        self.pages = QStackedWidget(self)
        self.said_label = plain_label("", "problem", self, wrap=True)
        self.said_label.setObjectName("slips_said_label")
        self.said_label.setMargin(theme.px(6))
        self.said_label.hide()
        self._lay_out()
        offer_help(self, SLIPS)
        self._connect()
        self.refresh()
        printed = turnout(database, poll_id).slips.printed
        self.show_page(self.give_page if printed and self._is_open else self.print_page)
        self.resize(theme.px(_WIDE), theme.px(_HIGH))

    def refresh(self) -> None:
        """Read again how it stands."""
        row = poll(self._database, self._poll_id)
        self._is_open = row.state == PollState.OPEN
        self.choice.setVisible(self._is_open)
        told = turnout(self._database, self._poll_id)
        self.counts_label.setText(told.slips.line or _("No slips are printed yet."))
        for page in self._pages if self._is_open else (self.print_page,):
            page.show_poll(row)

    def show_page(self, page: SlipsPage) -> None:
        """Go to this page, ready for the keys."""
        self.pages.setCurrentWidget(page)
        self.choice.set_current(self._pages.index(page))
        self.tell("")
        page.begin()

    def tell(self, sentence: str) -> None:
        """Say what was done."""
        self._say(sentence, "muted")

    def tell_problem(self, sentence: str) -> None:
        """Say what has to be mended."""
        self._say(sentence, "problem")

    def reject(self) -> None:
        """Close, at once where nothing is lost by it."""
        begun = self._begun()
        if not begun or self.findChild(QMessageBox, "leave_slips_box") is not None:
            super().reject()
            return
        box = question(self, "leave_slips_box", begun)
        stay = box.addButton(_("&Go back"), QMessageBox.ButtonRole.RejectRole)
        away = box.addButton(_("&Leave them"), QMessageBox.ButtonRole.DestructiveRole)
        away.setObjectName("leave_slips_anyway")
        box.setDefaultButton(stay)
        away.clicked.connect(super().reject)
        open_for_now(box)

    def _begun(self) -> str:
        """What would be lost, in a sentence; empty where nothing would."""
        waiting = self.read_page.waiting
        if waiting:
            return ngettext(
                "{count} slip was read from pictures and is not counted yet.",
                "{count} slips were read from pictures and are not counted yet.",
                waiting,
            )
        return _("A slip is begun and not counted yet.") if self.type_page.is_entering else ""

    def done(self, result: int) -> None:
        self.read_page.jobs.wait()
        super().done(result)

    @property
    def _pages(self) -> tuple[SlipsPage, ...]:
        return self.give_page, self.type_page, self.read_page, self.print_page

    def _say(self, sentence: str, role: str) -> None:
        self.said_label.setProperty("role", role)
        restyle(self.said_label)
        tell_problem(self.said_label, sentence)

    def _connect(self) -> None:
        self.choice.changed.connect(lambda at: self.show_page(self._pages[at]))
        for page in self._pages:
            page.told.connect(self.tell)
            page.refused.connect(self.tell_problem)
            page.done.connect(self.refresh)
        self.read_page.type_wanted.connect(self._type)
        self.print_page.wanted.connect(self._print)

    def _type(self, row: ReadSlip) -> None:
        """Type a slip in that could not be read, and go back to the pictures then."""

        def back() -> None:
            self.type_page.left = lambda: None
            self.read_page.typed(row)
            self.show_page(self.read_page)

        self.show_page(self.type_page)
        self.type_page.open_slip(row.number, row.marks)
        self.type_page.left = back

    def _print(self, wanted: object) -> None:
        self.accept()
        self.print_wanted.emit(wanted)

    def _lay_out(self) -> None:
        for page in self._pages:
            self.pages.addWidget(page)
        close = QPushButton(_("Close"), self)
        close.setObjectName("close_slips_button")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.counts_label)
        column.addWidget(self.choice)
        column.addWidget(self.pages, 1)
        column.addWidget(self.said_label)
        column.addLayout(foot)
