"""Asks which pages are wanted: of which session, as which file, on which paper."""

from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QWidget

from kdc_desktop.domain.pages.kinds import KINDS, PAPER_ENDING, PageKind
from kdc_desktop.domain.pages.values import PaperSize
from kdc_desktop.i18n import _, date_text, listed
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.pages.help import PAGES
from kdc_desktop.screens.pages.words import ENDING_WORDS, PAPER_WORDS
from kdc_desktop.services.sessions.rows import SessionRow


class PagesDialog(QDialog):
    """After it was accepted, `kind`, `session_id`, `ending` and `paper` say what is wanted."""

    headline: QLabel
    table: RowTable
    purpose_label: QLabel
    session_combo: QComboBox
    ending_combo: QComboBox
    paper_combo: QComboBox
    cancel_button: QPushButton
    write_button: QPushButton

    def __init__(
        self,
        sessions: list[SessionRow],
        session_id: int | None,
        paper: PaperSize,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "pages/pages_dialog")
        offer_help(self, PAGES)
        self._sessions = sessions
        self.headline.setProperty("role", "title")
        self.purpose_label.setProperty("role", "muted")
        self.write_button.setProperty("kind", "primary")
        self._offer_kinds()
        for row in sessions:
            self.session_combo.addItem(listed((row.title, date_text(row.starts_at))))
        ids = [row.id for row in sessions]
        self.session_combo.setCurrentIndex(ids.index(session_id) if session_id in ids else 0)
        for size in PaperSize:
            self.paper_combo.addItem(str(PAPER_WORDS[size]))
        self.paper_combo.setCurrentIndex(list(PaperSize).index(paper))
        self.cancel_button.clicked.connect(self.reject)
        self.write_button.clicked.connect(self.accept)
        self.resize(640, 720)

    def _offer_kinds(self) -> None:
        uses = {False: _("To send"), True: _("To print")}
        columns: list[Column[PageKind]] = [
            Column("title", _("Pages"), lambda kind: str(kind.title)),
            Column("use", _("Use"), lambda kind: uses[kind.printed]),
        ]
        model = RowModel(columns, lambda kind: kind.key)
        model.set_rows(list(KINDS))
        self.table.show_model(model)
        self.table.selection_changed.connect(self._describe)
        self.table.chosen.connect(lambda _kind: self.accept())
        self.table.hands.verb("write_pages", _("Write the pages"), self.accept)
        self.table.selectRow(0)
        self._describe()

    def _describe(self) -> None:
        chosen = self.table.selected_rows()
        self.write_button.setEnabled(bool(chosen))
        if chosen:
            self.purpose_label.setText(str(chosen[0].purpose))
            self.paper_combo.setEnabled(PAPER_ENDING in chosen[0].endings)
            self.ending_combo.clear()
            self.ending_combo.addItems([str(ENDING_WORDS[one]) for one in chosen[0].endings])

    @property
    def kind(self) -> PageKind:
        """Which pages are wanted."""
        kind: PageKind = self.table.selected_rows()[0]
        return kind

    @property
    def session_id(self) -> int:
        """Of which session."""
        return self._sessions[self.session_combo.currentIndex()].id

    @property
    def session_title(self) -> str:
        """What that is called."""
        return self._sessions[self.session_combo.currentIndex()].title

    @property
    def ending(self) -> str:
        """As which kind of file."""
        return self.kind.endings[self.ending_combo.currentIndex()]

    @property
    def paper(self) -> PaperSize:
        """On which paper."""
        return list(PaperSize)[self.paper_combo.currentIndex()]
