"""The buy-in ledger: who stands where on which version, and whether a consortium can go."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from kdc_desktop.domain.people.sectors import LETTERS, nobody_of
from kdc_desktop.domain.visions.scales import Scale

Trend = Literal["rising", "steady", "falling", "silent"]

_MOST_NAMED = 3
_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


@dataclass(frozen=True)
class Member:
    """A stakeholder in a consortium; `sector` is a sector's letter."""

    id: int
    name: str
    sector: str
    joined_at: datetime


@dataclass(frozen=True)
class PositionAt:
    """Where a member stood on a version of the vision, and when it said so."""

    member_id: int
    version_number: int
    level: int
    at: datetime


@dataclass(frozen=True)
class OpenObjection:
    """A reservation that is still open and stands in the way; `name` is whose it is."""

    name: str
    opened_at: datetime


@dataclass(frozen=True)
class Readiness:
    """Whether a consortium can go, and in words what is missing."""

    ready: bool
    headline: str
    reasons: tuple[str, ...]


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


def _order(position: PositionAt) -> tuple[int, datetime]:
    return position.version_number, position.at


def trend(levels: Sequence[int | None]) -> Trend:
    """Which way a member moves; `levels` by version, None where it gave no answer.

    Silent without an answer to the last version; otherwise the last answer against the one before.
    """
    if not levels or levels[-1] is None:
        return "silent"
    given = [level for level in levels if level is not None]
    if len(given) == 1 or given[-1] == given[-2]:
        return "steady"
    return "rising" if given[-1] > given[-2] else "falling"


def silent_days(member: Member, positions: Iterable[PositionAt], today: date) -> int:
    """Whole days since the member last took a position, or since it joined."""
    last = max((p.at for p in positions if p.member_id == member.id), default=member.joined_at)
    return max(0, (today - last.date()).days)


def trend_words(levels: Sequence[int | None], agreed_level: int, days: int) -> str:
    """What to write beside a member who fell or fell silent; empty when nothing needs saying."""
    direction = trend(levels)
    if direction == "silent":
        return f"silent {days} {'day' if days == 1 else 'days'}"
    last = levels[-1]
    below = last is not None and last < agreed_level
    if direction == "falling":
        return f"fell, below the agreed {agreed_level}" if below else "fell"
    return f"below the agreed {agreed_level}" if below else ""


def readiness(
    scale: Scale,
    agreed_level: int,
    members: Sequence[Member],
    positions: Iterable[PositionAt],
    open_objections: Sequence[OpenObjection],
    needed_sectors: Collection[str],
    today: date,
    *,
    version_number: int,
    observing: Collection[str] = (),
) -> Readiness:
    """Can this consortium go with version `version_number` of its vision (0: there is none yet)?

    Ready means: no member below the agreed level, all have answered, every needed sector is in,
    and no objection is open. Leave observers out of `members`; `observing` are
    their sectors, so that nobody wonders why a sector that can be seen does not count.
    """
    reasons: list[str] = [] if members else ["Nobody is in yet."]
    if version_number < 1:
        reasons.append("There is no vision yet.")
    else:
        answers = latest_positions(positions, version_number)
        reasons += _low(scale, agreed_level, members, answers)
        reasons += _silent(
            [member for member in members if member.id not in answers], version_number
        )
    present = {member.sector for member in members}
    reasons += [
        nobody_of(s, observing=s in observing)
        for s in LETTERS
        if s in needed_sectors and s not in present
    ]
    reasons += [_open(objection, today) for objection in open_objections]
    if not reasons:
        return Readiness(True, "Ready to go", ())
    things = _WORDS[len(reasons)] if len(reasons) < len(_WORDS) else str(len(reasons))
    unit = "thing" if len(reasons) == 1 else "things"
    return Readiness(False, f"Not yet: {things} {unit}", tuple(reasons))


def _silent(members: Sequence[Member], version_number: int) -> list[str]:
    """Who has not answered: by name, or only how many where a list of names would hide the rest."""
    if len(members) > _MOST_NAMED:
        return [f"{len(members)} members have not answered version {version_number}."]
    return [f"{member.name} has not answered version {version_number}." for member in members]


def _low(
    scale: Scale, agreed_level: int, members: Sequence[Member], answers: dict[int, PositionAt]
) -> list[str]:
    below = [
        (scale.level(answers[member.id].level).value, member.name)
        for member in members
        if member.id in answers and answers[member.id].level < agreed_level
    ]
    return [
        f"{name} stands at {level}, you agreed on {agreed_level}."
        for level, name in sorted(below, key=lambda low: low[0])
    ]


def _open(objection: OpenObjection, today: date) -> str:
    days = (today - objection.opened_at.date()).days
    if days < 7:
        return f"An objection of {objection.name} is open."
    return f"An objection of {objection.name} has been open for {days} days."


def mean_by_sector(members: Iterable[Member], positions: Iterable[PositionAt]) -> dict[str, float]:
    """Mean of each sector's last words, in the order of the sectors; without answers, left out."""
    latest = latest_positions(positions)
    levels: dict[str, list[int]] = {letter: [] for letter in LETTERS}
    for member in members:
        if member.id in latest:
            levels[member.sector].append(latest[member.id].level)
    return {letter: sum(given) / len(given) for letter, given in levels.items() if given}
