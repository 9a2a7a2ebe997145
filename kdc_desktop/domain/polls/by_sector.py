"""What sectors may be told to have made of an option, of which the number is told.

Where in no sector nearly all or nearly none support it, each sector's number is told. Else only in
which sectors they do; and not even that where it could not be otherwise, given how many support the
option in all: then nothing is told by sector. Which it is depends on that number and on how many
papers each sector has, which everybody knows, so that what is left out tells nothing either.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from kdc_desktop.domain.polls.hiding import ToldPart, is_near

SectorKind = tuple[ToldPart | None, ...]
"""For each sector whether nearly all or nearly none of it support an option."""


class BySector(NamedTuple):
    """Whether numbers are told, or else in which sectors nearly all or nearly none support it.

    `spans` is what follows from that: from how many to how many of each sector do.
    """

    numbers: bool
    nearly: Mapping[str, ToldPart]
    spans: Mapping[str, tuple[int, int]]


WHOLE, NOT_TOLD = BySector(True, {}, {}), BySector(False, {}, {})


def told_by_sector(support: Mapping[str, int], sizes: Mapping[str, int], few: int) -> BySector:
    """What is told of an option, by how many of how many papers of each sector support it.

    What is shown only together is one of the sectors here.
    """
    if not any(is_near(support[key], sizes[key], few) for key in sizes):
        return WHOLE
    of, in_all = tuple(sizes.values()), sum(support.values())
    kind = tuple(
        _feasible(is_near(support[key], sizes[key], few), sizes[key], in_all, sum(of))
        for key in sizes
    )
    if kind not in _kinds_told(of, in_all, few):
        return NOT_TOLD
    named = {key: told for key, told in zip(sizes, kind, strict=True) if told}
    spans = _spans(kind, of, in_all, few) or []
    return BySector(False, named, dict(zip(sizes, spans, strict=True)))


def _feasible(near: ToldPart | None, size: int, in_all: int, papers: int) -> ToldPart | None:
    """The same, or nothing where not all, or not none, of the sector can support the option."""
    if near is ToldPart.NEARLY_ALL and in_all < size:
        return None
    return None if near is ToldPart.NEARLY_NONE and in_all > papers - size else near


@lru_cache(maxsize=4096)
def _kinds_told(sizes: tuple[int, ...], in_all: int, few: int) -> frozenset[SectorKind]:
    """The kinds that leave open whether all or none of a sector support an option.

    What is not told must leave that open, too; where it does not, no kind is told.
    """
    told, rest = set(), []
    for kind in _kinds(sizes, in_all):
        spans = _spans(kind, sizes, in_all, few)
        if spans is None:
            continue
        if _is_open(spans, sizes):
            told.add(kind)
        else:
            rest.append(spans)
    together = [
        (min(low for low, _high in some), max(high for _low, high in some))
        for some in zip(*rest, strict=True)
    ]
    return frozenset(told) if _is_open(together, sizes) else frozenset()


def _kinds(sizes: tuple[int, ...], in_all: int) -> Iterator[SectorKind]:
    papers = sum(sizes)
    each = [
        [
            told
            for told in (None, ToldPart.NEARLY_ALL, ToldPart.NEARLY_NONE)
            if _feasible(told, size, in_all, papers) is told
        ]
        for size in sizes
    ]
    return product(*each)


def _spans(
    kind: SectorKind, sizes: tuple[int, ...], in_all: int, few: int
) -> list[tuple[int, int]] | None:
    """From how many to how many of each sector may support it; None where that cannot be."""
    papers, ends = sum(sizes), []
    for told, size in zip(kind, sizes, strict=True):
        low = few + 1 if _feasible(ToldPart.NEARLY_NONE, size, in_all, papers) else 0
        high = size - few - 1 if _feasible(ToldPart.NEARLY_ALL, size, in_all, papers) else size
        if told is ToldPart.NEARLY_NONE:
            low, high = 0, few
        elif told is ToldPart.NEARLY_ALL:
            low, high = size - few, size
        ends.append((low, high))
    least, most = sum(low for low, _high in ends), sum(high for _low, high in ends)
    if not least <= in_all <= most or any(low > high for low, high in ends):
        return None
    return [
        (max(low, in_all - (most - high)), min(high, in_all - (least - low))) for low, high in ends
    ]


def _is_open(spans: list[tuple[int, int]], sizes: tuple[int, ...]) -> bool:
    """Whether of no sector all must support it, and of none nobody can."""
    return all(low < size and high > 0 for (low, high), size in zip(spans, sizes, strict=False))
