"""What polls show of the nouns above them, which hand it to whoever asks."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from kdc_desktop.storage import Database, Snapshot

Won = Callable[[Snapshot, Collection[int]], Collection[tuple[int, int]]]
"""What these sessions chose to take further: a poll, and its option."""

Mark = Callable[[Database, int, Sequence[int]], object]
"""Does something with these options of a poll, by their ids; UserError when it cannot."""


@dataclass(frozen=True)
class WinnersBadge:
    """How what the room chose is taken further, told, and taken no further.

    `tables` are those that `won` is read from.
    """

    tables: frozenset[str]
    won: Won
    mark: Mark
    unmark: Mark
