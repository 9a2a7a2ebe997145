"""`kdc-desktop pages` writes the same without a window, and without a display."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.cli import main
from kdc_desktop.domain.pages.kinds import KINDS
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person, Session
from kdc_desktop.storage import open_database
from tests.rooms.page_words import has_its_fonts, pages_in
from tests.rooms.poll_room import EVENING
from tests.rooms.workbook_room import an_evening


@pytest.fixture
def club(tmp_path: Path) -> Path:
    path = tmp_path / "club.kdc"
    an_evening(path).room.database.close()
    return path


def test_the_outcome_is_written_where_there_is_no_display(club: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    bare = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    bare.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [
            *(
                sys.executable,
                "-c",
                "import sys; from kdc_desktop.cli import main; sys.exit(main())",
            ),
            *("pages", "outcome", str(out), "--database", str(club)),
        ],
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{out}\n", "")
    assert pages_in(out) >= 1
    assert has_its_fonts(out)


def test_a_file_that_lies_there_is_left_alone(club: Path, tmp_path: Path, qapp: object) -> None:
    out = tmp_path / "out.pdf"
    out.write_text("mine")
    command = ["pages", "outcome", str(out), "--database", str(club), "--session", "1"]
    assert main(command) == 1
    assert out.read_text() == "mine"
    assert main([*command, "--replace"]) == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_several_kinds_go_into_a_folder_all_or_none(
    club: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    command = ["pages", "minutes", "calendar", str(folder), "--database", str(club)]
    assert main([*command, "--format", "odt"]) == 0
    assert capsys.readouterr().out.split() == [
        str(folder / "minutes.odt"),
        str(folder / "calendar.ics"),
    ]
    (folder / "minutes.odt").unlink()
    assert main([*command, "--format", "odt"]) == 1
    assert [one.name for one in folder.iterdir()] == ["calendar.ics"]


def test_pages_without_content_are_not_written_and_it_is_said_why(
    club: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    database = open_database(club, lambda: EVENING)
    with database.edit(lazy("Nothing of it yet")) as edit:
        empty = Session(title="To come", starts_at=datetime(2027, 3, 2, 18))
        edit.add(empty)
        edit.flush()
        key = str(empty.id)
    database.close()
    folder, given = tmp_path / "out", ("--database", str(club), "--session", key)
    kinds = [kind.key for kind in KINDS]
    assert main(["pages", *kinds, str(folder), *given]) == 0
    said = capsys.readouterr()
    written = {one.name for one in folder.iterdir()}
    assert written == {Path(line).name for line in said.out.splitlines()}
    missing = {
        kind.key for kind in KINDS if not [one for one in written if one.split(".")[0] == kind.key]
    }
    assert {"seating", "seat-slips", "became", "waiting", "charter", "authors"} <= missing
    for kind in missing:
        (line,) = (one for one in said.err.splitlines() if one.startswith(f"{kind}."))
        assert ": not written. " in line
        assert main(["pages", kind, str(tmp_path / kind), *given]) == 1
    assert capsys.readouterr().out == ""


def test_which_sessions_there_are_is_said(
    club: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    database = open_database(club, lambda: EVENING)
    with database.edit(lazy("Another")) as edit:
        edit.add(Session(title="To come", starts_at=datetime(2027, 3, 2, 18)))
    database.close()
    assert main(["pages", "outcome", str(tmp_path / "o.pdf"), "--database", str(club)]) == 1
    told = capsys.readouterr().err
    assert "--session 2" in told
    assert ("To come" in told, "Winter evening" in told) == (True, True)


def test_the_folder_of_several_kinds_is_made_where_it_can_be(
    club: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(folder: Path, session: str = "1") -> int:
        kinds = ("pages", "calendar", "agenda", str(folder))
        return main([*kinds, "--database", str(club), "--session", session])

    (tmp_path / "file").write_text("mine")
    assert write(tmp_path / "no" / "out") == 1
    assert "make it first" in capsys.readouterr().err
    assert write(tmp_path / "file") == 1
    assert "is no folder" in capsys.readouterr().err
    assert write(tmp_path / "out", session="99") == 1
    assert not (tmp_path / "out").exists()
    assert write(tmp_path / "out") == 0
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_options_may_stand_between_the_kinds_and_where_they_go(
    club: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    database = open_database(club, lambda: EVENING)
    with database.edit(lazy("Can be written to")) as edit:
        for person in edit.scalars(select(Person)):
            person.email = f"p{person.id}@example.org"
    database.close()
    command = ["pages", "calendar", "mail-merge", "--session", "1", "--database", str(club)]
    assert main([*command, str(tmp_path), "--format", "csv"]) == 0
    assert capsys.readouterr().out.split() == [
        str(tmp_path / "calendar.ics"),
        str(tmp_path / "mail-merge.csv"),
    ]
    with pytest.raises(SystemExit):
        main([*command, str(tmp_path), "--colour"])
    assert "unrecognized arguments: --colour" in capsys.readouterr().err


def test_another_kind_of_file_is_refused_and_the_right_name_offered(
    club: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pages", "outcome", str(tmp_path / "out.kdc"), "--database", str(club)]) == 1
    assert capsys.readouterr().err.rstrip().endswith("Call it out.pdf.")
    assert list(tmp_path.glob("out.*")) == []
