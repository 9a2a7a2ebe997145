"""Each person meets one role of a group: where it is counted, suggested and said."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.consortia.bonds import Bonds, Need, NeedKind
from kdc_desktop.domain.consortia.fitting import Group, Problem, Suggestion
from kdc_desktop.domain.consortia.suggest import alternatives
from kdc_desktop.domain.consortia.suggest_plan import make_plan
from kdc_desktop.domain.consortia.suggest_roles import met
from tests.domain.consortia.made_up import SLOW, best_by_trying_all, person
from tests.rooms.one_suggestion import suggest


def role(name: str, *people: int, winner: int = 1, points: float = 90.0, number: int = 1) -> Need:
    return Need(winner, NeedKind.ROLE, name, frozenset(people), points, number)


def evening(*needs: Need, pinned: dict[int, int] | None = None) -> Problem:
    """Six people: the first two would rather be in the second of two groups."""
    folk = [person(1, 2, 1), person(2, 2, 1), *(person(key, 1 + key // 6) for key in range(3, 7))]
    groups = (Group(1, "Yard bikes", 1, 6), Group(2, "One ticket", 1, 6))
    return Problem(tuple(folk), groups, pinned=pinned or {}, bonds=Bonds(needs=needs))


def looked_for(answer: Suggestion) -> list[str]:
    return [said for said in answer.could_not if "looks for" in said]


def test_one_person_does_not_meet_two_roles() -> None:
    needs = role("a lead", 3), role("a funder", 3)
    assert met(needs, (3,)) == [1, 0]
    assert looked_for(suggest(evening(*needs))) == ["Yard bikes still looks for: a funder."]


def test_who_fits_two_roles_makes_way_for_who_fits_one() -> None:
    needs = role("a lead", 1, 2), role("a funder", 1)
    assert met(needs, (1, 2)) == [1, 1]
    answer = suggest(evening(*needs))
    assert (answer.placed[1], answer.placed[2]) == (1, 1)
    assert looked_for(answer) == []


def test_a_second_person_comes_for_the_second_role() -> None:
    only_one = suggest(evening(role("a lead", 1, 2)))
    assert sorted(only_one.placed[key] for key in (1, 2)) == [1, 2]
    both = suggest(evening(role("a lead", 1, 2), role("a funder", 1, 2)))
    assert [both.placed[key] for key in (1, 2)] == [1, 1]


def test_who_is_pinned_meets_one_role_only() -> None:
    answer = suggest(evening(role("a lead", 3, 1), role("a funder", 3, 1), pinned={3: 1}))
    assert answer.placed[1] == 1
    assert looked_for(answer) == []


def test_a_dearer_role_is_met_first() -> None:
    assert met((role("a lead", 1, points=10), role("a funder", 1, points=20)), (1,)) == [0, 1]


def test_an_organisation_is_there_beside_the_role_that_its_person_meets() -> None:
    house = Need(1, NeedKind.ORGANISATION, "Firm", frozenset({1}), 30.0)
    assert met((role("a lead", 1), house), (1,)) == [1, 1]


def test_a_suggestion_that_meets_one_role_more_says_which() -> None:
    needs = role("a lead", 1, 2), role("a lead", 1)
    told = [said for one in alternatives(evening(*needs)) for said in one.differs]
    assert any("looks for: a lead" in said for said in told)


PEOPLE = tuple(range(1, 6))
some = st.frozensets(st.sampled_from(PEOPLE), max_size=4)
needs_of_a_group = st.lists(
    st.builds(
        Need,
        st.integers(1, 2),
        st.just(NeedKind.ROLE),
        st.sampled_from(("a", "b", "c")),
        some,
        st.sampled_from((10.0, 40.0, 90.0)),
        st.integers(1, 2),
    ),
    max_size=4,
)


@SLOW
@given(needs_of_a_group, some)
def test_no_sharing_out_of_roles_loses_less(needs: list[Need], members: frozenset[int]) -> None:
    """Against trying each way to give everybody who is there one role, or none."""
    best = 0.0
    for way in product(range(-1, len(needs)), repeat=len(members)):
        given_to = list(zip(sorted(members), way, strict=True))
        if all(at < 0 or key in needs[at].people for key, at in given_to):
            points = (min(need.number, way.count(at)) for at, need in enumerate(needs))
            best = max(best, sum(n * need.points for n, need in zip(points, needs, strict=True)))
    found = met(needs, tuple(members))
    assert sum(n * need.points for n, need in zip(found, needs, strict=True)) == best
    assert sum(found) <= len(members)


@SLOW
@given(needs_of_a_group, st.dictionaries(st.sampled_from(PEOPLE), st.integers(1, 2), max_size=2))
def test_no_placement_is_better_where_roles_overlap(
    needs: list[Need], pinned: dict[int, int]
) -> None:
    folk = tuple(person(key, key % 2 + 1, 2 - key % 2) for key in PEOPLE)
    groups = Group(1, "A", 1, 4), Group(2, "B", 2, 4)
    problem = Problem(folk, groups, pinned=pinned, bonds=Bonds(needs=tuple(needs)))
    answer, plan = suggest(problem), make_plan(problem)
    assert plan.worth(answer.placed) == pytest.approx(best_by_trying_all(plan))
    assert answer.bound_gap == pytest.approx(0, abs=0.02)
