"""The files that commands are given: the club, and where they may write."""

import argparse
import os
from pathlib import Path

from kdc_desktop import paths
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _

_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


def path_of(given: argparse.Namespace) -> Path:
    """The club file that was named, or the usual one."""
    return given.database or paths.default_database()


def existing(given: argparse.Namespace) -> Path:
    """The same, which must be there."""
    path = path_of(given)
    if not path.is_file():
        raise UserError(
            _("There is no file {file}. Name the club file with --database FILE.", file=str(path))
        )
    return path


def free(target: Path, replace: bool) -> Path:
    """Where a command may write: nothing is replaced unasked, a link to nowhere neither."""
    if target.name.endswith(_BESIDE):
        raise UserError(
            _(
                "{file} is what SQLite calls a file that it keeps beside a club, and may remove. "
                "Choose another name.",
                file=target.name,
            )
        )
    if os.path.lexists(target) and not replace:
        raise UserError(
            _(
                "{file} exists already and was left alone. Name another file, or add --replace.",
                file=str(target),
            )
        )
    return target


def new_club(path: Path) -> Path:
    """Where a club file is to be that there is not yet."""
    if not paths.is_club(path):
        raise UserError(
            _("{file} needs a name that ends in .kdc, for example club.kdc.", file=str(path))
        )
    if os.path.lexists(path):
        raise UserError(
            _("{file} exists already and was left alone. Name another file.", file=str(path))
        )
    return path
