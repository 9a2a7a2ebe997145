"""What the panel at the right says about the selected notes, or about the whole board."""

from collections.abc import Callable, Collection, Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.kit.lengths import TEXT
from kdc_desktop.i18n import _, decimal_text, ngettext, npgettext, time_text, titled
from kdc_desktop.screens.board.action_button import ActionButton
from kdc_desktop.screens.board.author_edit import AuthorEdit
from kdc_desktop.screens.board.board_actions import BoardActions
from kdc_desktop.screens.board.details_part import DetailsPart
from kdc_desktop.screens.kit.badges import SectorBadge
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.reasons import ReasonedAction
from kdc_desktop.screens.kit.row_hands import offer_own
from kdc_desktop.screens.kit.unkept import Unkept
from kdc_desktop.screens.kit.wrapping_check import WrappingCheck
from kdc_desktop.services.board.rows import (
    AuthorRow,
    BoardCounts,
    ClusterRow,
    Described,
    IdeaDetail,
    MergedRow,
)


class _Part(Enum):
    """What of the board the panel is about, in the order in which its buttons are made."""

    NOTES = auto()
    CLUSTER = auto()
    BOARD = auto()


class BoardInspector(QWidget):
    """Shows one idea, several, a cluster, or the board's counts; asks for changes with signals.

    `there` says which ideas there are, so that what is too long is held for no other.
    """

    head_label: QLabel
    one_part: QWidget
    text_edit: QPlainTextEdit
    sector_badge: SectorBadge
    author_edit: AuthorEdit
    about_label: QLabel
    merged_label: QLabel
    merged_list: QListWidget
    take_out_button: QPushButton
    buttons_part: QWidget
    silent_check: WrappingCheck

    text_changed = Signal(int, str)
    author_changed = Signal(int, object)
    take_out_wanted = Signal(object)
    silent_wanted = Signal(bool)

    def __init__(
        self,
        actions: BoardActions,
        same: QWidget,
        there: Callable[[], Collection[int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "board/inspector", [AuthorEdit])
        self.silent_check.letters = 12  # in a narrow panel
        QVBoxLayout(self.buttons_part).setContentsMargins(0, 0, 0, 0)
        offered = (actions.for_notes, actions.for_cluster, actions.for_board)
        self._buttons = dict(zip(_Part, map(self._in_a_part, offered), strict=True))
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.buttons_part) + 1, same)
        self.details = DetailsPart(there)
        of_one = self.one_part.layout()
        assert isinstance(of_one, QVBoxLayout)
        of_one.insertWidget(of_one.indexOf(self.merged_label), self.details)
        self._idea: IdeaDetail | None = None
        self._unkept = Unkept(self.text_edit, TEXT)
        self._unkept.there = there
        self.text_edit.installEventFilter(self)
        self.author_edit.picked.connect(self._say_author)
        self.take_out_button.clicked.connect(self._say_take_out)
        self.merged_list.itemSelectionChanged.connect(
            lambda: self.take_out_button.setEnabled(bool(self.merged_list.selectedItems()))
        )
        offer_own(self.merged_list, "take_out", _("Take out of the merge"), self._say_take_out)
        self.silent_check.clicked.connect(self.silent_wanted)
        self.show_board(BoardCounts(0, 0, 0, 0, False), 0)

    def _in_a_part(self, offered: Sequence[ReasonedAction]) -> QWidget:
        """The buttons of one part, shown and hidden together: each by itself would be laid out."""
        part = QWidget(self.buttons_part)
        flow, below = FlowLayout(part), self.buttons_part.layout()
        for action in offered:
            flow.addWidget(ActionButton(action, part))
        assert below is not None
        below.addWidget(part)
        return part

    def show_chosen(
        self,
        cluster: ClusterRow | None,
        chosen: Sequence[int],
        detail_of: Callable[[int], IdeaDetail | None],
        counts: BoardCounts,
        clusters: int,
    ) -> None:
        """Show the chosen cluster or idea, how many are chosen, or the board."""
        if cluster is not None:
            self.show_cluster(cluster)
        elif not chosen:
            self.show_board(counts, clusters)
        elif len(chosen) > 1:
            self.show_many(len(chosen))
        elif (idea := detail_of(chosen[0])) is not None:
            self.show_one(idea)

    def show_board(self, counts: BoardCounts, clusters: int) -> None:
        """Nothing is selected: say what is on the board."""
        parts = [
            ngettext("{count} idea", "{count} ideas", counts.ideas),
            ngettext("{count} cluster", "{count} clusters", clusters),
        ]
        if counts.merged:
            parts.append(ngettext("{count} merged", "{count} merged", counts.merged))
        if counts.trashed:
            parts.append(
                npgettext("ideas", "{count} in the trash", "{count} in the trash", counts.trashed)
            )
        lines = [" · ".join(parts)]
        if counts.unclustered and clusters:
            free = counts.unclustered
            lines.append(npgettext("ideas", "{count} in no cluster", "{count} in no cluster", free))
        self._show("\n".join(lines), None, _Part.BOARD)
        self.silent_check.setChecked(counts.silent)

    def show_many(self, count: int) -> None:
        """Several ideas are selected."""
        self._show(_selected(count), None, _Part.NOTES)

    def show_cluster(self, row: ClusterRow) -> None:
        """A cluster is chosen with what is in it."""
        count = ngettext("{count} idea", "{count} ideas", row.ideas)
        self._show("\n".join((row.name, count)), None, _Part.CLUSTER)

    def show_one(self, idea: IdeaDetail) -> None:
        """One idea is selected: show all of it; what is being typed stays."""
        self._keep_text()
        same = self._idea is not None and self._idea.id == idea.id
        if not (same and self.text_edit.hasFocus()):
            self._unkept.show(idea.id, idea.text)
        self._show(_selected(1), idea, _Part.NOTES)
        self.sector_badge.setVisible(idea.sector is not None)
        if idea.sector is not None:
            self.sector_badge.set_letter(idea.sector)
        known = (
            AuthorRow(idea.author_id, idea.author, "", idea.sector or "R")
            if idea.author_id
            else None
        )
        if not self.author_edit.hasFocus():
            self.author_edit.show_author(known, idea.author)
        self.about_label.setText(_about(idea))
        self.details.show_said(idea.id, idea.described)
        self._show_merged(idea)

    def _show(self, head: str, idea: IdeaDetail | None, shown: _Part) -> None:
        if idea is None:
            self._keep_text()
            self.details.keep()
        self._idea = idea
        self.head_label.setText(head)
        self.one_part.setVisible(idea is not None)
        self.silent_check.setVisible(shown is _Part.BOARD)
        for part, buttons in self._buttons.items():
            buttons.setVisible(part is shown)

    def _show_merged(self, idea: IdeaDetail) -> None:
        for widget in (self.merged_label, self.merged_list, self.take_out_button):
            widget.setVisible(bool(idea.merged))
        self.merged_list.clear()
        for child in idea.merged:
            item = QListWidgetItem("\n".join(filter(None, (child.text, _of_child(child)))))
            item.setToolTip(plain_tip(_told(child.described)))
            item.setData(Qt.ItemDataRole.UserRole, child.id)
            self.merged_list.addItem(item)
        if idea.more:
            more = QListWidgetItem(ngettext("and {count} more", "and {count} more", idea.more))
            more.setFlags(Qt.ItemFlag.NoItemFlags)
            self.merged_list.addItem(more)
        line = self.merged_list.fontMetrics().lineSpacing()
        self.merged_list.setFixedHeight(16 + line * min(10, 4 * len(idea.merged)))
        self.take_out_button.setEnabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wrap_caption(self.take_out_button, self.width())
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text_edit:
            if event.type() == QEvent.Type.FocusOut:
                self._keep_text()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
                    self._keep_text()
                    return True
        return super().eventFilter(watched, event)

    def _keep_text(self) -> None:
        idea, text = self._idea, self.text_edit.toPlainText()
        if idea is not None and text.strip() and text.strip() != idea.text.strip():
            if not self._unkept.hold(idea.id):
                self._idea = None
            self.text_changed.emit(idea.id, text)

    def _say_author(self, author: AuthorRow | None) -> None:
        idea = self._idea
        author_id = author.id if author else None
        if idea is not None and author_id != idea.author_id:
            self.author_changed.emit(idea.id, author_id)

    def _say_take_out(self) -> None:
        chosen = self.merged_list.selectedItems()
        self.take_out_wanted.emit([item.data(Qt.ItemDataRole.UserRole) for item in chosen])


def _selected(count: int) -> str:
    return ngettext("{count} idea selected", "{count} ideas selected", count)


def _of_child(child: MergedRow) -> str:
    more = _("with details") if child.described != Described() else ""
    return " · ".join(filter(None, (child.author, more)))


def _told(said: Described) -> str:
    """All that is said of an idea, a line for each part of it."""
    minutes = said.minutes
    given = "" if minutes is None else decimal_text(minutes, 2, trimmed=True)
    parts = (
        said.details,
        titled(_("Tags"), said.tags) if said.tags else "",
        titled(_("Minutes given back a day"), given) if given else "",
        said.link,
    )
    return "\n".join(filter(None, parts))


def _about(idea: IdeaDetail) -> str:
    parts = [
        idea.organisation,
        idea.cluster or _("In no cluster"),
        _("written {time}", time=time_text(idea.written_at)),
    ]
    if idea.marks is not None:
        parts.append(ngettext("{count} mark", "{count} marks", idea.marks))
    return " · ".join(part for part in parts if part)
