"""Find a person while typing."""

from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from kdc_desktop.domain.kit.text import fold


class Findable(Protocol):
    """A row that the type-ahead can find; an empty organisation is a resident."""

    @property
    def name(self) -> str: ...

    @property
    def organisation(self) -> str | None: ...


Row = TypeVar("Row", bound=Findable)


class PeopleIndex(Generic[Row]):
    """Rows with their search keys worked out once; make a new one when the rows change."""

    def __init__(self, rows: Iterable[Row]) -> None:
        keyed = [(f" {fold(row.name)}", f" {fold(row.organisation or '')}", row) for row in rows]
        self._keyed = sorted(keyed, key=lambda item: item[:2])

    def search(self, query: str, limit: int | None = None) -> list[Row]:
        """Rows in which every word of the query occurs, the best first; all rows for no words.

        Words may be in any order and lack diacritics. Names that begin words come first, then
        organisations, then matches in the middle of a word.
        """
        words = fold(query).split()
        found = []
        for name, organisation, row in self._keyed:
            score = _score(words, name, organisation)
            if score is not None:
                found.append((score, row))
        found.sort(key=lambda hit: hit[0])
        return [row for _, row in found[:limit]]


def _score(words: Sequence[str], name: str, organisation: str) -> int | None:
    worst = 0
    for word in words:
        if f" {word}" in name:
            score = 0
        elif f" {word}" in organisation:
            score = 1
        elif word in name or word in organisation:
            score = 2
        else:
            return None
        worst = max(worst, score)
    return worst
