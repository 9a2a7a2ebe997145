"""What all tests share: no display is needed, and nobody's own folders are touched."""

import gc
import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Dialect, Engine
from sqlalchemy.util import LRUCache

from kdc_desktop.storage import connections, opening
from tests.rooms.made_once import made_once

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

FIRST = (
    *("test_leaving.py", "test_rehearsal.py", "test_kill.py", "test_everything_fits.py"),
    *("test_kill_votes.py", "test_strange_files.py", "test_monkey.py"),
)
BUSY = 30_000  # ms to wait for something: that a machine is busy is no fault
cast("dict[str, int]", QtBot.waitUntil.__kwdefaults__)["timeout"] = BUSY


@pytest.fixture(scope="session", autouse=True)
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Iterator[Path]]:
    """A folder of its own for each test, and before the first for what tests share.

    They are counted here: pytest would look through all that lie there for each further one.
    """
    folder = tmp_path_factory.mktemp("homes")
    homes = (_made(folder / str(number)) for number in itertools.count())
    with pytest.MonkeyPatch.context() as patch:
        _live_in(next(homes), patch)
        yield homes


@pytest.fixture(autouse=True)
def _own_folders(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    _live_in(next(_homes), monkeypatch)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _live_in(folder: Path, patch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        patch.setenv(name, str(folder))


@pytest.fixture(scope="session", autouse=True)
def _empty_clubs_are_copies() -> Iterator[None]:
    """Every new club file is written as the program writes it, once, and then copied."""
    really = opening._write_empty

    def copied(fresh: Path) -> None:
        made_once(fresh, "nobody and nothing", really)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_write_empty", copied)
        yield


@pytest.fixture(scope="session", autouse=True)
def _statements_are_worded_once() -> Iterator[None]:
    """SQLAlchemy would word them anew for each club file that is opened."""
    really = connections._engine
    worded: LRUCache[Any, Any] = LRUCache(5_000)
    known: dict[str, Dialect] = {}

    def engine(*given: Any) -> Engine:
        made: Any = really(*given)
        made.dialect = made.pool._dialect = known.setdefault("SQLite", made.dialect)
        made._compiled_cache = worded
        made.clear_compiled_cache = lambda: None
        return cast(Engine, made)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "_engine", engine)
        yield


@pytest.fixture(autouse=True)
def _garbage_goes() -> Iterator[None]:
    """Where a window has switched Python's own collector off, somebody must see to it."""
    yield
    if not gc.isenabled():
        gc.collect(1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First what looks through all of memory, while little lies in it, and what takes longest."""
    items.sort(
        key=lambda item: FIRST.index(name) if (name := item.path.name) in FIRST else len(FIRST)
    )
