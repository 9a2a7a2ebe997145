"""Find a person while typing."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from kdc_desktop.domain.kit.sought import Sought, in_every_spelling, together


class Findable(Protocol):
    """A row that the type-ahead can find; an empty organisation is a resident."""

    @property
    def name(self) -> str: ...

    @property
    def organisation(self) -> str | None: ...


Row = TypeVar("Row", bound=Findable)
_Keyed = tuple[str, tuple[str, Row]]
_INITIALS = 4  # letters at most


class PeopleIndex(Generic[Row]):
    """Rows with their search keys worked out once; make a new one when the rows change."""

    def __init__(self, rows: Iterable[Row]) -> None:
        keyed = [
            (in_every_spelling(row.name), in_every_spelling(row.organisation or ""), row)
            for row in rows
        ]
        self._keyed = [
            (together(name, organisation), (name, row))
            for name, organisation, row in sorted(keyed, key=lambda item: item[:2])
        ]
        self._initials: dict[str, list[Row]] | None = None

    def search(
        self, query: str, limit: int | None = None, turn: Callable[[Row], int] = lambda _row: 0
    ) -> list[Row]:
        """Rows in which every word of the query occurs, the best first; all rows for no words.

        Words may be in any order and spelled otherwise. Names that begin words come first, then
        organisations, then matches in the middle of a word, then initials. Those of a lower `turn`
        come before all of that; with a `limit` no more rows are looked at than it takes.
        """
        sought = Sought(query)
        if not sought:
            return [row for _every, (_name, row) in self._keyed[:limit]]
        likely: dict[int, list[_Keyed[Row]]] = {}
        for keyed in sought.likely(self._keyed):
            likely.setdefault(turn(keyed[1][1]), []).append(keyed)
        called: dict[int, list[Row]] = {}
        for row in self._called(sought.text):
            called.setdefault(turn(row), []).append(row)
        found: list[Row] = []
        for at in sorted({*likely, *called}):
            wanted = None if limit is None else limit - len(found)
            found += _ranked(sought, likely.get(at, []), called.get(at, []), wanted)
            if len(found) == limit:
                break
        return found

    def _called(self, letters: str) -> list[Row]:
        """Those of these initials."""
        if not 2 <= len(letters) <= _INITIALS:
            return []
        if self._initials is None:
            self._initials = {}
            for _every, (name, row) in self._keyed:
                for one in _initials(name):
                    self._initials.setdefault(one, []).append(row)
        return self._initials.get(letters, [])


def _ranked(
    sought: Sought, likely: Sequence[_Keyed[Row]], called: Sequence[Row], limit: int | None
) -> list[Row]:
    """Those of the likely rows that are found, and those of the initials, the best first."""
    ranks: tuple[list[Row], ...] = ([], [], [])
    for every, (name, row) in likely:
        if sought.begins_in(name):
            ranks[0].append(row)
            if len(ranks[0]) == limit:
                return ranks[0]
        elif sought.begins_in(every):
            ranks[1].append(row)
        elif sought.is_in(every):
            ranks[2].append(row)
    found = [row for rank in ranks for row in rank]
    known = set(map(id, found))
    found += [row for row in called if id(row) not in known]
    return found[:limit]


def _initials(name: str) -> set[str]:
    """The letters that stand for somebody: those of the first and the last name, or of all."""
    words = name.partition("\n")[0].split()
    if len(words) < 2:
        return set()
    return {words[0][0] + words[-1][0], "".join([word[0] for word in words])}
