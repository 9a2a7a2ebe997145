"""What the log keeps of a bug: where it was and what kind, and no word out of a club file.

The log is sent to strangers. Messages of errors hold what was worked on: `KeyError('Aino')`. So
a message is kept only where Python words it about the program itself.
"""

import logging
import os
import platform
import stat
import sys
import traceback
from collections.abc import Iterator
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from kdc_desktop import __version__

_SIZE, _OLDER = 500_000, 2  # bytes of a file, and how many older ones are kept
_PACKAGE = Path(__file__).resolve().parent.parent
_OF_THE_PROGRAM = (AttributeError, ImportError, NameError, RecursionError, ZeroDivisionError)


def write(error: BaseException, log: Path) -> bool:
    """Write a bug to the log; False where that is not possible."""
    try:
        _logger(log).error("%s", "\n".join(told(error)))
    except OSError:
        return False
    return True


def told(error: BaseException) -> Iterator[str]:
    """The lines of the log for an error, with those that it came from."""
    versions = (__version__, f"Python {platform.python_version()}", os.name)  # untranslated: a log
    yield "A bug: KDC Desktop " + ", ".join(versions)  # untranslated: a log
    chain: list[BaseException] = []
    while error not in chain:
        chain.append(error)
        before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if before is None:
            break
        error = before
    for each in reversed(chain):
        for frame in traceback.extract_tb(each.__traceback__):
            place = f"{_short(frame.filename)}:{frame.lineno}"
            yield f"  {place} in {frame.name}: {frame.line}"  # untranslated: a log
        yield ": ".join((_kind(each), *_message(each)))  # untranslated: a log


def _kind(error: BaseException) -> str:
    kind = type(error)
    return f"{kind.__module__}.{kind.__qualname__}"


def _message(error: BaseException) -> tuple[str, ...]:
    of_sqlite = getattr(error, "orig", error)  # SQLAlchemy hands on what it was told
    if (name := getattr(of_sqlite, "sqlite_errorname", None)) is not None:
        return name, str(of_sqlite)  # it names tables and columns, never a value
    if isinstance(error, OSError):
        return str(error.errno), str(error.strerror)
    return (str(error),) if type(error) in _OF_THE_PROGRAM else ()


def _short(file: str) -> str:
    """Without the folders of whose laptop it is."""
    path = Path(file)
    for above in (_PACKAGE, Path(os.__file__).parent):
        if path.is_relative_to(above):
            return path.relative_to(above).as_posix()
    return path.name


def _logger(log: Path) -> logging.Logger:
    logger = logging.getLogger("kdc_desktop")
    if not logger.handlers:
        handler = _OwnersOnly(log, maxBytes=_SIZE, backupCount=_OLDER)
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        logger.addHandler(handler)
    return logger


class _OwnersOnly(RotatingFileHandler):
    """Nobody else on the laptop reads it; what cannot be written is the caller's to say."""

    def _open(self) -> TextIOWrapper:
        made = os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        if os.name == "posix" and stat.S_ISREG(os.fstat(made).st_mode):
            os.fchmod(made, 0o600)  # an older version has made it for everybody
        return os.fdopen(made, "a", encoding="utf-8", errors="backslashreplace")

    def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802 - as in `logging`
        error = sys.exc_info()[1]
        if error is not None:
            raise error
