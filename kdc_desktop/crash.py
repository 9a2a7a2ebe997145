"""What happens when the program has a bug: log it, keep the data, say so in a sentence."""

import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from kdc_desktop import paths
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _


def log_file() -> Path:
    """The small file in the user's data folder that problems are written to."""
    return paths.data_folder() / "kdc-desktop.log"


def catch_bugs(
    say: Callable[[str], None], log: Path, post: Callable[[Callable[[], None]], None]
) -> None:
    """From now on an unforeseen error is logged and told through `say`; the window stays.

    It may happen in any thread; `post` makes a call on the GUI thread.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif isinstance(error, UserError):
            post(partial(say, str(error)))
        else:
            _write(error, log)
            post(partial(say, _sentence(log)))

    def hook_of_threads(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and told.exc_type is not SystemExit:
            hook(told.exc_type, told.exc_value, told.exc_traceback)

    sys.excepthook, threading.excepthook = hook, hook_of_threads


def _sentence(log: Path) -> str:
    return _(
        "Something went wrong in the program. Your work is saved; carry on, "
        "and send the file {log} to whoever looks after this laptop.",
        log=str(log),
    )


def _write(error: BaseException, log: Path) -> None:
    import logging
    from logging.handlers import RotatingFileHandler

    logger = logging.getLogger("kdc_desktop")
    if not logger.handlers:
        handler = RotatingFileHandler(log, maxBytes=500_000, backupCount=2, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
    logger.error("A bug:", exc_info=error)
