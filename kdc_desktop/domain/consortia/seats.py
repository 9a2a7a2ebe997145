"""Who was in a consortium when, as what, and so who was asked: one rule for every count.

Asked is who is in and more than an observer. At an asking that counts as it was when that ended,
and by now while it is open; whoever has answered it was asked in any case.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.instants import Instant


@dataclass(frozen=True)
class Away:
    """When a member left, to whom it handed over, and when it came back, if it did."""

    left_at: Instant
    back_at: Instant | None = None
    handed_to: str = ""


class RoleAt(NamedTuple):
    """From then on a member was this, and until then something else."""

    at: Instant
    was: MemberRole
    role: MemberRole


class Seated:
    """A row about a member, with its `role` by now, when it joined, was away, and what it was."""

    role: MemberRole
    joined_at: Instant
    aways: tuple[Away, ...]
    roles: tuple[RoleAt, ...]

    @property
    def observes(self) -> bool:
        """Whether it only looks on, and is not asked."""
        return self.role is MemberRole.OBSERVER

    @property
    def has_left(self) -> bool:
        """Whether it is away by now."""
        return self.left_at is not None

    @property
    def left_at(self) -> Instant | None:
        """When it left, if it is away by now."""
        if not self.aways:  # as most, and many are asked
            return None
        return min((away.left_at for away in self.aways if away.back_at is None), default=None)

    @property
    def is_asked(self) -> bool:
        """Whether it is in by now, and more than an observer."""
        return self.role is not MemberRole.OBSERVER and self.left_at is None

    def away_at(self, at: Instant) -> Away | None:
        """The leaving that it was away by then."""
        for away in self.aways:
            if away.left_at <= at and (away.back_at is None or away.back_at > at):
                return away
        return None

    def observed_at(self, at: Instant) -> bool:
        """Whether it only looked on then."""
        role = self.role
        for step in reversed(self.roles):
            if step.at <= at:
                return step.role is MemberRole.OBSERVER
            role = step.was
        return role is MemberRole.OBSERVER

    def was_asked_at(self, at: Instant) -> bool:
        """Whether it was in then, and more than an observer."""
        return self.joined_at <= at and self.away_at(at) is None and not self.observed_at(at)


class Shared(NamedTuple):
    """So many of those `asked` have `answered`, and are `agreed`: at the agreed level or better."""

    asked: int
    answered: int
    agreed: int


def shared(levels: Iterable[int | None], agreed_level: int) -> Shared:
    """What the levels of all who are asked come to; None for who has not answered."""
    asked: Sequence[int | None] = list(levels)
    given = [level for level in asked if level is not None]
    return Shared(len(asked), len(given), sum(level >= agreed_level for level in given))
