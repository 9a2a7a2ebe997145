"""The session that runs in the room: what lies around and over the slide of its stage."""

from dataclasses import dataclass, replace

from kdc_desktop.audience.kit.overlay import Overlay
from kdc_desktop.audience.kit.slide import Slide, Tone
from kdc_desktop.audience.sessions.prompt import PromptSlide
from kdc_desktop.domain.sessions.agenda import Countdown, countdown
from kdc_desktop.instants import Instant
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.services.sessions.rows import SessionRow, StageRow

TONES = {"calm": Tone.CALM, "amber": Tone.WARNING, "red": Tone.OVER}


@dataclass(frozen=True)
class Running:
    """The session that the room is in, its stage and the one after, as they were last read."""

    session: SessionRow
    stage: StageRow | None
    following: StageRow | None

    @classmethod
    def of(cls, walk: SessionWalk) -> "Running | None":
        """The session that is open."""
        return cls(walk.session, walk.current, walk.following) if walk.session else None

    @property
    def stage_id(self) -> int | None:
        """The stage that runs."""
        return self.stage.id if self.stage else None

    def prompt(self) -> Slide:
        """What there is to see where a stage has nothing else."""
        stage = self.stage
        if stage is None:
            return PromptSlide(prompt=self.session.title)
        return PromptSlide(prompt=stage.prompt or stage.title, stage=stage.title)

    def left(self, now: Instant) -> Countdown | None:
        """How long the stage still has."""
        return countdown(self.stage.time(), now) if self.stage else None

    def around(self, slide: Slide, now: Instant) -> Slide:
        """The slide with session, clock and what comes next."""
        left = self.left(now)
        return replace(
            slide,
            session=self.session.title,
            next_up=self.following.title if self.following else "",
            clock=left.text if left else "",
            clock_tone=TONES[left.level] if left else Tone.CALM,
        )

    def over(self, message: str, now: Instant, *, large_timer: bool) -> Overlay:
        """What lies over the slide."""
        left = self.left(now)
        tone = TONES[left.level] if left else Tone.CALM
        timer = left.text if left and large_timer else ""
        return Overlay(timer=timer, timer_tone=tone, message=message)
