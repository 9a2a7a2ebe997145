"""What a move changes: for the consortium that gains, the one that loses, and the person."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kdc_desktop.domain.consortia.broken import (
    broken_rules,
    of_one_house,
    too_many,
)
from kdc_desktop.domain.consortia.fitting import Candidate, Group, Problem, rank_of
from kdc_desktop.domain.consortia.suggest_rules import RuleKind
from kdc_desktop.domain.people.sectors import words_of
from kdc_desktop.i18n import _, fillable, ngettext

# Of the three choices that people have; of any other by its number.
_GETS = {
    1: fillable("{name} gets their 1st wish."),
    2: fillable("{name} gets their 2nd wish."),
    3: fillable("{name} gets their 3rd wish."),
}
_GETS_NUMBER = fillable("{name} gets their wish number {choice}.")
_LEAVES = {
    1: fillable("{name} did not wish this, and leaves their 1st wish."),
    2: fillable("{name} did not wish this, and leaves their 2nd wish."),
    3: fillable("{name} did not wish this, and leaves their 3rd wish."),
}
_LEAVES_NUMBER = fillable("{name} did not wish this, and leaves their wish number {choice}.")
_CHANGES = {
    (1, 2): fillable("{name} gets their 1st wish instead of their 2nd."),
    (1, 3): fillable("{name} gets their 1st wish instead of their 3rd."),
    (2, 1): fillable("{name} gets their 2nd wish instead of their 1st."),
    (2, 3): fillable("{name} gets their 2nd wish instead of their 3rd."),
    (3, 1): fillable("{name} gets their 3rd wish instead of their 1st."),
    (3, 2): fillable("{name} gets their 3rd wish instead of their 2nd."),
}
_CHANGES_NUMBER = fillable("{name} gets their wish number {choice} instead of number {before}.")
_KEEPS: tuple[Callable[[str], str], ...] = (
    lambda group: _("{group} keeps none.", group=group),
    lambda group: _("{group} keeps one.", group=group),
    lambda group: _("{group} keeps two.", group=group),
    lambda group: _("{group} keeps three.", group=group),
    lambda group: _("{group} keeps four.", group=group),
    lambda group: _("{group} keeps five.", group=group),
    lambda group: _("{group} keeps six.", group=group),
    lambda group: _("{group} keeps seven.", group=group),
    lambda group: _("{group} keeps eight.", group=group),
    lambda group: _("{group} keeps nine.", group=group),
    lambda group: _("{group} keeps ten.", group=group),
)


@dataclass(frozen=True)
class MoveEffect:
    """What a move changes, in sentences: for the `groups`, and for the person's `wish`."""

    groups: tuple[str, ...]
    wish: str


def move_effect(
    problem: Problem, placed: Mapping[int, int], person_id: int, to: int | None
) -> MoveEffect | None:
    """What changes if a person moves to the consortium `to` (None: waits); None for nothing."""
    person = next((one for one in problem.candidates if one.person_id == person_id), None)
    origin = placed.get(person_id)
    if person is None or origin == to:
        return None
    after = {**placed, person_id: to} if to is not None else dict(placed)
    if to is None:
        after.pop(person_id, None)
    said: list[str] = []
    for group in problem.groups:
        if group.winner_id == to:
            said += _gain(problem, group, person, _members(problem, after, to))
    for group in problem.groups:
        if group.winner_id == origin:
            said += _loss(group, person, _members(problem, after, origin))
    return MoveEffect(tuple(said), wish_change(person, origin, to))


def newly_broken(
    problem: Problem, before: Mapping[int, int], after: Mapping[int, int]
) -> tuple[str, ...]:
    """Who would be together though kept apart, and which house in too many groups, by a move."""
    kinds = RuleKind.APART, RuleKind.CAPACITY
    was = broken_rules(problem, before)
    return tuple(
        one.sentence for one in broken_rules(problem, after) if one.kind in kinds and one not in was
    )


def _members(problem: Problem, placed: Mapping[int, int], winner_id: int) -> list[Candidate]:
    return [one for one in problem.candidates if placed.get(one.person_id) == winner_id]


def _gain(
    problem: Problem, group: Group, person: Candidate, members: Sequence[Candidate]
) -> list[str]:
    same = Counter(member.sector for member in members)[person.sector]
    said = [str(words_of(person.sector).gained(group.title, same))]
    broken = (
        *too_many(group, len(members)),
        *of_one_house(problem, group, person.organisation_id, members),
    )
    said += [one.sentence for one in broken]
    return said


def _loss(group: Group, person: Candidate, members: Sequence[Candidate]) -> list[str]:
    left = len(members)
    said = [_keeps(group.title, left)]
    if person.sector in group.needed_sectors and all(
        member.sector != person.sector for member in members
    ):
        said.append(str(words_of(person.sector).loses.filled(group=group.title)))
    if left < group.smallest:
        said.append(
            ngettext(
                "{group} is then {count} person short of its smallest size.",
                "{group} is then {count} people short of its smallest size.",
                group.smallest - left,
                group=group.title,
            )
        )
    return said


def _keeps(group: str, left: int) -> str:
    if left < len(_KEEPS):
        return _KEEPS[left](group)
    return ngettext("{group} keeps {count}.", "{group} keeps {count}.", left, group=group)


def wish_change(person: Candidate, origin: int | None, to: int | None) -> str:
    """What a move, or waiting (None), does to the wish of a person."""
    before, after = rank_of(person, origin), rank_of(person, to)
    name = person.name
    if to is None:
        return _("{name} waits.", name=name)
    if not person.choices:
        return _("{name} gave no wish.", name=name)
    if after is None and before is None:
        return _("{name} did not wish this.", name=name)
    if after is None:
        assert before is not None
        leaves = _LEAVES.get(before + 1, _LEAVES_NUMBER)
        return str(leaves.filled(name=name, choice=before + 1))
    if before is None:
        return str(_GETS.get(after + 1, _GETS_NUMBER).filled(name=name, choice=after + 1))
    changes = _CHANGES.get((after + 1, before + 1), _CHANGES_NUMBER)
    return str(changes.filled(name=name, choice=after + 1, before=before + 1))
