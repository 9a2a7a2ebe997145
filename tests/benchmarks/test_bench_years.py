"""A club of ten years beside one of one: opened, and asked about all its consortia at once."""

import statistics
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.joined.consortia import BUY_IN
from kdc_desktop.storage import open_database
from tests.benchmarks.conftest import Record
from tests.benchmarks.ten_years import make_years
from tests.benchmarks.test_bench_start import LEAVE, OURS, run
from tests.rooms.all_due import due

ROUNDS, YEARS = 7, 10
SIZE = "120 consortia, 40 sessions, 7,000 answers"


@pytest.fixture(scope="module")
def clubs(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The files of one year and of ten."""
    folder = tmp_path_factory.mktemp("years")
    made = {years: folder / f"{years}.kdc" for years in (1, YEARS)}
    for years, path in made.items():
        make_years(path, years).close()
    return made


def test_ten_years_open_as_fast_as_one(
    clubs: dict[int, Path], tmp_path: Path, record: Record
) -> None:
    compiled, settings = tmp_path / "compiled", tmp_path / "settings.ini"
    took: dict[int, list[float]] = {years: [] for years in clubs}
    for turn in range(ROUNDS + 1):
        for years, path in clubs.items():
            seconds = run(OURS + LEAVE, compiled, path, settings)[0]
            if turn:  # the first one compiles
                took[years].append(seconds)
    ten, one = (statistics.median(took[years]) for years in (YEARS, 1))
    record(f"start: ten years beside one | {SIZE}", ten, "s", one, "≤ 1.1 ×")


def test_all_consortia_and_all_that_is_due_are_read(clubs: dict[int, Path], record: Record) -> None:
    database = open_database(clubs[YEARS])
    database.get_ready()
    consortia = least(lambda: all_consortia(database, BUY_IN))
    record(f"all consortia of the club, read | {SIZE}", consortia, "ms", None, "≤ 50 ms")
    record(
        f"what is due in the club, read | {SIZE}",
        least(lambda: due(database)),
        "ms",
        None,
        "≤ 50 ms",
    )
    database.close()


def least(work: Callable[[], object]) -> float:
    """Milliseconds of the quickest of a few turns, after one that does not count."""
    work()
    took = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        work()
        took.append((perf_counter() - begun) * 1000)
    return min(took)
