"""The agenda of a session: edit it, and walk through it while the clock runs."""

from collections.abc import Callable, Sequence

from kdc_desktop.domain.kit.lengths import NAME, TEXT, not_longer
from kdc_desktop.domain.kit.text import trimmed
from kdc_desktop.domain.sessions.agenda import is_another_day
from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy, nfillable
from kdc_desktop.instants import laptop_zone, name_of
from kdc_desktop.model.sessions import MINUTES, Session, Stage
from kdc_desktop.services.sessions.joins import StageCheck
from kdc_desktop.services.sessions.questions import agenda_of
from kdc_desktop.storage import Database


def _current(agenda: list[Stage]) -> Stage | None:
    return next((stage for stage in agenda if stage.started_at and not stage.ended_at), None)


def renumber(agenda: list[Stage]) -> None:
    """Let the stages stand in the order of the list."""
    for place_in_order, stage in enumerate(agenda):
        stage.place_in_order = place_in_order


def add_stage(
    database: Database, session_id: int, kind: StageKind, after_id: int | None = None
) -> int:
    """A new stage of this kind after another one, or at the end; returns its id."""
    with database.edit(lazy("Added stage {title}", title=kind.title)) as edit:
        agenda = agenda_of(edit, session_id)
        stage = Stage(
            session_id=session_id,
            place_in_order=len(agenda),
            kind=kind.key,
            title=str(kind.title),
            planned_minutes=kind.minutes,
        )
        edit.add(stage)
        place = next((i for i, other in enumerate(agenda, 1) if other.id == after_id), len(agenda))
        agenda.insert(place, stage)
        renumber(agenda)
        edit.flush()
        return stage.id


def change_stage(
    database: Database,
    stage_id: int,
    *,
    title: str | None = None,
    prompt: str | None = None,
    notes: str | None = None,
    minutes: int | None = None,
) -> None:
    """New words or minutes for a stage; what is None stays.

    Raises:
        UserError: the title is empty, a text is too long, or the minutes are not 1 to 600.
    """
    if title is not None and not trimmed(title):
        raise UserError(_("Give the stage a title."))
    if minutes is not None and not MINUTES[0] <= minutes <= MINUTES[1]:
        raise UserError(_("A stage takes between 1 and 600 minutes."))
    not_longer(
        title or "", NAME, fillable("Shorten the title to {longest} characters; it has {length}.")
    )
    not_longer(
        prompt or "", TEXT, fillable("Shorten the prompt to {longest} characters; it has {length}.")
    )
    not_longer(
        notes or "", TEXT, fillable("Shorten the notes to {longest} characters; it has {length}.")
    )
    with database.read() as snapshot:
        name = title or snapshot.get_one(Stage, stage_id).title
    with database.edit(lazy("Changed stage {title}", title=trimmed(name))) as edit:
        stage = edit.get_one(Stage, stage_id)
        stage.title = stage.title if title is None else trimmed(title)
        stage.prompt = stage.prompt if prompt is None else trimmed(prompt)
        stage.notes = stage.notes if notes is None else trimmed(notes)
        stage.planned_minutes = stage.planned_minutes if minutes is None else minutes


def remove_stages(
    database: Database, stage_ids: Sequence[int], checks: Sequence[StageCheck]
) -> None:
    """Take stages out of the agenda, unless one of the checks of the nouns above refuses.

    Raises:
        UserError: the session stands in one of them now, or it must stay; none is removed.
    """
    with database.read() as snapshot:
        title = snapshot.get_one(Stage, stage_ids[0]).title
    several = nfillable("Removed {count} stage", "Removed {count} stages")
    one = len(stage_ids) == 1
    with database.edit(lazy("Removed stage {title}", title=title) if one else several) as edit:
        edit.count = len(stage_ids)
        for stage_id in stage_ids:
            stage = edit.get_one(Stage, stage_id)
            if stage.started_at and not stage.ended_at:
                raise UserError(
                    _("{title} is running. Go to another stage, then remove it.", title=stage.title)
                )
            for check in checks:
                check(edit, stage)
            kept = [one for one in agenda_of(edit, stage.session_id) if one.id not in stage_ids]
            edit.delete(stage)
            renumber(kept)


def move_stages(database: Database, stage_ids: Sequence[int], steps: int) -> None:
    """Move stages up (negative) or down in the agenda, as far as they go together."""

    def place(agenda: list[Stage], movers: list[Stage]) -> int:
        return agenda.index(movers[0]) + steps

    _put(database, stage_ids, place)


def put_stages(database: Database, stage_ids: Sequence[int], before_id: int | None) -> None:
    """Put stages, in their order, before another one of the agenda; with None at its end."""

    def place(agenda: list[Stage], movers: list[Stage]) -> int:
        rest = [stage.id for stage in agenda if stage not in movers]
        return rest.index(before_id) if before_id in rest else len(rest)

    _put(database, stage_ids, place)


def _put(
    database: Database,
    stage_ids: Sequence[int],
    place: Callable[[list[Stage], list[Stage]], int],
) -> None:
    with database.read() as snapshot:
        title = snapshot.get_one(Stage, stage_ids[0]).title
    several = nfillable("Moved {count} stage", "Moved {count} stages")
    one = len(stage_ids) == 1
    with database.edit(lazy("Moved stage {title}", title=title) if one else several) as edit:
        agenda = agenda_of(edit, edit.get_one(Stage, stage_ids[0]).session_id)
        movers = [stage for stage in agenda if stage.id in stage_ids]
        rest = [stage for stage in agenda if stage.id not in stage_ids]
        at = max(0, min(len(rest), place(agenda, movers)))
        before = [stage.place_in_order for stage in movers]
        renumber([*rest[:at], *movers, *rest[at:]])
        after = [stage.place_in_order for stage in movers]
        edit.count = sum(was != now for was, now in zip(before, after, strict=True))


def go_live(database: Database, session_id: int) -> None:
    """Start the session with its first stage, or where it stood before it was closed.

    Raises:
        UserError: the agenda is empty.
    """
    with database.edit(lazy("Went live")) as edit:
        session = edit.get_one(Session, session_id)
        agenda = agenda_of(edit, session_id)
        if not agenda:
            raise UserError(_("The agenda is empty. Add a stage, then go live."))
        session.status = SessionStatus.LIVE
        if session.went_live_at is None:
            session.zone = name_of(laptop_zone())  # it has travelled to the room since
            _begin_today(database, session)
        session.went_live_at = session.went_live_at or database.now()
        if _current(agenda) is None:
            _start(database, agenda[0])


def _begin_today(database: Database, session: Session) -> None:
    """On another day than planned the hour says nothing any more: it begins now, and in time."""
    now = database.now().in_zone(laptop_zone())
    if is_another_day(session.starts_at, now):
        session.starts_at = now.replace(microsecond=0)


def _start(database: Database, stage: Stage) -> None:
    """Begin it; where it ran before, it goes on with the time that it had left."""
    if stage.started_at is None:
        stage.started_at = database.now()
    elif stage.ended_at is not None:
        stage.paused_at, stage.ended_at = stage.ended_at, None
        _resume(database, stage)


def _end(database: Database, stage: Stage) -> None:
    _resume(database, stage)
    stage.ended_at = database.now()


def _resume(database: Database, stage: Stage) -> None:
    if stage.paused_at is not None:
        stood = (database.now() - stage.paused_at).total_seconds()
        stage.paused_seconds += max(0, int(stood))  # a file may come from a clock that was ahead
        stage.paused_at = None


def _step(database: Database, session_id: int, steps: int) -> None:
    with database.read() as snapshot:
        agenda = agenda_of(snapshot, session_id)
        current = _current(agenda)
        place = -1 if current is None else agenda.index(current)
        if not 0 <= place + steps < len(agenda):
            raise UserError(
                _("This is the last stage. The evening ends with “Close the session”.")
                if steps > 0
                else _("This is the first stage.")
            )
        target = agenda[place + steps]
    go_to_stage(database, target.id)


def next_stage(database: Database, session_id: int) -> None:
    """End the current stage and start the next one."""
    _step(database, session_id, 1)


def previous_stage(database: Database, session_id: int) -> None:
    """Go back to the stage before; its clock goes on from where it stood."""
    _step(database, session_id, -1)


def go_to_stage(database: Database, stage_id: int) -> None:
    """Make this the current stage of its live session.

    Raises:
        UserError: the session is not live.
    """
    with database.read() as snapshot:
        title = snapshot.get_one(Stage, stage_id).title
    with database.edit(lazy("Went to {title}", title=title)) as edit:
        target = edit.get_one(Stage, stage_id)
        if edit.get_one(Session, target.session_id).status is not SessionStatus.LIVE:
            raise UserError(_("The session is not live. Press Go live first."))
        current = _current(agenda_of(edit, target.session_id))
        if current is target:
            return
        if current is not None and current.place_in_order < target.place_in_order:
            _end(database, current)
        elif current is not None:
            current.started_at = current.paused_at = None
            current.paused_seconds = 0
        _start(database, target)


def toggle_clock(database: Database, session_id: int) -> bool:
    """Pause the current stage's clock, or let it go on; returns whether it is paused now."""
    with database.read() as snapshot:
        stage = _current(agenda_of(snapshot, session_id))
        pauses = stage is None or stage.paused_at is None
    went = lazy("Paused the clock") if pauses else lazy("Let the clock go on")
    with database.edit(went) as edit:
        stage = _current(agenda_of(edit, session_id))
        if stage is None:
            raise UserError(_("No stage is running. Press Go live first."))
        if pauses:
            stage.paused_at = stage.paused_at or database.now()
        else:
            _resume(database, stage)
        return pauses


def close_session(database: Database, session_id: int) -> None:
    """End the evening; nothing is destroyed, and it can be reopened."""
    with database.edit(lazy("Closed the session")) as edit:
        current = _current(agenda_of(edit, session_id))
        if current is not None:
            _end(database, current)
        session = edit.get_one(Session, session_id)
        session.status = SessionStatus.CLOSED
        session.closed_at = database.now()


def reopen_session(database: Database, session_id: int) -> None:
    """Make a closed session live again, in the stage where it ended; its clock stood meanwhile."""
    with database.edit(lazy("Reopened the session")) as edit:
        session = edit.get_one(Session, session_id)
        session.status, session.closed_at = SessionStatus.LIVE, None
        agenda = agenda_of(edit, session_id)
        ended = [stage for stage in agenda if stage.ended_at is not None]
        if ended and _current(agenda) is None:
            _start(database, ended[-1])
