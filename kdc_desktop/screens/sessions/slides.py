"""What the room sees of the session itself."""

from collections.abc import Sequence

from kdc_desktop.audience.sessions.welcome import AgendaLine, WelcomeSlide
from kdc_desktop.domain.sessions.stages import WELCOME
from kdc_desktop.domain.sessions.states import SlotState
from kdc_desktop.i18n import date_text, time_text
from kdc_desktop.instants import Instant
from kdc_desktop.services.sessions.programme import ProgrammeRow
from kdc_desktop.services.sessions.rows import SessionRow, StageRow, evening


def welcome_slide(
    session: SessionRow,
    stages: Sequence[StageRow],
    now: Instant,
    prompt: str | None = None,
    programme: ProgrammeRow | None = None,
) -> WelcomeSlide:
    """The session's title and goal, with the agenda of the evening.

    The `prompt` is that of the stage which the room is in, of the first one that welcomes if None.
    Where the evening has no goal of its own, it has that of the `programme`.
    """
    long_run = "" if programme is None else programme.told
    agenda = tuple(
        AgendaLine(
            time_text(slot.expected_start.in_zone(session.zone)),
            slot.title,
            slot.state is SlotState.NOW,
        )
        for slot in evening(session, stages, now)
    )
    day = date_text(session.starts_at)
    place = f"{session.place} · {day}" if session.place else day
    if prompt is None:
        prompt = next((stage.prompt for stage in stages if stage.kind == WELCOME.key), "")
    return WelcomeSlide(
        headline=session.title,
        place=place,
        goal=session.goal or long_run,
        programme=long_run if session.goal else "",
        prompt=prompt,
        agenda=agenda,
    )
