"""Bring an old club file up to date: copy it, migrate the copy, then put the copy in its place."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage import backups, files
from kdc_desktop.storage.failures import damaged, sentence_for
from kdc_desktop.storage.sole_use import Claim, claimed
from kdc_desktop.workplaces import discard

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kdc_desktop.storage.urns import Urns

HEAD = "0011"
WITH_URNS = "0004"  # from here on, no copy of a file holds papers of a secret vote that runs
SCRIPTS = Path(__file__).with_name("migrations")

_HAS_VERSION = "SELECT 1 FROM pragma_table_info('alembic_version') WHERE name = 'version_num'"
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


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


def refuse_newer(path: Path, head: str = HEAD) -> str:
    """The version of the file; say it when it is from a newer version of the program.

    Raises:
        UserError: it is, or it does not say which version wrote it.
    """
    version = version_of(path)
    if version > head:
        raise UserError(
            _(
                "{file} was written by a newer KDC Desktop. Install that version to open it.",
                file=path.name,
            )
        )
    return version


def is_old(path: Path) -> bool:
    """Whether the file has to be brought up to date before it can be read.

    Raises:
        UserError: it is from a newer version of the program, or it does not say from which.
    """
    return refuse_newer(path) != HEAD


def bring_up_to_date(
    path: Path, scripts: Path = SCRIPTS, head: str = HEAD, *, held: Claim | None = None
) -> list[str]:
    """Migrate the file to `head`, on a copy that replaces it only when every step went well.

    Returns sentences about what is left to do.

    Args:
        path: the file.
        scripts: the folder of the migrations.
        head: the version to come to.
        held: what the caller has claimed the file by; without it, it is claimed here.

    Raises:
        UserError: the file is from a newer version of the program, it is in use, or a step
            failed; in each case it is left as it was.
    """
    version = refuse_newer(path, head)
    if version == head and held is None:
        return []
    with claimed(path, held) as claim:
        copy = path.with_name(f".{path.name}.migrating")
        for left in (copy, files.unfinished(copy), files.unfinished(path)):
            discard(left)  # by one that was killed
        if held is None:
            version = version_of(path)  # another may have migrated it before it was claimed
        if version != head:
            backups.back_up(path)
            try:
                with ExitStack() as held_again, _urns_of(path) as urns:
                    told = _migrate_all(path, copy, scripts, head, urns)
                    held_again.enter_context(claim.letting_go())
                    files.put_in_place(copy, path)
                return told
            finally:
                discard(copy)
    return []


@contextmanager
def _urns_of(path: Path) -> Iterator["Urns"]:
    """The urns of the file; those that are made here go if something fails."""
    from kdc_desktop.storage.urns import Urns

    with closing(Urns(path)) as urns:
        try:
            yield urns
        except BaseException:
            urns.take_back()
            raise


def _migrate_all(path: Path, copy: Path, scripts: Path, head: str, urns: "Urns") -> list[str]:
    """Write what is to replace the file, and bring its backups along."""
    try:
        original = files.alone(path)
    except sqlite3.OperationalError as error:
        raise (_in_use(path) if files.is_busy(error) else error) from error
    with closing(original):
        if not files.copy_out(original, copy):
            raise UserError(damaged(path))
        moved: Counter[str] = Counter()
        migrate(path, copy, scripts, head, given={"urns": urns, "moved": moved})
        _look_over(path, copy, original, moved)
        original.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if files.logs_beside(path):
        raise _in_use(path)
    if version_of(path) < WITH_URNS:
        from kdc_desktop.storage.half_cast import forget_in_copies

        # Before the new file is there: who is killed in between begins anew.
        return forget_in_copies(copy, [kept.path for kept in backups.backups_of(path)])
    return []


def _in_use(path: Path) -> UserError:
    return UserError(
        _(
            "{file} is in use by another program, so it could not be brought up to date. "
            "Close it there, then open it again.",
            file=path.name,
        )
    )


def migrate(
    path: Path,
    copy: Path,
    scripts: Path = SCRIPTS,
    head: str = HEAD,
    *,
    given: Mapping[str, object] | None = None,
) -> None:
    """Bring a copy of the file at `path` to `head`; `given` is handed to the steps.

    Raises:
        UserError: a step failed.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    engine = files.workshop(copy)
    try:
        with engine.begin() as connection:
            config.attributes |= {"connection": connection, **(given or {})}
            command.upgrade(config, head)
    except Exception as error:
        told = getattr(error, "orig", error)  # of SQLAlchemy, what SQLite said
        raise UserError(sentence_for(told, path) or _left_as_it_was(path)) from error
    finally:
        engine.dispose()
    with closing(files.connect(copy)) as connection:
        connection.execute("VACUUM")  # nothing is left in it of what was moved


def _look_over(
    path: Path, copy: Path, original: sqlite3.Connection, moved: Mapping[str, int]
) -> None:
    """See that the migrated copy is whole, and that no table lost rows but those moved away.

    Links that led to nothing before may do so after: they are covered where the file is read.
    """
    lengths = _lengths(original)
    with closing(files.connect(copy)) as connection:
        whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        linked = not _links_to_nothing(connection) - _links_to_nothing(original)
        found = _lengths(connection)
    if (
        not whole
        or not linked
        or any(found.get(name, 0) + moved.get(name, 0) < n for name, n in lengths.items())
    ):
        raise UserError(_left_as_it_was(path))


def _links_to_nothing(connection: sqlite3.Connection) -> Counter[tuple[str, str]]:
    """How many there are, by the table that they are in and the one that they lead to."""
    rows = connection.execute("PRAGMA foreign_key_check")
    return Counter((table, target) for table, _row, target, _link in rows)


def _lengths(connection: sqlite3.Connection) -> dict[str, int]:
    names = connection.execute(_TABLES).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - names of tables
        for (name,) in names
    }


def _left_as_it_was(path: Path) -> str:
    return _(
        "{file} could not be brought up to date and is left as it was. Open it with "
        "the version of KDC Desktop that wrote it, and report this.",
        file=path.name,
    )
