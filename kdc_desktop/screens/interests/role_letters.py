"""What a letter means that is pressed while somebody is asked."""

from collections.abc import Callable
from time import monotonic

IN_ONE_GO = 0.4  # s between two letters, within which they are a word and no two roles


class RoleLetters:
    """Knows a word that is typed from single letters that pick a role."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._at = float("-inf")

    def goes_on(self) -> bool:
        """A letter or a space was pressed: whether it goes on with a word."""
        before, self._at = self._at, self._now()
        return self._at - before < IN_ONE_GO

    def end(self) -> None:
        """Something else was pressed."""
        self._at = float("-inf")
