"""The board in the facilitator's window: reads rows, shows them, tells the room."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.board.stages import IDEAS
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.adding import Adding
from kdc_desktop.screens.board.board_actions import (
    BoardActions,
    ClipboardActions,
    ClusterActions,
    NoteActions,
    SendActions,
    WallActions,
)
from kdc_desktop.screens.board.board_moves import BoardMoves
from kdc_desktop.screens.board.boards_part import BoardsPart
from kdc_desktop.screens.board.cluster_verbs import ClusterVerbs
from kdc_desktop.screens.board.floats import Floats
from kdc_desktop.screens.board.found_elsewhere import FoundElsewhere
from kdc_desktop.screens.board.help import BOARD
from kdc_desktop.screens.board.idea_verbs import IdeaVerbs
from kdc_desktop.screens.board.importing import IdeaImport
from kdc_desktop.screens.board.in_place import InPlace
from kdc_desktop.screens.board.inspector import BoardInspector
from kdc_desktop.screens.board.out_of_sight import OutOfSight
from kdc_desktop.screens.board.pasting import Pasting
from kdc_desktop.screens.board.reading import BoardReader
from kdc_desktop.screens.board.room import idea_slide
from kdc_desktop.screens.board.room_boards import RoomBoards
from kdc_desktop.screens.board.same_ideas import SamePart
from kdc_desktop.screens.board.showing_one import show_or_go_back
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.screens.kit.screen import ChangedTables, Screen, Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board import questions
from kdc_desktop.services.board.joins import BoardJoins
from kdc_desktop.services.board.rows import BoardCounts, IdeaDetail
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

_OF_PEOPLE = frozenset({"person", "organisation", "attendance"})


class BoardScreen(Screen):
    """Notes and clusters of a session; for the stages of ideas and of clustering.

    `poll_wanted` carries the ids of the ideas that a poll should be held on, `chain_wanted` that of
    one to follow.
    """

    board_column: QVBoxLayout

    stem = "board/board_screen"
    is_for_the_room = True
    help = BOARD
    tables = BoardReader.tables | {"attendance", "organisation", "board", "stage_board"}

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
        self._database, self._session_id = database, session_id
        self.view = BoardView(theme, self)
        self.boards = BoardsPart(self, database, session_id)
        self._reader = BoardReader(self, database, self.boards.shown, jobs, joins.marks)
        self.tables = self.tables | self._reader.tables
        self._counts, self._first = BoardCounts(0, 0, 0, 0, False), True
        for part in (self.boards.titles, self.view):
            self.board_column.addWidget(part)
        shown = self.boards.shown
        self._room = RoomBoards(self, database, shown, self.view.contents, jobs)
        self.floats, self.in_place = Floats(theme, self), InPlace(self.view)
        self._out_of_sight = OutOfSight(self.view)
        self.same = SamePart(database, session_id, jobs)
        self._ideas = IdeaVerbs(self, self.view, database, session_id, jobs, joins)
        self.poll_wanted, self.chain_wanted = self._ideas.poll_wanted, self._ideas.chain_wanted
        self._clusters = ClusterVerbs(self, self.view, database, shown, jobs, joins, self.in_place)
        self._adding = Adding(self, self.view, self.floats.quick_add, database, shown)
        self.idea_import = IdeaImport(self, self.view, database, shown, jobs)
        self._pasting = Pasting(self, self.view, self._ideas, self.idea_import)
        self._actions = self._make_actions()
        self._moves = BoardMoves(self, self.view, self.boards, database, jobs, joins.move_trails)
        self._inspector = BoardInspector(self._actions, self.same, lambda: self.view.contents.notes)
        self._author_edits = (self.floats.quick_add.author_edit, self._inspector.author_edit)
        for edit in self._author_edits:
            edit.ask_for_people(partial(questions.authors, database, session_id))
            edit.told.connect(self.problem)
        self.floats.offer_first_idea(self._adding.begin)
        self._connect_view(jobs)
        self._connect_parts()
        self._follow_selection()

    def _make_actions(self) -> BoardActions:
        of_both = (self._ideas, self._clusters)
        show_one = partial(show_or_go_back, self, self.view)
        return BoardActions(
            NoteActions(self, of_both, self.in_place, self._adding.begin, show_one),
            ClusterActions(self, self._clusters),
            WallActions(
                self, self.view, self._ideas, self.floats.finder.open_it, self.idea_import.choose
            ),
            SendActions(self, self._clusters),
            ClipboardActions(self, self._pasting),
        )

    def show_stage(self, stage: StageRow) -> None:
        said = stage.kind == IDEAS.key  # one idea after the other: a letter is no command
        self.keys_to = self.floats.quick_add.idea_edit if said else None
        self.boards.follow_stage(stage)
        super().show_stage(stage)

    def _connect_view(self, jobs: Jobs) -> None:
        self.setFocusProxy(self.view)
        self.view.selection_changed.connect(self._follow_selection)
        jobs.started.connect(self.view.hold)
        jobs.ended.connect(self.view.end_holding)
        wishes = self.view.wishes
        wishes.notes_moved.connect(self._ideas.move)
        wishes.notes_put_into.connect(self._clusters.put_into)
        wishes.cluster_moved.connect(self._clusters.move)
        wishes.cluster_resized.connect(self._clusters.resize)
        wishes.cluster_dropped.connect(self._clusters.drop)
        wishes.edit_wanted.connect(self._actions.notes.edit.trigger)
        wishes.note_edited.connect(self.in_place.edit_note)
        wishes.cluster_renamed.connect(self.in_place.edit_name)

    def _connect_parts(self) -> None:
        finder, inspector = self.floats.finder, self._inspector
        self.boards.turned.connect(self._turn)
        self.floats.quick_add.left.connect(self._back_to_board)
        self._out_of_sight.counted.connect(self.floats.show_hidden)
        self._pasting.take_lines_of(self.floats.quick_add.idea_edit, *self._author_edits)
        FoundElsewhere(self.floats, self.boards, self._database)
        finder.found.connect(self.view.show_found)
        finder.shown.connect(self.view.look_at)
        finder.all_wanted.connect(self.view.select)
        finder.closed.connect(self._back_to_board)
        self.in_place.keep_text = self._ideas.change_text
        self.in_place.keep_name = self._clusters.rename
        self.in_place.name_editor.closed.connect(self.room_changed)
        self.same.merge_wanted.connect(self._ideas.merge_pair)
        self.same.different_wanted.connect(self._ideas.tell_apart)
        inspector.text_changed.connect(self._ideas.change_text)
        inspector.author_changed.connect(self._ideas.change_author)
        self._ideas.describe_from(inspector.details)
        inspector.take_out_wanted.connect(self._ideas.take_out_of_merge)
        inspector.silent_wanted.connect(self._ideas.set_silent)
        self.floats.silence_over.connect(partial(self._ideas.set_silent, False))

    def on_changes(self, changes: ChangedTables) -> None:
        """Refresh what is named, and ask anew for people when one looks for an author."""
        for part in (self._reader, self.boards, self._room):
            part.hear(changes)
        if changes.tables & _OF_PEOPLE:
            for edit in self._author_edits:
                edit.forget_people()
        super().on_changes(changes)

    def refresh(self) -> None:
        """Read again what has changed of notes and clusters, and show what differs."""
        self.boards.catch_up()
        difference = self.view.take(self._reader.read())
        contents = self.view.contents
        self._counts = self._reader.counts(len(contents.notes), contents.within(None))
        self.floats.finder.follow(difference)
        self.same.follow(difference)
        self._room.follow(difference)
        self.idea_import.follow(difference)
        self._actions.wall.silent.setChecked(self._counts.silent)
        self.floats.show_counts(self._counts, clusters=len(contents.clusters))
        self._place_floats()
        self._out_of_sight.count_soon()
        self._follow_selection()
        if self._first and self.isVisible() and (contents.notes or contents.clusters):
            self._first = False
            self.view.fit()
        self.room_changed.emit()

    def _turn(self) -> None:
        """Another board is to be seen: all of it, from anew."""
        self._reader.begin_anew()
        self._first = True
        self.touch()

    def _follow_selection(self) -> None:
        chosen, contents = self.view.selection, self.view.contents
        self.same.choose(chosen)
        self._actions.follow(contents, self._counts.unclustered)
        cluster = contents.clusters.get(contents.chosen_cluster or 0)
        count = len(contents.clusters)
        self._inspector.show_chosen(cluster, chosen, self._detail, self._counts, count)

    def _detail(self, idea_id: int) -> IdeaDetail | None:
        return questions.idea(self._database, idea_id, self._reader.known_marks)

    def inspector(self) -> QWidget | None:
        """The selected idea or ideas, or the whole board."""
        return self._inspector

    @property
    def is_painted(self) -> bool:
        return self.view.layer.complete

    @property
    def sight(self) -> Sight:
        return self.boards.sight

    def slide_of(self, sight: Sight) -> Slide | None:
        """One idea where the facilitator shows it, else the prompt or the board."""
        self.catch_up()
        silent = self._counts.silent
        if isinstance(sight.of, int):
            return idea_slide(sight.of, self._session_id, self._database, silent=silent)
        board_id, unnamed = self.boards.in_sight(sight), self.in_place.being_named
        if not self.boards.is_there(board_id):
            return None
        return self._room.slide(board_id, sight.stage, unnamed, silent=silent)

    def _back_to_board(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with what is under the pointer, or with a key what is selected."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at, what = self.view.asked_at(None if by_key else self.view.mapFrom(self, event.pos()))
        parts = self._actions, self._moves, self.boards
        offered = [action for part in parts for action in part.around(*what)]
        open_menu(self, "board_menu", offered, at)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place_floats()

    def _place_floats(self) -> None:
        self.floats.top = self.view.y()
        self.view.cover(self.floats.place())
