"""Forms with several questions for ideas, answers that say nothing, and lists that people wrote."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.cli import main
from kdc_desktop.domain.board.idea_fields import IdeaChoices
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.services.board.importing import preview_ideas, preview_lines
from kdc_desktop.services.board.incoming import IdeasPreview
from kdc_desktop.storage import Database, open_database
from tests.rooms.board_room import EVENING, STARTS, notes

FORM = """Id,Start time,Completion time,Email,Name,What is your first idea?,Second idea (optional),\
Any other idea?,Which theme does your first idea belong to?,Why?
1,2026-11-03 9:15,2026-11-03 9:20,a@b.example,Aino Laine,Cargo bikes for every courtyard,\
A repair café in the station,-,Mobility,Cars take all the room
2,2026-11-03 9:16,2026-11-03 9:21,b@b.example,Bo Ek,–,No cars in the courtyard,Keine,Energy,n/a
3,2026-11-03 9:17,2026-11-03 9:22,c@b.example,Carl Ott,En osaa sanoa,,,,
"""


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


def sheet(folder: Path, text: str, name: str = "list.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def taken(preview: IdeasPreview) -> list[tuple[str, str, str, str]]:
    """Text, author, cluster and details of what comes in."""
    rows = (row for row in preview.rows if row.comes_in)
    return [(row.text, row.author, row.cluster, row.details) for row in rows]


def left_out(preview: IdeasPreview) -> list[tuple[int, str]]:
    return [(row.number, row.why) for row in preview.rows if not row.comes_in]


def test_each_question_for_an_idea_gives_one_with_the_author_of_its_row(
    database: Database, tmp_path: Path
) -> None:
    preview = preview_ideas(database, 1, sheet(tmp_path, FORM))
    why = "Cars take all the room"
    assert taken(preview) == [
        ("Cargo bikes for every courtyard", "Aino Laine", "Mobility", why),
        ("A repair café in the station", "Aino Laine", "", why),
        ("No cars in the courtyard", "Bo Ek", "", ""),
    ]
    assert left_out(preview) == [
        (2, "“-” says nothing, so it is no idea."),
        (3, "“–” says nothing, so it is no idea."),
        (3, "“Keine” says nothing, so it is no idea."),
        (4, "“En osaa sanoa” says nothing, so it is no idea."),
    ]
    assert preview.notes == ("4 empty answers left out: rows 2, 3, 4.",)


def test_the_command_says_what_it_leaves_out(
    club: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = sheet(tmp_path, FORM + "Total: 3,,,,,,,,,\n")
    assert main(["import", "ideas", str(form), "--database", str(club)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert "column Any other idea?: idea" in told
    assert "column Which theme does your first idea belong to?: cluster" in told
    assert "4 empty answers left out: rows 2, 3, 4." in told
    assert "1 row that only counts or sums the others was left out: row 5." in told
    assert "row 3: “Keine” says nothing, so it is no idea." in told
    assert told[-1] == "3 new, 0 same, 0 problems, 4 left out"
    database = open_database(club)
    assert [one.text for one in notes(database)][2] == "No cars in the courtyard"
    database.close()


def test_what_explains_one_of_several_ideas_goes_with_that_one(
    database: Database, tmp_path: Path
) -> None:
    for one, other in (("Describe idea 1", "Describe idea 2"), ("Why?", "Why?")):
        text = f"Timestamp,Your name,Idea 1,{one},Idea 2,{other},Theme\n"
        text += "2026-11-03,Aino Laine,Cargo bikes,Shared,Repair café,In the station,Mobility\n"
        assert taken(preview_ideas(database, 1, sheet(tmp_path, text))) == [
            ("Cargo bikes", "Aino Laine", "Mobility", "Shared"),
            ("Repair café", "Aino Laine", "Mobility", "In the station"),
        ]
    apart = "Timestamp,Idea 1,Idea 2,Why idea 2?,Why idea 1?\n2026-11-03,Bikes,Café,Meet,Ride\n"
    assert [row[0::3] for row in taken(preview_ideas(database, 1, sheet(tmp_path, apart)))] == [
        ("Bikes", "Ride"),
        ("Café", "Meet"),
    ]


def test_what_else_is_asked_of_an_idea_is_kept_with_the_question(
    database: Database, tmp_path: Path
) -> None:
    text = "Timestamp,What is your idea?,Who gains from your idea?,Would you build your idea?\n"
    text += "2026-11-03,A tram to the sea,Everybody,No\n2026-11-03,A park by the sea,n/a,Yes\n"
    assert [row[0::3] for row in taken(preview_ideas(database, 1, sheet(tmp_path, text)))] == [
        (
            "A tram to the sea",
            "Who gains from your idea?: Everybody\nWould you build your idea?: No",
        ),
        ("A park by the sea", "Would you build your idea?: Yes"),
    ]


def test_a_description_is_the_idea_where_its_name_says_nothing(
    database: Database, tmp_path: Path
) -> None:
    path = sheet(tmp_path, "Title,Description\nA tram,To the sea\n-,A park by the sea\n")
    assert [row[0::3] for row in taken(preview_ideas(database, 1, path))] == [
        ("A tram", "To the sea"),
        ("A park by the sea", ""),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "slido.csv",
            "Question,Author,Upvotes,Downvotes,Date,Status\nA tram,Bo,2,0,2026-11-03,approved\n"
            "A,Bo,2,0,2026-11-03,rejected\nB,Bo,2,0,2026-11-03,archived\n"
            "C,Bo,2,0,2026-11-03,hidden\nD,Bo,2,0,2026-11-03,dismissed\n",
        ),
        (
            "slido.json",
            '[{"event_question_id": 1, "type": "Question", "text": "A tram", "score": 2,'
            '"is_public": true, "date_deleted": null},{"event_question_id": 2, "text": "A",'
            '"type": "Question", "score": 0, "is_public": false, "date_deleted": null},'
            '{"event_question_id": 3, "text": "B", "type": "Question", "score": 0,'
            '"is_public": true, "date_deleted": "2026-11-03"}]',
        ),
    ],
)
def test_what_a_moderator_of_slido_took_away_stays_out_unless_it_is_wanted(
    database: Database, tmp_path: Path, name: str, text: str
) -> None:
    path = sheet(tmp_path, text, name)
    preview = preview_ideas(database, 1, path)
    assert (preview.plan.tool, [row[0] for row in taken(preview)]) == ("Slido", ["A tram"])
    assert {why for _number, why in left_out(preview)} == {
        "It is archived, rejected, hidden or deleted in the list."
    }
    wanted = preview_ideas(database, 1, path, IdeaChoices(include_archived=True))
    assert wanted.new == len(preview.rows) > 2


def test_an_idea_of_our_own_workbook_stays_one_whatever_it_says(
    database: Database, tmp_path: Path
) -> None:
    path = sheet(tmp_path, "Idea,Colour,Merged into id,Written,Trashed,Idea id\nNo,,,,,7\n")
    assert [row[0] for row in taken(preview_ideas(database, 1, path))] == ["No"]


def test_the_title_of_a_list_is_no_idea_and_marks_are_no_part_of_one(database: Database) -> None:
    preview = preview_lines(
        database, 1, "Our ideas for 2030\n- [ ] Cargo bikes\n- [x] Night bus\n- –\nTotal: 2\n"
    )
    assert [row[0] for row in taken(preview)] == ["Cargo bikes", "Night bus"]
    assert preview.notes == (
        "“Our ideas for 2030” stands above the ideas and is none.",
        "Bullets in front were taken off.",
        "“Total: 2” counts the others and is none.",
        "1 empty answer left out: row 4.",
    )
    checked = preview_lines(database, 1, "[ ] Cargo bikes\n[x] Night bus\n☑ Repair café")
    assert [row[0] for row in taken(checked)] == ["Cargo bikes", "Night bus", "Repair café"]


def test_points_below_a_point_explain_it_and_headings_are_clusters(database: Database) -> None:
    for nested in (
        "- Cargo bikes for every courtyard\n  - shared\n  - free\n- Night bus\n",
        "1. Cargo bikes for every courtyard\n   a) shared\n   b) free\n2. Night bus\n",
    ):
        assert [row[0::3] for row in taken(preview_lines(database, 1, nested))] == [
            ("Cargo bikes for every courtyard", "• shared\n• free"),
            ("Night bus", ""),
        ]
    wanted = [("Cargo bikes", "Mobility"), ("Night bus", "Mobility"), ("Battery", "Energy")]
    for text in (
        "Mobility:\n• Cargo bikes\n• Night bus\n\nEnergy:\n• Battery\n",
        "# Ideas\n## Mobility\n* Cargo bikes\n* Night bus\n## Energy\n* Battery\n",
        "- Mobility\n  - Cargo bikes\n  - Night bus\n- Energy\n  - Battery\n",
        "•\tMobility\n\to\tCargo bikes\n\to\tNight bus\n•\tEnergy\n\to\tBattery\n",
    ):
        preview = preview_lines(database, 1, text)
        assert [row[0::2] for row in taken(preview)] == wanted
        assert "“Mobility”, “Energy” stand above ideas" in " ".join(preview.notes)


def test_a_file_of_markdown_is_read_as_copied_lines_are(database: Database, tmp_path: Path) -> None:
    text = "# Ideas\n\n## Transport\n- [ ] Trams\n- [x] Boats\n\n## Food\n1. Soup\n2. Salad\n"
    assert [
        row[:3] for row in taken(preview_ideas(database, 1, sheet(tmp_path, text, "i.MD")))
    ] == [
        ("Trams", "", "Transport"),
        ("Boats", "", "Transport"),
        ("Soup", "", "Food"),
        ("Salad", "", "Food"),
    ]


def test_a_line_that_goes_on_in_lower_case_below_a_point_belongs_to_it_and_is_told(
    database: Database,
) -> None:
    preview = preview_lines(
        database, 1, "- Cargo bikes for\n  every courtyard\n- Night bus\n  Repair café\n  Library\n"
    )
    assert [row[0] for row in taken(preview)] == [
        *("Cargo bikes for every courtyard", "Night bus", "Repair café", "Library")
    ]
    assert preview.notes == (
        "1 line goes on in lower case and belongs to the point above it: row 2.",
        "Bullets in front were taken off.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Cargo bikes\r\nNight bus\r\n",
        "<ul><li>Cargo bikes</li>\n<li>Night bus</li></ul>",
        "•\tCargo bikes\n•\tNight bus\n",
        "1.\tCargo bikes\n2.\tNight bus\n",
        "> - Cargo bikes\n> - Night bus\n",
        "| Idea | Author |\n| --- | --- |\n| Cargo bikes | Bo |\n| Night bus |  |",
        "<table><tr><th>Idea</th><th>Author</th></tr><tr><td>Cargo bikes</td><td>Bo</td></tr>"
        "<tr><td>Night bus</td><td></td></tr></table>",
        "\u2022 Cargo bikes\u2028\u2022 Night bus",
        "\ufeffCargo bikes\n\n\n\tNight bus\n...\n",
    ],
)
def test_lines_from_anywhere_give_the_same_ideas(database: Database, text: str) -> None:
    assert [row[0] for row in taken(preview_lines(database, 1, text))] == [
        "Cargo bikes",
        "Night bus",
    ]


def test_cells_are_parted_by_tabs_whatever_letters_stand_before_them(database: Database) -> None:
    preview = preview_lines(database, 1, "Idea\tAuthor\tSector\nA tram\tBo\tCity\nA pub\tJo\t\n")
    assert [row[:2] for row in taken(preview)] == [("A tram", "Bo"), ("A pub", "Jo")]
    numbered = preview_lines(database, 1, "1.\tShared tool library\tAino\n2.\tParcel lockers\tBo")
    assert [row[0] for row in taken(numbered)] == ["Shared tool library", "Parcel lockers"]


def test_other_scripts_and_pictures_stay_as_they_are(database: Database) -> None:
    lines = ["دراجات مشتركة لكل فناء", "Ночной автобус", "夜のバス", "🚲", "Öinen bussi 🚌"]
    found = taken(preview_lines(database, 1, "\n".join(lines)))
    assert [row[0] for row in found] == lines
