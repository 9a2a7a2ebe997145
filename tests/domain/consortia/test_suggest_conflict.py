"""Which rules are in each other's way: a set without a rule too many, against trying all."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, product

from hypothesis import given

from kdc_desktop.domain.consortia.bonds import Bonds, Capacity
from kdc_desktop.domain.consortia.fitting import Group, Problem
from kdc_desktop.domain.consortia.suggest_conflict import clash, conflicts
from kdc_desktop.domain.consortia.suggest_conflict_words import conflict_sentences, loosening_text
from kdc_desktop.domain.consortia.suggest_plan import Plan, make_plan
from kdc_desktop.domain.consortia.suggest_rules import GroupRule, RuleKind, keeping, rules_of
from tests.domain.consortia.made_up import SLOW, breaks, person, problems


def can_hold(problem: Problem, rules: Sequence[GroupRule]) -> bool:
    """Whether everybody can have a place and every group that must can run, by trying all."""
    plan = make_plan(keeping(problem, rules))
    if plan.complaints:
        return False
    must = {rule.winner_id for rule in rules if rule.kind is RuleKind.SMALLEST}
    free = list(plan.options)
    ways = [
        [*(plan.groups if plan.fill_seats else (one.winner_id for one in plan.options[key]))]
        for key in free
    ]
    for way in product(*ways):
        placed = {**plan.pinned, **dict(zip(free, way, strict=True))}
        if must <= set(placed.values()) and not breaks(plan, placed) and _large(plan, placed, must):
            return True
    return False


def _large(plan: Plan, placed: dict[int, int], must: set[int | None]) -> bool:
    return all(
        plan.towards_smallest(key, [one for one, at in placed.items() if at == key])
        >= plan.groups[key].smallest
        for key in must
        if key is not None
    )


@SLOW
@given(problems(most_people=5))
def test_a_conflict_cannot_hold_and_without_any_rule_of_it_can(problem: Problem) -> None:
    rules = rules_of(problem)
    found = conflicts(problem, 60.0)
    assert bool(found) == (bool(problem.candidates) and not can_hold(problem, rules))
    for conflict in found:
        assert set(conflict.rules) <= set(rules)
        assert not can_hold(problem, conflict.rules)
        for rule in conflict.rules:
            assert can_hold(problem, [one for one in conflict.rules if one is not rule])


@SLOW
@given(problems(most_people=5))
def test_what_a_rule_is_loosened_to_is_enough_and_no_more(problem: Problem) -> None:
    for conflict in conflicts(problem, 60.0):
        for one in conflict.loosenings:
            if one.amount is None:
                continue
            others = [rule for rule in conflict.rules if rule is not one.rule]
            step = 1 if one.rule.kind is RuleKind.SMALLEST else -1
            loosened = [one.rule._replace(amount=one.amount)] if one.amount else []
            tighter = one.rule._replace(amount=one.amount + step)
            assert can_hold(problem, [*others, *loosened])
            assert not can_hold(problem, [*others, tighter])


@SLOW
@given(problems(most_people=5))
def test_all_rules_kept_ask_what_was_asked(problem: Problem) -> None:
    kept, people = (
        keeping(problem, rules_of(problem)),
        {one.person_id for one in problem.candidates},
    )
    winners = {group.winner_id for group in problem.groups}
    assert kept.bonds.capacities == tuple(
        one for one in problem.bonds.capacities if one.people & people
    )
    assert kept.bonds.apart == {pair for pair in problem.bonds.apart if people.issuperset(pair)}
    assert kept.pinned == {
        key: at for key, at in problem.pinned.items() if key in people and at in winners
    }
    assert [(one.winner_id, one.smallest, one.largest) for one in kept.groups] == [
        (one.winner_id, max(1, one.smallest), one.largest) for one in problem.groups
    ]
    asked = problem.per_organisation, problem.fill_seats
    assert (kept.per_organisation, kept.fill_seats) == asked


def two_groups(**rules: object) -> Problem:
    """Six people who all want the first of two groups for three, and nothing in the way."""
    folk = tuple(person(key, 1, 2) for key in range(1, 7))
    groups = (Group(1, "Yard bikes", 2, 3), Group(2, "One ticket", 2, 3))
    return replace(Problem(folk, groups), **rules)  # type: ignore[arg-type]


def told(problem: Problem) -> list[tuple[tuple[str, ...], list[str]]]:
    return [
        (
            conflict_sentences(problem, one),
            [loosening_text(problem, each) for each in one.loosenings],
        )
        for one in conflicts(problem, 60.0)
    ]


def test_where_all_can_be_nothing_is_told() -> None:
    assert told(two_groups()) == []


def test_too_few_seats_are_told_with_what_would_be_enough() -> None:
    (both,) = told(two_groups(groups=(Group(1, "Yard bikes", 2, 3), Group(2, "One ticket", 2, 2))))
    assert both == (
        (
            "Not all of this can be while everybody has a place and every group runs:",
            "Yard bikes takes 3 people at most.",
            "One ticket takes 2 people at most.",
        ),
        ["Let Yard bikes take 4", "Let One ticket take 3"],
    )


def test_people_who_are_kept_apart_in_too_few_groups_are_named() -> None:
    apart = frozenset(combinations((1, 2, 3), 2))
    (only,) = told(two_groups(bonds=Bonds(apart=apart)))
    assert only == (
        (
            "Not all of this can be while everybody has a place and every group runs:",
            "P1 and P2 are kept apart.",
            "P1 and P3 are kept apart.",
            "P2 and P3 are kept apart.",
        ),
        [
            "Let P1 and P2 be together",
            "Let P1 and P3 be together",
            "Let P2 and P3 be together",
        ],
    )


def test_pins_of_people_who_are_kept_apart_are_told_as_such() -> None:
    problem = two_groups(pinned={1: 1, 2: 1}, bonds=Bonds(apart=frozenset({(1, 2)})))
    (only,) = told(problem)
    assert only[0][1:] == (
        "P1 and P2 are kept apart.",
        "P1 stays in Yard bikes.",
        "P2 stays in Yard bikes.",
    )
    assert only[1] == ["Let P1 and P2 be together", "Unpin P1", "Unpin P2"]


def test_a_house_that_can_be_in_no_group_is_told_alone() -> None:
    house = Capacity("Harbour Mobility", frozenset({1, 2}), 0)
    assert told(two_groups(bonds=Bonds(capacities=(house,)))) == [
        (
            (
                "This cannot be while everybody has a place and every group runs:",
                "Harbour Mobility is in 0 groups at most.",
            ),
            ["Let Harbour Mobility be in 1 group"],
        )
    ]


def test_limits_of_a_house_and_of_the_department_of_all_who_came_are_two() -> None:
    four = frozenset({1, 2, 3, 4})
    limits = Capacity("Yard", four, 1, 1), Capacity("Yard, Docks", four, 2, 1, 7)
    folk = tuple(person(key, 1 if key < 3 else 2, organisation=1) for key in four)
    groups = Group(1, "Yard bikes", 2, 4), Group(2, "One ticket", 2, 4)
    for bonds in (limits, limits[::-1]):
        problem = Problem(folk, groups, 4, bonds=Bonds(capacities=bonds), fill_seats=False)
        (conflict,) = conflicts(problem)
        assert [one.name for one in conflict.rules if one.kind is RuleKind.CAPACITY] == ["Yard"]


def test_a_group_that_nobody_wants_is_told_with_its_size() -> None:
    folk = tuple(person(key, 1) for key in range(1, 5))
    groups = (Group(1, "Yard bikes", 2, 9), Group(2, "One ticket", 2, 9))
    (only,) = told(Problem(folk, groups))
    assert only == (
        (
            "This cannot be while everybody has a place and every group runs:",
            "One ticket needs 2 people who would join.",
        ),
        ["Let One ticket not run"],
    )


def test_with_nobody_or_no_group_nothing_is_in_the_way() -> None:
    assert conflicts(Problem((), (Group(1, "Yard bikes", 0, 1),))) == ()
    assert conflicts(Problem((person(1),), ())) == ()


def test_everybody_kept_apart_is_told_in_time() -> None:
    folk = tuple(person(key) for key in range(1, 61))
    pairs = frozenset(combinations(range(1, 61), 2))
    groups = tuple(Group(key, f"W{key}", 1, 20) for key in (1, 2, 3))
    problem = Problem(folk, groups, bonds=Bonds(apart=pairs))
    assert clash(problem, rules_of(problem))
