"""A club file from a stranger is data: nothing in it is run, and nothing in it hangs or crashes."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from kdc_desktop import paths
from kdc_desktop.cli import main
from kdc_desktop.errors import UserError
from kdc_desktop.storage import backups, files, is_club, open_database, open_to_read
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.strangers import strange_in
from tests.storage.flipped_bits import spoil, use_all

CLUBS = sorted((Path(__file__).parents[1] / "data/clubs").glob("*.kdc"))
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


def rewritten(old: str, new: str) -> tuple[str, ...]:
    """Another form of a table of ours, as a hostile file may have it."""
    return (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = 'idea'",
    )


HOSTILE = {
    "trigger": ("CREATE TRIGGER t AFTER UPDATE ON idea BEGIN DELETE FROM idea; END",),
    "view": (f"CREATE VIEW v AS {ENDLESS}",),
    "view for a table": ("DROP TABLE passage", f"CREATE VIEW passage AS {ENDLESS}"),
    "virtual table": ("CREATE VIRTUAL TABLE v USING fts5(a)",),
    "table of its own": ("CREATE TABLE other (a, CHECK (a > 0))",),
    "expression index": ("CREATE INDEX i ON idea (abs(x))",),
    "partial index": ("CREATE INDEX i ON idea (x) WHERE x > 0",),
    "generated column": ("ALTER TABLE idea ADD COLUMN g AS (hex(zeroblob(100000000)))",),
    "check": rewritten("text TEXT NOT NULL", "text TEXT NOT NULL CHECK (text != ''a'')"),
    "default": rewritten("sector TEXT", "sector TEXT DEFAULT (hex(randomblob(9)))"),
    "cascade": rewritten("(id) DEFERRABLE", "(id) ON DELETE CASCADE DEFERRABLE"),
    "collation": rewritten("text TEXT NOT NULL", "text TEXT COLLATE NOCASE NOT NULL"),
    "conflict": rewritten("text TEXT NOT NULL", "text TEXT NOT NULL ON CONFLICT IGNORE"),
}


@pytest.fixture
def sample(tmp_path):
    return Path(shutil.copy(paths.resource("sample/sample-club.kdc"), tmp_path / "club.kdc"))


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_could_act_is_refused_in_words_and_not_run(sample, kind, tmp_path, capsys):
    with closing(sqlite3.connect(sample)) as connection, connection:
        for statement in HOSTILE[kind]:
            connection.execute(statement)
    before = sample.read_bytes()
    for use in (
        lambda: open_database(sample),
        lambda: open_to_read(sample).__enter__(),
        lambda: backups.copy_to(sample, tmp_path / "copy.kdc"),
    ):
        with pytest.raises(UserError, match="which KDC Desktop never makes"):
            use()
    assert "is none that KDC Desktop makes" in check_database(sample)[0]
    assert main(["export", str(tmp_path / "out.xlsx"), "--database", str(sample)]) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert is_club(sample)
    assert sample.read_bytes() == before


@pytest.mark.parametrize("path", CLUBS, ids=lambda path: path.name)
def test_files_of_every_version_hold_nothing_strange(path, tmp_path):
    copy = Path(shutil.copy(path, tmp_path / "club.kdc"))
    with closing(files.look_into(copy)) as connection:
        assert list(strange_in(connection)) == []
    open_database(copy).close()  # brought up to date
    with closing(files.look_into(copy)) as connection:
        assert list(strange_in(connection)) == []


def test_every_connection_takes_the_file_for_data(sample):
    with closing(open_database(sample)) as database:
        asked = text("PRAGMA trusted_schema")
        with database.read() as snapshot:
            assert snapshot.connection().execute(asked).scalar_one() == 0
        with database.glance() as connection:
            assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
    for connect in (files.connect, files.look_into, files.alone):
        with closing(connect(sample)) as connection:
            assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)


@pytest.mark.parametrize(
    "change",
    [
        "DROP TABLE commitment",
        "ALTER TABLE session RENAME COLUMN title TO name",
        "DROP TABLE session",
    ],
)
def test_a_file_that_lacks_a_table_or_a_column_is_told_in_a_sentence(sample, change):
    with closing(sqlite3.connect(sample)) as connection, connection:
        connection.execute(change)
    refused = pytest.raises(UserError, match="is not as KDC Desktop makes it")
    with closing(open_database(sample)) as database, refused:
        database.get_ready()


@pytest.mark.parametrize("seed", range(12))
def test_what_is_left_of_a_spoilt_file_ends_in_a_sentence_or_works(sample, seed):
    spoil(sample, seed)
    use_all(sample)
