"""What polls show of the nouns above them, which hand it to whoever asks."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.storage import Database, Snapshot

Won = Callable[[Snapshot, Collection[int]], Collection[tuple[int, int]]]
"""What these sessions chose to take further: a poll, and its option."""

Mark = Callable[[Database, int, Sequence[int]], object]
"""Does something with these options of a poll, by their ids; UserError when it cannot."""

MarkFor = Callable[[Database, int, Sequence[int], str, Ballots | None], object]
"""The same for a reason, which may be empty, and with papers that have just been counted."""

PassedOver = Callable[[Mapping[int, int], Collection[int]], tuple[int, int] | None]
"""Of announced ranks, and options that are taken: one that is passed over, and for which one."""


@dataclass(frozen=True)
class WinnersBadge:
    """How what the room chose is taken further, told, and taken no further.

    `tables` are those that `won` is read from.
    """

    tables: frozenset[str]
    won: Won
    mark: MarkFor
    passed_over: PassedOver
    unmark: Mark
