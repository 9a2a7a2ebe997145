"""The stages of a session, and the programmes that sessions belong to."""

from sqlalchemy import select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.instants import Zone, zone_called
from kdc_desktop.model.sessions import Programme, Session, Stage
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database, Snapshot


def stages(database: Database, session_id: int) -> list[StageRow]:
    """The agenda in its order."""
    with database.read() as snapshot:
        return [
            StageRow(
                stage.id,
                stage.kind,
                stage.title,
                stage.prompt,
                stage.notes,
                stage.planned_minutes,
                stage.started_at,
                stage.ended_at,
                stage.paused_at,
                stage.paused_seconds,
            )
            for stage in agenda_of(snapshot, session_id)
        ]


def stage_ids(database: Database, session_id: int) -> frozenset[int]:
    """The stages that its agenda has now."""
    return frozenset(stage.id for stage in stages(database, session_id))


def agenda_of(snapshot: Snapshot, session_id: int) -> list[Stage]:
    """The stages of a session in their order, on a snapshot or edit that is open already."""
    return list(
        snapshot.scalars(
            select(Stage)
            .where(Stage.session_id == session_id)
            .order_by(Stage.place_in_order, Stage.id)
        )
    )


def zone_of(snapshot: Snapshot, session_id: int) -> Zone:
    """Where the clock on the wall of a session hangs."""
    return zone_called(snapshot.scalar(select(Session.zone).where(Session.id == session_id)))


def programmes(database: Database) -> list[str]:
    """The names of the programmes that sessions belong to."""
    with database.read() as snapshot:
        return sorted(snapshot.scalars(select(Programme.name)), key=in_order)
