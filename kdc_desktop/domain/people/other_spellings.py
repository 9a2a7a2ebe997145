"""People whose names are nearly those of a list: without accents, or with an initial."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.match_sentences import MatchDoubt, MatchQuestion, first_of, one_of
from kdc_desktop.domain.people.name_variants import nearly_as, parts_of
from kdc_desktop.domain.people.pool import Someone
from kdc_desktop.domain.people.units import Unit

_Places = dict[str, list[Someone]]


@dataclass
class _Spelled:
    """Those who are nearly called so, anywhere and by their places; `free` are without address."""

    anywhere: list[Someone] = field(default_factory=list)
    free: list[Someone] = field(default_factory=list)
    placed: _Places = field(default_factory=lambda: defaultdict(list))
    free_placed: _Places = field(default_factory=lambda: defaultdict(list))

    def add(self, someone: Someone) -> None:
        place = normalise(someone.before.organisation)
        self.anywhere.append(someone)
        self.placed[place].append(someone)
        if not someone.before.email:
            self.free.append(someone)
            self.free_placed[place].append(someone)


class OtherSpellings:
    """Of those known whose own names no row has: a list with both spellings tells two people apart.

    Whoever a row has met is not found any more.
    """

    def __init__(self, everybody: Iterable[Someone], units: Collection[Unit]) -> None:
        listed = {parts_of(unit.person.name) for unit in units}
        self._found: dict[tuple[str, ...], _Spelled] = defaultdict(_Spelled)
        for someone in everybody:
            name = someone.before.name
            if someone.key > 0 and parts_of(name) not in listed:
                self._found[nearly_as(name)].add(someone)

    def asking(self, unit: Unit) -> MatchQuestion | None:
        """What is asked of a unit, where somebody nearly has its name who might be meant."""
        spelled = self._found.get(nearly_as(unit.person.name))
        found = None if spelled is None else _of(spelled, unit)
        if found is None:
            return None
        return MatchQuestion(
            MatchDoubt.NEARLY, found.about if isinstance(found, MatchQuestion) else [found]
        )


def _of(spelled: _Spelled, unit: Unit) -> Someone | MatchQuestion | None:
    """Who it would be, had they its name."""
    place = unit.place
    if not unit.email:
        loose = spelled.placed.get("", []) if place else spelled.anywhere
        return one_of(unit, _open(spelled.placed.get(place, [])), _open(loose))
    loose = spelled.free_placed.get("", []) if place else spelled.free
    free = one_of(unit, _open(spelled.free_placed.get(place, [])), _open(loose))
    elsewhere = _open(spelled.placed.get(place, [])) if place else []
    if free is not None or not elsewhere:
        return free
    return MatchQuestion(MatchDoubt.OTHER_ADDRESS, elsewhere)


def _open(people: Iterable[Someone]) -> list[Someone]:
    return first_of(one for one in people if not one.rows)
