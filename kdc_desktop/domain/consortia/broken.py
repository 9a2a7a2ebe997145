"""Which rules a placement breaks by what holds now: who is kept apart, limits of houses and groups.

What those who are pinned break by themselves is not counted: it is so already, whatever is placed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kdc_desktop.domain.consortia.bonds import Capacity
from kdc_desktop.domain.consortia.fitting import Candidate, Group, Problem
from kdc_desktop.domain.consortia.suggest_rules import RuleKind
from kdc_desktop.i18n import _, ngettext


class BrokenRule(NamedTuple):
    """A rule that a placement breaks, and how, in a sentence.

    `people` are the two who are kept apart, or those of the house that is in too many groups.
    """

    kind: RuleKind
    winner_id: int | None
    people: frozenset[int]
    number: int
    sentence: str


def broken_rules(problem: Problem, placed: Mapping[int, int]) -> tuple[BrokenRule, ...]:
    """What is broken with people `placed` so (person ids to winner ids), but for smallest sizes."""
    held = set(_all_broken(problem, problem.pinned))
    return tuple(one for one in _all_broken(problem, placed) if one not in held)


def _all_broken(problem: Problem, placed: Mapping[int, int]) -> list[BrokenRule]:
    people = {one.person_id: one for one in problem.candidates}
    return [
        *_apart(problem, people, placed),
        *(one for house in problem.bonds.capacities for one in over_capacity(house, placed)),
        *_crowded(problem, people, placed),
    ]


def _apart(
    problem: Problem, people: Mapping[int, Candidate], placed: Mapping[int, int]
) -> Iterable[BrokenRule]:
    titles = {group.winner_id: group.title for group in problem.groups}
    for pair in sorted(problem.bonds.apart):
        one, other = pair
        where = placed.get(one)
        if where is None or where != placed.get(other) or not people.keys() >= set(pair):
            continue
        sentence = _(
            "{one} and {other} are kept apart, and both would be in {group}.",
            one=people[one].name,
            other=people[other].name,
            group=titles.get(where, ""),
        )
        yield BrokenRule(RuleKind.APART, where, frozenset(pair), 2, sentence)


def over_capacity(house: Capacity, placed: Mapping[int, int]) -> Iterable[BrokenRule]:
    """That a house is in more groups than it can, if it is."""
    count = len({placed[key] for key in house.people if key in placed})
    if count > house.most:
        sentence = ngettext(
            "{organisation} would be in {count} group, its limit is {limit}.",
            "{organisation} would be in {count} groups, its limit is {limit}.",
            count,
            organisation=house.name,
            limit=house.most,
        )
        yield BrokenRule(RuleKind.CAPACITY, None, house.people, count, sentence)


def _crowded(
    problem: Problem, people: Mapping[int, Candidate], placed: Mapping[int, int]
) -> Iterable[BrokenRule]:
    inside: dict[int, list[Candidate]] = defaultdict(list)
    for person_id, winner_id in placed.items():
        if person_id in people:
            inside[winner_id].append(people[person_id])
    for group in problem.groups:
        members = inside[group.winner_id]
        yield from too_many(group, len(members))
        for organisation_id in dict.fromkeys(one.organisation_id for one in members):
            yield from of_one_house(problem, group, organisation_id, members)


def too_many(group: Group, count: int) -> Iterable[BrokenRule]:
    """That a group has more people than it takes, if it has."""
    if count > group.largest:
        sentence = ngettext(
            "{group} would have {count} person, its limit is {limit}.",
            "{group} would have {count} people, its limit is {limit}.",
            count,
            group=group.title,
            limit=group.largest,
        )
        yield BrokenRule(RuleKind.LARGEST, group.winner_id, frozenset(), count, sentence)


def of_one_house(
    problem: Problem, group: Group, organisation_id: int | None, members: Iterable[Candidate]
) -> Iterable[BrokenRule]:
    """That a group has more people of one organisation than may sit together, if it has."""
    came = [one for one in members if one.organisation_id == organisation_id]
    if organisation_id is not None and len(came) > problem.per_organisation:
        sentence = ngettext(
            "{group} would have {count} from {organisation}, the limit is {limit}.",
            "{group} would have {count} from {organisation}, the limit is {limit}.",
            len(came),
            group=group.title,
            organisation=came[0].organisation,
            limit=problem.per_organisation,
        )
        people = frozenset(one.person_id for one in came)
        yield BrokenRule(RuleKind.PER_ORGANISATION, group.winner_id, people, len(came), sentence)
