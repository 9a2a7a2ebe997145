"""An open club file: one door to write, snapshots to read, and the way back."""

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kdc_desktop.errors import NotWrittenError, UserError
from kdc_desktop.i18n import Fillable, Text
from kdc_desktop.storage.acting import current_actor
from kdc_desktop.storage.club_file import ClubFile
from kdc_desktop.storage.next_steps import Step, next_steps, rows_of
from kdc_desktop.storage.notices import Changes, Deliver, Notices, Subscriber
from kdc_desktop.storage.saving import Saving
from kdc_desktop.storage.steady_clock import Clock, ahead_of_laptop

if TYPE_CHECKING:
    from kdc_desktop.storage.as_it_was import AsItWas
    from kdc_desktop.storage.connections import Connections
    from kdc_desktop.storage.history import Taken
    from kdc_desktop.storage.transactions import Edit, Snapshot


def unguessable() -> int:
    """A number of 62 bits that nobody can foretell, from the system's own source of chance."""
    return int.from_bytes(os.urandom(8), "big") >> 2


class Database:
    """One club file, safe to use from any thread; made by `open_database`."""

    def __init__(self, file: ClubFile, clock: Clock, draw: Callable[[], int]) -> None:
        self.file = file
        self.path = file.path
        self.told: list[str] = []  # what a person is to know of how it was opened
        self.now, self.ahead = clock, ahead_of_laptop(clock)
        self._draw = draw
        self._notices = Notices()
        self.saving = Saving()
        self._in_edit = False
        self._written: Counter[str] = Counter()

    def draw(self) -> int:
        """A number of 62 bits that tells nothing about when it was drawn: a key without order.

        The secrecy of ballot papers hangs on it, so it is settled when the file is opened.
        """
        return self._draw()

    @property
    def connections(self) -> "Connections":
        """SQLAlchemy's side of the file."""
        return self.file.handles.connections

    def once_more(self) -> "Database":
        """Another one for the same file, while this one is still open.

        It is not looked over as by `open_database`: who opens a file that SQLite has open, and
        closes it, ends SQLite's locks in the whole program.
        """
        with self.file.at_its_path() as path:
            return Database(ClubFile(path, beside=self.file), self.now, self._draw)

    def get_ready(self) -> None:
        """Load what reading and writing take, for a thread of its own; else the first one does."""
        with self.read() as snapshot:
            snapshot.connection()
        self.file.fold_soon()

    def close(self) -> None:
        """Fold the write-ahead log into the file and let it go; what is on disk stays there."""
        self.file.close()

    def settle(self) -> bool:
        """Fold the write-ahead log into the file, so that no order of papers stays readable.

        False when somebody was still reading an older state after some seconds: the log is then
        folded by a later call or by closing.

        Raises:
            UserError: the file cannot be written, or others have been writing for too long.
        """
        with self.file.turn():
            return self.file.settle()

    def compact(self) -> bool:
        """Write the file anew from what its rows say now, then `settle`.

        Afterwards nothing is left in it of what rows said before. It takes as long as copying it.
        """
        with self.file.turn():
            self.file.compact()
            return self.file.settle()

    def subscribe(
        self, subscriber: Subscriber, at_rest: Callable[[], None] = lambda: None
    ) -> Callable[[], None]:
        """Be told of every change from now on, in order and as who one is now.

        `at_rest` is called when nothing more is to be told just then: what takes long is done once
        for all that came meanwhile. Call what is returned to stop.
        """
        return self._notices.subscribe(subscriber, at_rest)

    def deliver_through(self, deliver: Deliver) -> None:
        """Tell subscribers through this from now on; without it, on the thread that wrote.

        The thread that says this stands before a person: it writes before all others that wait.
        """
        self._notices.deliver_through(deliver)
        self.file.turns.come_first()

    @contextmanager
    def glance(self) -> Iterator[sqlite3.Connection]:
        """A plain connection to read from, for what the first window shows: it loads nothing."""
        with self.file.handles.glances.glance() as connection:
            yield connection

    @contextmanager
    def read(self, then: "AsItWas | None" = None) -> Iterator["Snapshot"]:
        """A snapshot, of now or `then`; whoever writes to it is told so by an AssertionError."""
        with self.connections.read() as snapshot:
            if then is not None:
                then.lay_over(snapshot.connection())
            yield snapshot

    @contextmanager
    def edit(self, label: Text | Fillable, *, undoable: bool = True) -> Iterator["Edit"]:
        """One thing that somebody does: a transaction, an undo step, a journal entry.

        Whose it is and in which way it is done is said around it: see `storage.acting`.

        Args:
            label: what was done, as the undo line says it: "Merged 3 ideas". It is kept as message
                and arguments, and worded when it is shown. Where it counts, it is an `nfillable`,
                and the edit's `count` says how many things were really changed.
            undoable: False for what must not be taken back, such as opening a poll.

        Raises:
            UserError: the file cannot be written (full, locked, read-only); nothing has changed.
        """
        with self._alone():
            with self.connections.edit(label, self.now, undoable) as edit:
                yield edit
            if edit.recorder.touched:
                self._note(edit.recorder.entry_id, edit.label, edit.recorder.touched)
            lost = self.file.written()
        self._tell(lost)

    def undo(self, step: Step | None = None) -> Changes:
        """Take back a step of the current actor, by default the newest; returns what changed.

        Raises:
            UserError: there is nothing to undo, the step cannot be undone any more, or a row has
                changed since: the next undo passes over this edit.
        """
        return self._travel(lambda: self.connections.undo(self.now(), step))

    def redo(self, step: Step | None = None) -> Changes:
        """Do a step of the current actor again, by default the one undone last; what changed.

        Raises:
            UserError: there is nothing to redo, the step cannot be done again any more, or a row
                has changed since: the next redo passes over this edit.
        """
        return self._travel(lambda: self.connections.redo(self.now(), step))

    def _travel(self, step: Callable[[], "Taken"]) -> Changes:
        with self._alone():
            done = step()
            changes = self._note(done.step.entry_id, done.step.label, done.touched, retraced=True)
            lost = self.file.written()
        self._tell(lost)
        return changes

    def next_steps(self) -> tuple[Step | None, Step | None]:
        """What undo and redo would do now for the current actor."""
        with self.glance() as connection:
            return next_steps(connection)

    def rows_of(self, step: Step) -> int:
        """How many rows a step has changed, and would change again."""
        with self.glance() as connection:
            return rows_of(connection, step)

    @property
    def written(self) -> Mapping[str, int]:
        """How often rows of each table were written so far: what is equal has not changed since.

        Ask before a snapshot is read and again within an edit.
        """
        return self._written

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self.file.turn():
            assert not self._in_edit, "an edit inside an edit: pass the session on instead"
            self._in_edit = True
            try:
                yield
            except NotWrittenError as error:
                self.saving = self.saving.refused(self.now(), str(error))
                raise
            finally:
                self._in_edit = False

    def _tell(self, lost: UserError | None) -> None:
        """Have all told of what was written; and whoever wrote, when that went to a lost file."""
        self._notices.tell()
        if lost is not None:
            raise lost

    def _note(
        self,
        entry_id: int | None,
        label: Text,
        touched: Mapping[str, set[Any]],
        retraced: bool = False,
    ) -> Changes:
        """Note what was changed while it is still one's turn: so it is told in order."""
        ids = {name: frozenset(keys) for name, keys in touched.items()}
        changes = Changes(entry_id, current_actor(), label, frozenset(touched), ids, retraced)
        self._written = self._written + Counter(changes.tables)
        self.saving = self.saving.written(self.now())
        self._notices.note(changes)
        return changes
