"""Words of a file that stand for the members of an enum."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from kdc_desktop.errors import UnknownWordError

E = TypeVar("E", bound=StrEnum)


def member_of(words: type[E], said: object) -> E:
    """The member that a row says, for who reads without the types of its columns.

    Raises:
        UnknownWordError: there is none; who opened the file makes a sentence of it.
    """
    for member in words:
        if member.value == said:
            return member
    raise UnknownWordError(said, words)


def refuse_unknown(words: type[StrEnum], said: Iterable[object]) -> None:
    """The same for many rows, where each word is kept as it is on disk.

    Raises:
        UnknownWordError: one of them stands for no member.
    """
    for strange in set(said) - set(words):
        raise UnknownWordError(strange, words)
