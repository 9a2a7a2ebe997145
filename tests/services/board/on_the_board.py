"""Notes to begin with, and what covers what."""

from kdc_desktop.domain.board.layout import Rect, note_rect
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.storage import Database
from tests.rooms.board_room import notes


def add(database: Database, count: int, **more: object) -> list[int]:
    return [board_ideas.add_idea(database, 1, f"Idea {n}", **more) for n in range(1, count + 1)]  # type: ignore[arg-type]


def box(database: Database, cluster_id: int) -> Rect:
    found = next(row for row in board_questions.clusters(database, 1) if row.id == cluster_id)
    return Rect(found.x, found.y, found.width, found.height)


def overlaps(database: Database) -> list[tuple[int, int]]:
    here = [(row.id, note_rect((row.x, row.y))) for row in notes(database)]
    return [(a, b) for n, (a, one) in enumerate(here) for b, two in here[:n] if one.overlaps(two)]
