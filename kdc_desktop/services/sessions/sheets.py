"""The session itself, and its agenda as planned and as it went."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.domain.sessions.agenda import StageTime, timeline
from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import Text
from kdc_desktop.interchange.workbook import Column, Table
from kdc_desktop.model import Programme, Session, Stage
from kdc_desktop.services.kit.source import ID, Line, Source

_SESSION = (
    ID,
    Column("Title"),
    Column("Programme"),
    Column("Programme id", "id"),
    Column("Place"),
    Column("Goal"),
    Column("Starts", "datetime"),
    Column("Status"),
    Column("Went live", "datetime"),
    Column("Closed", "datetime"),
)
_AGENDA = (
    ID,
    Column("Place", "number"),
    Column("Kind"),
    Column("Stage"),
    Column("Planned minutes", "number"),
    Column("Actual minutes", "number"),
    Column("Difference", "number"),
    Column("Planned start", "datetime"),
    Column("Planned end", "datetime"),
    Column("Started", "datetime"),
    Column("Ended", "datetime"),
    Column("Paused minutes", "number"),
    Column("Prompt"),
    Column("Notes"),
)


@dataclass(frozen=True)
class SessionColumn:
    """How many of something came out of each session: numbers by its id, none being 0.

    `note` stands in the read-me sheet.
    """

    title: Text
    numbers: Callable[[Source], Mapping[int, int]]
    note: Text | None = None


def sessions(outcome: Sequence[SessionColumn], source: Source) -> Table:
    """One row for each session, with how much came out of it: a column for each noun's count."""
    counted = [column.numbers(source) for column in outcome]
    programmes = {p.id: p.name for p in source.snapshot.scalars(select(Programme))}
    rows = [
        (
            key,
            session.title,
            programmes.get(session.programme_id or 0),
            session.programme_id,
            session.place,
            session.goal,
            session.starts_at,
            session.status,
            session.went_live_at,
            session.closed_at,
            *(numbers.get(key, 0) for numbers in counted),
        )
        for key, session in source.sessions.items()
    ]
    columns = (*_SESSION, *(Column(str(each.title), "number") for each in outcome))
    notes = tuple(str(each.note) for each in outcome if each.note is not None)
    title = "Sessions" if source.every_session else "Session"
    return Table(title, title, columns, rows, notes)


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
        for row in _agenda_rows(kinds, source, source.sessions[session_id], given)
    ]
    notes = (
        "Actual minutes are wall-clock time, pauses included; a stage that was passed over has 0.",
    )
    return source.table("Agenda", "Agenda", _AGENDA, rows, notes)


def _agenda_rows(
    kinds: Mapping[str, StageKind], source: Source, session: Session, stages: list[Stage]
) -> list[Line]:
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
    slots = timeline(times, session.starts_at, session.closed_at or source.now)
    rows: list[Line] = []
    for place, (stage, slot) in enumerate(zip(stages, slots, strict=True), start=1):
        actual = None if slot.actual_minutes is None else round(slot.actual_minutes, 1)
        rows.append(
            (
                session.id,
                stage.id,
                place,
                str(kinds[stage.kind].title) if stage.kind in kinds else stage.kind,
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
