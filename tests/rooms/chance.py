"""Rows of chance: every text in them is another one."""

from datetime import timedelta
from random import Random
from typing import TypeVar

from kdc_desktop.instants import Instant
from kdc_desktop.model import Base
from kdc_desktop.storage import Edit
from tests.rooms.empty_club import EVENING

T = TypeVar("T")

WORDS = "words"
"""How everything begins that somebody has said."""


class Chance:
    """Adds rows to an edit, by these lots."""

    def __init__(self, edit: Edit, lots: Random) -> None:
        self.edit, self.lots, self._number = edit, lots, 0

    def text(self) -> str:
        """Words that nobody else has said."""
        self._number += 1
        return f"{WORDS} {self._number}."

    def add(self, row: Base) -> int:
        """Add a row; its id."""
        self.edit.add(row)
        self.edit.flush()
        key: int = row.id  # type: ignore[attr-defined]  # every table but settings has one
        return key

    def some(self, of: list[T]) -> list[T]:
        """Any number of these."""
        return self.lots.sample(of, self.lots.randint(0, len(of)))

    def at(self) -> Instant:
        """Some time."""
        return EVENING + timedelta(minutes=self.lots.randint(0, 90_000))
