"""What all tests share: no display is needed, and nobody's own folders are touched."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FIRST = ("test_leaving.py", "test_rehearsal.py")
BUSY = 30_000  # ms to wait for something: that a machine is busy is no fault
cast("dict[str, int]", QtBot.waitUntil.__kwdefaults__)["timeout"] = BUSY


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder: Path = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(folder))


@pytest.fixture(autouse=True)
def _garbage_goes() -> Iterator[None]:
    """Where a window has switched Python's own collector off, somebody must see to it."""
    yield
    if not gc.isenabled():
        gc.collect(1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First what looks through all of memory, while little lies in it, and what takes longest."""
    items.sort(key=lambda item: FIRST.index(name) if (name := item.path.name) in FIRST else 2)
