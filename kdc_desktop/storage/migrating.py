"""Bring an old club file up to date: copy it, migrate the copy, then put the copy in its place."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, create_engine, event

from kdc_desktop.errors import UserError
from kdc_desktop.storage import backups

HEAD = "0001"
SCRIPTS = Path(__file__).with_name("migrations")


def stamp(connection: Connection) -> None:
    """Write the newest version into a file that was just made from the model."""
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))


def version_of(path: Path) -> str:
    """The version that a club file was written with."""
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0])


def bring_up_to_date(path: Path, scripts: Path = SCRIPTS, head: str = HEAD) -> None:
    """Migrate the file to `head`, on a copy that replaces it only when every step went well.

    Raises:
        UserError: the file is from a newer version of the program, or a step failed; in both
            cases it is left as it was.
    """
    found = version_of(path)
    if found == head:
        return
    if found > head:
        raise UserError(
            f"{path.name} was written by a newer KDC Desktop. Install that version to open it."
        )
    backups.back_up(path)
    copy = path.with_name(f".{path.name}.migrating")
    backups.copy_to(path, copy)
    try:
        _migrate(copy, scripts, head)
    except Exception as error:
        copy.unlink(missing_ok=True)
        raise UserError(
            f"{path.name} could not be brought up to date and is left as it was. "
            "Open it with the version of KDC Desktop that wrote it, and report this."
        ) from error
    os.replace(copy, path)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _migrate(path: Path, scripts: Path, head: str) -> None:
    from alembic import command
    from alembic.config import Config

    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = OFF")  # a batch rebuild would cascade
        connection.execute("PRAGMA journal_mode = DELETE")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    config = Config()
    config.set_main_option("script_location", str(scripts))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, head)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise sqlite3.IntegrityError(f"a row of {broken[0]} lost what it belongs to")
    finally:
        engine.dispose()
