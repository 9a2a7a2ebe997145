"""The people whom the rows of a list are held against: those known, and those who are new in it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.changes import is_all_known
from kdc_desktop.domain.people.name_variants import parts_of
from kdc_desktop.domain.people.roster import KnownPerson, RosterPerson

_LONG = 16  # digits, which no id has


@dataclass(eq=False)
class Someone:
    """A person, as `before` and as they will be; `rows` are the places of the rows that are theirs,
    and `told` is what these say.

    `key` is their id, negative for who is new.
    """

    key: int
    before: RosterPerson
    person: RosterPerson
    rows: list[int] = field(default_factory=list)
    told: RosterPerson = field(default_factory=lambda: RosterPerson(""))
    marks: tuple[tuple[object, ...], ...] = ()


class PeoplePool:
    """Finds people as they are after what has been matched.

    Those that are *open* have met no row; of these, those that are *free* have no address. A name
    is its words in any order, a place the organisation as it is compared.
    """

    def __init__(self, known: Sequence[KnownPerson]) -> None:
        self._all: dict[int, Someone] = {}
        self._found: dict[tuple[object, ...], dict[int, Someone]] = defaultdict(dict)
        for person in known:
            self._all[person.id] = someone = Someone(person.id, person, person)
            self._index(someone)

    def everybody(self) -> Collection[Someone]:
        """All of them."""
        return self._all.values()

    def known(self, own_id: str) -> Someone | None:
        """Who has this id."""
        number = own_id.removesuffix(".0")
        short = number.isdecimal() and len(number) < _LONG
        return self._all.get(int(number)) if short else None

    def exact(self, person: RosterPerson) -> Collection[Someone]:
        """Who is open and has this name at this address, the words of the name in any order."""
        return self._at("exact", normalise(person.email), parts_of(person.name))

    def at(self, email: str) -> Collection[Someone]:
        """Whose address it is."""
        return self._at("at", email)

    def open_at(self, email: str) -> Collection[Someone]:
        """Who of those is open."""
        return self._at("open_at", email)

    def called(self, name: str) -> Collection[Someone]:
        """Who has a name."""
        return self._at("called", parts_of(name))

    def placed(self, name: str, place: str) -> Collection[Someone]:
        """Who has it and is of a place, or of none."""
        return self._at("placed", parts_of(name), place)

    def open_placed(self, name: str, place: str) -> Collection[Someone]:
        """Who of those is open."""
        return self._at("open_placed", parts_of(name), place)

    def free(self, name: str) -> Collection[Someone]:
        """Who has it and is free."""
        return self._at("free", parts_of(name))

    def free_placed(self, name: str, place: str) -> Collection[Someone]:
        """Who of those is of a place, or of none."""
        return self._at("free_placed", parts_of(name), place)

    def renamed(self, person: RosterPerson) -> Iterator[Someone]:
        """Who has met a row, and has this name and address since then."""
        words = parts_of(person.name)
        met = self._at("met", normalise(person.email), words)
        return (one for one in met if one.key > 0 and parts_of(one.before.name) != words)

    def are_two(self, addressed: RosterPerson, bare: RosterPerson) -> bool:
        """Whether besides the first somebody without an address is known, as the second says."""
        free = self.free_placed(bare.name, normalise(bare.organisation))
        return bool(self.exact(addressed)) and any(is_all_known(one.before, bare) for one in free)

    def added(self, person: RosterPerson) -> Someone:
        """Somebody new."""
        key = -1 - len(self._all)
        self._all[key] = someone = Someone(key, RosterPerson(""), person)
        return someone

    def change(self, someone: Someone, person: RosterPerson) -> None:
        """Have somebody be as told from now on."""
        for mark in someone.marks:
            del self._found[mark][someone.key]
        someone.person = person
        self._index(someone)

    def _at(self, *mark: object) -> Collection[Someone]:
        found = self._found.get(mark)
        return found.values() if found else ()

    def _index(self, someone: Someone) -> None:
        someone.marks = tuple(_marks(someone))
        for mark in someone.marks:
            self._found[mark][someone.key] = someone


def _marks(someone: Someone) -> Iterator[tuple[object, ...]]:
    person = someone.person
    email, said = normalise(person.email), parts_of(person.name)
    place = normalise(person.organisation)
    yield "called", said
    yield "placed", said, place
    if email:
        yield "at", email
    if someone.rows:
        if email:
            yield "met", email, said
        return
    yield "open_placed", said, place
    if email:
        yield "open_at", email
        yield "exact", email, said
    else:
        yield "free", said
        yield "free_placed", said, place
