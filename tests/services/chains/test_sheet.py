"""The sheet that follows ideas."""

from typing import Any

from kdc_desktop.domain.kit.editions import Edition
from kdc_desktop.services.board.ideas import trash_ideas
from kdc_desktop.services.chains.sheets import trail
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.chains_room import ChainsRoom


def lines(club: ChainsRoom, session_id: int | None = 1, **more: Any) -> dict[str, dict[str, Any]]:
    """By idea: what stands in each column that is not empty."""
    with club.room.database.read() as snapshot:
        table = trail(Source(snapshot, session_id, club.room.database.now(), **more))
    titles = [str(column.title) for column in table.columns]
    rows: list[dict[str, Any]] = [dict(zip(titles, row, strict=True)) for row in table.rows]
    return {row["Idea"]: {key: at for key, at in row.items() if at is not None} for row in rows}


def test_a_row_tells_the_furthest_that_an_idea_came_to_with_all_ids(club: ChainsRoom) -> None:
    database, trams, kites = club.room.database, club.idea("Trams", 0), club.idea("Kites")
    poll_id = club.voted(trams, kites, votes=(3, 1))
    winner = club.chosen(poll_id)
    consortium_id, member = club.consortium(winner)
    vision_id = save_version(database, consortium_id, "Trams by night")
    commit(database, member, "A driver", club.day(-1))
    found = lines(club)
    assert found["Trams"] == {
        "Idea id": trams,
        "Idea": "Trams",
        "Author id": club.room.people[0],
        "Author": "Aino Ainonen",
        "How far": "promised",
        "What became of it": "Yard bikes: visioning, version 1, 0 of 1 commitment kept",
        "So far since": club.today,
        "Poll id": poll_id,
        "Place in the vote": 1,
        "Of how many": 2,
        "Winner id": winner,
        "Winner": "Trams",
        "Consortium id": consortium_id,
        "Consortium": "Yard bikes",
        "State": "visioning",
        "Vision id": vision_id,
        "Version": 1,
        "Commitments kept": 0,
        "Commitments to come": 0,
        "Commitments overdue": 1,
    }
    assert found["Kites"] == {
        "Idea id": kites,
        "Idea": "Kites",
        "How far": "voted",
        "What became of it": "in the vote: place 2 of 2",
        "So far since": club.today,
        "Poll id": poll_id,
        "Place in the vote": 2,
        "Of how many": 2,
    }


def test_the_sheet_of_the_club_and_of_the_evening_hold_the_same_ideas(club: ChainsRoom) -> None:
    trams = club.idea("Trams")
    trash_ideas(club.room.database, [club.room.ideas[0], trams])
    assert lines(club).keys() == lines(club, None).keys()
    assert len(lines(club)) == 5
    assert lines(club, None, edition=Edition.SHARE).keys() == lines(club).keys()
