"""What the room sees of the session itself."""

from kdc_desktop.audience.sessions.welcome import AgendaLine, WelcomeSlide
from kdc_desktop.domain.sessions.agenda import timeline
from kdc_desktop.domain.sessions.states import SlotState
from kdc_desktop.i18n import date_text, time_text
from kdc_desktop.instants import Instant
from kdc_desktop.services.sessions.rows import SessionRow, StageRow


def welcome_slide(session: SessionRow, stages: list[StageRow], now: Instant) -> WelcomeSlide:
    """The session's title and goal, with the programme of the evening."""
    slots = timeline([stage.time() for stage in stages], session.planned_start, session.moment(now))
    agenda = tuple(
        AgendaLine(
            time_text(slot.expected_start.in_zone(session.zone)),
            slot.title,
            slot.state is SlotState.NOW,
        )
        for slot in slots
    )
    day = date_text(session.starts_at)
    place = f"{session.place} · {day}" if session.place else day
    return WelcomeSlide(headline=session.title, place=place, goal=session.goal, agenda=agenda)
