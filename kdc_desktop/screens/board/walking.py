"""Which note comes next when one walks the board with keys."""

from collections.abc import Iterable

from kdc_desktop.domain.board.arranging import reading_order
from kdc_desktop.services.board.rows import IdeaRow


def walk_order(notes: Iterable[IdeaRow]) -> list[int]:
    """All notes as one reads them: the clusters one after the other, then the free ones."""
    groups: dict[int | None, dict[int, tuple[float, float]]] = {}
    for row in notes:
        groups.setdefault(row.cluster_id, {})[row.id] = (row.x, row.y)
    order = sorted(groups, key=lambda key: (key is None, key or 0))
    return [note for key in order for note in reading_order(groups[key])]


def next_note(notes: Iterable[IdeaRow], start: IdeaRow | None, right: int, down: int) -> int | None:
    """The nearest note in a direction; without a start the first as one reads. None at the end."""
    if start is None:
        order = walk_order(notes)
        return order[0] if order else None
    best, nearest = None, float("inf")
    for row in notes:
        dx, dy = row.x - start.x, row.y - start.y
        along = dx * right + dy * down
        aside = abs(dx * down) + abs(dy * right)
        if along > 1 and along + 3 * aside < nearest and aside < 4 * along:
            best, nearest = row.id, along + 3 * aside
    return best
