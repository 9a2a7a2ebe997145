"""What was done where, and what hands were on last: no undo changes the room unawares."""

from typing import TYPE_CHECKING

from kdc_desktop.i18n import Fillable, _, fillable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.room_feed import RoomFeed
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.storage import Changes, Database, Step

if TYPE_CHECKING:
    from kdc_desktop.services.sessions.traces import TracedStep

_MOVES = {"session": {"status"}, "stage": {"started_at", "ended_at"}}
_HIDES = {"session": "silent", "idea": "trashed_at", "poll": "trashed_at", "cluster": "id"}
"""By which column the room does not see what is there; a row that is gone has no id."""

_BACK = fillable("The room would see that: Ctrl+Z once more undoes “{what}”.")
_FORTH = fillable("The room would see that: Ctrl+Y once more does “{what}” again.")
_BACK_THERE = fillable(
    "That would begin, end or move “{session}”: Ctrl+Z once more undoes “{what}”."
)
_FORTH_THERE = fillable(
    "That would begin, end or move “{session}”: Ctrl+Y once more does “{what}” again."
)


class LastDone:
    """Remembers for each step on which screen it was done, and the one that was taken last.

    Hands that press Ctrl+Z mean what they have just done. So where that was refused, or is not
    what the next step would take, a step that moves the room, or uncovers something in it, is
    named first: see `first_told`.
    """

    def __init__(self, database: Database, frame: Frame, walk: SessionWalk, feed: RoomFeed) -> None:
        self._database, self._frame, self._walk, self._feed = database, frame, walk, feed
        self._places: dict[int, tuple[str, int | None]] = {}
        self._last: int | None = None
        frame.warned.connect(self.forget)
        frame.screen_shown.connect(self.forget)

    def note(self, entry_id: int | None) -> None:
        """Something was done on the screen that is shown."""
        if entry_id is not None:
            self._places[entry_id] = self._here
        self.touch(entry_id)

    def told(self, changes: Changes) -> str:
        """What was done; and in which session, where that is not the one that goes on."""
        here, what = self._walk.session, str(changes.label)
        if here is None or changes.entry_id is None:
            return what
        from kdc_desktop.services.sessions.listing import live_beside
        from kdc_desktop.services.sessions.traces import trace_step

        if live_beside(self._database, here) is None:
            return what
        if not self._walk.is_open(trace_step(self._database, changes.entry_id).session_id):
            return what
        return _("In “{session}”, which is not live: {what}", session=here.title, what=what)

    def touch(self, entry_id: int | None) -> None:
        """A step was done, taken back or named: it is what hands mean next, while they stay."""
        self._last = entry_id

    def forget(self) -> None:
        """Something was refused, or another screen is shown: hands mean nothing older."""
        self._last = None

    def screen_of(self, entry_id: int) -> Screen | None:
        """The screen that is shown, if the step was done there."""
        return self._frame.shown() if self._places.get(entry_id) == self._here else None

    def first_told(self, step: Step, *, back: bool) -> str:
        """What is said instead of taking a step, until that is asked for again; or nothing."""
        if self._last == step.entry_id:
            return ""
        from kdc_desktop.services.sessions.traces import trace_step

        traced = trace_step(self._database, step.entry_id)
        if self._is_in_sight(traced):
            if self._moves_it(traced) or self._uncovers(traced):
                self.touch(step.entry_id)
                told: Fillable = _BACK if back else _FORTH
                return str(told.filled(what=step.label))
        elif traced.begins_or_ends or (self._moves_it(traced) and self._is_live(traced)):
            self.touch(step.entry_id)
            told = _BACK_THERE if back else _FORTH_THERE
            return str(told.filled(what=step.label, session=traced.session_title))
        return ""

    @property
    def _here(self) -> tuple[str, int | None]:
        session = self._walk.session
        return self._frame.shown().objectName(), session.id if session else None

    def _is_in_sight(self, traced: "TracedStep") -> bool:
        """Whether its session is in the room, or open here; else it may be live all the same."""
        running = self._feed.running
        in_room = running is not None and running.session.id == traced.session_id
        return in_room or self._walk.is_open(traced.session_id)

    def _uncovers(self, traced: "TracedStep") -> bool:
        """Whether the room does not see now what it would see then."""
        seen = {table for screen in self._feed.in_room.screens for table in screen.tables}
        changed = ((table, _HIDES[table]) for table in seen & traced.columns.keys() & _HIDES.keys())
        return any(
            table in traced.gone
            if column == "id"
            else any(row.get(column) for row in traced.rows[table].values())
            for table, column in changed
            if column in traced.columns[table]
        )

    def _is_live(self, traced: "TracedStep") -> bool:
        from kdc_desktop.services.sessions.listing import live_session

        live = live_session(self._database)
        return live is not None and live.id == traced.session_id

    def _moves_it(self, traced: "TracedStep") -> bool:
        if traced.begins_or_ends:
            return True
        goes_on = self._walk.in_strip
        only = all(
            columns <= goes_on.get(table, frozenset()) for table, columns in traced.columns.items()
        )
        moved = any(traced.columns.get(table, set()) & columns for table, columns in _MOVES.items())
        return only and moved
