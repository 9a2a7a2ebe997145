"""A checked copy of a club file that is there as a whole once it is put in place, or not at all."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, sentences
from kdc_desktop.storage import files
from kdc_desktop.storage.checking import Check, check_database
from kdc_desktop.storage.failures import sentence_for
from kdc_desktop.storage.sole_use import claim
from kdc_desktop.workplaces import discard


class MayBeThereError(UserError):
    """The copy has been moved to its name, but nobody can see whether it is there."""


@contextmanager
def checked_copy(path: Path, target: Path, checks: Iterable[Check]) -> Iterator[Callable[[], None]]:
    """A closed copy under a name for the time being; what is given moves it to `target`.

    It is looked over as by `check_database`. Nothing is ever replaced, and where it is not moved,
    nothing is left of it.

    Raises:
        UserError: the file is not in order, the copy cannot be written, or a file is there.
        MayBeThereError: of what is given, where the disk is gone after the move.
    """
    refuse_what_is_there(target)
    unfinished = files.unfinished(target)
    with claim(target):
        try:
            with closing(files.connect(path)) as source:
                whole = files.copy_out(source, unfinished)
            problems = check_database(unfinished, checks)
            if problems or not whole:
                raise UserError(_not_in_order(path, problems))
            yield lambda: _put(unfinished, target)
        except (sqlite3.Error, OSError) as error:
            raise UserError(sentence_for(error, target) or _not_written(target, error)) from error
        finally:
            discard(unfinished)


def refuse_what_is_there(target: Path) -> None:
    """See that nothing lies there, not even a link to nowhere, or what is left of a file.

    Raises:
        UserError: something does.
    """
    if os.path.lexists(target) or files.logs_beside(target):
        raise UserError(
            _("{file} exists already and was left alone. Choose another name.", file=str(target))
        )


def was_left_unfinished(target: Path) -> bool:
    """Whether a copy was being written there and has not been put in place: it never was there."""
    return files.unfinished(target).exists()


def discard_unfinished(target: Path) -> None:
    """Remove what is left of such a copy."""
    discard(files.unfinished(target))


def _put(unfinished: Path, target: Path) -> None:
    refuse_what_is_there(target)
    size = unfinished.stat().st_size
    try:
        files.put_in_place(unfinished, target)
    except OSError as error:
        if not os.path.lexists(unfinished):
            raise _may_be_there(target) from error
        raise
    try:
        whole = target.stat().st_size == size
        if not whole:  # the disk has gone, or is another one
            target.unlink()
    except OSError as error:
        raise _may_be_there(target) from error
    if not whole:
        raise UserError(
            _("{file} did not arrive whole. Check the disk, then do it again.", file=str(target))
        )


def _may_be_there(target: Path) -> MayBeThereError:
    return MayBeThereError(
        _(
            "The disk with {file} does not answer, so nobody knows whether the club arrived. Look "
            "whether {name} is there: if it is, go on with that one; if not, do it again.",
            file=str(target),
            name=target.name,
        )
    )


def _not_in_order(path: Path, problems: list[str]) -> str:
    told = _(
        "{file} is not in order, so nothing was handed over. “kdc-desktop check” says what else "
        "there is.",
        file=path.name,
    )
    return sentences([told, *problems[:1]])


def _not_written(target: Path, error: Exception) -> str:
    return _(
        "{file} could not be written: {reason}. Check the disk, then do it again.",
        file=str(target),
        reason=str(error),
    )
