"""Writes a file beside its target and moves it into place, so that nobody meets half a file."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A new empty file to write; it becomes `target` when the block ends without an error.

    Raises UserError with a sentence when the folder is missing or the target may not be written.
    After any error the target is as it was and the new file is gone.
    """
    _check(target)
    try:
        handle, name = tempfile.mkstemp(prefix=".kdc-", suffix=target.suffix, dir=target.parent)
    except OSError:
        raise UserError(
            _(
                "The folder “{folder}” may not be written. Choose another one.",
                folder=str(target.parent),
            )
        ) from None
    os.close(handle)
    fresh = Path(name)
    try:
        yield fresh
        fresh.chmod(_mode(target))
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
    finally:
        fresh.unlink(missing_ok=True)


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


def _mode(target: Path) -> int:
    """The rights of the old file, or those that a newly made one would have."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
