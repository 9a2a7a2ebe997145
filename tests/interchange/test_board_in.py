"""Ideas are found in sheets of every make."""

import csv
from pathlib import Path

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.interchange.board_in import IncomingIdea, read_ideas

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
    assert read_ideas(tmp_path / "a.csv").rows == (IncomingIdea("A tram\nto the sea", "Aino"),)


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
    assert ideas.notes == ("1 row has no text and will be left out.",)


def test_numbers_alone_are_no_ideas(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Amount,Price\n1,2\n3,4\n")
    with pytest.raises(UserError, match="Choose the column"):
        read_ideas(tmp_path / "a.csv")
