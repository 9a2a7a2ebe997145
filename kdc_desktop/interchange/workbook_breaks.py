"""Where a page of paper ends, so that what belongs together stands together."""

from collections.abc import Sequence

_FEW = 3  # rows: no page ends a table with fewer
_MOST = 1_000  # pages; Excel takes 1,026 breaks

Heights = Sequence[float]


def ends_of_blocks(blocks: Sequence[Heights], room: float) -> list[int]:
    """After how many rows a page ends: between blocks, and within one that is too long for that.

    A block is told by the heights of its rows; a page has so much room.
    """
    ends: list[int] = []
    used, before = 0.0, 0
    for block in blocks:
        high = sum(block)
        if used and used + high > room and (high <= room or used > room / 2):
            ends.append(before)
            used = 0.0
        inside = _ends_within(block, room - used, room)
        ends += (before + place for place in inside)
        used = sum(block[inside[-1] :]) if inside else used + high
        before += len(block)
    return ends


def ends_of_rows(rows: Heights, above: float, repeated: float, rooms: Sequence[float]) -> list[int]:
    """After how many rows of a table a page is to end; none where it may end by itself.

    `above` stands before the first row on the first page, `repeated` on every other. How much room
    a page has differs from program to program: only where in one of the `rooms` the last page
    would have a few rows, all pages are told where they end.
    """
    if not any(_leaves_few(rows, room - above, room - repeated) for room in rooms):
        return []
    least = min(rooms)
    ends = _ends_within(rows, least - above, least - repeated)
    return ends if len(ends) < _MOST else []


def _leaves_few(rows: Heights, first: float, room: float) -> bool:
    ends = _ends_within(rows, first, room, few=0)
    return bool(ends) and len(rows) - ends[-1] < _FEW


def _ends_within(rows: Heights, first: float, room: float, few: int = _FEW) -> list[int]:
    """Where pages end of which the first has another room, and the last not too few rows."""
    ends: list[int] = []
    used, begun = 0.0, 0
    for place, high in enumerate(rows):
        if used + high > (room if ends else first) and place > begun:
            ends.append(place)
            used, begun = 0.0, place
        used += high
    if ends and len(rows) - ends[-1] < few:
        before = ends[-2] if len(ends) > 1 else 0
        ends[-1] = max(before + 1, len(rows) - few)
    return ends
