"""A club whose changes come to the window, and what the dialog is given of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kdc_desktop.gui_thread import GuiThread
from kdc_desktop.storage import Database, open_database
from tests.gui.people.importing.dialogs import Window
from tests.rooms.empty_club import EVENING, plan_evening


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    gui = GuiThread()
    opened.deliver_through(gui.post)
    yield opened
    opened.close()


@pytest.fixture
def evening(database: Database) -> int:
    return plan_evening(database)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[Window]:
    made = Window()
    yield made
    made.jobs.stop()
