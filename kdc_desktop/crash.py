"""What happens when the program has a bug: log it, keep the data, say so in a sentence."""

import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from types import TracebackType

from kdc_desktop import paths
from kdc_desktop.errors import UserError

SENTENCE = (
    "Something went wrong in the program. Your work is saved; carry on, "
    "and send the file {log} to whoever looks after this laptop."
)
_log = logging.getLogger("kdc_desktop")


def log_to_file() -> str:
    """Write problems to a small file in the user's data folder; returns its path."""
    file = paths.data_folder() / "kdc-desktop.log"
    handler = RotatingFileHandler(file, maxBytes=500_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    return str(file)


def catch_bugs(say: Callable[[str], None], log: str) -> None:
    """From now on an unforeseen error is logged and told through `say`; the window stays."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif isinstance(error, UserError):
            say(str(error))
        else:
            _log.error("".join(traceback.format_exception(kind, error, trace)))
            say(SENTENCE.format(log=log))

    sys.excepthook = hook
