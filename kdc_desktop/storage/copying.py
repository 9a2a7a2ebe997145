"""A copy of a club file, checked and moved into place when it is whole."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage import files
from kdc_desktop.storage.failures import sentence_for
from kdc_desktop.storage.marks import FileMark
from kdc_desktop.storage.shares import is_on_share
from kdc_desktop.storage.sole_use import Claim
from kdc_desktop.storage.strangers import refuse_strange
from kdc_desktop.workplaces import passing


def write_copy(path: Path, target: Path, held: Claim, mark: FileMark = FileMark.CLUB) -> None:
    """A consistent, checked copy of the file, also while open; the target is `held`.

    Raises:
        UserError: the file is damaged, or the copy could not be written. The target is then as it
            was.
    """
    try:
        with passing(target) as fresh:
            with closing(_source(path)) as source:
                refuse_strange(source, path)
                whole = files.copy_out(source, fresh, mark)
            if not whole:
                raise UserError(
                    _(
                        "{file} is damaged, so no copy was made of it. Open the newest backup "
                        "from its backup folder.",
                        file=path.name,
                    )
                )
            with held.letting_go():
                files.put_in_place(fresh, target)
    except (sqlite3.Error, OSError) as error:
        unknown = _(
            "The copy {file} could not be written: {reason}", file=str(target), reason=str(error)
        )
        raise UserError(sentence_for(error, target) or unknown) from error


def _source(path: Path) -> sqlite3.Connection:
    looked_at = is_on_share(path) or not files.may_write(path)
    return files.look_into(path) if looked_at else files.connect(path)


def refuse_open_target(target: Path) -> None:
    """Raises UserError when a program has the target open, or has left its log beside it."""
    if files.logs_beside(target) or _is_open(target):
        raise UserError(
            _(
                "{file} is open in a program, or was when it ended. Choose another name for "
                "the copy.",
                file=target.name,
            )
        )


def _is_open(target: Path) -> bool:
    try:
        if target.is_file():
            files.alone(target).close()
    except sqlite3.Error as error:  # any other one: it is no club file
        return files.is_busy(error)
    return False
