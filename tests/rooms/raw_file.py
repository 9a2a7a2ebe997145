"""A club file as somebody reads it who has only its bytes: pages, cells, and frames of the log."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

INDEX_INSIDE, INDEX_LEAF, TABLE_INSIDE, TABLE_LEAF = 0x02, 0x0A, 0x05, 0x0D
SECRET_TABLES = ("voter_roll", "ballot_paper", "ballot_mark")


def trees_of(path: Path, table: str) -> dict[str, int]:
    """The table and its indexes by name, each with its first page."""
    with closing(sqlite3.connect(path)) as connection:
        asked = "SELECT name, rootpage FROM sqlite_schema WHERE tbl_name = ? AND rootpage > 0"
        return dict(connection.execute(asked, (table,)).fetchall())


def places_by_key(path: Path, root: int) -> Iterator[list[int]]:
    """For each page of a tree that holds keys: where on it the cells lie, in the order of keys."""
    content = path.read_bytes()
    size = int.from_bytes(content[16:18], "big")
    waiting = [root]
    while waiting:
        page = content[(waiting[0] - 1) * size : waiting.pop(0) * size]
        count, inside = int.from_bytes(page[3:5], "big"), page[0] in (INDEX_INSIDE, TABLE_INSIDE)
        head = 12 if inside else 8
        places = [
            int.from_bytes(page[head + 2 * at : head + 2 * at + 2], "big") for at in range(count)
        ]
        if inside:
            waiting += [int.from_bytes(page[place : place + 4], "big") for place in places]
            waiting.append(int.from_bytes(page[8:12], "big"))
        if page[0] != TABLE_INSIDE:
            yield places


def order_written(path: Path, tree: int) -> list[int]:
    """The keys of a tree of one page, numbered, in the order in which they were written."""
    (places,) = places_by_key(path, tree)
    return sorted(range(len(places)), key=lambda key: -places[key])


def pages_in_log(path: Path) -> list[bytes]:
    """The pages in the write-ahead log of a club file, without its random salt and its sums."""
    content = path.with_name(f"{path.name}-wal").read_bytes()
    size = int.from_bytes(content[8:12], "big")
    frames = range(32, len(content), 24 + size)
    return [content[at : at + 4] + content[at + 24 : at + 24 + size] for at in frames]


def rows_of_secret_tables(path: Path) -> list[object]:
    """What SQLite reads in the tables of roll, papers and marks."""
    with closing(sqlite3.connect(path)) as connection:
        return [
            row for table in SECRET_TABLES for row in connection.execute(f"SELECT * FROM {table}")
        ]
