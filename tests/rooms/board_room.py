"""What tests ask of the board of session 1, and of what is undone next."""

from datetime import datetime

from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.services.board.rows import BoardCounts, IdeaRow, counts_of
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.storage import Database

STARTS = datetime(2026, 11, 3, 18, 0, 0)
EVENING = Instant.of(STARTS, laptop_zone())


def undone_next(database: Database) -> str:
    step = database.next_steps()[0]
    assert step is not None
    return str(step.label)


def notes(database: Database) -> list[IdeaRow]:
    return board_questions.ideas(database, 1, BOARD.marks.of)


def rows(database: Database) -> dict[int, IdeaRow]:
    return {row.id: row for row in notes(database)}


def counts(database: Database) -> BoardCounts:
    there = notes(database)
    free = [row for row in there if row.cluster_id is None]
    aside = {row.id: row for row in board_questions.aside(database, 1)}
    silent = board_questions.is_silent(database, 1)
    return counts_of(len(there), len(free), aside, silent=silent)
