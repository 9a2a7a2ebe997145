"""What is shown is read again when any table that it was read from has changed."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kdc_desktop.services.joined.home import HOME
from kdc_desktop.services.visions import since as vision_since
from tests.rooms.club_year import ClubYear, make_year
from tests.rooms.statements import queries_of


@pytest.fixture
def year(tmp_path: Path) -> Iterator[ClubYear]:
    made = make_year(tmp_path / "club.kdc")
    yield made
    made.database.close()


def tables_of(question: Callable[[], object]) -> set[str]:
    """Of which a question asks."""
    statements = queries_of(question)
    return {name for one in statements for name in re.findall(r"(?:FROM|JOIN) (\w+)", one)}


def test_home_names_what_it_is_read_from(year: ClubYear) -> None:
    *past, tonight = year.sessions
    read = tables_of(lambda: HOME.told(year.database, past, tonight))
    assert read - HOME.tables == set()


def test_the_look_back_names_what_it_is_read_from(year: ClubYear) -> None:
    read = tables_of(lambda: vision_since.since(year.database, year.sessions[-1]))
    assert read - vision_since.TABLES == set()
