"""The session itself, and its agenda as planned and as it went."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.domain.sessions.agenda import StageTime, timeline
from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import _, lazy, plazy
from kdc_desktop.instants import Instant, name_of
from kdc_desktop.interchange.workbook import Column, Kind, Reader, Table
from kdc_desktop.model.sessions import Programme, Session, Stage
from kdc_desktop.services.kit.source import Columns, Line, Source, id_of, key_of

SESSION_STATES = {
    SessionStatus.PLANNED: plazy("status of a session", "planned"),
    SessionStatus.LIVE: plazy("status of a session", "live"),
    SessionStatus.CLOSED: plazy("status of a session", "closed"),
}
_SESSION = (
    key_of("Session"),
    Column(lazy("Title"), filled=True, means=lazy("What the session is called.")),
    Column(lazy("Programme"), means=lazy("The programme that it is a part of.")),
    id_of("Programme"),
    Column(lazy("Place"), means=lazy("Where it was held.")),
    Column(lazy("Goal"), means=lazy("What it was for.")),
    Column(lazy("Starts"), Kind.DATETIME, filled=True, means=lazy("When it was to begin.")),
    Column(
        lazy("Status"),
        words=tuple(SESSION_STATES.items()),
        filled=True,
        means=lazy("Whether it is still to come, under way, or over."),
    ),
    Column(lazy("Went live"), Kind.DATETIME, aside=True, means=lazy("When it really began.")),
    Column(lazy("Closed"), Kind.DATETIME, aside=True, means=lazy("When it really ended.")),
    Column(
        lazy("Time zone"),
        reader=Reader.PROGRAMS,
        means=lazy("The zone of its clock; all its times are of that zone."),
    ),
)
_KIND = Column(lazy("Kind"), aside=True, filled=True, means=lazy("What the stage is for."))
_AGENDA = (
    key_of("Stage"),
    Column(
        lazy("Place"), Kind.NUMBER, head=True, filled=True, means=lazy("Its place in the agenda.")
    ),
    _KIND,
    Column(lazy("Stage"), head=True, filled=True, means=lazy("What the stage is called.")),
    Column(lazy("Planned minutes"), Kind.NUMBER, filled=True, means=lazy("How long it was to be.")),
    Column(
        lazy("Actual minutes"),
        Kind.DECIMAL,
        means=lazy("How long it was, pauses included; 0 where it was passed over."),
    ),
    Column(
        lazy("Difference"),
        Kind.DECIMAL,
        means=lazy("By how many minutes it was longer than planned, or shorter, with a minus."),
    ),
    Column(
        lazy("Planned start"),
        Kind.DATETIME,
        aside=True,
        filled=True,
        means=lazy("When it was to begin, by what came before it."),
    ),
    Column(
        lazy("Planned end"),
        Kind.DATETIME,
        aside=True,
        filled=True,
        means=lazy("When it was to end, by what came before it."),
    ),
    Column(lazy("Started"), Kind.DATETIME, means=lazy("When it really began.")),
    Column(lazy("Ended"), Kind.DATETIME, means=lazy("When it really ended.")),
    Column(
        lazy("Paused minutes"),
        Kind.DECIMAL,
        aside=True,
        filled=True,
        means=lazy("How long its clock was stopped."),
    ),
    Column(lazy("Prompt"), means=lazy("What the room was asked.")),
    Column(lazy("Notes"), aside=True, stays=True, means=lazy("What only the facilitator sees.")),
)


def sessions(outcome: Sequence[Columns], source: Source) -> Table:
    """One row for each session, with how much came out of it: a column for each noun's count."""
    counted = [source.once(more.read) for more in outcome]
    programmes = {p.id: p.name for p in source.snapshot.scalars(select(Programme))}
    rows = [
        (
            key,
            session.title,
            programmes.get(session.programme_id or 0),
            session.programme_id,
            session.place,
            session.goal,
            source.on_the_wall(session.starts_at, key),
            session.status,
            source.by_clock(session.went_live_at, key),
            source.by_clock(session.closed_at, key),
            name_of(source.zone_of(key)),
            *(number for numbers in counted for number in numbers(key)),
        )
        for key, session in source.sessions.items()
    ]
    columns = (*_SESSION, *(column for more in outcome for column in more.columns))
    notes = tuple(str(note) for more in outcome for note in more.notes)
    purpose = lazy("When and where people met, and how much came out of it.")
    table = Table(
        name="Sessions",
        title=lazy("Sessions"),
        columns=columns,
        rows=rows,
        notes=notes,
        purpose=purpose,
    )
    if source.every_session:
        return table
    return replace(table, name="Session", title=lazy("Session"))


def agenda(kinds: Mapping[str, StageKind], source: Source) -> Table:
    """Every stage with its planned and its actual time; `kinds` are those there are, by key."""
    stages: dict[int, list[Stage]] = {}
    for stage in source.snapshot.scalars(
        select(Stage).where(source.of(Stage.session_id)).order_by(Stage.place_in_order, Stage.id)
    ):
        stages.setdefault(stage.session_id, []).append(stage)
    rows = [
        row
        for session_id, given in stages.items()
        for row in _agenda_rows(source, source.sessions[session_id], given)
    ]
    notes = (
        _(
            "Actual minutes are wall-clock time, pauses included; "
            "a stage that was passed over has 0."
        ),
    )
    known = replace(_KIND, words=tuple((key, kind.title) for key, kind in kinds.items()))
    return source.table(
        name="Agenda",
        title=lazy("Agenda"),
        columns=[known if column is _KIND else column for column in _AGENDA],
        rows=rows,
        notes=notes,
        purpose=lazy("What was planned, and when it really began and ended."),
    )


def has_stage(source: Source, kinds: Collection[StageKind]) -> bool:
    """Whether a stage of these kinds stands in an agenda: where none does, nothing is missing."""
    there = source.once(_kinds_in)
    return any(kind.key in there for kind in kinds)


def _kinds_in(source: Source) -> set[str]:
    kinds = select(Stage.kind).where(source.of(Stage.session_id)).distinct()
    return set(source.snapshot.scalars(kinds))


def _agenda_rows(source: Source, session: Session, stages: list[Stage]) -> list[Line]:
    times = [
        StageTime(
            stage.id,
            stage.title,
            stage.planned_minutes,
            stage.started_at,
            stage.ended_at,
            stage.paused_at,
            stage.paused_seconds,
        )
        for stage in stages
    ]
    begins = Instant.of(session.starts_at, source.zone_of(session.id))
    slots = timeline(times, begins, session.closed_at or source.now)
    rows: list[Line] = []
    for place, (stage, slot) in enumerate(zip(stages, slots, strict=True), start=1):
        actual = None if slot.actual_minutes is None else round(slot.actual_minutes, 1)
        rows.append(
            (
                session.id,
                stage.id,
                place,
                stage.kind,
                stage.title,
                stage.planned_minutes,
                actual,
                None if actual is None else round(actual - stage.planned_minutes, 1),
                slot.planned_start,
                slot.planned_end,
                stage.started_at,
                stage.ended_at,
                round(stage.paused_seconds / 60, 1),
                stage.prompt,
                stage.notes,
            )
        )
    return rows
