"""An old file is brought up to date on a copy; when that fails, it is left as it was."""

import errno
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command  # noqa: TID253 - the tests ask Alembic itself
from alembic.autogenerate import compare_metadata  # noqa: TID253
from alembic.config import Config  # noqa: TID253
from alembic.migration import MigrationContext  # noqa: TID253
from alembic.script import ScriptDirectory  # noqa: TID253
from sqlalchemy import select

from kdc_desktop.domain.kit.actors import ActorKind, Way
from kdc_desktop.errors import UserError
from kdc_desktop.model import Base, Idea, JournalEntry, Person
from kdc_desktop.storage import backups, files, migrating, open_database
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.faults_told import faults_of
from tests.storage.places import EVENING, add_person, dump, names_in

NEW = f"{int(migrating.HEAD) + 1:04}"
CLUBS = Path(__file__).parents[1] / "data" / "clubs"
_LAST_DONE = ("Turned silent mode on", "Added the idea “Yard cargo bikes, ääni ☀”")
_BEFORE_0006 = ("Hid the texts from the room", "Added an idea")
STEP = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{new}", "{head}"


def upgrade():
    op.add_column("person", sa.Column("nickname", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("idea") as batch:
        batch.alter_column("text", type_=sa.String(5000))
    {more}
"""


@pytest.fixture
def closed(path: Path) -> Path:
    database = open_database(path, lambda: EVENING)
    add_person(database, "Aino")
    database.close()
    return path


def scripts(folder: Path, more: str = "pass") -> Path:
    """The migrations, and a made-up one after the last."""
    made = folder / "scripts 100%"
    shutil.copytree(migrating.SCRIPTS, made)
    step = STEP.format(more=more, new=NEW, head=migrating.HEAD)
    (made / "versions" / f"{NEW}_nicknames.py").write_text(step, encoding="utf-8")
    return made


def columns(path: Path, table: str) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


def test_the_first_migration_makes_just_what_the_model_says(path):
    config = Config()
    config.set_main_option("script_location", str(migrating.SCRIPTS))
    engine = files.workshop(path)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()
    made = path.with_name("made.kdc")
    open_database(made).close()
    assert parts_of_schema(path) == parts_of_schema(made)


def parts_of_schema(path: Path) -> dict[str, list[str]]:
    """Each table's and index's definition, its lines in any order."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {
            name: sorted(
                line.strip(" ,").removesuffix(")").strip()
                for line in re.split(
                    r"\n|, ",
                    sql.replace("(version_num", "(\nversion_num")
                    .replace('"', "")
                    .replace("('')", "''"),
                )
                if line.strip(" ,)")
            )
            for name, sql in rows
            if name not in ("sqlite_sequence", "alembic_version")
        }


def test_head_is_the_newest_script():
    assert ScriptDirectory(str(migrating.SCRIPTS)).get_current_head() == migrating.HEAD


def test_every_kept_file_of_an_older_version_opens_with_its_rows(path):
    kept = sorted(CLUBS.glob("*.kdc"))
    versions = [f"{number:04}.kdc" for number in range(1, int(migrating.HEAD) + 1)]
    assert [file.name for file in kept] == versions
    for file in kept:
        shutil.copy(file, path)
        database = open_database(path)
        with database.read() as snapshot:
            assert list(snapshot.scalars(select(Person.name))) == [
                "Aino Laine",
                "Eero Salmi",
            ]
            assert list(snapshot.scalars(select(Idea.text))) == ["Yard cargo bikes, ääni ☀"]
            entries = snapshot.execute(
                select(JournalEntry.actor, JournalEntry.actor_key, JournalEntry.way).distinct()
            )
            assert entries.all() == [(ActorKind.FACILITATOR, None, Way.HAND)]
        before = dump(path, journal=True)
        steps = [database.undo() for _ in range(5)]
        assert [str(step.label) for step in steps] == [
            *(_BEFORE_0006 if file.stem < "0006" else _LAST_DONE),
            "Added Eero Salmi",
            "Added Aino Laine",
            "Planned Autumn evening",
        ]
        assert {name for name, rows in dump(path).items() if rows} == set()
        for _ in steps:
            database.redo()
        assert dump(path, journal=True) == before
        database.close()
        assert check_database(path) == []
        path.unlink()


@pytest.mark.parametrize("old", sorted(CLUBS.glob("*.kdc"))[:-1], ids=lambda one: one.stem)
def test_an_old_file_with_a_link_to_nothing_opens_with_this_fault(path, old):
    shutil.copy(old, path)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE person SET organisation_id = 987654321 WHERE name = 'Aino Laine'")
    database = open_database(path)
    told = faults_of(database)
    database.close()
    assert told == (
        "1 value of club.kdc cannot be used and is shown as far as possible: Row 1 of person "
        "belongs to a row of organisation that does not exist. Mend a copy with "
        "“kdc-desktop check --repair”, or open a backup."
    )
    assert migrating.version_of(path) == migrating.HEAD
    assert names_in(path) == ["Aino Laine", "Eero Salmi"]


def test_ids_are_never_given_twice_across_a_migration(path):
    shutil.copy(CLUBS / "0001.kdc", path)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE sqlite_sequence SET seq = 70 WHERE name = 'person'")
        other.execute("UPDATE sqlite_sequence SET seq = 80 WHERE name = 'journal_entry'")
        before = other.execute("SELECT * FROM sqlite_sequence ORDER BY name").fetchall()
    database = open_database(path, lambda: EVENING)
    with database.glance() as glance:
        assert glance.execute("SELECT * FROM sqlite_sequence ORDER BY name").fetchall() == before
    assert add_person(database, "Meri") == 71
    assert database.undo().entry_id == 81
    database.close()


def test_an_old_file_is_migrated_and_a_backup_of_it_kept(closed, tmp_path):
    migrating.bring_up_to_date(closed, scripts(tmp_path), NEW)
    assert migrating.version_of(closed) == NEW
    assert "nickname" in columns(closed, "person")
    assert names_in(closed) == ["Aino"]
    (backup,) = backups.backups_of(closed)
    assert migrating.version_of(backup.path) == migrating.HEAD
    assert not closed.with_name(f".{closed.name}.migrating").exists()


def test_what_a_crash_left_in_the_log_is_migrated_too(path, tmp_path):
    database = open_database(path, lambda: EVENING)
    add_person(database, "Aino")
    crashed = tmp_path / "crashed.kdc"
    for suffix in ("", "-wal"):
        shutil.copy(path.with_name(path.name + suffix), crashed.with_name(crashed.name + suffix))
    database.close()
    migrating.bring_up_to_date(crashed, scripts(tmp_path), NEW)
    assert names_in(crashed) == ["Aino"]
    assert "nickname" in columns(crashed, "person")
    assert files.logs_beside(crashed) == []


@pytest.mark.parametrize(
    "more",
    [
        'raise ValueError("broken")',
        'op.execute("INSERT INTO nowhere VALUES (1)")',
        "op.execute(\"INSERT INTO department (organisation_id, name) VALUES (99, 'lost')\")",
        'op.execute("DELETE FROM person")',
        'op.drop_table("person")',
        "this is not Python",
    ],
)
def test_a_migration_that_fails_leaves_the_file_byte_for_byte(closed, tmp_path, more):
    before = closed.read_bytes()
    with pytest.raises(UserError, match="left as it was"):
        migrating.bring_up_to_date(closed, scripts(tmp_path, more), NEW)
    assert closed.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir() if "migrating" in file.name) == []


@pytest.mark.parametrize("name", ["copy_out", "workshop", "put_in_place"])
def test_a_disk_that_is_full_while_it_is_migrated_is_said_of_the_club_file(path, monkeypatch, name):
    shutil.copy(CLUBS / "0001.kdc", path)
    really = getattr(files, name)

    def fill(*given: Any) -> Any:
        if any(str(each).endswith(".migrating") for each in given):
            raise OSError(errno.ENOSPC, "No space left on device")
        return really(*given)

    monkeypatch.setattr(files, name, fill)
    with pytest.raises(UserError) as told:
        open_database(path)
    assert str(told.value) == (
        "The disk is full, so nothing was written to club.kdc. Free some space, then do it again."
    )
    assert path.read_bytes() == (CLUBS / "0001.kdc").read_bytes()
    assert list(path.parent.glob(".*")) == []


def test_a_file_in_use_is_not_migrated(path, tmp_path):
    database = open_database(path, lambda: EVENING)
    add_person(database, "Aino")
    with database.read() as snapshot:
        assert len(snapshot.scalars(select(Person)).all()) == 1
        with pytest.raises(UserError, match="in use by another program"):
            migrating.bring_up_to_date(path, scripts(tmp_path), NEW)
    assert migrating.version_of(path) == migrating.HEAD
    add_person(database, "Eero")
    database.close()
    assert names_in(path) == ["Aino", "Eero"]


def test_a_newer_file_is_neither_migrated_nor_backed_up(closed, tmp_path):
    migrating.bring_up_to_date(closed, scripts(tmp_path), NEW)
    before = backups.backups_of(closed)
    with pytest.raises(UserError, match="newer KDC Desktop"):
        open_database(closed, back_up=True)
    assert backups.backups_of(closed) == before
