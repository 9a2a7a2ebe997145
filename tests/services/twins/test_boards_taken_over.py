"""Ideas of another version come to the board of the title on which they hang there."""

from pathlib import Path

from sqlalchemy import select

from kdc_desktop.model import Idea
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import merging
from kdc_desktop.services.board.boards import add_board, boards
from kdc_desktop.services.twins.taking_over import take_over_from
from kdc_desktop.storage import Database
from tests.rooms.twin_clubs import SESSION, differences, parted


def hung(database: Database) -> dict[str, str]:
    titles = {row.id: row.title for row in boards(database, SESSION)}
    with database.read() as snapshot:
        return {idea.text: titles[idea.board_id] for idea in snapshot.scalars(select(Idea))}


def test_each_comes_to_the_board_of_that_title_and_else_to_the_first(tmp_path: Path) -> None:
    here, there = parted(tmp_path)
    add_board(here, SESSION, "Offers")
    add_board(here, SESSION, "Obstacles")
    obstacles, alone = (add_board(there, SESSION, title) for title in ("obstacles", "Only there"))
    permits, forms, _money = (
        board_ideas.add_idea(there, SESSION, text, board_id=board)
        for text, board in (("Permits", obstacles), ("Forms", obstacles), ("Money", alone))
    )
    merging.merge_ideas(there, [permits, forms])
    chosen = [one for one in differences(here, there) if one.can_be_taken]
    take_over_from(here, there.path, chosen)
    found = hung(here)
    assert {text: found[text] for text in ("Permits", "Forms", "Money")} == {
        "Permits": "Obstacles",
        "Forms": "Obstacles",
        "Money": "Board",
    }
    for database in (here, there):
        database.close()
