"""Lots that are drawn: ids of rows that exist, words and numbers, for verbs to work with."""

import random
from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from kdc_desktop.model import Session
from kdc_desktop.storage import Database

WORDS = ("Yard", "bikes", "Kalasatama", "ääni", "=1+1", "“quoted”", "permit's", "☀", "shared")


class NothingThereError(Exception):
    """No row to draw yet."""


class Draw:
    """Draws ids of rows that exist, and words, for verbs to work with."""

    def __init__(self, database: Database, seed: int) -> None:
        self.database = database
        self.lots = random.Random(seed)

    def ids(self, entity: Any, most: int = 3, *conditions: Any) -> list[int]:
        with self.database.read() as snapshot:
            found = list(snapshot.scalars(select(entity.id).where(*conditions).order_by(entity.id)))
        if not found:
            raise NothingThereError
        return self.lots.sample(found, min(self.lots.randint(1, most), len(found)))

    def every(self, entity: Any, *conditions: Any) -> list[int]:
        """All ids, in any order."""
        with self.database.read() as snapshot:
            found = list(snapshot.scalars(select(entity.id).where(*conditions).order_by(entity.id)))
        self.lots.shuffle(found)
        return found

    def id(self, entity: Any, *conditions: Any) -> int:
        return self.ids(entity, 1, *conditions)[0]

    def session(self) -> int:
        """Mostly the first one, where there is much to do."""
        return 1 if self.lots.random() < 0.8 else self.id(Session)

    def maybe(self, entity: Any) -> int | None:
        try:
            return self.id(entity) if self.lots.random() < 0.7 else None
        except NothingThereError:
            return None

    def text(self) -> str:
        return " ".join(self.lots.choices(WORDS, k=3)) + f" {self.lots.randrange(100)}"

    def one_of(self, *choices: Any) -> Any:
        return self.lots.choice(choices)

    def number(self) -> float:
        return self.lots.randrange(-4000, 4000) / 4


Verb = Callable[[Database, Draw], object]
