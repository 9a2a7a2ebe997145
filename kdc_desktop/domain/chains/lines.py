"""From an idea to what carries it further: itself, what it was merged into, and its cluster."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Hung(NamedTuple):
    """Where an idea hangs: behind which other one, in which cluster, or in the trash."""

    parent_id: int | None
    cluster_id: int | None
    in_trash: bool = False


class IdeaLine(NamedTuple):
    """An idea and those it was merged into, one after the other, and the cluster of the last one.

    The last of `ideas` lies on the board.
    """

    ideas: tuple[int, ...]
    cluster_id: int | None


def line_of(idea_id: int, hung: Mapping[int, Hung]) -> IdeaLine | None:
    """The line of an idea; None where it, or one that it was merged into, is in the trash.

    Where ideas are merged in a circle, which no verb does, it ends before it comes round.
    """
    here = hung.get(idea_id)
    if here is not None and here.parent_id is None:  # most lie on the board
        return None if here.in_trash else IdeaLine((idea_id,), here.cluster_id)
    ideas: dict[int, None] = {}
    at: int | None = idea_id
    while at is not None and at not in ideas:
        here = hung.get(at)
        if here is None:
            break
        if here.in_trash:
            return None
        ideas[at] = None
        at = here.parent_id
    if not ideas:
        return None
    *_others, last = ideas
    return IdeaLine(tuple(ideas), hung[last].cluster_id)


class Lines:
    """The lines of many ideas, followed both ways; `of` has none of what is in the trash."""

    def __init__(self, hung: Mapping[int, Hung]) -> None:
        lines = ((key, line_of(key, hung)) for key in hung)
        self.of: dict[int, IdeaLine] = {key: line for key, line in lines if line is not None}

    def carried(self, idea_id: int | None, cluster_id: int | None) -> Iterator[int]:
        """Every idea that this one, or this cluster, carries further; itself among them."""
        for key, line in self.of.items():
            if idea_id in line.ideas or (cluster_id is not None and cluster_id == line.cluster_id):
                yield key
