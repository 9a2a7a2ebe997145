"""A list that comes in leaves every idea on the board on which it hangs."""

from pathlib import Path

from kdc_desktop.services.board.badges import no_marks
from kdc_desktop.services.board.boards import add_board
from kdc_desktop.services.board.ideas import add_idea
from kdc_desktop.services.board.importing import import_ideas, preview_ideas
from kdc_desktop.services.board.questions import clusters, ideas
from kdc_desktop.storage import Database

SESSION = 1


def test_what_is_there_already_gets_its_cluster_on_its_own_board(
    database: Database, tmp_path: Path
) -> None:
    second = add_board(database, SESSION, "Obstacles")
    add_idea(database, SESSION, "Permits take long", board_id=second)
    add_idea(database, SESSION, "Yard bikes")
    path = tmp_path / "list.csv"
    path.write_text(
        "Idea,Cluster\nPermits take long,City\nYard bikes,City\nNight ferries,Sea\n",
        encoding="utf-8",
    )
    import_ideas(database, SESSION, preview_ideas(database, SESSION, path))
    for board_id, names, texts in (
        (None, {"City", "Sea"}, {"Yard bikes", "Night ferries"}),
        (second, {"City"}, {"Permits take long"}),
    ):
        assert {row.name for row in clusters(database, SESSION, board_id=board_id)} == names
        found = ideas(database, SESSION, no_marks, board_id=board_id)
        assert {row.text for row in found} == texts
        assert all(row.cluster_id is not None for row in found)
    database.undo()
    assert clusters(database, SESSION) == []
