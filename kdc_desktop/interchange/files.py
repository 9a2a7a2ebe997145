"""Writes a file beside its target and moves it into place, so that nobody meets half a file."""

import contextlib
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.workplaces import make_private, passing


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A new empty file to write; it becomes `target` when the block ends without an error.

    Only its owner may read it, unless it takes the place of one that others may read.

    Raises UserError with a sentence when the folder is missing or the target may not be written.
    After any error the target is as it was and the new file is gone.
    """
    _check(target)
    try:
        with passing(target, target.suffix) as fresh:
            _make(fresh, target)
            yield fresh
            if target.exists():
                shutil.copymode(target, fresh)
            os.replace(fresh, target)
    except PermissionError:
        raise UserError(
            _(
                "“{file}” is open in another program or may not be written. Close it there and "
                "try again, or choose another name.",
                file=target.name,
            )
        ) from None
    except OSError as error:
        raise UserError(
            _(
                "“{file}” could not be written ({reason}). Make room or choose another folder.",
                file=target.name,
                reason=error.strerror or str(error),
            )
        ) from error


def _make(fresh: Path, target: Path) -> None:
    try:
        make_private(fresh)
    except OSError:
        raise UserError(
            _(
                "The folder “{folder}” may not be written. Choose another one.",
                folder=str(target.parent),
            )
        ) from None


def _check(target: Path) -> None:
    if not target.parent.is_dir():
        raise UserError(
            _("There is no folder “{folder}”. Choose another one.", folder=str(target.parent))
        )
    if target.is_dir():
        raise UserError(_("“{file}” is a folder. Choose the name of a file.", file=target.name))
    if target.exists() and not target.is_file():  # a device, which a file must not replace
        raise UserError(_("“{file}” is no file. Choose another name.", file=target.name))
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise UserError(_("“{file}” is read-only. Choose another name.", file=target.name))
