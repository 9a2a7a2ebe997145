"""The file behind a `Database`: whose turn it is to write, and whether it is still ours."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.instants import laptop_zone
from kdc_desktop.storage import keeping
from kdc_desktop.storage.failures import busy_here, log_cut, unfolded
from kdc_desktop.storage.folding import Folding
from kdc_desktop.storage.handles import Handles
from kdc_desktop.storage.keeping import Kept
from kdc_desktop.storage.open_file import FileState, OpenFile
from kdc_desktop.storage.turns import WritingTurns

_ELSEWHERE = (FileState.REPLACED, FileState.OUT_OF_REACH)
"""Where the same content may have come back, as that of a stick does."""
_AWAY = (FileState.GONE, FileState.OUT_OF_REACH)


class _Watched:
    """What others have done to the file, as who is not writing sees it."""

    path: Path
    turns: WritingTurns
    handles: Handles
    _open: OpenFile
    _folding: Folding
    _judging: threading.Lock
    _only_read: bool

    def cut(self) -> str:
        """What is said where another program has written into the log; empty where none has."""
        if not self.turns.take_at_once():
            return ""
        try:
            return log_cut(self.path) if self._open.log_is_cut() else ""
        finally:
            self.turns.hand_on()

    def _state_now(self) -> FileState:
        if (state := self._open.state()) is not FileState.OVERWRITTEN:
            return state
        with self._judging:
            state = self._open.state()  # another thread may have judged it meanwhile
            if state is FileState.OVERWRITTEN and not self.handles.minds_others():
                self._open.remember()
                self.fold_soon()  # what others write later is told from that
                return FileState.OURS
        return state

    def fold_soon(self) -> None:
        """Fold what the log holds, once nothing is written for a moment."""
        if not self._only_read:
            self._folding.soon()


class ClubFile(_Watched):
    """One open file; who writes takes a `turn`, which is refused where the file is lost.

    `beside`: another one of this program for the same file. `only_read`: a window may be writing.
    """

    def __init__(
        self, path: Path, *, beside: "ClubFile | None" = None, only_read: bool = False
    ) -> None:
        self.path = path
        self.turns: WritingTurns = beside.turns if beside is not None else WritingTurns()
        self.keeps_later = False  # what was done is kept by `keep_aside` when there is time
        self._only_read = only_read
        self._open = OpenFile(path)
        self.handles = Handles(
            path, self._open, self._refuse, self.explained, self._meanwhile, only_read=only_read
        )
        self._folding = Folding(self._fold_quietly)
        self._keeping, self._judging = threading.Lock(), threading.Lock()
        self.state = FileState.OURS  # as it was seen last
        self._folded = False  # before the file was left
        self._kept: Kept | None = None

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Write alone; a `UserError` where the file is lost, or others write for too long."""
        if not self.turns.take():
            raise UserError(busy_here(self.path))
        try:
            self._see(self._state_now())
            if self.state is not FileState.OURS:
                raise self._lost(self.state)
            if not self._open.has_its_log():
                raise UserError(unfolded(self.path))
            if self._open.log_is_cut():
                raise UserError(log_cut(self.path))
            with self._open.being_written():
                yield
                self._open.remember_log()
        finally:
            self.turns.hand_on()

    def written(self) -> UserError | None:
        """To be told after a commit, in one's turn; the sentence, where it went to a lost file."""
        self._see(self._open.state_after_writing())
        self._folding.soon()
        return None if self.state is FileState.OURS else self._lost(self.state)

    def settle(self) -> bool:
        """See `Database.settle`; in one's turn."""
        folded = self.handles.connections.settle()
        self._open.remember()
        return folded

    def compact(self) -> None:
        """Write the file anew from what its rows say now; in one's turn."""
        self.handles.connections.compact()
        self._open.remember()

    def look(self) -> FileState:
        """What has become of the file; what that calls for is done, if nobody writes just now."""
        state = self._state_now()
        if not state is self.state is FileState.OURS or not self._open.has_its_log():
            self._see_at_once(state)
        return self.state

    @contextmanager
    def at_its_path(self) -> Iterator[Path]:
        """Its path, for who opens it by that; a `UserError` where our file has not stayed there."""
        self._refuse()
        yield self.path
        self._refuse()

    def explained(self) -> UserError | None:
        """What is said instead of an error of SQLite, where the file is lost."""
        state = self._state_now()
        if state is FileState.OURS and not self._open.answers():
            state = self.state = FileState.OUT_OF_REACH
        if state is not self.state:
            self._see_at_once(state)
        return None if state is FileState.OURS else self._lost(state)

    def sentence(self) -> str:
        """What has become of the file that was lost, and what to do."""
        return keeping.sentence_of(self.state, self.path, self._kept)

    def keep_aside(self) -> Kept | None:
        """Keep what was done in a file of its own, where ours is lost; tells where that is."""
        with self._keeping:
            lies = self._kept.path if self._kept is not None else None
            if self.state is not FileState.OURS and (lies is None or not lies.exists()):
                self._kept = _keep(self._open, self.state, self.handles, self._folded)
            return self._kept

    @property
    def is_lost(self) -> bool:
        """Whether it was no longer ours when it was last looked at."""
        return self.state is not FileState.OURS

    def part(self) -> None:
        """Have nothing open any more of a file that is lost, before it is opened anew elsewhere."""
        self.keep_aside()
        self._open.empty_log(self.state)
        self.handles.renew()

    def close(self) -> None:
        """Fold the log into the file and let it go; what was done is kept, where it is lost."""
        if self._open.closed:
            return
        self._folding.stop()
        self._see_at_once(self._state_now())
        if self.state is FileState.OURS and self.handles.used and not self._only_read:
            with suppress(UserError), self.turn():
                self.settle()
        if (state := self._state_now()) is not FileState.OURS:
            self.state = state  # also where somebody was in the way of seeing to it
        if self.state is not FileState.OURS:
            self.keep_aside()
            self._open.empty_log(self.state)
        elif not self._only_read and not self._open.has_its_log():
            _keep(self._open, self.state, self.handles, False)  # somebody still reads the lost log
        if self._open.log_is_cut():
            self._open.cut_log()
        self.handles.close()
        if self.state is not FileState.OURS:
            self._open.drop_logs()
        self._open.close()

    def _refuse(self) -> None:
        state = self._state_now()
        if state is not FileState.OURS:
            raise UserError(keeping.sentence_of(state, self.path, self._kept))
        if not self._open.has_its_log():
            self._see_at_once(state)
            if not self._open.has_its_log():
                raise UserError(unfolded(self.path))

    def _meanwhile(self) -> Path | None:
        """Where all of our content lies while the file is lost, for who looks at it."""
        lies = self._kept.path if self._kept is not None else None
        mixed = self.state in (FileState.OURS, FileState.OVERWRITTEN)
        return None if mixed or lies is None or not lies.is_file() else lies

    def _lost(self, state: FileState) -> UserError:
        if not self.keeps_later:
            self.keep_aside()
        return UserError(keeping.sentence_of(state, self.path, self._kept))

    def _see_at_once(self, state: FileState) -> None:
        if self.turns.take_at_once():
            try:
                self._see(state)
            finally:
                self.turns.hand_on()

    def _see(self, state: FileState) -> None:
        """Do what the state of the file calls for, in one's turn."""
        if state in _ELSEWHERE and self._came_back():
            with suppress(OSError):
                self.handles.renew()
                self._open.take_up()
                state = FileState.OURS
        elif state is FileState.OURS:
            if self.state is not FileState.OURS:
                self.handles.renew()
                if not self._open.answers():
                    self._open.take_up()
            elif not self._open.has_its_log():
                self.handles.take_up_log()
        elif state is not self.state or not self._folded:
            self._folded = self.handles.leave(state)
        if state is FileState.OURS:  # what was kept before does not hold what comes now
            self._folded, self._kept = False, None
        self.state = state

    def _came_back(self) -> bool:
        """Whether what lies at the path says all that our file said, with what lies beside it."""
        whole = self._folded or self.state in _AWAY or self._open.has_its_log()
        return whole and self._open.is_alike()

    def _fold_quietly(self) -> bool:
        """See `Folding`: True when there is nothing more to fold."""
        if not self.turns.take_at_once():
            return False
        try:
            self._see(self._state_now())
            if self.state is not FileState.OURS:
                return True
            if self._open.log_is_cut():
                return True
            with self._open.being_written():
                folded = self.handles.fold()
                self._open.remember_roughly()
                self._open.remember_log()
        finally:
            self.turns.hand_on()
        self._open.look_closely()
        return folded


def _keep(file: OpenFile, state: FileState, handles: Handles, folded: bool) -> Kept:
    """A moved file has all only where the log was folded into it."""
    into = state is FileState.OVERWRITTEN
    place = file.now_at() if folded and not into else None
    if place is not None and keeping.is_seen(place):
        return Kept(place, moved=True)
    if state is not FileState.OUT_OF_REACH and not (into and file.log_is_empty()):
        now = datetime.now(laptop_zone())
        with suppress(UserError):
            return Kept(handles.keep(lambda all_: keeping.keep(all_, file.path, now)))
    return Kept(None)
