"""The command `kdc-desktop`: open the program, or do one thing without a window.

Exit status: 0 done, 1 with a sentence that says what to do, 2 for wrong usage, and 128 and the
signal's number when it was told to end, such as 130 for Ctrl+C.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from kdc_desktop import i18n
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.told_to_end import ToldToEndError, told_to_end
from kdc_desktop.usage import understood


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    _let_everything_be_printed()
    words = sys.argv[1:] if words is None else words
    _speak(words)
    try:
        with told_to_end():
            try:
                return _do(words)
            finally:
                _print_all()
    except UserError as error:
        sentence = str(error)
    except ToldToEndError as told:
        _say(_("Stopped as you asked, before it was done."))
        if "PySide6.QtCore" in sys.modules:
            os._exit(128 + told.signal)  # told while it painted, Qt cannot be taken apart
        return 128 + told.signal
    except BrokenPipeError:
        _print_nothing_more()
        sentence = _("Nobody reads any more what this prints, so it stopped.")
    except OSError as error:
        _print_nothing_more()
        sentence = _not_reached(error)
    except Exception as error:  # a bug, and nobody is to read a traceback
        from kdc_desktop import crash

        sentence = crash.told_by_command(error)
    _say(sentence)
    return 1


def _do(words: Sequence[str]) -> int:
    given = understood(words)
    return int(given.do(given))


def _let_everything_be_printed() -> None:
    """A name that the terminal cannot show, such as of a broken file name, is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _print_all() -> None:
    """Else what cannot be printed is found out after the last word."""
    if sys.stdout is not None:  # as it is where somebody has closed it
        sys.stdout.flush()


def _print_nothing_more() -> None:
    """What is still to be printed would fail once more at the end of the program."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _say(sentence: str) -> None:
    with suppress(OSError):
        print(sentence, file=sys.stderr, flush=True)


def _not_reached(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        return _("What it says could not be printed: {reason}.", reason=reason)
    return _(
        "{file} cannot be used: {reason}. Check its name and folder, then try again.",
        file=str(error.filename),
        reason=reason,
    )


def _speak(words: Sequence[str]) -> None:
    """Before the command is read, because its help is in that language, too."""
    first = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    first.add_argument("--language", default=i18n.ENGLISH)
    with suppress(argparse.ArgumentError):
        i18n.use(first.parse_known_args(words)[0].language)
