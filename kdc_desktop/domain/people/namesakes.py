"""How people who would look the same in a list are told apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.i18n import _


@dataclass(frozen=True)
class Namesake:
    """Somebody who may share a name: `details` tell more, the shortest first, "" for none."""

    key: int
    name: str
    organisation: str
    details: tuple[str, ...]


def looking_alike(people: Iterable[tuple[int, str]]) -> set[int]:
    """Of people, told by key and name, those whose name another has too."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for key, name in people:
        by_name[fold(name)].append(key)
    return {key for keys in by_name.values() if len(keys) > 1 for key in keys}


def told_apart(people: Iterable[Namesake]) -> Mapping[int, tuple[str, ...]]:
    """What to say beside name and organisation, for those whom these do not tell apart.

    As few details as tell all of them apart; where none does, they are numbered.
    """
    alike: dict[tuple[str, str], list[Namesake]] = defaultdict(list)
    for one in people:
        alike[fold(one.name), fold(one.organisation)].append(one)
    return {
        key: said
        for group in alike.values()
        if len(group) > 1
        for key, said in _details(sorted(group, key=lambda one: one.key)).items()
    }


def _details(group: Sequence[Namesake]) -> Mapping[int, tuple[str, ...]]:
    said: dict[int, tuple[str, ...]] = {one.key: () for one in group}
    for at in range(max(len(one.details) for one in group)):
        if len(set(said.values())) == len(group):
            break
        if len({one.details[at] for one in group}) > 1:
            said = {
                one.key: (*said[one.key], one.details[at]) if one.details[at] else said[one.key]
                for one in group
            }
    if len(set(said.values())) < len(group):
        said = {
            one.key: (*said[one.key], _("no. {number}", number=str(at)))
            for at, one in enumerate(group, 1)
        }
    return said
