"""The board in the facilitator's window: reads rows, calls verbs, tells the room."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.board.arranging import board_columns
from kdc_desktop.domain.board.layout import GAP, NOTE_HEIGHT, NOTE_WIDTH, Point, free_places
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.board_actions import BoardActions
from kdc_desktop.screens.board.board_verbs import BoardVerbs
from kdc_desktop.screens.board.finder import Finder
from kdc_desktop.screens.board.inspector import BoardInspector
from kdc_desktop.screens.board.note_editor import NameEditor, NoteEditor
from kdc_desktop.screens.board.quick_add import QuickAdd
from kdc_desktop.screens.board.room import board_slide, idea_slide
from kdc_desktop.screens.board.same_ideas import SamePart
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState, plain_label
from kdc_desktop.services.board import ideas as board
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.services.board.joins import BoardJoins
from kdc_desktop.services.board.rows import BoardCounts, ClusterRow, IdeaRow
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

_EDGE = 24


class BoardScreen(BoardVerbs):
    """Notes and clusters of a session; for the stages of ideas and of clustering."""

    board_column: QVBoxLayout

    stem = "board/board_screen"
    tables = frozenset(
        {"idea", "cluster", "session", "poll", "option", "person", "attendance", "hand_count"}
    )

    def __init__(
        self,
        theme: Theme,
        database: Database,
        session_id: int,
        jobs: Jobs,
        joins: BoardJoins,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.database, self.session_id, self.jobs = database, session_id, jobs
        self.cluster_trails, self._marks = joins.cluster_trails, joins.marks
        self.notes: list[IdeaRow] = []
        self.clusters: list[ClusterRow] = []
        self.counts = BoardCounts(0, 0, 0, 0, False)
        self._stage: StageRow | None = None
        self._shown_idea: int | None = None
        self._at: QPointF | None = None
        self._first = True
        self.same = SamePart(database, session_id, jobs)
        self._make_parts()
        self.actions_of_board = BoardActions(self)
        self._inspector = BoardInspector(
            self.actions_of_board.for_notes, self.actions_of_board.for_board, self.same
        )
        self._connect()
        self._follow_selection()

    def _make_parts(self) -> None:
        self.view = BoardView(self.theme, self)
        self.board_column.addWidget(self.view)
        self.quick_add = QuickAdd(self)
        self.finder = Finder(self.theme, self)
        self.note_editor = NoteEditor(self.view.viewport())
        self.name_editor = NameEditor(self.view.viewport())
        self.free_label = plain_label("", "floating", self)
        self.free_label.setObjectName("free_label")
        self.silent_label = plain_label("Silent: the room sees blank cards", "floating-alert", self)
        self.silent_label.setObjectName("silent_label")
        self.empty_state = EmptyState(self.theme, self)
        self.empty_state.show_state(
            "lightbulb",
            "No ideas yet",
            "Press N and type what was said; Enter adds it and takes the next one. "
            "Ideas from a sheet come in with Import.",
            "Write the first idea",
            self.begin_idea,
        )
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        view = self.view
        view.selection_changed.connect(self._follow_selection)
        view.dropped.connect(self._move)
        view.drop_into.connect(self.drop_into)
        view.cluster_moved.connect(self.move_cluster)
        view.cluster_resized.connect(self.resize_cluster)
        view.add_wanted.connect(self._begin_at)
        view.edit_wanted.connect(self.edit_note)
        view.rename_wanted.connect(self.edit_cluster_name)
        view.view_changed.connect(self._close_editors)
        self.quick_add.wanted.connect(self._add)
        self.quick_add.left.connect(self._back_to_board)
        self.finder.found.connect(self._show_found)
        self.finder.shown.connect(self._look_at)
        self.finder.all_wanted.connect(self.view.select)
        self.finder.closed.connect(self._back_to_board)
        self.note_editor.done.connect(self.change_text)
        self.note_editor.closed.connect(self._back_to_board)
        self.name_editor.done.connect(self.rename_cluster)
        self.name_editor.closed.connect(self._back_to_board)
        self.same.merge_wanted.connect(self.merge_pair)
        self.same.different_wanted.connect(self.tell_apart)
        self._inspector.text_changed.connect(self.change_text)
        self._inspector.author_changed.connect(self.change_author)
        self._inspector.take_out_wanted.connect(self.take_out_of_merge)
        self._inspector.silent_wanted.connect(self.set_silent)

    def refresh(self) -> None:
        """Read notes, clusters and counts again and show what differs."""
        self.notes = board_questions.ideas(self.database, self.session_id, self._marks)
        self.clusters = board_questions.clusters(self.database, self.session_id)
        self.counts = board_questions.counts(self.database, self.session_id)
        people = board_questions.authors(self.database, self.session_id)
        self.quick_add.author_edit.set_people(people)
        self._inspector.author_edit.set_people(people)
        self.view.show_rows(self.notes, self.clusters)
        self.finder.set_rows(self.notes)
        self.same.follow(self.notes)
        self._show_surroundings()
        self._follow_selection()
        if self._first and (self.notes or self.clusters):
            self._first = False
            self.view.fit()
        self.room_changed.emit()

    def _show_surroundings(self) -> None:
        counts = self.counts
        self.empty_state.setVisible(not self.notes and not self.clusters)
        self.silent_label.setVisible(counts.silent)
        self.actions_of_board.silent.setChecked(counts.silent)
        free = counts.unclustered if self.clusters else 0
        are = "idea is" if free == 1 else "ideas are"
        show = "it" if free == 1 else "them"
        self.free_label.setText(f"{free} {are} in no cluster · U shows {show}" if free else "")
        self.free_label.setVisible(bool(free))
        self._place_parts()

    def _follow_selection(self) -> None:
        chosen = self.view.selection
        notes = self.view.contents.notes
        stacks = sum(notes[key].merged > 0 for key in chosen if key in notes)
        free = self.counts.unclustered
        self.same.choose(chosen)
        self.actions_of_board.follow(len(chosen), stacks, len(self.clusters), free)
        if not chosen:
            self._inspector.show_board(self.counts, self.clusters)
        elif len(chosen) > 1:
            self._inspector.show_many(len(chosen))
        elif (detail := board_questions.idea(self.database, chosen[0], self._marks)) is not None:
            self._inspector.show_one(detail)

    def inspector(self) -> QWidget | None:
        """The selected idea or ideas, or the whole board."""
        return self._inspector

    def show_stage(self, stage: StageRow) -> None:
        """The stage whose prompt the room reads."""
        self._stage = stage
        self.room_changed.emit()

    @property
    def is_painted(self) -> bool:
        return self.view.layer.complete

    def slide(self) -> Slide | None:
        """One idea while the facilitator shows it, else the prompt or the board."""
        if self._shown_idea is not None:
            detail = board_questions.idea(self.database, self._shown_idea, self._marks)
            if detail is not None and self._shown_idea in self.view.contents.notes:
                return idea_slide(detail, self.counts.silent)
            self._shown_idea = None
        return board_slide(self._stage, self.notes, self.clusters, self.counts.silent)

    def show_idea(self) -> None:
        """Show the selected idea to the room, or the board again when it is shown already."""
        chosen = self.view.selection
        if len(chosen) == 1:
            self._shown_idea = None if self._shown_idea == chosen[0] else chosen[0]
            text = "The room sees this idea. O shows the board again."
            self.said.emit(text if self._shown_idea else "The room sees the board again.")
            self.room_changed.emit()

    def begin_idea(self) -> None:
        """Put the cursor where ideas are typed."""
        self._at = None
        self.quick_add.begin()

    def _begin_at(self, at: QPointF) -> None:
        self._at = at - QPointF(NOTE_WIDTH / 2, NOTE_HEIGHT / 2)
        self.quick_add.begin()

    def _add(self, text: str, author_id: int | None) -> None:
        place = self._next_place()
        self._at = None
        at = (place.x(), place.y())
        added = self.attempt(board.add_idea, self.database, self.session_id, text, author_id, at=at)
        if added:
            self.quick_add.added()
            if added.answer in self.view.contents.notes:
                self.view.show_notes([added.answer])

    def _next_place(self) -> QPointF:
        if self._at is not None:
            return self._at
        taken = self.view.contents.taken()
        bounds = self.view.contents.bounds()
        wide = round(bounds.width() / (NOTE_WIDTH + GAP)) if self.clusters else 0
        columns = max(wide, board_columns(len(self.notes) + 1))
        return QPointF(*free_places(taken, 1, Point(bounds.x(), bounds.y()), columns)[0])

    def edit_note(self, idea_id: int) -> None:
        """Edit a note where it lies."""
        row = self.view.contents.notes.get(idea_id)
        if row is None:
            return
        self.view.select([idea_id])
        self.view.show_notes([idea_id])
        rect = self._on_screen(QRectF(row.x, row.y, NOTE_WIDTH, NOTE_HEIGHT))
        self.note_editor.edit(idea_id, row.text, row.colour, rect, self.view.zoom)

    def edit_cluster_name(self, cluster_id: int) -> None:
        """Edit the name of a cluster where it stands."""
        row = self.view.contents.clusters.get(cluster_id)
        if row is not None:
            rect = self._on_screen(self.view.contents.title_rect(cluster_id))
            self.name_editor.edit(cluster_id, row.name, rect)

    def _on_screen(self, rect: QRectF) -> QRectF:
        corner = self.view.mapFromScene(rect.topLeft())
        zoom = self.view.zoom
        return QRectF(corner.x(), corner.y(), rect.width() * zoom, rect.height() * zoom)

    def _close_editors(self) -> None:
        if self.note_editor.isVisible() or self.name_editor.isVisible():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, places: dict[int, tuple[float, float]], take_out: bool) -> None:
        self.attempt(board.move_ideas, self.database, places, take_out=take_out)

    def _show_found(self, ids: frozenset[int] | None) -> None:
        self.view.layer.found = ids
        self.view.layer.update()

    def _look_at(self, idea_id: int) -> None:
        self.view.select([idea_id])
        self.view.show_notes([idea_id])

    def _back_to_board(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with what is under the pointer."""
        at = self.view.mapToScene(self.view.mapFrom(self, event.pos()))
        note, cluster = self.view.contents.note_at(at), self.view.contents.cluster_at(at)
        if note is not None and note not in self.view.selected:
            self.view.select([note])
        elif note is None and cluster is not None:
            self.view.choose_cluster(cluster)
        elif note is None:
            self.view.select([])
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions_of_board.around(note is not None, cluster is not None))
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_parts()

    def _place_parts(self) -> None:
        width, height = self.width(), self.height()
        add = self.quick_add
        add_height = max(self.theme.px(52), add.sizeHint().height())
        add_width = min(self.theme.px(640), width - 2 * _EDGE)
        add.setGeometry(_EDGE, height - add_height - 20, add_width, add_height)
        self.view.foot = add_height + 32
        self.finder.resize(
            min(self.theme.px(480), width - 2 * _EDGE), self.finder.sizeHint().height()
        )
        self.finder.move(width - self.finder.width() - _EDGE, 16)
        self.free_label.adjustSize()
        room = width - add_width - 3 * _EDGE
        beside = self.free_label.width() <= room
        left = 2 * _EDGE + add_width if beside else _EDGE + 4
        top = height - 20 - add_height / 2 if beside else height - add_height - 36
        self.free_label.move(left, round(top - self.free_label.height() / 2))
        self.silent_label.adjustSize()
        self.silent_label.move(_EDGE, 8)
        empty = self.empty_state.sizeHint().expandedTo(self.empty_state.minimumSizeHint())
        self.empty_state.resize(max(empty.width(), self.theme.px(420)), empty.height())
        self.empty_state.move(
            (width - self.empty_state.width()) // 2, max(24, height // 2 - empty.height())
        )
