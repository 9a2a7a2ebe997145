"""A session of a real club is rehearsed on a copy, as if it were still to come."""

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import Text, _
from kdc_desktop.instants import laptop_zone
from kdc_desktop.services.sessions import listing, planning, questions
from kdc_desktop.services.sessions.templates import Template, TemplateStage
from kdc_desktop.storage import Database


def to_be_played(database: Database, session_id: int) -> int:
    """The session itself while it has not begun, else a new one with the same agenda."""
    held = listing.session(database, session_id)
    if held.status == SessionStatus.PLANNED:
        return session_id
    stages = tuple(
        TemplateStage(
            stage.kind,
            Text.plain(stage.title),
            Text.plain(stage.prompt),
            Text.plain(stage.notes),
            stage.planned_minutes,
        )
        for stage in questions.stages(database, session_id)
    )
    name = _("{session} (rehearsed)", session=held.title[:100])
    agenda = Template("rehearsed", Text.plain(name), Text.plain(""), stages)
    now = database.now().in_zone(laptop_zone())
    return planning.plan_session(database, name, now, agenda)
