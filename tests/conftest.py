"""What all tests share: no display is needed, and nobody's own folders are touched."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


cast("dict[str, int]", QtBot.waitUntil.__kwdefaults__)["timeout"] = (
    30_000  # a busy machine is no fault
)


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
