"""What a rehearsal may delete in its folder: what a rehearsal made, and nothing else."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.rehearsal import stage
from kdc_desktop.rehearsal.folder import MARK
from kdc_desktop.rehearsal.plan import RehearsalPlan
from kdc_desktop.rehearsal.stage import rehearse
from kdc_desktop.storage import backups, open_database
from kdc_desktop.storage.sole_use import claim


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with a club named session.kdc, its backup, a workbook and a picture."""
    out = tmp_path / "evenings"
    (out / "screens").mkdir(parents=True)
    (out / "screens" / "photo.png").write_text("mine")
    for name in ("outcome.xlsx", "roster.csv"):
        (out / name).write_text("mine")
    open_database(out / "session.kdc").close()
    backups.back_up(out / "session.kdc")
    return out


@pytest.fixture
def _no_play(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is made ready and the club is opened, but nobody plays."""
    monkeypatch.setattr(stage, "_play", lambda *_given: None)


def bytes_in(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def refused(plan: RehearsalPlan, sentence: str) -> None:
    before = bytes_in(plan.out)
    with pytest.raises(UserError, match=sentence):
        rehearse(plan, lambda _picture: None)
    assert bytes_in(plan.out) == before


def test_a_club_is_never_rehearsed_into_its_own_folder(out):
    club = out / "session.kdc"
    (out / MARK).write_text('{"made": ["session.kdc", "outcome.xlsx"]}')
    refused(
        RehearsalPlan(7, 1, out, copy_of=club, session_id=1), "lies in .* Choose another folder"
    )
    refused(RehearsalPlan(7, 1, out / ".." / "evenings", copy_of=club, session_id=1), "lies in")
    refused(RehearsalPlan(7, 1, out.parent, copy_of=club, session_id=1), "lies in")


NAMES = ("session.kdc", "outcome.xlsx", "roster.csv", "screens", "session backups")


@pytest.mark.parametrize("name", NAMES)
def test_what_no_rehearsal_made_is_left_alone(out, name):
    for other in set(NAMES) - {name}:
        (out / other).rename(out.parent / other)
    refused(RehearsalPlan(7, 1, out), f"has a {name} that no rehearsal made")


def test_a_mark_of_somebody_else_gives_nothing_away(out):
    (out / MARK).write_text("[1]")
    refused(RehearsalPlan(7, 1, out), "was not written by a rehearsal")


@pytest.mark.usefixtures("qapp", "_no_play")
def test_a_rehearsal_that_is_open_in_a_window_is_left_alone(tmp_path):
    plan = RehearsalPlan(7, 1, tmp_path / "out")
    left = rehearse(plan, lambda _picture: None)
    with claim(left.database):
        refused(plan, "open in another window")


@pytest.mark.usefixtures("qapp", "_no_play")
def test_a_platform_that_is_set_but_empty_is_none_that_was_asked_for(tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    rehearse(RehearsalPlan(7, 1, tmp_path / "out"), lambda _picture: None)
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.usefixtures("qapp", "_no_play")
def test_a_second_rehearsal_clears_the_first_and_leaves_other_files(tmp_path):
    plan = RehearsalPlan(7, 1, tmp_path / "out")
    left = rehearse(plan, lambda _picture: None)
    (plan.out / "notes.txt").write_text("mine")
    (left.pictures / "01 home.png").write_text("old")
    left.workbook.write_text("old")
    with closing(sqlite3.connect(left.database)) as connection:
        connection.execute("INSERT INTO setting VALUES ('old', '1')")
        connection.commit()
    rehearse(plan, lambda _picture: None)
    assert list(left.pictures.iterdir()) == []
    assert not left.workbook.exists()
    with closing(sqlite3.connect(left.database)) as connection:
        assert connection.execute("SELECT * FROM setting").fetchall() == []
    assert (plan.out / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"ideas": Path("missing.csv")}, "There is no file missing.csv"),
        ({"copy_of": Path("missing.kdc"), "session_id": 1}, "There is no file missing.kdc"),
        ({"session_id": 1}, "--database FILE"),
    ],
)
def test_what_is_missing_is_said_before_anything_is_made(tmp_path, missing, sentence):
    with pytest.raises(UserError, match=sentence):
        rehearse(RehearsalPlan(7, 1, tmp_path / "out", **missing), lambda _picture: None)
    assert list(tmp_path.iterdir()) == []
