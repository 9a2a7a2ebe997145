"""What the noun above knows of what consortia give back, for the list of the whole club."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from kdc_desktop.domain.kit.amounts import Amount
from kdc_desktop.storage import Snapshot


class GivesBack(NamedTuple):
    """Minutes a day for so many people, and what that is `worth` for all of them together."""

    minutes: float
    people: int
    worth: Amount
    is_measured: bool


ReadGivesBack = Callable[[Snapshot, Sequence[int]], Mapping[int, GivesBack]]


class GainsBadge(NamedTuple):
    """What consortia give back, by consortium; one of which nobody has said is not among them.

    `tables` are those that it is read from.
    """

    tables: frozenset[str]
    of: ReadGivesBack


NO_GAINS = GainsBadge(frozenset(), lambda _snapshot, _ids: {})
"""Where nobody has to know what consortia give back."""
