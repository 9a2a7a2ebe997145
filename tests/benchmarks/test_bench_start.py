"""How long it takes from the command to a window that can be used, and how much memory it holds."""

import os
import statistics
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from time import perf_counter

import pytest

from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model import Idea
from kdc_desktop.services.sessions import agenda, planning, questions
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import open_database
from tests.benchmarks.conftest import Record

ROUNDS = 7
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
"""
LEAVE = "import os; os._exit(0)"  # a start ends with the window, not with taking it down
OURS = """
import sys
from pathlib import Path
from kdc_desktop.app import Program
from kdc_desktop.application import make_application
from kdc_desktop.settings import Settings
app = make_application(sys.argv[:1])
opened = Program(app, Settings(Path(sys.argv[2])), lambda window: None)
club = opened.open(Path(sys.argv[1]))
app.processEvents()
"""
WORKING = (
    OURS
    + """
import os, psutil
club.window.open_session(int(sys.argv[3]))
club.shared_screen.resize(1920, 1080)
club.shared_screen.show()
for _ in range(20):
    app.processEvents()
print(psutil.Process().memory_info().rss / 2**20)
os._exit(0)
"""
)


SESSION = OURS + "club.window.open_session(int(sys.argv[3])); app.processEvents();" + LEAVE


# As installed: the modules are compiled, by a first run that does not count.
_ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
_ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


def run(script: str, compiled: Path, *arguments: object) -> tuple[float, str]:
    begun = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        env={**_ENVIRONMENT, "PYTHONPYCACHEPREFIX": str(compiled)},
        capture_output=True,
        text=True,
        check=True,
    )
    return perf_counter() - begun, done.stdout


@pytest.fixture(scope="module")
def club_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """20 sessions, 5,000 ideas: 4,760 of them in the first session."""
    from kdc_desktop.model import Idea

    path = tmp_path_factory.mktemp("start") / "club.kdc"
    database = open_database(path)
    evening = datetime(2026, 11, 3, 17, 30)
    for number in range(20):
        made = planning.plan_session(database, f"Evening {number}", evening, templates()[0])
        with database.edit(lazy("Filled the board")) as edit:
            for place in range(240 if number else 440):
                edit.add(_idea(Idea, made, place, database.now()))
    agenda.go_live(database, 1)
    ideas = next(stage for stage in questions.stages(database, 1) if stage.kind == "ideas")
    agenda.go_to_stage(database, ideas.id)
    with database.edit(lazy("Filled the first board")) as edit:
        for place in range(5000):
            edit.add(_idea(Idea, 1, place, database.now()))
    database.close()
    return path


def _idea(kind: type[Idea], session_id: int | None, place: int, at: Instant) -> Idea:
    return kind(
        session_id=session_id,
        text=f"Idea {place}: a bench where the sun is at five o'clock",
        sector="CPATR"[place % 5],
        x=(place % 80) * 180.0,
        y=(place // 80) * 120.0,
        created_at=at,
    )


def test_start_to_first_usable_window(club_file: Path, tmp_path: Path, record: Record) -> None:
    compiled, settings = tmp_path / "compiled", tmp_path / "settings.ini"
    size = "20 sessions, 10,000 ideas"

    def start(script: str, *arguments: object) -> float:
        return run(script, compiled, *arguments)[0]

    floors, ours, opened = [], [], []
    start(SESSION, club_file, settings, 1)
    start(BARE)
    for _ in range(ROUNDS):  # in turns, so that a busy moment of the machine meets all of them
        floors.append(start(BARE + LEAVE))
        ours.append(start(OURS + LEAVE, club_file, settings))
        opened.append(start(SESSION, club_file, settings, 1))
    floor = statistics.median(floors)
    record(f"start to first window | {size}", statistics.median(ours), "s", floor, "≤ 2.5 ×")
    record(f"start to a board, clicked at once | {size}", statistics.median(opened), "s", floor, "")


def test_memory_with_board_and_shared_screen_open(
    club_file: Path, tmp_path: Path, record: Record
) -> None:
    _, told = run(WORKING, tmp_path / "compiled", club_file, tmp_path / "settings.ini", 1)
    record("memory | 5,000 ideas, board and shared screen", float(told), "MB", None, "≤ 300 MB")
