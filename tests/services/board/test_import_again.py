"""A list that comes in again: what is there is known, what differs is seen, authors are matched."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.domain.board.idea_fields import IdeaField
from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import laptop_zone
from kdc_desktop.model import Person, Session
from kdc_desktop.model.board import Idea
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.services.board.importing import import_ideas, preview_ideas
from kdc_desktop.services.board.incoming import IdeasPreview
from kdc_desktop.storage import Database, open_database
from tests.rooms.board_room import EVENING, STARTS, notes

PEOPLE = (("Aino Laine", "aino@a.example"), ("Bo Ek", "bo1@a.example"), ("Bo Ek", "bo2@a.example"))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    with opened.edit(lazy("Added two sessions")) as edit:
        for title in ("Autumn", "Spring"):
            edit.add(Session(title=title, starts_at=STARTS))
        for name, email in PEOPLE:
            edit.add(Person(name=name, email=email, created_at=EVENING))
    yield opened
    opened.close()


def look(database: Database, folder: Path, text: str) -> IdeasPreview:
    path = folder / "ideas.csv"
    path.write_text(text, encoding="utf-8")
    return preview_ideas(database, 1, path)


def take(database: Database, folder: Path, text: str) -> IdeasPreview:
    return import_ideas(database, 1, look(database, folder, text))


def kept(database: Database) -> list[Idea]:
    with database.read() as snapshot:
        return list(snapshot.scalars(select(Idea).order_by(Idea.id)))


def states(preview: IdeasPreview) -> list[Incoming]:
    return [row.state for row in preview.rows]


def test_a_list_adds_to_what_is_there_once_and_overwrites_nothing(
    database: Database, tmp_path: Path
) -> None:
    header = "Idea,Details,Tags,Minutes a day,Link\n"
    first = header + 'A tram,Because,"sea, quick",15,https://a.example\n'
    take(database, tmp_path, first)
    assert str(look(database, tmp_path, first)) == "0 new, 1 same, 0 problems"
    second = header + 'A tram,It is green,"sea, Votes: 3",20,\n'
    preview = look(database, tmp_path, second)
    (row,) = preview.rows
    assert row.state is Incoming.CHANGED
    assert [(one.field, one.was, one.becomes) for one in row.changes] == [
        (IdeaField.DETAILS, "Because", "Because\n\nIt is green"),
        (IdeaField.TAGS, "sea, quick", "sea, quick, Votes: 3"),
    ]
    assert row.why == (
        "Details are added: “It is green”. Tags are added: “Votes: 3”. Minutes a day: “15” stays."
    )
    import_ideas(database, 1, preview)
    (idea,) = kept(database)
    said = (idea.details, idea.tags, idea.minutes, idea.link)
    assert said == (*("Because\n\nIt is green", "sea, quick, Votes: 3", 15.0, "https://a.example"),)
    for sheet in (first, second):
        assert states(look(database, tmp_path, sheet)) == [Incoming.SAME]
    database.undo()
    (idea,) = kept(database)
    assert (idea.details, idea.tags) == ("Because", "sea, quick")


def test_author_sector_and_cluster_fill_what_is_empty_and_else_are_said_to_stay(
    database: Database, tmp_path: Path
) -> None:
    header = "Idea,Author,Sector,Cluster\n"
    take(database, tmp_path, "Idea\nA tram\nA park\n")
    first = header + "A tram,Aino Laine,Companies,Mobility\nA park,Carl,Companies,Green\n"
    preview = look(database, tmp_path, first)
    assert [row.why for row in preview.rows][1] == (
        "Author is new: “Carl”. Sector is new: “C”. Cluster is new: “Green”."
    )
    import_ideas(database, 1, preview)
    assert [(one.author_id, one.author_text, one.sector) for one in kept(database)] == [
        (1, "", "C"),
        (None, "Carl", "C"),
    ]
    assert [one.name for one in board_questions.clusters(database, 1)] == ["Mobility", "Green"]
    (tram, _park) = look(database, tmp_path, first).rows
    assert tram.why == "This text is on the board already."
    preview = look(database, tmp_path, header + "A park,Dora,,Blue\n")
    assert preview.rows[0].why == (
        "This text is on the board already. Author: “Carl” stays. Cluster: “Green” stays."
    )


def test_what_is_added_is_named_however_long_what_is_there_is(
    database: Database, tmp_path: Path
) -> None:
    tags = ", ".join(f"tag of the autumn {number}" for number in range(12))
    take(database, tmp_path, f'Idea,Tags,Votes\nA tram,"{tags}",3\n')
    (row,) = look(database, tmp_path, f'Idea,Tags,Votes\nA tram,"{tags}, sea",5\n').rows
    assert row.why == "Tags: “Votes: 3” becomes “sea, Votes: 5”."


def test_the_same_words_of_somebody_else_are_said_to_be_so(
    database: Database, tmp_path: Path
) -> None:
    sheet = "Idea,Author\nA tram,Liisa Mäkinen\nA tram,Carl\n"
    take(database, tmp_path, "Idea\nA tram\n")
    said = "Somebody else’s: Liisa Mäkinen has written the same words."
    preview = look(database, tmp_path, sheet)
    assert [(row.state, row.why) for row in preview.rows] == [
        (Incoming.CHANGED, "Author is new: “Liisa Mäkinen”."),
        (Incoming.NEW, said),
    ]
    assert import_ideas(database, 1, preview).rows[1].why == said
    assert states(look(database, tmp_path, sheet)) == [Incoming.SAME, Incoming.SAME]


def test_the_newer_number_of_votes_takes_the_place_of_the_older(
    database: Database, tmp_path: Path
) -> None:
    for votes in (3, 5):
        take(database, tmp_path, f"Idea,Tags,Votes\nA tram,sea,{votes}\n")
    assert [idea.tags for idea in kept(database)] == ["sea, Votes: 5"]


def test_a_cell_that_is_empty_erases_nothing(database: Database, tmp_path: Path) -> None:
    take(database, tmp_path, "Idea,Details\nA tram,Because\n")
    assert states(look(database, tmp_path, "Idea,Details\nA tram,\n")) == [Incoming.SAME]


def test_the_same_words_from_two_people_are_two_ideas_also_when_the_second_comes_later(
    database: Database, tmp_path: Path
) -> None:
    header, aino, carl = "Idea,Author\n", "A tram,Aino Laine\n", "A tram,Carl\n"
    take(database, tmp_path, header + aino)
    grown = header + carl + aino
    assert states(look(database, tmp_path, grown)) == [Incoming.NEW, Incoming.SAME]
    take(database, tmp_path, grown)
    assert states(look(database, tmp_path, grown)) == [Incoming.SAME, Incoming.SAME]
    assert [idea.author for idea in notes(database)] == ["Aino Laine", "Carl"]


def test_what_was_clustered_since_stays_where_it_is(database: Database, tmp_path: Path) -> None:
    sheet = "Idea,Cluster\nA tram,Mobility\n"
    take(database, tmp_path, sheet)
    (note,) = notes(database)
    board_clusters.add_cluster(database, 1, "Sea", [note.id])
    assert states(look(database, tmp_path, sheet)) == [Incoming.SAME]


def test_authors_are_people_of_the_club_by_name_and_address(
    database: Database, tmp_path: Path
) -> None:
    preview = look(
        database,
        tmp_path,
        'Idea,Author,E-mail\na,"Laine, Aino",\nb,Bo Ek,bo2@a.example\nc,Bo Ek,\n'
        "d,,aino@a.example\ne,Somebody Else,aino@a.example\nf,,nobody@a.example\n",
    )
    authors = [(row.author, row.author_id) for row in preview.rows]
    assert authors == [
        *(("Aino Laine", 1), ("Bo Ek", 3), ("Bo Ek", None), ("Aino Laine", 1)),
        *(("Somebody Else", None), ("", None)),
    ]
    assert preview.rows[2].why == "2 people are called Bo Ek, so the author stays a name."
    assert preview.rows[5].why == (
        "Its address is nobody’s in this club, so the idea has no author."
    )


def test_authors_with_their_address_are_known_and_no_address_stays(
    database: Database, tmp_path: Path
) -> None:
    preview = look(
        database,
        tmp_path,
        'Idea,Author\na,aino@a.example\nb,"Laine, Aino <aino@a.example>"\nc,Aino <aino@a.example>\n'
        'd,"Bo Ek (bo2@a.example, +358 40 123)"\ne,Carl Ott <carl@a.example>\n'
        "f,nobody@a.example\ng,+358 40 123 4567\n",
    )
    assert [(row.author, row.author_id) for row in preview.rows] == [
        *(("Aino Laine", 1), ("Aino Laine", 1), ("Aino Laine", 1)),
        *(("Bo Ek", 3), ("Carl Ott", None), ("", None), ("", None)),
    ]
    assert [row.why for row in preview.rows][4:] == [
        "",
        "Its address is nobody’s in this club, so the idea has no author.",
        "What stands as its author is no name, so the idea has no author.",
    ]


OURS = "Session id,Id,Idea,Cluster,Author id,Author,Merged into id,Written,Details\n"


def test_our_own_workbook_is_known_by_its_numbers(database: Database, tmp_path: Path) -> None:
    first = board_ideas.add_idea(database, 1, "A tram")
    other = board_ideas.add_idea(database, 2, "A park")
    when = EVENING.in_zone(laptop_zone()).isoformat(" ")
    preview = look(
        database,
        tmp_path,
        f"{OURS}1,{first},A tram to the sea,Mobility,,Aino Laine,,{when},Because\n"
        f"2,{other},A park,,,,,{when},\n1,77,A bus,,,,,{when},\n",
    )
    assert preview.plan.tool == "KDC Desktop"
    assert states(preview) == [Incoming.CHANGED, Incoming.LEFT_OUT, Incoming.NEW]
    changed = [one.field for one in preview.rows[0].changes]
    assert changed == [IdeaField.IDEA, IdeaField.DETAILS, IdeaField.AUTHOR, IdeaField.CLUSTER]
    assert preview.rows[1].why == "It is an idea of another session of this club."
    import_ideas(database, 1, preview)
    tram, bus = notes(database)
    assert (tram.id, tram.text, tram.author) == (first, "A tram to the sea", "Aino Laine")
    assert bus.text == "A bus"
    (cluster,) = board_questions.clusters(database, 1)
    assert (cluster.name, tram.cluster_id) == ("Mobility", cluster.id)


def test_texts_that_were_sorted_by_themselves_move_to_no_other_idea(
    database: Database, tmp_path: Path
) -> None:
    tram, park = (board_ideas.add_idea(database, 1, text) for text in ("A tram", "A park"))
    when = EVENING.in_zone(laptop_zone()).isoformat(" ")
    rows = [f"1,{tram},A park,,,,,{when},\n", f"1,{park},A tram,,,,,{when},\n"]
    preview = look(database, tmp_path, OURS + "".join(rows))
    assert states(preview) == [Incoming.LEFT_OUT] * 2
    assert preview.rows[0].why == (
        "It has the text of another idea, as others have: a column was moved by itself."
    )
    alone = look(database, tmp_path, f"{OURS}{rows[0]}1,77,A bus,,,,,{when},\n")
    assert states(alone) == [Incoming.CHANGED, Incoming.NEW]


def test_the_workbook_of_another_club_is_known_by_its_words(
    database: Database, tmp_path: Path
) -> None:
    board_ideas.add_idea(database, 1, "A tram")
    sheet = f"{OURS}1,1,A park,,,,,2025-01-01 10:00,\n1,2,A tram,,,,,2025-01-01 10:00,\n"
    assert states(look(database, tmp_path, sheet)) == [Incoming.NEW, Incoming.SAME]


def test_a_row_that_the_list_sets_aside_takes_no_idea_from_the_one_that_counts(
    database: Database, tmp_path: Path
) -> None:
    header = "Idea,Archived\n"
    take(database, tmp_path, header + "A tram,no\n")
    again = look(database, tmp_path, header + "A tram,yes\nA tram,no\n")
    assert states(again) == [Incoming.LEFT_OUT, Incoming.SAME]


def test_a_text_file_that_is_no_text_or_too_long_is_refused(
    database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "ideas.txt"
    for content, sentence in (
        (b"idea\0\0\0\0\0\0\0\0\0\0", "is not a text file"),
        (b"a tram\n" * 50_001, "at most 50,000 are read"),
    ):
        path.write_bytes(content)
        with pytest.raises(UserError, match=sentence):
            preview_ideas(database, 1, path)


def test_rows_of_the_same_words_are_the_ideas_that_they_became_when_the_list_comes_again(
    database: Database, tmp_path: Path
) -> None:
    header = "Idea,Details,Tags,Link\n"
    take(database, tmp_path, "Idea,Author,Tags\nTrams,Carl,boats\n")
    sheet = header + "trams,fast,,https://c.example\nTrams,,red,https://a.example\n"
    take(database, tmp_path, sheet)
    there = notes(database)
    assert states(look(database, tmp_path, sheet)) == [Incoming.SAME, Incoming.SAME]
    grown = look(
        database, tmp_path, header + "TRAMS,new,,https://d.example\n" + sheet[len(header) :]
    )
    assert states(grown) == [Incoming.NEW, Incoming.SAME, Incoming.SAME]
    assert notes(database) == there
