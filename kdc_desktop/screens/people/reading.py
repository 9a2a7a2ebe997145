"""When the lists of People are read: at once, or in turns of the window."""

from collections.abc import Callable

from kdc_desktop.domain.kit.steps import at_once
from kdc_desktop.screens.kit.in_turns import InTurns
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.people.lists import PeopleLists
from kdc_desktop.services.kit.many import MANY


class PeopleReading:
    """Reads long lists in turns the first time, which `announce` says, and when many rows differ.

    `tell` is called when they are shown.
    """

    def __init__(
        self,
        screen: Screen,
        lists: PeopleLists,
        announce: Callable[[], object],
        tell: Callable[[], object],
    ) -> None:
        self._turns, self._lists = InTurns(screen), lists
        self._announce, self._tell = announce, tell
        self._many = False
        self._waiting: list[Callable[[], object]] = []

    @property
    def under_way(self) -> bool:
        """Whether there is something that is read and not shown yet."""
        return self._turns.under_way

    def expect(self, changed: int) -> None:
        """So many rows differ from those that were read."""
        self._many = self._many or changed >= MANY

    def begin(self) -> None:
        """Read, and show what was read."""
        parts = (*self._lists.parts(), self._end)
        first = not (self._lists.filled or self.under_way)
        in_turns, self._many = first or self._many, False
        if not (in_turns and self._lists.are_long()):
            self._turns.drop()
            for part in parts:
                if (steps := part()) is not None:
                    at_once(steps)
            return
        if first:
            self._announce()
        self._turns.start(*parts)

    def afterwards(self, act: Callable[[], object]) -> None:
        """Do this now, or when what is being read is shown."""
        if self.under_way:
            self._waiting.append(act)
        else:
            act()

    def _end(self) -> None:
        self._tell()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
