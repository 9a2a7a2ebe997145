"""What every act of the rehearsal is given."""

from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from kdc_desktop.domain.people.made_up import MadeUpPerson
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.rehearsal.clock import RehearsalClock
from kdc_desktop.rehearsal.hands import Hands
from kdc_desktop.rehearsal.plan import RehearsalPlan
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.storage import Database

S = TypeVar("S", bound=Screen)


@dataclass
class Scene:
    """The plan, the hands, the lots and the made-up people of one rehearsal."""

    plan: RehearsalPlan
    hands: Hands
    lots: Random
    clock: RehearsalClock
    people: list[MadeUpPerson]
    played: set[str] = field(default_factory=set)

    @property
    def session_id(self) -> int:
        """The session that is played."""
        session = self.hands.club.window.walk.session
        assert session is not None
        return session.id

    @property
    def database(self) -> Database:
        """The file that is played in, to ask what happened; it is written through the windows."""
        return self.hands.club.database

    def screen(self, kind: type[S]) -> S:
        """The screen in the centre, which must be of this kind."""
        shown = self.hands.club.window.screen_shown
        if not isinstance(shown, kind):
            raise UserError(
                _(
                    "The rehearsal expected {wanted} and found {found}.",
                    wanted=kind.__name__,
                    found=type(shown).__name__,
                )
            )
        return shown

    def first(self, act: str) -> bool:
        """Whether this act has not been played yet; an agenda may hold a kind twice."""
        fresh = act not in self.played
        self.played.add(act)
        return fresh
