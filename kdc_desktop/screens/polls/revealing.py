"""The result is shown: all at once or place by place, and the room goes along."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import SignalInstance

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.screens.polls.poll_pages import PollPages
from kdc_desktop.screens.polls.poll_verbs import PollVerbs
from kdc_desktop.screens.polls.room import RoomPoll
from kdc_desktop.services.polls.rows import PollRow


class HoldsPoll(Protocol):
    """Knows which poll is shown, and does something with it."""

    @property
    def poll(self) -> PollRow | None: ...
    def with_poll(self, verb: Callable[..., bool], *args: object) -> bool: ...


class RevealsPolls(HoldsPoll, Protocol):
    """What is asked of the screen."""

    pages: PollPages
    said: SignalInstance
    along_wanted: SignalInstance

    @property
    def sight(self) -> Sight | None: ...
    def refresh(self) -> None: ...
    def catch_up(self) -> None: ...


class Revealing:
    """Shows the result of the poll that a screen shows, to everybody."""

    def __init__(self, screen: RevealsPolls, verbs: PollVerbs, room: RoomPoll) -> None:
        self._screen, self._verbs, self._room = screen, verbs, room

    def reveal(self) -> None:
        """Show the result, or what of it is not shown yet."""
        self._room.end_steps()
        poll = self._screen.poll
        if poll is None or poll.revealed:
            return
        if self._screen.with_poll(self._verbs.reveal):
            self.take_the_room_along(_("The result is revealed."))

    def reveal_by_place(self) -> None:
        """Show the result, the last place first; again begins once more."""
        screen = self._screen
        poll = screen.poll
        if poll is not None and (poll.revealed or screen.with_poll(self._verbs.reveal)):
            self._room.begin_steps(poll.id)
            screen.refresh()
            screen.pages.result_page.table.setFocus()  # where Space is what it says
            told = _("Space shows the room the next place; Ctrl+R shows all.")
            screen.said.emit(told)
            self.take_the_room_along(told)

    def take_the_room_along(self, told: str) -> None:
        """While another stage runs, the room sees this poll all the same, where it may."""
        self._screen.catch_up()
        if (sight := self._screen.sight) is not None:
            self._screen.along_wanted.emit(sight, told)
