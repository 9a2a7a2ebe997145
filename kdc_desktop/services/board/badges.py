"""What the board shows of the nouns above it, which hand it to whoever asks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kdc_desktop.services.kit.source import Source
from kdc_desktop.storage import Snapshot

MarksOf = Callable[[Snapshot, int], Mapping[int, int] | None]
"""What each idea of a session got when ideas were voted on last; None where nothing is revealed."""


@dataclass(frozen=True)
class MarksBadge:
    """The marks on notes; `tables` are those they are read from.

    `takes_long` tells whether to add them up is felt, in this session.
    """

    tables: frozenset[str]
    of: MarksOf
    takes_long: Callable[[Snapshot, int], bool]


def no_marks(_snapshot: Snapshot, _session_id: int) -> None:
    """For whoever lists ideas and shows no marks on them."""


Votes = Callable[[Source], Mapping[int, int]]
"""The same for a sheet of the workbook: marks and hands by the id of an idea, or a cluster."""
