"""Pairs rows with what they may be, so that as many as can be have one of their own."""

from collections.abc import Iterator, Mapping, Sequence


def paired(fitting: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """For each key one of what fits it, none for two keys; as many keys as possible have one.

    What stands first is preferred. A key that comes later may move an earlier one to another of
    those that fit it, but never leaves it without.
    """
    holders: dict[int, int] = {}
    given_up: set[int] = set()  # what no move sets free
    for key in fitting:
        free = next((one for one in fitting[key] if one not in holders), None)
        taken = {free: key} if free is not None else _moves(key, fitting, holders, given_up)
        holders.update(taken)
    return {key: one for one, key in holders.items()}


def _moves(
    key: int, fitting: Mapping[int, Sequence[int]], holders: Mapping[int, int], given_up: set[int]
) -> dict[int, int]:
    """Who would take what, the last of it what is free; empty where nothing can be moved."""
    wants: dict[int, int] = {}
    waiting: list[int] = [key]
    for asking in waiting:
        for one in fitting[asking]:
            if one in wants or one in given_up:
                continue
            wants[one] = asking
            if one not in holders:
                return dict(_way_back(one, key, wants, holders))
            waiting.append(holders[one])
    given_up |= wants.keys()
    return {}


def _way_back(
    last: int, key: int, wants: Mapping[int, int], holders: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    held = {asking: one for one, asking in holders.items()}
    while True:
        asking = wants[last]
        yield last, asking
        if asking == key:
            return
        last = held[asking]
