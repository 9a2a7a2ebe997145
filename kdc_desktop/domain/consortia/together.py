"""Who is in one group although they are kept apart. For the facilitator's eyes only."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kdc_desktop.i18n import _


class Together(NamedTuple):
    """Two people of one group who are kept apart, by id and by name."""

    one_id: int
    other_id: int
    one: str
    other: str

    @property
    def sentence(self) -> str:
        """That they are kept apart."""
        return _("{one} and {other} are kept apart.", one=self.one, other=self.other)

    def told(self, group: str) -> str:
        """That both are in a group now, and what is done about it."""
        return _(
            "{one} and {other} are kept apart, and both are in {group} now.",
            one=self.one,
            other=self.other,
            group=group,
        )


def together(pairs: Iterable[tuple[int, int]], names: Mapping[int, str]) -> tuple[Together, ...]:
    """Those of these pairs that are kept apart of which both are among the people of a group."""
    return tuple(
        Together(one, other, names[one], names[other])
        for one, other in sorted(pairs)
        if one in names and other in names
    )
