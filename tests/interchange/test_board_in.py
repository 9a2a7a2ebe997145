"""Ideas are found in sheets of every make."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import Workbook  # noqa: TID253 - it makes the sheets, so it starts with it

from kdc_desktop.domain.board.idea_fields import IdeaChoices, IdeaField, SetAside
from kdc_desktop.errors import UserError
from kdc_desktop.interchange.board_in import read_ideas
from kdc_desktop.interchange.board_rows import IncomingIdea, minutes_in

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "bowling-green-2050" / "comments.csv"


def test_the_polis_export_gives_all_371_ideas() -> None:
    ideas = read_ideas(SAMPLE)
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        bodies = [row["comment-body"].strip() for row in csv.DictReader(file)]
    assert len(ideas.rows) == 371
    assert [idea.text for idea in ideas.rows] == [body.replace("\r\n", "\n") for body in bodies]
    assert ideas.notes == ("55 ideas were moderated out in Polis; they are read like the others.",)


def test_line_breaks_inside_an_idea_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('Idea,Author\n"A tram\r\nto the sea",Aino\n', newline="")
    idea = IncomingIdea("A tram\nto the sea", "Aino", number=2)
    assert read_ideas(tmp_path / "a.csv").rows == (idea,)


@pytest.mark.parametrize("header", ["Idea", "Ehdotus", "Idé", "Comment", "Your idea?"])
def test_the_text_column_is_found_by_its_name(tmp_path: Path, header: str) -> None:
    rows = (
        f"Id,{header},Cluster,Explanation of why\n1,A tram,Mobility,Because it is quick and green\n"
    )
    (tmp_path / "a.csv").write_text(rows, "utf-8")
    idea = read_ideas(tmp_path / "a.csv").rows[0]
    assert (idea.text, idea.cluster) == ("A tram", "Mobility")


def test_without_a_telling_name_the_longest_texts_are_the_ideas(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "Nr,What should we do\n1,Build a tram to the sea\n2,More parks\n"
    )
    assert [idea.text for idea in read_ideas(tmp_path / "a.csv").rows] == [
        "Build a tram to the sea",
        "More parks",
    ]


def test_rows_without_a_text_are_left_out_and_counted(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Idea,Author\nA tram,Aino\n,Björn\n", "utf-8")
    ideas = read_ideas(tmp_path / "a.csv")
    assert len(ideas.rows) == 1
    assert ideas.notes == ("1 row has no text and will be left out: row 3.",)


def test_nothing_explains_an_idea_that_is_not_told(tmp_path: Path) -> None:
    path = written(tmp_path, "Idea,Details\nA tram,Fast\n,Why not\n–,Because\n")
    ideas = read_ideas(path)
    assert [(idea.text, idea.aside) for idea in ideas.rows] == [
        ("A tram", None),
        ("–", SetAside.NO_ANSWER),
    ]
    assert ideas.notes == (
        "1 row has no text and will be left out: row 3.",
        "1 empty answer left out: row 4.",
    )


def test_numbers_alone_are_no_ideas(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Amount,Price\n1,2\n3,4\n")
    sheet = read_ideas(tmp_path / "a.csv")
    assert (sheet.rows, sheet.headers) == ((), ("Amount", "Price"))
    assert sheet.notes == (
        "No column of “a.csv” looks like ideas. Choose the column that holds them.",
    )


def written(folder: Path, text: str, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_columns_and_tables_can_be_chosen(tmp_path: Path) -> None:
    path = written(tmp_path, "Code,What,Who\nA-1,Build a tram to the sea,Aino\n")
    chosen = {1: IdeaField.DETAILS, 0: IdeaField.IDEA}
    (idea,) = read_ideas(path, IdeaChoices(columns=chosen)).rows
    assert (idea.text, idea.details, idea.author) == ("A-1", "Build a tram to the sea", "")
    named = {"what": IdeaField.IDEA, "Who": IdeaField.NOTE, "Code": None}
    (idea,) = read_ideas(path, IdeaChoices(named=named)).rows
    assert (idea.text, idea.details) == ("Build a tram to the sea", "Who: Aino")
    with pytest.raises(UserError, match="There is no column “Whom”"):
        read_ideas(path, IdeaChoices(named={"Whom": IdeaField.AUTHOR}))
    with pytest.raises(UserError, match="fewer columns"):
        read_ideas(path, IdeaChoices(columns={7: IdeaField.IDEA}))


def test_the_sheet_that_looks_most_like_ideas_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Summary"
    book.active.append(["What", "How many"])
    book.active.append(["All that we have counted until now", 3])
    book.create_sheet("Answers").append(["Your idea", "Theme"])
    book["Answers"].append(["A tram", "Mobility"])
    book.save(tmp_path / "a.xlsx")
    sheet = read_ideas(tmp_path / "a.xlsx")
    assert (sheet.table, sheet.tables) == ("Answers", ("Summary", "Answers"))
    assert [(idea.text, idea.cluster) for idea in sheet.rows] == [("A tram", "Mobility")]
    other = read_ideas(tmp_path / "a.xlsx", IdeaChoices(table="summary"))
    assert [idea.text for idea in other.rows] == ["All that we have counted until now"]


def test_marked_up_text_is_plain_text(tmp_path: Path) -> None:
    path = written(
        tmp_path, "Idea,Details\nA &amp; B,<p>One<br>two</p><ul><li>three</li></ul>\n1 < 2 > 0,x\n"
    )
    first, second = read_ideas(path).rows
    assert (first.text, first.details) == ("A & B", "One\ntwo\n• three")
    assert second.text == "1 < 2 > 0"


def test_votes_are_tags_with_their_names_and_none_is_no_tag(tmp_path: Path) -> None:
    path = written(tmp_path, 'Idea,Tags,Votes\nA tram,"sea, quick",3\nA park,sea,0\n')
    assert [idea.tags for idea in read_ideas(path).rows] == ["sea, quick, Votes: 3", "sea"]


def test_minutes_are_read_out_of_what_people_write(tmp_path: Path) -> None:
    path = written(
        tmp_path, 'Idea,Minutes a day\nA tram,15 min\nA park,"7,5"\nA bus,many\nA pier,2 h\n'
    )
    assert [idea.minutes for idea in read_ideas(path).rows] == [15.0, 7.5, None, 120.0]


def test_what_is_archived_says_so_by_a_word_or_by_a_cross(tmp_path: Path) -> None:
    path = written(tmp_path, "Idea,Status\nA tram,Open\nA park,Archived\nA bus,hylätty\n")
    out = [None, SetAside.ARCHIVED, SetAside.ARCHIVED]
    assert [idea.aside for idea in read_ideas(path).rows] == out
    path = written(tmp_path, "Idea,Deleted\nA tram,\nA park,x\nA bus,2026-11-03 10:00\nA,no\n")
    assert [idea.aside for idea in read_ideas(path).rows] == [*out, None]


def test_first_and_last_name_are_one_author_and_nobody_is_none(tmp_path: Path) -> None:
    path = written(tmp_path, "Idea,First name,Last name\nA tram,Aino,Laine\nA park,Anonymous,\n")
    assert [idea.author for idea in read_ideas(path).rows] == ["Aino Laine", ""]


@pytest.mark.parametrize(
    ("headers", "cells", "author"),
    [
        ("Prénom,Nom", "Zoé,Noël", "Zoé Noël"),
        ("Nombre,Apellidos", "José,García", "José García"),
        ("Family,Given", "Laine,Aino", "Aino Laine"),
        ("First name,Name", "Aino,Aino Laine", "Aino Laine"),
        ("Achternaam,Tussenvoegsel,Naam", "Berg,van der,Jan", "Jan van der Berg"),
    ],
)
def test_parts_of_a_name_are_one_author_in_whatever_order(
    tmp_path: Path, headers: str, cells: str, author: str
) -> None:
    path = written(tmp_path, f"Idea,{headers}\nA tram,{cells}\n")
    assert [idea.author for idea in read_ideas(path).rows] == [author]


def test_of_an_idea_in_several_languages_the_first_that_is_filled_counts(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "id,title/en,title/fi,body/en,body/fi,state\n"
        "1,,Ratikka merelle,,Koska,\n2,A park,Puisto,x,y,\n",
    )
    ideas = read_ideas(path).rows
    assert [(idea.text, idea.details) for idea in ideas] == [
        ("Ratikka merelle", "Koska"),
        ("A park", "x"),
    ]


def test_a_note_with_a_body_alone_is_its_body(tmp_path: Path) -> None:
    path = written(tmp_path, "Author,Subject,Body,Section\nAino,,A tram to the sea,Mobility\n")
    (idea,) = read_ideas(path).rows
    assert (idea.text, idea.details) == ("A tram to the sea", "")


def test_a_board_and_proposals_come_in_from_json_too(tmp_path: Path) -> None:
    card = {"name": "A tram", "desc": "Because", "closed": False, "idList": "l1", "labels": []}
    lists = [{"id": "l1", "name": "Mobility", "closed": False}]
    cards = [card, {**card, "name": "A park", "closed": True}]
    board = {"name": "Ideas", "lists": lists, "cards": cards, "members": []}
    found = read_ideas(written(tmp_path, json.dumps(board), "board.json"))
    assert found.plan.tool == "Trello"
    assert [(idea.text, idea.details, idea.cluster, idea.aside) for idea in found.rows] == [
        ("A tram", "Because", "Mobility", None),
        ("A park", "Because", "Mobility", SetAside.ARCHIVED),
    ]
    proposal = {
        "title": {"en": "A tram", "fi": "Ratikka"},
        "body": {"en": "<p>Because</p>", "fi": "Koska"},
        "state": "accepted",
    }
    found = read_ideas(written(tmp_path, json.dumps([proposal]), "proposals.json"))
    assert [(idea.text, idea.details) for idea in found.rows] == [("A tram", "Because")]


def test_rows_that_are_hidden_in_the_file_are_set_aside(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Idea", "Author"], ["A tram", "Aino"], ["A park", "Bo"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.save(tmp_path / "a.xlsx")
    found = [(idea.text, idea.aside) for idea in read_ideas(tmp_path / "a.xlsx").rows]
    assert found == [("A tram", None), ("A park", SetAside.HIDDEN)]


def test_a_sentence_above_the_headers_is_no_part_of_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["Every idea of the board, with its author."])
    sheet.append(["Idea", "Cluster", "Author", "Idea id", "Author id", "Merged into id"])
    sheet.append(["A tram", "Mobility", "Aino Laine", 4, 7, None])
    sheet.merge_cells("A1:C1")
    book.save(tmp_path / "a.xlsx")
    found = read_ideas(tmp_path / "a.xlsx")
    assert found.plan.tool == "KDC Desktop"
    assert [(idea.text, idea.id, idea.number) for idea in found.rows] == [("A tram", "4", 3)]


def test_tags_of_a_web_tool_are_no_text_but_in_a_workbook_of_ours_they_are(tmp_path: Path) -> None:
    marked = "Say <b>why</b> &amp; how"
    assert read_ideas(written(tmp_path, f"Idea\n{marked}\n")).rows[0].text == "Say why & how"
    ours = "Idea,Colour,Merged into id,Written,Trashed,Idea id"
    sheet = read_ideas(written(tmp_path, f"{ours}\n{marked},,,,,7\n"))
    assert (sheet.rows[0].text, sheet.rows[0].id) == (marked, "7")


def test_a_name_that_is_a_word_for_nothing_elsewhere_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "Idea,Details,Organisation,Cluster,Tags\n"
        "A tram,RAS,NS,NA,EOS\nA park,Nil,RAS,Pole,NS; Nada\nA pier,-,N/A,–,none\n"
    )
    told = [
        (one.details, one.organisation, one.cluster, one.tags)
        for one in read_ideas(tmp_path / "a.csv").rows
    ]
    assert told == [("", "NS", "NA", "EOS"), ("", "RAS", "Pole", "NS, Nada"), ("", "", "", "")]


def test_minutes_below_nothing_are_none() -> None:
    assert [minutes_in(cell) for cell in ("-5", "– 5 min", "5-10", "c. 5")] == [None, None, 5, 5]
