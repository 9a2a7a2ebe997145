"""Bringing options into one's own order: 1 is first, equal ranks are ties, there are no gaps."""

from kdc_desktop.domain.polls.cast import Marks, Spot


def put_in(marks: Marks, spot: Spot, *, level: bool = False) -> dict[Spot, int]:
    """The order with this option after all others, or `level` with whoever comes last by now."""
    rest = taken_out(marks, spot)
    last = max(rest.values(), default=0)
    return rest | {spot: last if level and last else last + 1}


def taken_out(marks: Marks, spot: Spot) -> dict[Spot, int]:
    """The order without this option; those behind it move up."""
    rest = {one: rank for one, rank in marks.items() if one != spot}
    ranks = {rank: at for at, rank in enumerate(sorted(set(rest.values())), start=1)}
    return {one: ranks[rank] for one, rank in rest.items()}
