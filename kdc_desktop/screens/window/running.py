"""The session that runs in the room: what lies around and over the slide of its stage."""

from dataclasses import replace
from typing import NamedTuple

from kdc_desktop.audience.kit.slide import Slide, Tone
from kdc_desktop.domain.sessions.agenda import countdown
from kdc_desktop.domain.sessions.states import ClockLevel, SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.instants import Instant
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.services.sessions.rows import SessionRow, StageRow, current_of, following_of
from kdc_desktop.storage import Database

TONES = {
    ClockLevel.CALM: Tone.CALM,
    ClockLevel.AMBER: Tone.WARNING,
    ClockLevel.RED: Tone.OVER,
}


class Running(NamedTuple):
    """The session that the room is in, its stage and the one after, as they were last read."""

    session: SessionRow
    stage: StageRow | None
    following: StageRow | None

    @classmethod
    def of(cls, walk: SessionWalk) -> "Running | None":
        """The session that is open."""
        return cls(walk.session, walk.current, walk.following) if walk.session else None

    @classmethod
    def read(cls, database: Database, session_id: int) -> "Running | None":
        """A session as it stands in the file; None where it is not live."""
        from kdc_desktop.services.sessions import listing, questions

        try:
            session = listing.session(database, session_id)
        except UserError:
            return None
        if session.status != SessionStatus.LIVE:
            return None
        stages = questions.stages(database, session_id)
        return cls(session, current_of(stages), following_of(stages))

    @property
    def stage_id(self) -> int | None:
        """The stage that runs."""
        return self.stage.id if self.stage else None

    @property
    def name(self) -> str:
        """What the room sees when it sees nothing else."""
        return self.stage.title if self.stage else self.session.title

    def prompt(self) -> Slide:
        """What there is to see where a stage has nothing else."""
        from kdc_desktop.audience.sessions.prompt import PromptSlide

        stage = self.stage
        if stage is None:
            return PromptSlide(prompt=self.session.title)
        return PromptSlide(prompt=stage.prompt or stage.title, stage=stage.title)

    def clock(self, now: Instant) -> tuple[str, Tone]:
        """How long the stage still has, and how that reads."""
        if self.stage is None:
            return "", Tone.CALM
        left = countdown(self.stage.time(), now)
        return left.text, TONES[left.level]

    def around(self, slide: Slide, now: Instant, *, in_its_place: bool = False) -> Slide:
        """The slide with session, clock and what comes next.

        In the place of the stage that runs, what keeps no time has neither clock nor what follows:
        both would be taken for its own.
        """
        if in_its_place and slide.keeps_no_time:
            return replace(slide, session=self.session.title)
        clock, tone = self.clock(now)
        return replace(
            slide,
            session=self.session.title,
            next_up=self.following.title if self.following else "",
            clock=clock,
            clock_tone=tone,
        )


def left_in_room(database: Database, before: Running | None, walk: SessionWalk) -> Running | None:
    """The live session that goes on in the room while one looks into another.

    Where the one in the room was taken back and is only planned again, another that is live.
    """
    from kdc_desktop.services.sessions.listing import live_session

    session = walk.session
    if before is None or before.stage is None or session is None or walk.is_live:
        return None
    if before.session.id != session.id:
        return before
    live = live_session(database) if session.is_planned else None
    return None if live is None else Running.read(database, live.id)
