"""The sample club that ships was made by the version that ships it: `dev.py sample` makes it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kdc_desktop.services.club.sample import sample_club
from kdc_desktop.storage import migrating


def test_the_sample_opens_without_a_migration(tmp_path: Path) -> None:
    assert migrating.version_of(sample_club(tmp_path)) == migrating.HEAD


def test_every_line_of_its_log_can_be_worded_in_another_language(tmp_path: Path) -> None:
    with closing(sqlite3.connect(sample_club(tmp_path))) as connection:
        plain = connection.execute("SELECT label FROM journal_entry WHERE arguments IS NULL")
        assert plain.fetchall() == []
