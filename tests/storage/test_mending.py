"""What can be mended of a club file is mended on a copy; the file itself stays as it is."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop import paths
from kdc_desktop.cli import main
from kdc_desktop.errors import UserError
from kdc_desktop.model import Member
from kdc_desktop.services.joined.checks import FILE_CHECKS
from kdc_desktop.storage import open_database
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.mending import mend
from tests.storage.full_file import fill
from tests.storage.places import EVENING, dump
from tests.storage.wrong_values import columns, let_all_be_empty, put_wrong, wrong_for

CLUBS = sorted((Path(__file__).parents[1] / "data/clubs").glob("*.kdc"))


@pytest.fixture
def sample(tmp_path):
    return Path(shutil.copy(paths.resource("sample/sample-club.kdc"), tmp_path / "club.kdc"))


@pytest.fixture
def full(path):
    """A file with a row in every table, which takes NULL everywhere."""
    database = open_database(path, lambda: EVENING)
    fill(database)
    database.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE setting SET value = '1'")
        let_all_be_empty(connection)
    return path


def changed(path, *statements):
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_sound_file_is_copied_row_by_row(sample):
    target = sample.with_name("mended.kdc")
    mended = mend(sample, target, FILE_CHECKS)
    assert (mended.done, mended.left) == ([], [])
    assert dump(target, journal=True) == dump(sample, journal=True)


@pytest.mark.parametrize("path", CLUBS, ids=lambda path: path.name)
def test_a_file_of_any_version_is_mended_into_one_of_the_newest(path, tmp_path):
    mended = mend(path, tmp_path / "mended.kdc", FILE_CHECKS)
    assert mended.left == []
    open_database(tmp_path / "mended.kdc").close()


def test_every_wrong_value_is_mended_and_told_and_the_file_stays(full):
    """Three values of each column at once, so that every column is mended beside all others."""
    for turn in range(3):
        wrong, target = full.with_name(f"{turn}.kdc"), full.with_name(f"mended {turn}.kdc")
        shutil.copy(full, wrong)
        with closing(sqlite3.connect(wrong, isolation_level=None)) as connection:
            for table, column in columns():
                if not column.foreign_keys and not column.primary_key:
                    said = list(wrong_for(column))
                    put_wrong(connection, table.name, column.name, said[turn * 7 % len(said)])
        before = wrong.read_bytes()
        wrong_values = check_database(wrong)
        mended = mend(wrong, target)
        told = [one for one in wrong_values if "journal" not in one]
        assert [one for one in told if not any(done.startswith(one) for done in mended.done)] == []
        assert mended.left == []
        assert wrong.read_bytes() == before
        assert {name: len(rows) for name, rows in dump(target).items()} == {
            name: len(rows) for name, rows in dump(full).items()
        }


def test_the_most_is_kept_of_a_text_a_number_and_a_date(sample):
    changed(
        sample,
        "UPDATE session SET title = 'Evening' || hex(zeroblob(500))",
        "UPDATE session SET goal = CAST(x'41ff42' AS TEXT)",
        "UPDATE session SET starts_at = '2026-11-03T18:30', status = 'paused'",
        "UPDATE idea SET x = 1e15, y = 'abc' WHERE id = 1",
    )
    target = sample.with_name("mended.kdc")
    assert mend(sample, target, FILE_CHECKS).left == []
    with closing(sqlite3.connect(target)) as connection:
        row, *_later = connection.execute("SELECT title, goal, starts_at, status FROM session")
        assert row[0] == "Evening" + "0" * 192 + "…"
        assert row[1:] == ("A\N{REPLACEMENT CHARACTER}B", "2026-11-03 18:30:00.000000", "planned")
        assert connection.execute("SELECT x, y FROM idea WHERE id = 1").fetchone() == (1e6, 0.0)


def test_a_link_to_nothing_is_let_go_and_a_row_goes_only_where_it_must_belong(sample):
    changed(
        sample,
        "UPDATE idea SET author_id = 99999 WHERE id = 1",
        "UPDATE attendance SET person_id = 99999 WHERE id = 2",
        "UPDATE idea SET parent_id = 4 WHERE id = 3",
        "UPDATE idea SET parent_id = 3 WHERE id = 4",
    )
    target = sample.with_name("mended.kdc")
    mended = mend(sample, target, FILE_CHECKS)
    assert mended.left == []
    gone = "Row 2 of attendance belongs to a row of person that does not exist."
    assert f"{gone} The row was taken out." in mended.done
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("SELECT author_id FROM idea WHERE id = 1").fetchone() == (None,)
        found = connection.execute("SELECT id, parent_id FROM idea WHERE id IN (3, 4)")
        assert found.fetchall() == [(3, 4), (4, None)]
        assert connection.execute("SELECT count(*) FROM idea").fetchone() == (377,)


def test_what_is_a_strangers_stays_behind(sample):
    changed(
        sample,
        "CREATE TRIGGER t AFTER INSERT ON idea BEGIN DELETE FROM idea; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE other (a)",
    )
    target = sample.with_name("mended.kdc")
    mended = mend(sample, target, FILE_CHECKS)
    assert mended.left == []
    assert dump(target) == {**dump(target), "idea": dump(sample)["idea"]}
    open_database(target).close()


def test_an_entry_with_a_line_that_cannot_be_read_is_no_longer_undone(sample):
    last = (
        "(SELECT max(id) FROM journal_change WHERE entry_id = (SELECT max(id) FROM journal_entry))"
    )
    changed(sample, f"UPDATE journal_change SET after = '{{broken' WHERE id = {last}")
    newest = max(row[0] for row in dump(sample, journal=True)["journal_entry"])
    target = sample.with_name("mended.kdc")
    mended = mend(sample, target, FILE_CHECKS)
    assert mended.left == []
    assert mended.done == [f"Entry {newest} of the journal can no longer be undone."]
    with closing(open_database(target)) as database:
        assert database.next_steps()[0].entry_id < newest


def test_rows_before_and_after_a_damaged_page_are_kept(sample):
    with closing(sqlite3.connect(sample)) as connection:
        (page,) = connection.execute(
            "SELECT pageno FROM dbstat WHERE name = 'idea' AND pagetype = 'leaf' "
            "ORDER BY path LIMIT 1 OFFSET 5"
        ).fetchone()
    content = bytearray(sample.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    sample.write_bytes(content)
    target = sample.with_name("mended.kdc")
    mended = mend(sample, target)
    assert mended.left == []
    assert any("A part of idea cannot be read" in sentence for sentence in mended.done)
    assert 300 < len(dump(target)["idea"]) < 377


def test_it_never_writes_over_anything_and_mends_no_other_programs_file(sample, tmp_path):
    with pytest.raises(UserError, match="exists already"):
        mend(sample, sample)
    other = tmp_path / "other.kdc"
    changed(other, "CREATE TABLE a (b)")
    with pytest.raises(UserError, match="belongs to another program"):
        mend(other, tmp_path / "mended.kdc")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["club.kdc", "other.kdc"]


def test_the_command_mends_a_copy_and_says_what_it_did(sample, capsys):
    changed(sample, "UPDATE session SET starts_at = 'garbage'")
    assert main(["check", "--database", str(sample), "--repair"]) == 0
    said = capsys.readouterr().out
    assert "“garbage” in starts_at is no date" in said
    assert said.strip().endswith("club mended.kdc is in order; club.kdc is as it was.")
    assert main(["check", "--database", str(sample.with_name("club mended.kdc"))]) == 0


def test_a_member_that_is_neither_an_organisation_nor_a_person_goes(sample):
    changed(
        sample,
        "UPDATE member SET organisation_id = 'abc' WHERE id = 1",
        "UPDATE member SET organisation_id = 99999 WHERE id = 2",
        "UPDATE member SET organisation_id = NULL WHERE id = 3",
    )
    assert len(check_database(sample)) == 3
    with closing(open_database(sample)) as database:
        assert [row.id for row in members(database)][:1] == [4]
    target = sample.with_name("mended.kdc")
    assert mend(sample, target, FILE_CHECKS).left == []
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("SELECT min(id) FROM member").fetchone() == (4,)


def members(database):
    with database.read() as snapshot:
        return snapshot.scalars(select(Member).order_by(Member.id)).all()
