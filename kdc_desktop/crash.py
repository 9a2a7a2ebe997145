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

Post = Callable[[Callable[[], None]], None]


def log_file() -> Path:
    """The small file in the user's data folder that problems are written to."""
    return paths.data_folder() / "kdc-desktop.log"


def told_at_opening(error: Exception, path: Path) -> UserError:
    """What is said where a file could not be opened; what nobody has foreseen goes to the log."""
    if isinstance(error, UserError):
        return error
    log = log_file()
    _write(error, log)
    return UserError(
        _(
            "{file} cannot be opened: something in it was not foreseen. Open its newest backup, "
            "or mend a copy of it with “kdc-desktop check --repair”. Send the file {log} to "
            "whoever looks after this laptop.",
            file=path.name,
            log=str(log),
        )
    )


def told_by_command(error: Exception) -> str:
    """What a command says that has met what nobody has foreseen; the rest goes to the log."""
    log = log_file()
    kept = _write(error, log)
    return _(
        "Something went wrong in the program, and this was not done. Look the club over with "
        "“kdc-desktop check”, and send the file {log} to whoever looks after this laptop.",
        log=str(log) if kept else "–",
    )


def catch_bugs(
    say: Callable[[str], None], log: Path, post: Post, cover: Callable[[], None] = lambda: None
) -> None:
    """From now on an unforeseen error is logged and told through `say`; the window stays.

    It may happen in any thread; `post` makes a call on the GUI thread, where `cover` hides what
    must not stay on a screen.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif isinstance(error, UserError):
            post(partial(say, str(error)))
        else:
            kept = _write(error, log)
            post(partial(say, _sentence(log) if kept else _unkept()))
            post(partial(_covered, cover, log))
        _let_go(error)

    def hook_of_threads(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and told.exc_type is not SystemExit:
            hook(told.exc_type, told.exc_value, told.exc_traceback)

    sys.excepthook, threading.excepthook = hook, hook_of_threads


def _let_go(error: BaseException | None) -> None:
    """Free what the error's frames hold: a painter that lives on there ends the program in Qt."""
    from traceback import clear_frames

    seen: list[BaseException] = []
    while error is not None and error not in seen:
        seen.append(error)
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def _covered(cover: Callable[[], None], log: Path) -> None:
    try:
        cover()
    except Exception as error:  # told already, and it must not be told for ever
        _write(error, log)


def _sentence(log: Path) -> str:
    return _(
        "Something went wrong in the program. What was saved before is on disk; look whether your "
        "last step is there, and send the file {log} to whoever looks after this laptop.",
        log=str(log),
    )


def _unkept() -> str:
    return _(
        "Something went wrong in the program. What was saved before is on disk; look whether your "
        "last step is there. The disk did not take a note of what happened: free some space."
    )


def _write(error: BaseException, log: Path) -> bool:
    """Write it to the log; False where that is not possible."""
    from kdc_desktop.crash_log import write

    return write(error, log)
