"""Which session is open, which stage is looked at, and the way from stage to stage."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.services.sessions.rows import SessionRow, StageRow, current_of, following_of
from kdc_desktop.storage import Database


class SessionWalk(QObject):
    """Holds rows, never entities; `moved` is emitted when session, agenda or stage differ.

    `another_day` tells that a session is not gone live with, because it is planned for another day.

    `went` follows where somebody has let the session go to another stage here, from wherever.

    `when_it_may_close` closes the session at once, or asks first what is lost by it.

    `tables` are those that the rows are read from, `in_strip` the columns by which the session goes
    on: what they say is seen wherever one is in it.
    """

    tables = frozenset({"session", "programme", "stage"})
    in_strip: Mapping[str, frozenset[str]] = {
        "session": frozenset({"status", "went_live_at", "closed_at", "zone", "starts_at"}),
        "stage": frozenset({"started_at", "ended_at", "paused_at", "paused_seconds"}),
    }

    moved = Signal()
    went = Signal()
    began = Signal()
    another_day = Signal(SessionRow)
    problem = Signal(str)

    def __init__(self, database: Database, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self.session: SessionRow | None = None
        self.stages: list[StageRow] = []
        self.shown_id: int | None = None
        self.when_it_may_close: Callable[[Callable[[], object]], object] = lambda close: close()
        self.at_end = False  # looks at what the evening has come to, which is closed
        self._goes = False  # from stage to stage, and whoever does so looks at it

    @property
    def current(self) -> StageRow | None:
        """The stage in which the session stands."""
        return current_of(self.stages)

    @property
    def shown(self) -> StageRow | None:
        """The stage whose screen is open; None for the agenda."""
        return next((stage for stage in self.stages if stage.id == self.shown_id), None)

    @property
    def looked_at(self) -> tuple[int, int | None, bool] | None:
        """Which session and what of it is looked at; None where none is open."""
        return self.session and (self.session.id, self.shown_id, self.at_end)

    @property
    def following(self) -> StageRow | None:
        """The stage to which the session goes on; None before it is live, and at its end."""
        return following_of(self.stages) if self.is_live else None

    @property
    def is_live(self) -> bool:
        """Whether a session is open and running."""
        return self.session is not None and self.session.status == SessionStatus.LIVE

    def is_open(self, session_id: int | None) -> bool:
        """Whether this session is open here."""
        return self.session is not None and self.session.id == session_id

    def open(self, session_id: int) -> None:
        """Open a session where it stands: its current stage, its agenda, or what it has come to."""
        self._read(session_id)
        self.at_end = self.session is not None and self.session.is_over
        self.shown_id = self.current.id if self.current else None
        self.moved.emit()

    def has(self, session: SessionRow) -> bool:
        """Whether this session of another window is in the file of this one, too."""
        from kdc_desktop.services.sessions import listing

        try:
            here = listing.session(self._database, session.id)
        except UserError:
            return False
        return (here.title, here.starts_at) == (session.title, session.starts_at)

    def look_at(self, stage_id: int | None) -> None:
        """Look at a stage without going there; None looks at the agenda."""
        self.shown_id, self.at_end = stage_id, False
        self.moved.emit()

    def look_at_outcome(self) -> None:
        """Look at what the evening has come to, or has so far."""
        self.shown_id, self.at_end = None, True
        self.moved.emit()

    def read_again(self, *, along: bool) -> None:
        """Read the rows again after a change.

        `along`: it is one's own; whoever looks at the stage that runs goes along to the next one.
        """
        if self.session is None:
            return
        before, was_over = self.current, self.session.is_over
        along = self._goes or (along and self.shown_id == (before.id if before else None))
        try:
            self._read(self.session.id)
        except UserError:
            self.session, self.stages, self.shown_id = None, [], None
            self.moved.emit()
            return
        current = self.current
        if along and current is not None and (before is None or before.id != current.id):
            self.shown_id = current.id
        elif self.shown is None:
            self.shown_id = current.id if current and self.shown_id is not None else None
        if along and self.session.is_over is not was_over:
            self.at_end = self.session.is_over
            self.shown_id = None if self.at_end else self.shown_id
        self.moved.emit()

    def _read(self, session_id: int) -> None:
        from kdc_desktop.services.sessions import listing, questions

        self.session = listing.session(self._database, session_id)
        self.stages = questions.stages(self._database, session_id)

    def _attempt(self, verb: Callable[[Database, int], object]) -> None:
        if refused := not_here(self._database, self.session):
            self.problem.emit(refused)
            return
        assert self.session is not None
        before, self._goes = self.current, True
        try:
            verb(self._database, self.session.id)
        except UserError as error:
            self.problem.emit(str(error))
        finally:
            self._goes = False
        now = self.current
        if now is not None and (before is None or before.id != now.id):
            self.went.emit()

    def go_on(self) -> None:
        """The next thing while the evening lasts: go live, or the next stage."""
        from kdc_desktop.services.sessions import agenda

        if self.session is not None and self.session.is_over:
            self._attempt(_is_closed)
        elif self.session is not None and self.session.is_planned:
            self.go_live()
        else:
            self._attempt(agenda.next_stage)

    def go_live(self) -> None:
        """Begin the evening, at once if it is planned for today."""
        session, refused = self.session, not_here(self._database, self.session)
        if session and not refused and session.is_for_another_day(self._database.now()):
            self.another_day.emit(session)
        else:
            self.go_live_today()

    def go_live_today(self) -> None:
        """Begin the evening, on whatever day it was planned for."""
        from kdc_desktop.services.sessions import agenda

        self._attempt(agenda.go_live)
        if self.is_live:
            self.began.emit()

    def reopen(self) -> None:
        """Let an evening that was closed go on."""
        from kdc_desktop.services.sessions import agenda

        self._attempt(agenda.reopen_session)

    def go_back(self) -> None:
        """The stage before."""
        from kdc_desktop.services.sessions import agenda

        self._attempt(agenda.previous_stage)

    def go_to(self, stage_id: int) -> None:
        """Make a stage the current one."""
        from kdc_desktop.services.sessions import agenda

        self._attempt(lambda database, _session: agenda.go_to_stage(database, stage_id))

    def go_to_shown(self) -> None:
        """Make the stage that is looked at the current one."""
        if self.shown_id is not None:
            self.go_to(self.shown_id)

    def close_session(self) -> None:
        """End the evening."""
        from kdc_desktop.services.sessions import agenda

        self.when_it_may_close(partial(self._attempt, agenda.close_session))

    def toggle_clock(self) -> None:
        """Pause the clock, or let it go on."""
        from kdc_desktop.services.sessions import agenda

        self._attempt(agenda.toggle_clock)


def _is_closed(_database: Database, _session_id: int) -> None:
    raise UserError(_("The session is closed. Reopen it to go on."))


def not_here(database: Database, shown: SessionRow | None) -> str:
    """Why the evening that is shown does not go on: there is none, or another one is live."""
    from kdc_desktop.services.sessions.listing import live_beside

    if shown is None:
        return _("Open a session on Home first.")
    live = live_beside(database, shown)
    if live is None:
        return ""
    return _(
        "“{live}” is live, and you look into “{session}”. Ctrl+G leads back; two evenings do not "
        "go on at once, so close the one before you begin the other.",
        live=live.title,
        session=shown.title,
    )
