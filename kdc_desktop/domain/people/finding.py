"""Find a person while typing."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from kdc_desktop.domain.kit.sought import Sought, in_every_spelling, together
from kdc_desktop.domain.kit.steps import Steps, at_once, batched
from kdc_desktop.domain.kit.text import fold


class Findable(Protocol):
    """A row that the type-ahead can find; an empty organisation is a resident."""

    @property
    def name(self) -> str: ...

    @property
    def organisation(self) -> str | None: ...


Row = TypeVar("Row", bound=Findable)
_INITIALS = 4  # letters at most
_OF_AN_ORGANISATION = 3  # letters, from which a word may be one
BY_BEGINNINGS = 1
"""The rank up to which somebody is found by how words begin."""


class SoughtPerson:
    """Whom somebody types a name for; false when it holds no word.

    A letter or two are of the name, unless they stand after a comma: when Elias Mäkelä is not
    among those to be found, "elias m" is not Elias Korhonen of Metropolia. `name` and `every`,
    which is the name together with the organisation, are in every spelling.
    """

    def __init__(self, typed: str) -> None:
        self.sought = Sought(typed)
        said = typed.partition(",")[0].split()
        short = [part for part in said if len(fold(part).replace(" ", "")) < _OF_AN_ORGANISATION]
        self._of_name = Sought(" ".join(short))  # untranslated: only compared
        self._is_begun = len(said) == len(short) == 1

    def __bool__(self) -> bool:
        return bool(self.sought)

    def rank(self, name: str, every: str) -> int | None:
        """How well somebody fits, 0 best: by the beginnings of names, of organisations too, by
        the middle of a word; None for somebody else."""
        if self.sought.begins_in(name):
            return 0
        if not self._of_name.begins_in(name):
            return 2 if self._is_begun and self.sought.is_in(name) else None
        if self.sought.begins_in(every):
            return BY_BEGINNINGS
        return 2 if self.sought.is_in(every) else None


def is_the_one(names: Sequence[str], typed: str) -> bool:
    """Whether the first of those found is meant: there is no other, or of several words typed
    theirs alone is the whole name, or begins so. Else one chooses: nobody is taken for another."""
    if len(names) < 2:
        return bool(names)
    words = " ".join(fold(typed).split())
    for fits in (str.__eq__, str.startswith):
        fitting = [fits(fold(name), words) for name in names]
        if " " in words and fitting[0] and sum(fitting) == 1:
            return True
    return False


def are_namesakes(rows: Sequence[Findable], typed: str) -> bool:
    """Whether the first of those found shares a whole name that is typed with another, and all
    that is typed fits both: of “elias” any Elias may be meant, while “el” is on its way to one."""
    wanted, said = SoughtPerson(typed), set(fold(typed).split())
    alike = []
    for row in rows:
        name = in_every_spelling(row.name)
        rank = wanted.rank(name, together(name, in_every_spelling(row.organisation or "")))
        alike.append(
            rank is not None and rank <= BY_BEGINNINGS and not said.isdisjoint(name.split())
        )
    names = [row.name for row in rows]
    return sum(alike) > 1 and alike[0] and not is_the_one(names, typed)


class PeopleIndex(Generic[Row]):
    """Rows with their search keys worked out once; make a new one when the rows change."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._keyed: list[tuple[str, tuple[str, Row]]] = []
        self._initials: dict[str, list[Row]] | None = None
        at_once(self.take(rows))

    def take(self, rows: Sequence[Row]) -> Steps[None]:
        """Work out the keys of these, in steps of which none is long; it knows them at the end."""
        spelled: list[tuple[str, str, Row]] = []
        for some in batched(rows):
            for row in some:
                organisation = in_every_spelling(row.organisation or "")
                spelled.append((in_every_spelling(row.name), organisation, row))
            yield
        spelled.sort(key=lambda item: item[:2])
        keyed: list[tuple[str, tuple[str, Row]]] = []
        for part in batched(spelled):
            keyed += [(together(name, among), (name, row)) for name, among, row in part]
            yield
        self._keyed, self._initials = keyed, None

    def search(
        self, query: str, limit: int | None = None, turn: Callable[[Row], int] = lambda _row: 0
    ) -> list[Row]:
        """Rows in which every word of the query occurs, the best first; all rows for no words.

        Words may be in any order and spelled otherwise. Names that begin words come first, then
        organisations, then matches in the middle of a word, then initials; among those who fit
        as well, the lower `turn`. With a `limit` no more rows are looked at than it takes.
        """
        wanted = SoughtPerson(query)
        if not wanted:
            return [row for _every, (_name, row) in self._keyed[:limit]]
        likely = wanted.sought.likely(self._keyed)
        likely.sort(key=lambda keyed: turn(keyed[1][1]))
        ranks: tuple[list[Row], ...] = ([], [], [])
        for every, (name, row) in likely:
            rank = wanted.rank(name, every)
            if rank is not None:
                ranks[rank].append(row)
                if len(ranks[0]) == limit:
                    return ranks[0]
        found = [row for rank in ranks for row in rank]
        known = set(map(id, found))
        called = (row for row in self._called(wanted.sought.text) if id(row) not in known)
        return [*found, *sorted(called, key=turn)][:limit]

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


def _initials(name: str) -> set[str]:
    """The letters that stand for somebody: those of the first and the last name, or of all."""
    words = name.partition("\n")[0].split()
    if len(words) < 2:
        return set()
    return {words[0][0] + words[-1][0], "".join([word[0] for word in words])}
