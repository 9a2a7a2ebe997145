"""Points at notes and clusters that an undo has changed."""

from PySide6.QtCore import QRectF

from kdc_desktop.domain.board.layout import NOTE_HEIGHT, NOTE_WIDTH
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.board.contents import cluster_rect
from kdc_desktop.screens.board.importing import MANY_GONE
from kdc_desktop.screens.board.places import note_rect
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.screen import ChangedRows

MOST_SELECTED_NOTES = 200
"""More notes are not selected: that so much has changed is seen without."""


def point_at_rows(screen: BoardScreen, rows: ChangedRows) -> None:
    """Turn to the board of what was changed, and point at it there."""
    of_boards = [*rows.get("idea", {}).values(), *rows.get("cluster", {}).values()]
    if of_boards and "board_id" in of_boards[0]:
        screen.boards.turn_to(of_boards[0]["board_id"])
        screen.catch_up()
    point_at_notes(screen.view, rows)


def point_at_notes(view: BoardView, rows: ChangedRows) -> None:
    """Select them, or the cluster; the board moves only where nothing of them can be seen.

    A note that is gone is looked for where it lay, one that is merged at the note that has it.
    """
    notes, clusters = view.contents.notes, view.contents.clusters
    ideas = rows.get("idea", {})
    shown = [key if key in notes else row.get("parent_id") for key, row in ideas.items()]
    found = [key for key in dict.fromkeys(shown) if key in notes]
    boxes = [key for key in rows.get("cluster", ()) if key in clusters]
    if 0 < len(found) <= MOST_SELECTED_NOTES:
        view.select(found)
    elif boxes and not ideas:
        view.choose_cluster(boxes[0])
    if not found and len(ideas) >= MANY_GONE:
        return  # where an import lay there is nothing to be seen: see `IdeaImport.follow`
    places = [note_rect(notes[key]) for key in found] or [
        QRectF(row["x"], row["y"], NOTE_WIDTH, NOTE_HEIGHT) for row in ideas.values() if "x" in row
    ]
    _show(view, places or [cluster_rect(clusters[key]) for key in boxes])


def _show(view: BoardView, places: list[QRectF]) -> None:
    seen = view.seen()
    if places and not any(seen.intersects(place) for place in places):
        room = QRectF()
        for place in places:
            room = room.united(place)
        view.show_rect(room.x(), room.y(), room.width(), room.height())
