"""Help for what one has in front of one: what it is for, what comes next, keys, the manual."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.kit.sought import Sought, in_every_spelling, together
from kdc_desktop.i18n import Text, _, listed
from kdc_desktop.screens.kit.help import Help, KeyWords, keys_for_help
from kdc_desktop.screens.kit.line_buttons import offer_to_clear
from kdc_desktop.screens.kit.manual import ManualPart, in_html, manual_parts

_LINE, _LINES = 76, 34  # letters and lines that are seen at once


@dataclass(frozen=True)
class HelpPage:
    """What help says: `now` is the next step where the screen knows it; `actions` have keys."""

    title: str
    help: Help
    now: str = ""
    actions: Sequence[tuple[Sequence[str], str]] = field(default=())

    @property
    def keys(self) -> list[tuple[str, str]]:
        """All keys of the screen, as they are printed, each with what it does."""
        own = [(keys, _plain(words)) for keys, words in self.actions]
        own += [(key_names(words.keys), str(words.does)) for words in self.help.keys]
        return [(listed(keys), does) for keys, does in own if keys]


def key_names(keys: Sequence[str]) -> list[str]:
    """Keys as they are printed on the keyboard."""
    native = QKeySequence.SequenceFormat.NativeText
    return [QKeySequence(key).toString(native) for key in keys]


def _plain(words: str) -> str:
    return words.replace("&&", "&")


class HelpDialog(QDialog):
    """Lies over its parent: over the window one can go on there. A search finds in all of help."""

    def __init__(self, page: HelpPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help_dialog")
        self.setWindowTitle(_("Help: {screen}", screen=page.title))
        self._page = page
        self.search = QLineEdit(self)
        self.search.setObjectName("help_search")
        self.search.setPlaceholderText(_("Find in help and in the manual"))
        self.search.setAccessibleName(self.search.placeholderText())
        offer_to_clear(self.search)
        self.text = QTextBrowser(self)
        self.text.setObjectName("help_text")
        self.text.setAccessibleName(self.windowTitle())
        self.text.setOpenLinks(False)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.close_button = QPushButton(_("Close"), self)
        self.close_button.setAutoDefault(False)
        self._lay_out()
        self.search.textChanged.connect(self._show)
        self.close_button.clicked.connect(self.accept)
        close = QAction(self)
        close.setShortcuts(keys_for_help())
        close.triggered.connect(self.accept)
        self.addAction(close)
        self._show("")
        self.text.setFocus()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        self.ensurePolished()
        measure, free = self.fontMetrics(), self.screen().availableSize()
        self.resize(
            min(_LINE * measure.averageCharWidth(), free.width() - 48),
            min(_LINES * measure.height(), free.height() - 96),
        )

    def _show(self, query: str) -> None:
        sought = Sought(query)
        parts = _found(self._page, sought) if sought else _whole(self._page)
        self.text.setHtml("".join(parts) or _paragraph(_("Nothing in help has these words.")))


def _whole(page: HelpPage) -> Iterator[str]:
    yield _paragraph(str(page.help.purpose))
    if page.now:
        yield _heading(_("Now")) + _paragraph(page.now)
    yield _items(_("How it goes"), page.help.steps, "ol")
    yield _items(_("With the mouse"), page.help.gestures, "ul")
    yield _table(page.keys)
    wanted = [part for part in manual_parts() if part.title in page.help.manual]
    yield from map(_section, wanted)


def _found(page: HelpPage, sought: Sought) -> Iterator[str]:
    """What has every word: of the screen's own help and keys, then of the whole manual."""

    def has(*texts: str) -> bool:
        return sought.is_in(together(*map(in_every_spelling, texts)))

    own = (page.help.purpose, *page.help.steps, *page.help.gestures)
    yield _items(page.title, [text for text in own if has(str(text))], "ul")
    yield _table([(keys, does) for keys, does in page.keys if has(keys, does)])
    for part in manual_parts():
        kept = tuple(one for one in part.paragraphs if has(part.title, one))
        if kept:
            yield _section(ManualPart(part.title, kept))


def _heading(text: str) -> str:
    return f"<h3>{escape(text)}</h3>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _items(title: str, texts: Sequence[Text], kind: str) -> str:
    lines = "".join(f"<li>{escape(str(text))}</li>" for text in texts)
    there = f"<{kind}>{lines}</{kind}>"  # untranslated: tags
    return _heading(title) + there if lines else ""


def _table(rows: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f"<tr><td><b>{escape(keys)}</b></td><td>{escape(does)}</td></tr>" for keys, does in rows
    )
    there = f"<table cellpadding='3'>{lines}</table>"  # untranslated: tags
    return _heading(_("Keys")) + there if lines else ""


def _section(part: ManualPart) -> str:
    title = _("From the manual: {section}", section=part.title)
    return _heading(title) + "".join(f"<p>{in_html(one)}</p>" for one in part.paragraphs)


def words_of_keys(keys: Sequence[KeyWords]) -> list[tuple[list[str], str]]:
    """Keys that no action has, as the sheet of all keys shows them."""
    return [(key_names(words.keys), str(words.does)) for words in keys]
