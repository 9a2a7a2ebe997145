"""Words of a file that stand for the members of an enum."""

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
