"""Files of 500,000 papers read and counted, beside what pandas takes to read and group marks."""

import time
import tracemalloc
from pathlib import Path

import numpy  # noqa: TID253  # what is measured is the reading, not the start
import pandas  # noqa: TID253  # the same
import pytest

from kdc_desktop.domain.polls.cast import cast_of
from kdc_desktop.domain.polls.methods import rule_of
from kdc_desktop.interchange.elections.fitting import fitted
from kdc_desktop.interchange.elections.reading import read_election
from tests.benchmarks.conftest import Record

PAPERS, OPTIONS, MARKS = 500_000, 100, 10
SIZE = f"{PAPERS:,} papers of {MARKS} marks"
RULES = {"soi": "borda", "pb": "greedy", "csv": "score"}


def chosen(papers: int) -> list[list[int]]:
    """Ten of a hundred options for each paper."""
    lots = numpy.random.default_rng(3)
    some = [
        numpy.argsort(lots.random((5_000, OPTIONS)), axis=1)[:, :MARKS] + 1
        for _some in range(papers // 5_000)
    ]
    return [row for block in some for row in block.tolist()]


def soi(papers: int) -> str:
    names = "".join(f"# ALTERNATIVE NAME {at}: Option {at}\n" for at in range(1, OPTIONS + 1))
    head = f"# NUMBER ALTERNATIVES: {OPTIONS}\n# NUMBER VOTERS: {papers}\n{names}"
    return head + "".join(f"1: {','.join(map(str, row))}\n" for row in chosen(papers))


def pb(papers: int) -> str:
    meta = f"META\nkey;value\nnum_votes;{papers}\nbudget;500000\nvote_type;approval\n"
    costs = "".join(f"{at};{at * 1000}\n" for at in range(1, OPTIONS + 1))
    votes = "".join(f"{at};{','.join(map(str, row))}\n" for at, row in enumerate(chosen(papers)))
    return f"{meta}PROJECTS\nproject_id;cost\n{costs}VOTES\nvoter_id;vote\n{votes}"


def csv(papers: int) -> str:
    rows = (f"{at},{one},{one % 6}\n" for at, row in enumerate(chosen(papers)) for one in row)
    return "paper,option,value\n" + "".join(rows)


def counted(file: Path, rule_key: str) -> None:
    method, rule = rule_of(rule_key)
    terms, papers = fitted(read_election(file, method.key), method)
    method.count(cast_of(papers), terms, rule)


def seconds(file: Path, rule_key: str) -> float:
    begun = time.perf_counter()
    counted(file, rule_key)
    return time.perf_counter() - begun


def floor(folder: Path) -> float:
    """What pandas takes to read a row for each mark, and to say how often each was given."""
    file = folder / "floor.csv"
    file.write_text(csv(PAPERS))
    begun = time.perf_counter()
    pandas.read_csv(file).groupby(["option", "value"]).size()
    return time.perf_counter() - begun


@pytest.mark.parametrize(("kind", "rule"), RULES.items(), ids=RULES)
def test_a_file_is_read_and_counted(kind: str, rule: str, tmp_path: Path, record: Record) -> None:
    write = {"soi": soi, "pb": pb, "csv": csv}[kind]
    file, half = tmp_path / f"whole.{kind}", tmp_path / f"half.{kind}"
    file.write_text(write(PAPERS))
    half.write_text(write(PAPERS // 2))
    counted(half, rule)  # what is imported late is there
    taken, by_half = seconds(file, rule), seconds(half, rule)
    record(
        f"a .{kind} file read and counted by {rule} | {SIZE}", taken, "s", floor(tmp_path), "≤ 10 ×"
    )
    record(f"a .{kind} file, twice the papers | {SIZE}", taken, "s", 2 * by_half, "≤ 1.5 ×")


@pytest.mark.parametrize("kind", RULES)
def test_memory_grows_with_the_file(kind: str, tmp_path: Path, record: Record) -> None:
    write = {"soi": soi, "pb": pb, "csv": csv}[kind]
    peaks = []
    for papers in (50_000, 100_000):
        file = tmp_path / f"{papers}.{kind}"
        file.write_text(write(papers))
        tracemalloc.start()
        counted(file, RULES[kind])
        peaks.append(tracemalloc.get_traced_memory()[1] / 2**20)
        tracemalloc.stop()
    few, many = peaks
    record(f"memory to count a .{kind} file | 100,000 papers", many, "MB", 2 * few, "≤ 1.2 ×")
