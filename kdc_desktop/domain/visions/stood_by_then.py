"""Where the members of a consortium stand, in numbers only: for lists of many consortia.

Only what was revealed counts here. `readiness` says the same in sentences, for one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

DEEP = 2  # levels from which on a fall is told of
GivenLevel = tuple[int, int, int | None, int]
"""An answer: a member's id, a version's, its asking's (None from before askings), and a level."""


class AskedAbout(NamedTuple):
    """An asking about a version; `is_open` while its answers may change, and are not told."""

    id: int
    consortium_id: int
    vision_id: int
    scale: str
    agreed_level: int
    is_open: bool


class AskingTerms(NamedTuple):
    """On which scale a consortium answers by now, what it agrees on, and its latest version."""

    scale: str
    agreed_level: int
    vision_id: int


@dataclass(frozen=True)
class Stood:
    """Where members stand on the latest version (`levels`), and how they came there.

    Of those who are `hidden` nobody is shown what they answered about it. So many have `fallen`:
    they said much less than to an asking before. `shares` are how large a part of those who had
    answered by then agreed, from asking to asking.
    """

    levels: Mapping[int, int]
    hidden: Collection[int]
    fallen: int
    shares: tuple[float, ...]


def stood(
    answers: Iterable[GivenLevel],
    askings: Mapping[int, AskedAbout],
    terms: AskingTerms,
) -> Stood:
    """What the answers of a consortium come to.

    Args:
        answers: in the order of time.
        askings: by id, in the order of time.
        terms: answers on another scale are left to their askings.
    """
    levels: dict[int, int] = {}
    hidden: set[int] = set()
    last: dict[int, tuple[int, int]] = {}
    before: dict[int, int] = {}
    together: dict[int, list[tuple[int, int]]] = {}
    for member_id, vision_id, asking_id, level in answers:
        asking, is_latest = askings.get(asking_id or 0), vision_id == terms.vision_id
        if asking_id is not None and (asking is None or asking.is_open):
            if is_latest:
                hidden.add(member_id)
            continue
        if is_latest:
            hidden.discard(member_id)
        if asking is not None and asking.scale != terms.scale:
            continue
        if is_latest:
            levels[member_id] = level
        about = asking_id or -vision_id
        known = last.get(member_id)
        if known is not None and known[0] != about:
            before[member_id] = known[1]
        last[member_id] = about, level
        together.setdefault(about, []).append((member_id, level))
    fallen = sum(level - last[key][1] >= DEEP for key, level in before.items())
    return Stood(levels, hidden, fallen, tuple(_shares(together, askings, terms)))


def _shares(
    together: Mapping[int, Sequence[tuple[int, int]]],
    askings: Mapping[int, AskedAbout],
    terms: AskingTerms,
) -> Iterator[float]:
    """Those of before askings come first, in the order of time as well."""
    levels: dict[int, int] = {}
    old = [about for about in together if about < 0]
    for about in (*old, *(key for key in askings if key in together)):
        agreed = terms.agreed_level if about < 0 else askings[about].agreed_level
        levels.update(together[about])
        yield sum(map(agreed.__le__, levels.values())) / len(levels)


def things_missing(
    levels: Collection[int | None],
    agreed_level: int,
    version_number: int,
    *,
    missing_sectors: int,
    open_roles: int,
    objections: int,
) -> int:
    """How many things keep a consortium from going, as `readiness` counts them.

    Args:
        levels: where those who are asked stand on the latest version, None who has not answered.
        version_number: 0 where there is no vision yet.
    """
    beside = missing_sectors + open_roles + objections + (not levels)
    if version_number < 1:
        return beside + 1
    return beside + sum(level is None or level < agreed_level for level in levels)
