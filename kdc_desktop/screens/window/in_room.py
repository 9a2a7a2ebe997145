"""Which screen the room is shown something of: that of the stage, or another in its place."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kdc_desktop.screens.kit.screen import Screen, Sight
from kdc_desktop.services.sessions.rows import StageRow


class Handed(NamedTuple):
    """What the room is handed: something of a screen."""

    screen: Screen
    sight: Sight

    def is_same_as(self, other: "Handed") -> bool:
        """Whether the room sees the same in both."""
        return self.screen is other.screen and self.sight.is_same_as(other.sight)

    def sight_among(self, stages: Sequence[StageRow]) -> Sight:
        """What it is now that the stages stand so."""
        before = self.sight.stage
        now = (stage for stage in stages if before is not None and stage.id == before.id)
        return self.sight._replace(stage=next(now, before))


class InRoom:
    """The screen of the stage that runs, what was last done there, and what is shown instead.

    `here` is the screen of the stage in the session that is open, `of_stage` the same in the
    session that the room is in.
    """

    def __init__(self) -> None:
        self.here: Screen | None = None
        self.of_stage: Screen | None = None
        self.worked: Sight | None = None
        self.shown: Handed | None = None

    @property
    def screens(self) -> set[Screen]:
        """Those that are needed for the room."""
        shown = self.shown.screen if self.shown is not None else None
        return {one for one in (self.of_stage, shown) if one is not None}

    def handed(self, stage: StageRow | None) -> Handed | None:
        """What the room is handed while this stage runs."""
        if self.shown is not None or self.of_stage is None:
            return self.shown
        sight = self.worked or self.of_stage.sight_of(stage)
        return Handed(self.of_stage, sight._replace(stage=stage if sight.stage else None))

    @property
    def is_in_place(self) -> bool:
        """Whether the room sees something of another screen than that of the stage that runs."""
        return self.shown is not None and self.shown.screen is not self.of_stage

    def change(self, before: Handed, now: Handed) -> None:
        """Where that is shown in place of the stage, this is."""
        if self.shown is not None and self.shown.is_same_as(before):
            self.shown = now

    def forget(self) -> None:
        """Nothing was done yet, and nothing is shown in place of the stage."""
        self.worked = self.shown = None

    def hear_of_work(self, screen: Screen) -> bool:
        """Something was done on this screen; whether that is the one of the stage."""
        if screen is not self.of_stage:
            return False
        self.worked = screen.sight or self.worked
        if self.shown is not None and self.shown.screen is screen:
            self.shown = None
        return True

    def go_on_like(self, other: "InRoom", like: Callable[[Screen], Screen]) -> None:
        """The same as in another window; `like` gives a screen of that here."""
        self.worked = other.worked
        if other.shown is not None:
            self.shown = other.shown._replace(screen=like(other.shown.screen))

    def leave(self, screen: Screen) -> None:
        """This screen goes."""
        if self.here is screen:
            self.here = None
        if self.of_stage is screen:
            self.of_stage = self.worked = None
        if self.shown is not None and self.shown.screen is screen:
            self.shown = None
