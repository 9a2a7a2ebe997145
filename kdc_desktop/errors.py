"""Errors that are meant for people, or become a sentence for them where the file is known."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path


class UserError(Exception):
    """Something the facilitator can mend; its text is a sentence that says what to do."""


class NotWrittenError(UserError):
    """The club file could not be written, so nothing of what was wanted has been done."""


class MisnamedError(UserError):
    """The ending is that of another file; `right` is the name with the right one."""

    def __init__(self, sentence: str, right: Path) -> None:
        super().__init__(sentence)
        self.right = right


class CalledOffError(Exception):
    """Whoever asked for some work has called it off; nothing has been written."""


class UnknownWordError(Exception):
    """A row says a word that none of the members of its column's enum stands for.

    Whoever reads the file tells it in a sentence.
    """

    def __init__(self, said: object, words: type[StrEnum]) -> None:
        super().__init__(f"{said!r}: {words.__name__}")  # untranslated: a bug
        self.said = str(said)


@contextmanager
def on_its_own() -> Iterator[None]:
    """Hand whatever goes wrong within to `sys.excepthook`, so that what comes after is done, too.

    The window says it there: the sentence of a `UserError` as it is.
    """
    try:
        yield
    except Exception:
        sys.excepthook(*sys.exc_info())
