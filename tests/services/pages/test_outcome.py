"""The outcome tells those who were not there what was decided, and nothing that is secret."""

from kdc_desktop.domain.pages.values import Heading, PageTable
from kdc_desktop.domain.polls.states import Secrecy
from tests.rooms.page_words import words_in
from tests.rooms.workbook_room import reveal, vote


def grid_after(document, heading: str) -> PageTable:
    blocks = list(document.blocks)
    at = next(n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.text == heading)
    return next(one for one in blocks[at:] if isinstance(one, PageTable))


def test_it_says_who_came_by_sector(document):
    grid = grid_after(document("outcome"), "Who came")
    assert grid.heads == ("Sector", "People", "For the first time", "Returning")
    assert grid.rows[0] == ("Companies", "4", "4", "0")
    assert grid.rows[-1] == ("Everybody", "20", "20", "0")


def test_it_says_who_owes_what_by_when(document):
    grid = grid_after(document("outcome"), "Who owes what by when")
    assert [row[0:1] + row[2:] for row in grid.rows] == [
        ("01.11.2026, overdue", "Two yards", "Yard bikes")
    ]


def test_it_tells_each_consortium_with_vision_members_and_what_is_missing(document):
    words = words_in(document("outcome"))
    assert "A bike and a trailer in every yard" in words
    assert "A bike in every yard" not in words, "an older version"
    assert "Still looked for: A bike mechanic." in words


def test_a_result_is_told_once_the_room_has_seen_it(room, document):
    poll_id = room.open_poll(secrecy=Secrecy.SECRET, marks_each=3, question="Which first?")
    vote(room, poll_id, range(12), 0)
    assert "Which first?" not in words_in(document("outcome")), "as the heading of a result"
    reveal(room, poll_id)
    grid = grid_after(document("outcome"), "1. Which first? (Dots)")
    assert [row[-1] for row in grid.rows] == ["12", *["nearly none"] * (len(grid.rows) - 1)]


def test_sectors_with_few_papers_are_told_together(room, document):
    poll_id = room.open_poll(secrecy=Secrecy.SECTOR_ONLY, marks_each=3, question="Which first?")
    vote(room, poll_id, [*range(0, 20, 5), 1, 2], 0)
    reveal(room, poll_id)
    grid = grid_after(document("outcome"), "1. Which first? (Dots)")
    assert "Together" in grid.heads
    first = dict(zip(grid.heads, grid.rows[0], strict=True))
    assert first["Votes"] == first["Together"] == "6"
    assert {first[one] for one in grid.heads[2:-2]} == {"–"}
