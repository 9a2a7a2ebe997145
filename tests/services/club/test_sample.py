"""The sample club that ships was made by the version that ships it: `dev.py sample` makes it."""

import csv
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kdc_desktop import paths
from kdc_desktop.services.club.sample import sample_club
from kdc_desktop.storage import migrating


def test_the_sample_opens_without_a_migration(tmp_path: Path) -> None:
    assert migrating.version_of(sample_club(tmp_path)) == migrating.HEAD


def test_every_line_of_its_log_can_be_worded_in_another_language(tmp_path: Path) -> None:
    with closing(sqlite3.connect(sample_club(tmp_path))) as connection:
        plain = connection.execute("SELECT label FROM journal_entry WHERE arguments IS NULL")
        assert plain.fetchall() == []


E_MAIL = re.compile(r"[\w.+-]+@(?!example\.(?:org|com|net)\b)[\w-]+(?:\.[\w-]+)+")
TELEPHONE = re.compile(
    r"(?<![\d:.-])(?:\+\d{1,3}[ -]?)?(?:\(\d{2,4}\)|\d{2,4})[ -]\d{3,4}[ -]?\d{3,5}(?!\d)"
)
STREET = re.compile(r"\b\d{1,5} (?:[A-Z]\w+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Dr)\b")


def addresses(text: str) -> list[str]:
    """What in a text would reach somebody at home or at work."""
    return [found.group() for kind in (E_MAIL, TELEPHONE, STREET) for found in kind.finditer(text)]


def texts_of(club: Path) -> Iterator[str]:
    """Every text in every table of a club file, its journal too."""
    with closing(sqlite3.connect(club)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (name,) in tables.fetchall():
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                yield from (value for value in row if isinstance(value, str))


def test_the_sample_holds_no_ones_address(tmp_path: Path) -> None:
    assert [found for text in texts_of(sample_club(tmp_path)) for found in addresses(text)] == []


def test_the_ideas_that_ship_hold_no_ones_address() -> None:
    for sheet in paths.resource("sample").rglob("*.csv"):
        if sheet.name != "votes.csv":
            with sheet.open(encoding="utf-8", newline="") as lines:
                told = [cell for row in csv.reader(lines) for cell in row]
            assert [found for text in told for found in addresses(text)] == []


def test_an_address_is_found() -> None:
    for text in ("jake@pub.co", "Ring 270-555 0123", "(270) 555-0123", "at 12 Park Hill Road"):
        assert addresses(f"Write to me: {text}, soon"), text
    assert addresses("aino@example.org, in 2050, 1 in 10, since December 2021") == []
