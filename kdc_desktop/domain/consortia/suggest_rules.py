"""The rules of a problem, each of which can be let go, to find out which are in each other's way.

What is asked is that everybody has a place and every group runs; a rule that is let go asks less.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from kdc_desktop.domain.consortia.bonds import Capacity
from kdc_desktop.domain.consortia.fitting import Group, Problem


class RuleKind(StrEnum):
    """What a rule is about."""

    LARGEST = "largest"
    SMALLEST = "smallest"
    PER_ORGANISATION = "per organisation"
    CAPACITY = "capacity"
    APART = "apart"
    PIN = "pin"
    WISHED = "wished"


class GroupRule(NamedTuple):
    """One rule: of a winner's group, of people, or of all; `amount` where it is a number.

    A limit is that of an organisation or of a department: people alone do not tell them apart.
    """

    kind: RuleKind
    winner_id: int | None = None
    people: tuple[int, ...] = ()
    amount: int = 0
    name: str = ""
    organisation_id: int | None = None
    department_id: int | None = None


def rules_of(problem: Problem) -> tuple[GroupRule, ...]:
    """All rules that may be let go, those first that one would hold on to longest."""
    there = {one.person_id for one in problem.candidates}
    groups = {group.winner_id: group for group in problem.groups}
    found = [
        GroupRule(RuleKind.APART, people=(min(pair), max(pair)))
        for pair in sorted(problem.bonds.apart)
        if there.issuperset(pair)
    ]
    found += [
        GroupRule(RuleKind.PIN, winner_id, (person_id,))
        for person_id, winner_id in sorted(problem.pinned.items())
        if person_id in there and winner_id in groups
    ]
    found += [
        GroupRule(
            *(RuleKind.CAPACITY, None, tuple(sorted(one.people & there)), one.most, one.name),
            *(one.organisation_id, one.department_id),
        )
        for one in problem.bonds.capacities
        if one.people & there
    ]
    for group in groups.values():
        key = group.winner_id
        found.append(GroupRule(RuleKind.LARGEST, key, (), group.largest, group.title))
        found.append(GroupRule(RuleKind.SMALLEST, key, (), max(1, group.smallest), group.title))
    found.append(GroupRule(RuleKind.PER_ORGANISATION, amount=problem.per_organisation))
    if not problem.fill_seats:
        found.append(GroupRule(RuleKind.WISHED))
    return tuple(found)


def keeping(problem: Problem, rules: Collection[GroupRule]) -> Problem:
    """The problem in which only these rules hold; a group without its smallest size may not run."""
    many = max(1, len(problem.candidates))
    amounts = {(rule.kind, rule.winner_id): rule.amount for rule in rules}
    groups = tuple(
        Group(
            group.winner_id,
            group.title,
            amounts.get((RuleKind.SMALLEST, group.winner_id), 0),
            amounts.get((RuleKind.LARGEST, group.winner_id), many),
            frozenset(),
        )
        for group in problem.groups
    )
    pairs = {rule.people for rule in rules if rule.kind is RuleKind.APART}
    limits = {_limited(rule): rule.amount for rule in rules if rule.kind is RuleKind.CAPACITY}
    return replace(
        problem,
        groups=groups,
        per_organisation=amounts.get((RuleKind.PER_ORGANISATION, None), many),
        pinned={
            rule.people[0]: rule.winner_id
            for rule in rules
            if rule.kind is RuleKind.PIN and rule.winner_id is not None
        },
        circles=(),
        fill_seats=problem.fill_seats or not _has(rules, RuleKind.WISHED),
        bonds=problem.bonds._replace(
            apart=frozenset((people[0], people[1]) for people in pairs),
            capacities=tuple(
                one._replace(most=most)
                for one in problem.bonds.capacities
                if (most := limits.get(_limited(one))) is not None
            ),
            needs=(),
            meetings=(),
        ),
    )


def _limited(one: GroupRule | Capacity) -> tuple[int | None, int | None, str]:
    """Whose limit it is."""
    return one.organisation_id, one.department_id, one.name


def _has(rules: Iterable[GroupRule], kind: RuleKind) -> bool:
    return any(rule.kind is kind for rule in rules)
