"""The whole noun of CONTRIBUTING.md, put into a copy of the program as the page says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"```(python|diff|xml)\n# (\S+)\n(.*?)```", re.DOTALL)

EVENING = """
import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.app import Program
from kdc_desktop.application import make_application
from kdc_desktop.services.notices.posting import post_notice
from kdc_desktop.settings import Settings

folder = Path(sys.argv[1])
app = make_application(["kdc-desktop"])
program = Program(app, Settings(folder / "settings.ini"), lambda _window: None)
club = program.open(folder / "club.kdc")
club.window.go("notices")
screen = club.window.screen_shown
QTest.keyClicks(screen.text_edit, "The hall is closed in July")
QTest.keyClick(screen.text_edit, Qt.Key.Key_Return)
post_notice(club.database, "An old one", date(2020, 1, 31))
print([row.text for row in screen._model.rows])
screen.notices_table.selectAll()
screen.findChild(object, "act_take_down").trigger()
print([row.text for row in screen._model.rows], club.window.frame.quiet.text)
club.window.undoing.undo()
print([row.text for row in screen._model.rows], club.window.frame.quiet.text)
club.files.export_to(folder / "out.xlsx")
while club.jobs.busy:
    QTest.qWait(5)
club.close()

from openpyxl import load_workbook

sheet = load_workbook(folder / "out.xlsx")["Notices"]
print([[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)])
"""


def replaced(text: str, change: str) -> str:
    """The text after a diff without line numbers, whose lines before must stand there once."""
    lines = change.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    assert text.count(before) == 1, before
    return text.replace(before, after)


def build(copy: Path) -> None:
    for name in ("kdc_desktop", "ui", "resources"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = BLOCK.findall(page)
    assert len(blocks) == page.count("\n# kdc_desktop/") + page.count("\n# ui/") + 1
    for kind, name, content in blocks:
        place = copy / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if kind == "diff":
            content = replaced(place.read_text(encoding="utf-8"), content)
        else:
            assert not place.exists()
        place.write_text(content, encoding="utf-8")


def test_a_whole_noun_is_built_as_the_page_says(tmp_path: Path) -> None:
    build(tmp_path / "copy")
    folder = tmp_path / "club"
    folder.mkdir()
    shutil.copy(ROOT / "tests" / "data" / "clubs" / "0001.kdc", folder / "club.kdc")
    done = subprocess.run(
        [sys.executable, "-c", EVENING, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path / "copy",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(tmp_path / "copy")},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "['The hall is closed in July']",
        "[] Took down a notice",
        "['The hall is closed in July'] Undone: Took down a notice",
        "[['What the club told everybody, and until when.'], "
        "['Notice', 'Session', 'Until', 'Notice id', 'Session id'], "
        "['The hall is closed in July', 1], "
        "['An old one', datetime.datetime(2020, 1, 31, 0, 0), 2]]",
    ]


def test_what_the_page_builds_is_as_linter_and_formatter_want_it(tmp_path: Path) -> None:
    build(tmp_path / "copy")
    for command in (["check"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--no-cache", "."],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path / "copy",
        )
        assert done.returncode == 0, done.stdout
