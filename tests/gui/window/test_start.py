"""What the first window is shown without, and what makes up for it afterwards."""

import os
import subprocess
import sys
from datetime import datetime

import pytest

from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import open_database

LATE = (
    "alembic",
    "argparse",
    "highspy",
    "html",
    "kdc_desktop.model",
    "kdc_desktop.screens.club.elsewhere",
    "kdc_desktop.screens.club.keeping",
    "kdc_desktop.screens.kit.file_links",
    "kdc_desktop.screens.pages.batch",
    "kdc_desktop.screens.pages.page_writing",
    "kdc_desktop.services.sessions.home",
    "kdc_desktop.services.sessions.planning",
    "kdc_desktop.services.sessions.questions",
    "logging",
    "logging.handlers",
    "networkx",
    "numpy",
    "openpyxl",
    "pandas",
    "platform",
    "platformdirs",
    "python_calamine",
    "rapidfuzz",
    "sqlalchemy",
    "tomllib",
)
NOT_FOR_AN_AGENDA = (
    "kdc_desktop.services.consortia",
    "kdc_desktop.services.interests",
    "kdc_desktop.services.joined.sheets",
    "kdc_desktop.services.visions",
    "kdc_desktop.services.workbook",
    "openpyxl",
    "pandas",
)
OPENING = """
import sys
import time
from pathlib import Path
from kdc_desktop.app import Program
from kdc_desktop.application import make_application
from kdc_desktop.settings import Settings
app = make_application(sys.argv[:1])
opened = Program(app, Settings(Path(sys.argv[2])), lambda window: None)
club = opened.open(Path(sys.argv[1]))
app.processEvents()
"""
HOME = (
    OPENING
    + """
rows = club.window.screen_shown.model.rowCount()
print(rows, *(name for name in sys.argv[3:] if name in sys.modules))
while "sqlalchemy" not in sys.modules or club.jobs.busy:
    app.processEvents()
    time.sleep(0.02)
for name in ("board.board_screen", "consortia.consortia_screen"):
    print(f"kdc_desktop.screens.{name}" in sys.modules)
club.close()
"""
)
AGENDA = (
    OPENING
    + """
club.window.open_session(1)
print(club.window.screen_shown.objectName())
print(*(name for name in sys.argv[3:] if name in sys.modules))
club.close()
"""
)
CLASSES = (
    OPENING
    + """
import enum
bases = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
made = {kind.__qualname__ for base in bases for kind in base.__subclasses__()}
print(*sorted(made & set(sys.argv[3:])))
club.close()
"""
)
VALUES = """
import dataclasses
made = []
process = dataclasses._process_class
dataclasses._process_class = lambda cls, *rest: made.append(cls) or process(cls, *rest)
""" + (OPENING + "print(len(made))\nclub.close()\n")
COLLECTED = f"""
import gc
from kdc_desktop import quick_imports
first = gc.get_stats()
{OPENING.rpartition("app.")[0]}
print(gc.get_stats() == first, gc.get_freeze_count() > 0)
club.close()
"""
BESIDE = OPENING + "print(club.jobs.busy)\nclub.close()\n"
SOURCES = (
    OPENING
    + """
import linecache
club.window.open_session(1)
late = ("/screens/", "/sqlalchemy/")
print(sum(any(part in Path(name).as_posix() for part in late) for name in linecache.cache))
club.close()
"""
)
WRONG = (
    OPENING
    + """
def read():
    support = "shibokensupport.signature."
    modules = [(name.removeprefix(support), vars(module)) for name, module in sys.modules.items()]
    return [name for name, held in modules if name in sys.argv[3:] and "__file__" in held]

print(len(read()))
try:
    app.setProperty(1, 2)
except TypeError as error:
    print("name:" in str(error), *read())
club.close()
"""
)


def told_by(script, *arguments):
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()


@pytest.fixture
def path(tmp_path):
    database = open_database(tmp_path / "club.kdc")
    planning.plan_session(database, "Evening", datetime(2026, 11, 3, 17, 30), templates()[0])
    database.close()
    return tmp_path / "club.kdc"


def test_home_lists_sessions_before_anything_heavy_is_loaded(path, tmp_path):
    told = told_by(HOME, path, tmp_path / "settings.ini", *LATE)
    assert told[:-2] == ["1"], "one session, and nothing that can be imported later"
    assert told[-2:] == ["True", "True"], "screens, so that the click that opens one need not"
    assert len(list(tmp_path.glob("club backups/*.kdc"))) == 1


def test_nothing_takes_turns_with_the_first_window(path, tmp_path):
    assert told_by(BESIDE, path, tmp_path / "settings.ini") == ["False"]


def test_a_session_opens_without_what_other_screens_are_handed(path, tmp_path):
    told = told_by(AGENDA, path, tmp_path / "settings.ini", *NOT_FOR_AN_AGENDA)
    assert told == ["agenda_screen"]


def test_no_source_is_read_for_what_is_imported(path, tmp_path):
    assert told_by(SOURCES, path, tmp_path / "settings.ini") == ["0"]


def test_what_words_errors_of_qt_is_read_at_the_first_error(path, tmp_path):
    words = {"errorhandler", "layout", "mapping", "parser"}
    told = told_by(WRONG, path, tmp_path / "settings.ini", *words, "lib.pyi_generator")
    assert told[:2] == ["0", "True"]
    assert words <= {*told[2:]}


def test_imports_are_left_to_python(path, tmp_path):
    looks = f"{OPENING}print(getattr(__import__, '__name__', ''))\nclub.close()"
    assert "feature" not in told_by(looks, path, tmp_path / "settings.ini")[0]


def test_no_class_of_widgets_is_made_that_nobody_asked_for(path, tmp_path):
    asked_for = ("QFrame.Shape",)
    not_for_home = ("QMdiArea.WindowOrder", "QStyle.SubControl", "QWizard.WizardStyle")
    told = told_by(CLASSES, path, tmp_path / "settings.ini", *asked_for, *not_for_home)
    assert told == list(asked_for)


def test_few_classes_of_values_have_their_methods_compiled(path, tmp_path):
    assert int(told_by(VALUES, path, tmp_path / "settings.ini")[0]) <= 22, "see Start"


def test_nothing_is_collected_before_the_window_stands_there(path, tmp_path):
    assert told_by(COLLECTED, path, tmp_path / "settings.ini") == ["True", "True"]


def test_jobs_of_a_window_let_it_have_its_turn_and_commands_take_their_time(path, tmp_path):
    turn = "print(round(sys.getswitchinterval() * 1e6))"
    check = f"import sys; from kdc_desktop.cli import main; main(['check', *sys.argv[1:]]); {turn}"
    assert told_by(check, "--database", path)[-1] == "5000"
    opening = f"{OPENING}{turn}\nclub.close()"
    assert told_by(opening, path, tmp_path / "settings.ini") == ["100"]
