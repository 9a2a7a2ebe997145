"""What benchmarks measure with: `record` collects figures, the run ends with their table."""

import json
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

import pytest

COLUMNS = ("work", "size", "figure", "floor", "ratio", "promise", "", "slower")
SPIN = 200_000
SPUN = 0.018  # s: what a spin takes on the machine that the promises were made on
TIMES = ("ms", "s")
PROMISE = re.compile(r"(?P<sign>[≤≥])\s*(?P<limit>\d+(?:\.\d+)?)\s*(?P<unit>\S+)")


@dataclass(frozen=True)
class Row:
    """One figure beside the floor of the same run and what was promised.

    `figure` and `floor` are in `unit`. `promise` is empty, or a sign, a limit and the unit or ×:
    "≤ 8 ms" is held against the figure, "≤ 2.5 ×" against figure / floor.

    `slower` is how many times slower this machine was just then than the one that the promises
    were made on: a time that is short here and met but for that is said to be so.
    """

    work: str
    size: str
    figure: float
    unit: str
    floor: float | None
    promise: str
    slower: float = 1.0

    @property
    def ratio(self) -> float | None:
        return self.figure / self.floor if self.floor else None

    @property
    def verdict(self) -> str:
        """ "met", "short", "met at full speed", or nothing when nothing was promised."""
        if not self.promise:
            return ""
        match = PROMISE.fullmatch(self.promise)
        if match is None or match["unit"] not in (self.unit, "×"):
            raise ValueError(f"{self.work}: promise {self.promise!r}, figure in {self.unit!r}")
        value = self.ratio if match["unit"] == "×" else self.figure
        if value is None:
            raise ValueError(f"{self.work}: promise {self.promise!r} needs a floor")
        limit = float(match["limit"])
        if value <= limit if match["sign"] == "≤" else value >= limit:
            return "met"
        waits = match["unit"] in TIMES and match["sign"] == "≤"
        return "met at full speed" if waits and value <= limit * self.slower else "short"

    def cells(self) -> tuple[str, ...]:
        """The row as the table shows it."""
        floor = "–" if self.floor is None else f"{self.floor:.4g} {self.unit}"
        ratio = "–" if self.ratio is None else f"{self.ratio:.2f} ×"
        figure = f"{self.figure:.4g} {self.unit}"
        said = (self.promise or "–", self.verdict, f"{self.slower:.1f} ×")
        return (self.work, self.size, figure, floor, ratio, *said)


class Record(Protocol):
    """Put a figure into the table."""

    def __call__(
        self, row: str, figure: float, unit: str, floor: float | None, promise: str
    ) -> None: ...


ROWS = pytest.StashKey[list[Row]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bench-json", metavar="FILE", help="also write the figures to this file")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[ROWS] = []


@pytest.fixture
def record(request: pytest.FixtureRequest) -> Record:
    """Collect one row, named "work | size"; see `Row` for figure, floor and promise."""

    def collect(row: str, figure: float, unit: str, floor: float | None, promise: str) -> None:
        work, _, size = (part.strip() for part in row.partition("|"))
        measured = Row(work, size, figure, unit, floor, promise, times_slower())
        measured.cells()
        request.config.stash[ROWS].append(measured)

    return collect


def times_slower() -> float:
    """How many times longer plain Python takes here and now; a quicker machine counts as 1."""

    def spin() -> float:
        started, total = time.perf_counter(), 0
        for number in range(SPIN):
            total += number * number
        return time.perf_counter() - started

    return max(1.0, min(spin() for _ in range(5)) / SPUN)


def median_seconds(function: Callable[[], object], rounds: int) -> float:
    """The median duration of `rounds` calls, in seconds, after one call that is not counted."""
    function()
    durations = []
    for _ in range(rounds):
        started = time.perf_counter()
        function()
        durations.append(time.perf_counter() - started)
    return statistics.median(durations)


def aligned(rows: list[Row]) -> list[str]:
    """The lines of the table, its columns as wide as their widest cell."""
    table = [COLUMNS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in table) for column in range(len(COLUMNS))]
    return ["  ".join(map(str.ljust, line, widths)).rstrip() for line in table]


def as_json(rows: list[Row]) -> str:
    figures = [{**asdict(row), "ratio": row.ratio, "verdict": row.verdict} for row in rows]
    return json.dumps(figures, ensure_ascii=False, indent=2) + "\n"


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    rows = config.stash[ROWS]
    if not rows:
        return
    terminalreporter.section("What was promised, what was measured")
    for line in aligned(rows):
        terminalreporter.write_line(line)
    if target := config.getoption("--bench-json"):
        Path(target).write_text(as_json(rows), encoding="utf-8")
