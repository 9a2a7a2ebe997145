"""Reads the rows of a board: all of them once, from then on those that a change names."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.shown_board import ShownBoard
from kdc_desktop.screens.kit.beside import Beside
from kdc_desktop.screens.kit.screen import ChangedTables, Screen
from kdc_desktop.services.board import questions
from kdc_desktop.services.board.badges import MarksBadge
from kdc_desktop.services.board.rows import AsideRow, BoardCounts, ClusterRow, IdeaRow, counts_of
from kdc_desktop.services.kit.many import READ_ALL
from kdc_desktop.storage import Database, Snapshot


@dataclass(frozen=True)
class BoardReading:
    """What was read again: notes as they are now, and ids of those that are off the board.

    A `whole` one holds all notes that there are. The clusters are all there are, their counts 0,
    or None where they are as they were.
    """

    notes: Sequence[IdeaRow]
    off: Collection[int]
    clusters: Sequence[ClusterRow] | None
    whole: bool


class BoardReader:
    """Is told what has changed, and reads just that.

    Marks that take long to add up are added up beside the window, and `screen` reads again when
    they are there; until then the notes show those of before.
    """

    tables = frozenset({"idea", "cluster", "session", "person"})

    def __init__(
        self, screen: Screen, database: Database, board: ShownBoard, jobs: Jobs, marks: MarksBadge
    ) -> None:
        self._database, self._board, self._badge = database, board, marks
        self._session_id = board.session_id
        self._screen, self._beside = screen, Beside(screen, jobs)
        self.tables = self.tables | marks.tables
        self._aside: dict[int, AsideRow] = {}
        self._silent = False
        self._marks: Mapping[int, int] | None = None
        self._marks_due = True
        self._due: dict[str, set[Any]] = {}
        self._whole, self._heard = True, False

    def hear(self, changes: ChangedTables) -> None:
        """Remember what is to be read again."""
        self._heard = True
        self._marks_due |= bool(changes.tables & self._badge.tables)
        touched = changes.tables & BoardReader.tables
        for table in touched:
            self._due.setdefault(table, set()).update(changes.ids.get(table, ()))
        self._whole |= bool(touched - changes.ids.keys())
        self._whole |= any(len(ids) >= READ_ALL for ids in self._due.values())

    def read(self) -> BoardReading:
        """Read what is due; when nothing was heard of since, everything."""
        due, whole = self._due, self._whole or not self._heard
        self._due, self._whole, self._heard = {}, False, False
        try:
            if whole or "session" in due:
                self._silent = questions.is_silent(self._database, self._session_id)
            whole = whole or self._marks_differ()
            return self._read_all() if whole else self._read_some(due)
        except BaseException:
            self._whole = self._marks_due = True
            raise

    def begin_anew(self) -> None:
        """Another board is shown: read all of it."""
        self._whole = True

    def counts(self, ideas: int, unclustered: int) -> BoardCounts:
        """The counts of the board, on which so many ideas lie, so many of them in no cluster."""
        return counts_of(ideas, unclustered, self._aside, silent=self._silent)

    def _read_all(self) -> BoardReading:
        notes = questions.ideas(
            self._database, self._session_id, self._read_marks, board_id=self._board.board_id
        )
        aside = questions.aside(self._database, self._session_id, board_id=self._board.board_id)
        self._aside = {row.id: row for row in aside}
        return BoardReading(notes, frozenset(), self._clusters(), whole=True)

    def _read_some(self, due: Mapping[str, set[Any]]) -> BoardReading:
        ids = set(due.get("idea", ()))
        if due.get("person"):
            ids |= questions.written_by(self._database, self._session_id, due["person"])
        if len(ids) >= READ_ALL:
            return self._read_all()
        notes = self._read_ideas(ids) if ids else []
        off = ids - {row.id for row in notes}
        clusters = self._clusters() if "cluster" in due else None
        return BoardReading(notes, off, clusters, whole=False)

    def _read_ideas(self, ids: set[int]) -> list[IdeaRow]:
        """These, and the notes that they are or were merged into, which tell how many."""
        former = [self._aside.pop(key) for key in ids if key in self._aside]
        now = questions.aside(self._database, self._session_id, ids, self._board.board_id)
        self._aside |= {row.id: row for row in now}
        stacks = {row.parent_id for row in (*former, *now) if row.parent_id is not None}
        only, behind = ids | stacks, Counter(row.parent_id for row in self._aside.values())
        of = self._database, self._session_id, self.known_marks
        return questions.ideas(*of, only, behind, self._board.board_id)

    def _read_marks(self, snapshot: Snapshot, session_id: int) -> Mapping[int, int] | None:
        """The marks; read again where they may be others than before."""
        if self._marks_due:
            self._marks_due = False
            self._beside.want_nothing()
            if self._badge.takes_long(snapshot, session_id):
                self._beside.read(self._add_up, self._take_marks)
            else:
                self._marks = self._badge.of(snapshot, session_id)
        return self._marks

    def _marks_differ(self) -> bool:
        """Whether notes have other marks than before: most of what a poll does gives them none."""
        before = self._marks
        with self._database.read() as snapshot:
            return self._read_marks(snapshot, self._session_id) != before

    def _add_up(self) -> Mapping[int, int] | None:
        with self._database.read() as snapshot:
            return self._badge.of(snapshot, self._session_id)

    def _take_marks(self, marks: Mapping[int, int] | None) -> None:
        if marks != self._marks:
            self._marks, self._whole = marks, True
            self._screen.touch()

    def _clusters(self) -> list[ClusterRow]:
        of = self._database, self._session_id
        return questions.clusters(*of, within={}, board_id=self._board.board_id)

    def known_marks(self, _snapshot: Snapshot, _session_id: int) -> Mapping[int, int] | None:
        """The marks as they were read last, for a question that asks for them."""
        return self._marks
