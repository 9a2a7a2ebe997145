"""What the first window is shown without, and what makes up for it afterwards."""

import os
import subprocess
import sys
from datetime import datetime

from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import open_database

LATE = (
    "alembic",
    "highspy",
    "kdc_desktop.model",
    "kdc_desktop.services.sessions.planning",
    "kdc_desktop.services.sessions.questions",
    "logging.handlers",
    "networkx",
    "numpy",
    "openpyxl",
    "pandas",
    "python_calamine",
    "rapidfuzz",
    "sqlalchemy",
    "tomllib",
)
START = """
import sys
import time
from pathlib import Path
from kdc_desktop.app import Program, make_application
from kdc_desktop.settings import Settings
app = make_application(sys.argv[:1])
opened = Program(app, Settings(Path(sys.argv[2])), lambda window: None)
club = opened.open(Path(sys.argv[1]))
app.processEvents()
rows = club.window.screen_shown.model.rowCount()
print(rows, *(name for name in sys.argv[3:] if name in sys.modules))
while "sqlalchemy" not in sys.modules or club.jobs.busy:
    app.processEvents()
    time.sleep(0.02)
club.close()
"""


def test_home_lists_sessions_before_anything_heavy_is_loaded(tmp_path):
    path = tmp_path / "club.kdc"
    database = open_database(path)
    planning.plan_session(database, "Evening", datetime(2026, 11, 3, 17, 30), templates()[0])
    database.close()
    told = subprocess.run(
        [sys.executable, "-c", START, path, tmp_path / "settings.ini", *LATE],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.split() == ["1"], "one session, and nothing that can be imported later"
    assert len(list(tmp_path.glob("club backups/*.kdc"))) == 1
