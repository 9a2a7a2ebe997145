"""Where members stand on the versions of a vision, and which way they move."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.i18n import Text, lazy, nlazy
from kdc_desktop.instants import Instant, Zone, days_between


class Trend(StrEnum):
    """Which way a member moves from version to version."""

    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"
    SILENT = "silent"


class Stance(StrEnum):
    """How a member stands to one version: it took a position, or why it has none."""

    TAKEN = "taken"
    HIDDEN = "hidden"  # it has answered, and nobody is shown what before all are revealed
    WAITING = "waiting"  # the version counts and the member is asked
    UNANSWERED = "unanswered"  # the version was replaced before the member answered
    JOINED_LATER = "joined_later"
    OBSERVES = "observes"
    LEFT = "left"


class Stakeholder(NamedTuple):
    """A member of a consortium; `sector` is a sector's letter."""

    id: int
    name: str
    sector: str
    joined_at: Instant


class PositionAt(NamedTuple):
    """Where a member stood on a version of the vision, and when it said so."""

    member_id: int
    version_number: int
    level: int
    at: Instant


class RemarkKind(StrEnum):
    """What there is to say about a member's way."""

    SILENT = "silent"
    FELL = "fell"
    BELOW = "below"
    FELL_BELOW = "fell_below"


@dataclass(frozen=True)
class Remark:
    """What to write beside a member who fell, stands low or fell silent."""

    kind: RemarkKind
    text: Text

    @property
    def is_below(self) -> bool:
        """Whether the member stands below the agreed level."""
        return self.kind in (RemarkKind.BELOW, RemarkKind.FELL_BELOW)

    def __str__(self) -> str:
        return str(self.text)


def stance_of(
    joined_at: Instant,
    replaced_at: Instant | None,
    *,
    taken: bool,
    observes: bool,
    hidden: bool = False,
    left_at: Instant | None = None,
) -> Stance:
    """Whether a member has `taken` a position on a version, or why it has none.

    `replaced_at` is when the next version was written, None for the one that counts; `left_at` is
    when the member left, None for who is in by now.
    """
    if hidden:
        return Stance.HIDDEN
    if taken:
        return Stance.TAKEN
    if replaced_at is not None and joined_at > replaced_at:
        return Stance.JOINED_LATER
    if left_at is not None and (replaced_at is None or left_at < replaced_at):
        return Stance.LEFT
    if observes:
        return Stance.OBSERVES
    return Stance.WAITING if replaced_at is None else Stance.UNANSWERED


def latest_positions(
    positions: Iterable[PositionAt], version_number: int | None = None
) -> dict[int, PositionAt]:
    """Each member's last word, by member id; on one version, or on whichever it answered last."""
    latest: dict[int, PositionAt] = {}
    for position in positions:
        if version_number not in (None, position.version_number):
            continue
        known = latest.get(position.member_id)
        if known is None or _order(position) >= _order(known):
            latest[position.member_id] = position
    return latest


def _order(position: PositionAt) -> tuple[int, Instant]:
    return position.version_number, position.at


def trend(levels: Sequence[int | None]) -> Trend:
    """Which way a member moves; `levels` by version, None where it gave no answer.

    Silent without an answer to the last version; otherwise the last answer against the one before.
    """
    if not levels or levels[-1] is None:
        return Trend.SILENT
    given = [level for level in levels if level is not None]
    if len(given) == 1 or given[-1] == given[-2]:
        return Trend.STEADY
    return Trend.RISING if given[-1] > given[-2] else Trend.FALLING


def silent_days(
    member: Stakeholder, positions: Iterable[PositionAt], now: Instant, zone: Zone
) -> int:
    """Midnights in this zone since the member last took a position, or since it joined."""
    last = max((p.at for p in positions if p.member_id == member.id), default=member.joined_at)
    return days_between(last, now, zone)


def remark_on(levels: Sequence[int | None], agreed_level: int, days: int) -> Remark | None:
    """What to write beside a member with this way; None when nothing needs saying.

    `levels` by version as in `trend`; `days` since it took a position.
    """
    direction = trend(levels)
    if direction is Trend.SILENT and not days:
        return None  # it was asked today
    if direction is Trend.SILENT:
        words = nlazy("silent {count} day", "silent {count} days", days)
        return Remark(RemarkKind.SILENT, words)
    last = levels[-1]
    below = last is not None and last < agreed_level
    if direction is Trend.FALLING and below:
        words = lazy("fell, below {level}", level=agreed_level)
        return Remark(RemarkKind.FELL_BELOW, words)
    if direction is Trend.FALLING:
        return Remark(RemarkKind.FELL, lazy("fell"))
    if below:
        return Remark(RemarkKind.BELOW, lazy("below {level}", level=agreed_level))
    return None


def mean_by_sector(
    members: Iterable[Stakeholder], positions: Iterable[PositionAt]
) -> dict[str, float]:
    """Mean of each sector's last words, in the order of the sectors; without answers, left out."""
    latest = latest_positions(positions)
    levels: dict[str, list[int]] = {letter: [] for letter in COUNTED}
    for member in members:
        if member.id in latest:
            levels[member.sector].append(latest[member.id].level)
    return {letter: sum(given) / len(given) for letter, given in levels.items() if given}
