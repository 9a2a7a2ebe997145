"""How people are named to others: a member for themselves by a number, the same on every sheet."""

from functools import cached_property

from kdc_desktop.i18n import _
from kdc_desktop.services.kit.source import Source
from kdc_desktop.storage.belonging import people_for_themselves


def named(source: Source, person_id: int | None) -> tuple[int | None, str | None]:
    """A person by id and name; who is a member for themselves is a number to others.

    All that is shared names people so, but for who signed an idea or speaks for a member.
    """
    if person_id is None:
        return None, None
    if source.shares and source.once(_Residents).has(person_id):
        return None, resident(source, person_id)
    return person_id, source.people[person_id].name


def resident(source: Source, person_id: int) -> str:
    """What others are told in the place of a resident's name."""
    return _("Resident {number}", number=source.once(_Residents).number(person_id))


class _Residents:
    """Numbers in the order in which residents are first told of."""

    def __init__(self, source: Source) -> None:
        self._source, self._numbers = source, dict[int, int]()

    def number(self, person_id: int) -> int:
        key = self._source.known_once(person_id)
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def has(self, person_id: int) -> bool:
        return self._source.known_once(person_id) in self._found

    @cached_property
    def _found(self) -> set[int]:
        return set(map(self._source.known_once, people_for_themselves(self._source.snapshot)))
