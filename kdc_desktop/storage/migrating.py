"""Bring an old club file up to date: copy it, migrate the copy, then put the copy in its place."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage import backups, files

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "0002"
SCRIPTS = Path(__file__).with_name("migrations")

_HAS_VERSION = "SELECT 1 FROM pragma_table_info('alembic_version') WHERE name = 'version_num'"


def stamp(connection: "Connection") -> None:
    """Write the newest version into a file that was just made from the model."""
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))


def version_of(path: Path) -> str:
    """The version that a club file was written with, four digits.

    Raises:
        UserError: the file does not say.
    """
    with closing(files.look_into(path)) as connection:
        told = connection.execute(_HAS_VERSION).fetchone() is not None
        asked = "SELECT version_num FROM alembic_version"
        rows = connection.execute(asked).fetchall() if told else []
    if len(rows) != 1 or not re.fullmatch(r"\d{4}", str(rows[0][0])):
        raise UserError(
            _(
                "{file} does not say which version of KDC Desktop wrote it, so it is not "
                "opened. Open the newest backup from its backup folder instead.",
                file=path.name,
            )
        )
    return str(rows[0][0])


def refuse_newer(path: Path, head: str = HEAD) -> None:
    """Say it when the file is from a newer version of the program.

    Raises:
        UserError: it is, or it does not say which version wrote it.
    """
    if version_of(path) > head:
        raise UserError(
            _(
                "{file} was written by a newer KDC Desktop. Install that version to open it.",
                file=path.name,
            )
        )


def bring_up_to_date(path: Path, scripts: Path = SCRIPTS, head: str = HEAD) -> None:
    """Migrate the file to `head`, on a copy that replaces it only when every step went well.

    Raises:
        UserError: the file is from a newer version of the program, it is in use, or a step
            failed; in each case it is left as it was.
    """
    refuse_newer(path, head)
    if version_of(path) == head:
        return
    backups.back_up(path)
    copy = path.with_name(f".{path.name}.migrating")
    try:
        with closing(files.connect(path)) as original:
            as_copied = _data_version(original)
            backups.copy_to(path, copy)
            _migrate(path, copy, scripts, head)
            _fold(original, path, as_copied)
        # A log that stays would be played into the new file.
        if files.logs_beside(path):
            raise _in_use(path)
        files.put_in_place(copy, path)
    finally:
        files.discard(copy)


def _data_version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _fold(original: sqlite3.Connection, path: Path, as_copied: int) -> None:
    busy = original.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy or _data_version(original) != as_copied:
        raise _in_use(path)


def _in_use(path: Path) -> UserError:
    return UserError(
        _(
            "{file} is in use by another program, so it could not be brought up to date. "
            "Close it there, then open it again.",
            file=path.name,
        )
    )


def _migrate(path: Path, copy: Path, scripts: Path, head: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    engine = files.workshop(copy)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, head)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise sqlite3.IntegrityError(broken[0])
    except Exception as error:
        raise UserError(
            _(
                "{file} could not be brought up to date and is left as it was. Open it with "
                "the version of KDC Desktop that wrote it, and report this.",
                file=path.name,
            )
        ) from error
    finally:
        engine.dispose()
