"""What the board shows of the nouns above it, which hand it to whoever asks."""

from collections.abc import Callable, Mapping

from kdc_desktop.services.kit.source import Source
from kdc_desktop.storage import Snapshot

Marks = Callable[[Snapshot, int], Mapping[int, int] | None]
"""What each idea of a session got when ideas were voted on last; None where nothing is revealed."""

Votes = Callable[[Source], Mapping[int, int]]
"""The same for a sheet of the workbook: marks and hands by the id of an idea, or a cluster."""
