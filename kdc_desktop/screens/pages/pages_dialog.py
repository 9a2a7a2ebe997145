"""Asks which pages are wanted: of which session, as which file, on which paper."""

from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QWidget

from kdc_desktop.domain.pages.kinds import KINDS, PAPER_ENDING, PageKind
from kdc_desktop.domain.pages.values import PaperSize
from kdc_desktop.i18n import _, date_text, listed, ngettext
from kdc_desktop.screens.kit.file_links import FileLinks
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.row_ticks import RowTicks
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.screens.pages.help import PAGES
from kdc_desktop.screens.pages.words import ENDING_WORDS, PAPER_WORDS
from kdc_desktop.services.sessions.rows import SessionRow

_WIDTHS, _WORDED = (64, 300, 150), (0, 2)
_WIDE, _LINES = 72, 42  # letters: large ones leave the list its lines
_HIGH = 720  # pixels


class PagesDialog(QDialog):
    """Stays open from one page to the next, and tells what came of each.

    When `wanted`, `kinds`, `session_id`, `ending` and `paper` say what; `store` keeps the choice.
    """

    wanted = Signal()

    headline: QLabel
    table: RowTable
    purpose_label: QLabel
    session_combo: QComboBox
    ending_combo: QComboBox
    paper_combo: QComboBox
    said_label: QLabel
    links: FileLinks
    close_button: QPushButton
    write_button: QPushButton

    def __init__(
        self,
        sessions: list[SessionRow],
        session_id: int | None,
        paper: PaperSize,
        store: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "pages/pages_dialog", (FileLinks,))
        offer_help(self, PAGES)
        self._sessions, self._store = sessions, store
        self._ending, self._endings = self._kept("ending"), list[str]()
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
        papers = list(PaperSize)
        kept = self._kept("paper")
        self.paper_combo.setCurrentIndex(
            papers.index(PaperSize(kept) if kept in set(papers) else paper)
        )
        self.said_label.hide()
        self.links.problem.connect(self.tell_problem)
        self.close_button.clicked.connect(self.reject)
        self.write_button.clicked.connect(self._want)
        width = max(640, _WIDE * self.fontMetrics().averageCharWidth())
        highest = parent.window().height() if parent else _HIGH
        self.resize(width, min(highest, max(_HIGH, _LINES * self.fontMetrics().height())))

    def _offer_kinds(self) -> None:
        uses = {False: _("To send"), True: _("To print")}
        self._ticks = RowTicks(self.table, _("Take"), lambda kind: kind.key, lambda _kind: True)
        columns: list[Column[PageKind]] = [
            self._ticks.column(),
            Column("title", _("Pages"), lambda kind: str(kind.title)),
            Column("use", _("Use"), lambda kind: uses[kind.printed]),
        ]
        model = RowModel(columns, lambda kind: kind.key)
        model.set_rows(list(KINDS))
        self.table.show_model(model)
        self.table.columns.begin(_WIDTHS, _WORDED)
        self.table.selection_changed.connect(self._describe)
        self._ticks.changed.connect(self._describe)
        self.table.hands.verb("write_pages", _("Write the pages"), self._want)
        self.ending_combo.activated.connect(self._keep_ending)
        if not self.table.select_key(self._kept("kind")):
            self.table.selectRow(0)
        self._describe()

    def offer_first(self, key: str) -> None:
        """Select the kind of this key, if there is one."""
        self.table.select_key(key)

    def _describe(self) -> None:
        kinds = self.kinds
        self.write_button.setEnabled(bool(kinds))
        if not kinds:
            return
        self.purpose_label.setText(str(kinds[0].purpose) if len(kinds) == 1 else _together(kinds))
        count = len(kinds)
        some = ngettext("Write {count} kind…", "Write {count} kinds…", count)
        self.write_button.setText(some if count > 1 else _("Write the pages…"))
        self.paper_combo.setEnabled(any(PAPER_ENDING in kind.endings for kind in kinds))
        self._endings = list(dict.fromkeys(one for kind in kinds for one in kind.endings))
        self.ending_combo.clear()
        self.ending_combo.addItems([str(ENDING_WORDS[one]) for one in self._endings])
        known = self._ending in self._endings
        self.ending_combo.setCurrentIndex(self._endings.index(self._ending) if known else 0)

    def _keep_ending(self) -> None:
        self._ending = self.ending

    def _want(self) -> None:
        if not self.kinds:
            return
        kind = (self.table.selected_rows() or self.kinds)[0]
        kept = {"kind": kind.key, "paper": str(self.paper), "ending": self._ending}
        for name, value in kept.items():
            self._store.setValue(f"pages/{name}", value)
        self.tell("")
        self.wanted.emit()

    def _kept(self, name: str) -> str:
        found = self._store.value(f"pages/{name}")
        return found if isinstance(found, str) else ""

    def tell(self, sentence: str, written: Path | None = None) -> None:
        """Say what was written, and offer to open it."""
        self._say(sentence, "muted", written)

    def tell_problem(self, sentence: str) -> None:
        """Say what has to be mended."""
        self._say(sentence, "problem", None)

    def _say(self, sentence: str, role: str, written: Path | None) -> None:
        self.said_label.setProperty("role", role)
        restyle(self.said_label)
        self.said_label.setText(sentence)
        self.said_label.setVisible(bool(sentence))
        self.links.show_file(written)

    @property
    def kinds(self) -> list[PageKind]:
        """Which pages are wanted: the ticked ones in their order, else the selected one."""
        ticked = [kind for kind in KINDS if self._ticks.has(kind)]
        return ticked or self.table.selected_rows()[:1]

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
        """As which kind of file, for those that can be written as it."""
        return self._endings[self.ending_combo.currentIndex()]

    @property
    def paper(self) -> PaperSize:
        """On which paper."""
        return list(PaperSize)[self.paper_combo.currentIndex()]


def _together(kinds: list[PageKind]) -> str:
    """What becomes of several kinds."""
    names = listed(str(kind.title) for kind in kinds)
    return _("All into one folder that you choose: {pages}.", pages=names)
