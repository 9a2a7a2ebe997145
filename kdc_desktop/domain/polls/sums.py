"""What may be told of sums: how many marks options got where marks and hands are added up.

“Nearly all” and “nearly none” each leave some papers open. So that the others do not close them
again, their sum is looked at, too: where everybody has a number of marks, options that are told
leave no more than what is left. Then the least of them is told only by its place and a bound.
"""

from collections.abc import Mapping
from typing import NamedTuple

from kdc_desktop.domain.polls.hiding import ToldPart


class Sum(NamedTuple):
    """What is told of what papers gave an option: from the `least` to the `most` it may be."""

    told: ToldPart
    least: int
    most: int


class WholePaper(NamedTuple):
    """What one paper can give: to all options, and to one of them; 0 is any number."""

    in_all: int
    to_one: int


def told_sums(given: Mapping[int, int], papers: int, paper: WholePaper, few: int) -> dict[int, Sum]:
    """What is told of each option, by what the papers gave it."""
    if not few:
        return {key: Sum(ToldPart.NUMBER, got, got) for key, got in given.items()}
    found = {key: _alone(got, papers, paper.to_one, few) for key, got in given.items()}
    if paper.in_all and any(one.told is ToldPart.NEARLY_NONE for one in found.values()):
        return found | _bounded(found, papers * paper.in_all, few)
    return found


def _alone(got: int, papers: int, to_one: int, few: int) -> Sum:
    if got <= few:
        return Sum(ToldPart.NEARLY_NONE, 0, few)
    if to_one and got >= (papers - few) * to_one:
        return Sum(ToldPart.NEARLY_ALL, (papers - few) * to_one, papers * to_one)
    return Sum(ToldPart.NUMBER, got, got)


def _bounded(found: Mapping[int, Sum], in_all: int, few: int) -> dict[int, Sum]:
    """What is told of the options with the least number, so that it leaves nearly none open.

    That is not needed where more marks were left unused than “nearly” leaves open. Where their
    place would tell it all the same, they are told together with those of nearly none; where there
    is no number, and nearly all are so many that none is left, all are.
    """
    least = min((one.most for one in found.values() if one.told is ToldPart.NUMBER), default=0)
    same = [key for key, one in found.items() if one.told is ToldPart.NUMBER and one.most == least]
    unused = in_all - sum(one.least for one in found.values())
    if unused >= few + len(same):
        return {}
    left = unused + least * len(same)
    if left - len(same) * (few + 1) >= few:
        return dict.fromkeys(same, Sum(ToldPart.AT_MOST, few + 1, left // max(1, len(same))))
    if not same:
        return dict.fromkeys(
            found, Sum(ToldPart.AT_MOST, 0, max(one.most for one in found.values()))
        )
    none = [key for key, one in found.items() if one.told is ToldPart.NEARLY_NONE]
    return dict.fromkeys((*same, *none), Sum(ToldPart.AT_MOST, 0, left))


def places_of_sums(
    sums: Mapping[int, Sum], given: Mapping[int, int], hands: Mapping[int, int]
) -> dict[int, int]:
    """What sorts options by their sums, the higher the better: those are equal that may be.

    A number, and what is told by a bound, has its place; else what overlaps has the same one.
    """
    spans = []
    for key, one in sums.items():
        has_place = one.told is ToldPart.NUMBER or (one.told is ToldPart.AT_MOST and one.least)
        low, high = (given[key], given[key]) if has_place else (one.least, one.most)
        raised = hands.get(key, 0)
        spans.append((low + raised, high + raised, key))
    order, above, level = {}, -1, 0
    for low, high, key in sorted(spans):
        level += low > above
        above = max(above, high)
        order[key] = level
    return order
