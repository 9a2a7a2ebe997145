"""The lists of ideas that other tools export come in as expected, and once only."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.cli import main
from kdc_desktop.domain.board.idea_fields import IdeaChoices
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.services.board.importing import import_ideas, preview_ideas
from kdc_desktop.storage import Database, open_database
from tests.rooms.board_room import EVENING, STARTS

SHEETS = Path(__file__).parents[2] / "data" / "sheets"
Told = tuple[str, str, str]


def _expected() -> dict[str, list[dict[str, str]]]:
    files: dict[str, list[dict[str, str]]] = {}
    with (SHEETS / "expected-ideas.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            files.setdefault(row["file"], []).append(row)
    return files


EXPECTED = _expected()


def wanted(file: str, *, everything: bool = False) -> list[Told]:
    """Text, author and cluster of what should come in."""
    rows = (one for one in EXPECTED[file] if everything or one["comes in"] == "yes")
    return sorted((one["idea"], one["author"], one["cluster"]) for one in rows)


def there(database: Database) -> list[Told]:
    with database.read() as snapshot:
        clusters = {one.id: one.name for one in snapshot.scalars(select(Cluster))}
        return sorted(
            (one.text, one.author_text, clusters.get(one.cluster_id or 0, ""))
            for one in snapshot.scalars(select(Idea))
        )


@pytest.fixture
def club(tmp_path: Path) -> Path:
    with_session = open_database(tmp_path / "club.kdc", lambda: EVENING)
    with with_session.edit(lazy("Added a session")) as edit:
        edit.add(Session(title="Autumn", starts_at=STARTS))
    with_session.close()
    return tmp_path / "club.kdc"


@pytest.fixture
def database(club: Path) -> Iterator[Database]:
    opened = open_database(club, lambda: EVENING)
    yield opened
    opened.close()


@pytest.mark.parametrize("file", EXPECTED)
def test_a_list_comes_in_as_expected_and_a_second_time_changes_nothing(
    database: Database, file: str
) -> None:
    import_ideas(database, 1, preview_ideas(database, 1, SHEETS / file))
    assert there(database) == wanted(file)
    again = import_ideas(database, 1, preview_ideas(database, 1, SHEETS / file))
    assert (again.new, again.changed, again.problems) == (0, 0, 0)
    assert there(database) == wanted(file)


def test_lists_of_several_tools_add_up_and_none_takes_back_what_another_said(
    database: Database,
) -> None:
    names = ("decidim_proposals", "trello", "google_forms_three_ideas", "title_and_description")
    files = [SHEETS / "ideas" / f"{name}.csv" for name in names]
    for file in files:
        import_ideas(database, 1, preview_ideas(database, 1, file))
    with database.read() as snapshot:
        found = {one.text: one for one in reversed(list(snapshot.scalars(select(Idea))))}
    cafe = found["A repair café in the old station"]
    assert cafe.link == "https://ideas.city.example/p/1"
    assert [part[:12] for part in cafe.details.split("\n\n")] == [
        *("A repair caf", "Background: ", "A longer exp"),
    ]
    assert cafe.author_text == "Liisa Mäkinen"
    for file in files:
        again = preview_ideas(database, 1, file)
        assert (file.name, again.new, again.changed) == (file.name, 0, 0)


@pytest.mark.parametrize("file", EXPECTED)
def test_the_command_does_the_same(
    club: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for _time in range(2):
        assert main(["import", "ideas", str(SHEETS / file), "--database", str(club)]) == 0
        database = open_database(club)
        assert there(database) == wanted(file)
        database.close()
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith(f"0 new, {len(wanted(file))} same, 0 problems")


def test_what_is_archived_comes_in_where_that_is_said(
    database: Database, club: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trello = SHEETS / "ideas" / "trello.csv"
    preview = preview_ideas(database, 1, trello)
    out = [(row.text, row.why) for row in preview.rows if not row.comes_in]
    assert out == [("More benches", "It is archived, rejected, hidden or deleted in the list.")]
    assert str(preview) == "5 new, 0 same, 0 problems, 1 left out"
    database.close()
    main(["import", "ideas", str(trello), "--database", str(club), "--preview"])
    told = capsys.readouterr().out.splitlines()
    assert "export of: Trello" in told
    assert "column Card Name: idea" in told
    assert "1 archived row left out; --include-archived takes it in." in told
    assert any(line.startswith("not taken: Card ID, Members") for line in told)
    main(["import", "ideas", str(trello), "--database", str(club), "--include-archived"])
    again = open_database(club)
    assert there(again) == wanted("ideas/trello.csv", everything=True)
    again.close()


def test_details_tags_and_link_are_kept(database: Database) -> None:
    preview = preview_ideas(database, 1, SHEETS / "ideas" / "trello.csv")
    import_ideas(database, 1, preview)
    with database.read() as snapshot:
        found = {one.text: one for one in snapshot.scalars(select(Idea))}
    cafe = found["A repair café in the old station"]
    assert cafe.details.startswith("Background: the residents' survey")
    assert (cafe.tags, cafe.link) == ("Mobility, Vote Count: 3", "https://trello.example/c/1")


def test_the_command_takes_another_column_and_leaves_one_out(
    club: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(SHEETS / "ideas" / "title_and_description.csv")
    chosen = ["--column", "Description=idea", "--column", "Theme="]
    assert main(["import", "ideas", file, "--database", str(club), *chosen]) == 0
    assert "not taken: Title, Theme" in capsys.readouterr().out
    database = open_database(club)
    assert {cluster for _text, _author, cluster in there(database)} == {""}
    assert all(text.startswith("A longer explanation") for text, *_rest in there(database))
    database.close()
    for wrong, said in (("Theme", "“HEADER=FIELD”"), ("Theme=colour", "The fields are idea,")):
        assert main(["import", "ideas", file, "--database", str(club), "--column", wrong]) == 1
        assert said in capsys.readouterr().err


def test_a_row_that_is_refused_ends_the_command_with_1(
    club: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Idea,Author\n{'x' * 6000},\nA tram,\n", encoding="utf-8")
    assert main(["import", "ideas", str(path), "--database", str(club)]) == 1
    assert "row 2: The text is longer than 5,000 characters." in capsys.readouterr().out


def test_a_list_without_ideas_is_refused_with_what_to_say(
    club: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Amount,Price\n1,2\n3,4\n", encoding="utf-8")
    assert main(["import", "ideas", str(path), "--database", str(club)]) == 1
    assert "Say --column HEADER=idea." in capsys.readouterr().err


def test_rows_are_numbered_as_the_sheet_numbers_them(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Ideas of autumn,\n,\nIdea,Author\nA tram,Bo\n,\nA park,Bo\n", encoding="utf-8")
    rows = preview_ideas(database, 1, path, IdeaChoices()).rows
    assert [(row.number, row.text) for row in rows] == [(4, "A tram"), (6, "A park")]
