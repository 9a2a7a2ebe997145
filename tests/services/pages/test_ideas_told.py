"""The outcome tells every idea of the board in words, by cluster and with who wrote it."""

from kdc_desktop.domain.pages.values import Bullets, Heading, Paragraph, Picture
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea, Session
from kdc_desktop.services.board.boards import add_board
from kdc_desktop.services.board.clusters import add_cluster
from kdc_desktop.services.board.ideas import add_idea
from tests.rooms.page_words import words_in


def blocks_below(document, heading: str) -> list:
    """What stands below a heading, up to the next one."""
    blocks = list(document.blocks)
    at = next(n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.text == heading)
    below = blocks[at + 1 :]
    ends = [n for n, one in enumerate(below) if isinstance(one, Heading)]
    return below[: ends[0]] if ends else below


def change(room, idea: int, **values: object) -> None:
    with room.database.edit(lazy("Changed")) as edit:
        for name, value in values.items():
            setattr(edit.get_one(Idea, room.ideas[idea]), name, value)


def test_ideas_stand_in_words_below_their_clusters_and_in_one_picture(document):
    made = document("outcome")
    first, picture = blocks_below(made, "The ideas")
    assert first == Paragraph("4 notes. 1 more is merged into them.")
    assert isinstance(picture, Picture)
    (_counted, bullets) = blocks_below(made, "One ticket for ferry, tram and bike")
    assert bullets == Bullets(
        ("One ticket for ferry, tram and bike, tried out in one yard – Aino Ainonen",)
    )


def test_a_merged_idea_is_counted_and_keeps_both_authors(room, document):
    change(room, 0, author_text="Somebody new")
    change(room, 1, author_id=room.people[1])
    counted, bullets = blocks_below(document("outcome"), "Yard cargo bikes")
    assert counted.text == "1 note. 1 more is merged into them."
    assert bullets.items == (
        "Yard cargo bikes, tried out in one yard (+ 1 merged) – Somebody new, Eero Ainonen",
    )


def test_an_author_as_imported_is_told_without_address_and_number(room, document):
    change(room, 0, author_text="Somebody <some@body.example>, +358 40 123")
    _counted, bullets = blocks_below(document("outcome"), "Yard cargo bikes")
    assert bullets.items[0].endswith(" – Somebody")


def test_an_idea_in_no_cluster_comes_last(room, document):
    change(room, 4, cluster_id=None)
    headings = [one.text for one in document("outcome").blocks if isinstance(one, Heading)]
    assert headings[-1] == "In no cluster"


def test_of_several_boards_each_group_says_its_own(room, document):
    second = add_board(room.database, room.session_id, "Obstacles")
    for text, cluster in (("Permits", ""), ("Money", "Yard cargo bikes")):
        idea = add_idea(room.database, room.session_id, text, board_id=second)
        if cluster:
            add_cluster(room.database, room.session_id, cluster, [idea])
    made = document("outcome")
    headings = [one.text for one in made.blocks if isinstance(one, Heading)]
    assert headings[-2:] == ["Obstacles: Yard cargo bikes", "Obstacles: In no cluster"]
    assert "Board: Yard cargo bikes" in headings
    assert blocks_below(made, headings[-1])[-1] == Bullets(("Permits",))


def test_while_the_room_sees_blank_cards_nobody_reads_them_here(room, document):
    with room.database.edit(lazy("Silent")) as edit:
        edit.get_one(Session, room.session_id).silent = True
    made = document("outcome")
    assert blocks_below(made, "The ideas") == [Paragraph("The ideas have not been shown yet.")]
    assert "tried out in one yard" not in "".join(words_in(made))
