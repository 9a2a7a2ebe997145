"""Who sits with whom: the best there is in small rooms, proven in large ones, the same again."""

from collections.abc import Iterator
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.domain.seating.bounds import cost_at_least
from kdc_desktop.domain.seating.costs import AGAIN, OBSERVER, OFFER, between, wanted
from kdc_desktop.domain.seating.problem import (
    Matters,
    SeatingProblem,
    Sitter,
    Tables,
    sizes_for,
    tables_for,
)
from kdc_desktop.domain.seating.report import Measured, Report, Why, report_of
from kdc_desktop.domain.seating.solver import seat
from tests.domain.seating.made_up import people, room
from tests.examples import examples

START_UP, LARGE = OrganisationSize.START_UP, OrganisationSize.LARGE


def cost_of(problem: SeatingProblem, seated: Tables) -> int:
    """What a seating costs, counted pair by pair."""
    places = {one.person_id: at for at, one in enumerate(problem.people)}
    costs, helps = between(problem).tolist(), wanted(problem).tolist()
    shared: dict[tuple[int, int], int] = {}
    unseen = 0
    for table in (table for tables in seated for table in tables):
        for one, other in combinations(sorted(places[key] for key in table), 2):
            shared[one, other] = shared.get((one, other), 0) + 1
        sizes = {problem.people[places[key]].size for key in table}
        unseen += problem.matters.observers and START_UP in sizes and LARGE not in sizes
    pairs = sum(
        costs[one][other] * times + AGAIN * (times * (times - 1) // 2) - OFFER * helps[one][other]
        for (one, other), times in shared.items()
    )
    return int(pairs + OBSERVER * unseen)


def every_round(
    ids: tuple[int, ...], sizes: tuple[int, ...]
) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every way to seat people at tables of these sizes."""
    if not sizes:
        yield ()
        return
    for table in combinations(ids, sizes[0]):
        left = tuple(one for one in ids if one not in table)
        for rest in every_round(left, sizes[1:]):
            yield (table, *rest)


def best_cost(problem: SeatingProblem) -> int:
    """The least that any seating costs, by trying all of them."""
    ids = tuple(one.person_id for one in problem.people)
    allowed = [
        [
            tables
            for tables in every_round(ids, problem.sizes)
            if all(
                key in tables[at] for (where, key), at in problem.pinned.items() if where == number
            )
        ]
        for number in range(problem.rounds)
    ]
    return min(cost_of(problem, seated) for seated in product(*allowed))


@settings(max_examples=examples(25), deadline=None)
@given(
    st.integers(2, 7),
    st.integers(1, 3),
    st.integers(1, 2),
    st.integers(0, 10_000),
)
def test_a_small_room_is_seated_as_well_as_trying_everything_would(
    count: int, tables: int, rounds: int, seed: int
) -> None:
    problem = room(count, min(tables, count), rounds, seed)
    rng = Random(seed)
    if rng.random() < 0.5:
        key = rng.randint(1, count)
        problem = problem._replace(pinned={(0, key): rng.randrange(len(problem.sizes))})
    if rng.random() < 0.5:
        problem = problem._replace(apart={(1, 2)})
    best = best_cost(problem)
    assert cost_of(problem, seat(problem)) == best
    assert cost_at_least(problem) <= best


@settings(max_examples=examples(30), deadline=None)
@given(
    st.integers(0, 60),
    st.integers(1, 12),
    st.integers(1, 4),
    st.integers(0, 1000),
)
def test_nobody_sits_twice_and_nobody_is_forgotten(
    count: int, tables: int, rounds: int, seed: int
) -> None:
    problem = room(count, min(tables, max(1, count)), rounds, seed)
    seated = seat(problem)
    assert len(seated) == rounds
    for round_ in seated:
        assert tuple(len(table) for table in round_) == problem.sizes
        assert sorted(key for table in round_ for key in table) == list(range(1, count + 1))
    assert max(problem.sizes) - min(problem.sizes) <= 1


@settings(max_examples=examples(25), deadline=None)
@given(
    st.integers(2, 6),
    st.integers(1, 3),
    st.integers(1, 2),
    st.sets(st.tuples(st.integers(1, 3), st.integers(4, 6)), max_size=4),
    st.integers(0, 10_000),
)
def test_what_is_said_to_be_proven_is_bettered_by_no_seating(
    count: int, tables: int, rounds: int, apart: set[tuple[int, int]], seed: int
) -> None:
    problem = room(count, min(tables, count), rounds, seed)._replace(apart={(1, 2), *apart})
    found = report_of(problem, seat(problem))
    each = list(every_round(tuple(range(1, count + 1)), problem.sizes))
    others = [report_of(problem, seated) for seated in product(each, repeat=rounds)]
    like = [one for one in others if bool(one.too_close) <= bool(found.too_close)]
    assert found.again.best <= min(one.again.reached for one in like)
    assert found.known.best <= min(one.known.reached for one in like)
    assert found.alike.best <= min(one.alike.reached for one in like)
    assert found.unobserved.best <= min(one.unobserved.reached for one in like)
    assert found.sectors.best >= max(one.sectors.reached for one in like)


def test_three_and_one_of_a_sector_are_not_spread_as_evenly_as_they_can_be() -> None:
    two = (Sitter(1, "C"), Sitter(2, "C"), Sitter(3, "C"), Sitter(4, "C"))
    problem = SeatingProblem((*two, *(Sitter(key, "R") for key in range(5, 9))), (4, 4))
    assert _report(problem).alike == Measured(4, 4)
    found = report_of(problem, (((1, 2, 3, 5), (4, 6, 7, 8)),))
    assert (found.alike, found.sectors) == (Measured(6, 4), Measured(4, 4))


def test_who_sat_together_tonight_does_so_no_more_also_where_it_does_not_matter_who_has_met() -> (
    None
):
    problem = room(20, 4, 1)._replace(matters=Matters(met=False))
    (first,) = seat(problem)
    tonight = {pair: 1 for table in first for pair in combinations(sorted(table), 2)}
    (second,) = seat(problem._replace(tonight=tonight))
    again = sum(pair in tonight for table in second for pair in combinations(sorted(table), 2))
    assert again <= 4  # of 40: five sit at each of four tables


def test_the_same_seed_gives_the_same_tables_and_another_one_others() -> None:
    problem = room(60, 8, 2)
    assert seat(problem) == seat(problem)
    assert seat(problem) != seat(problem._replace(seed=2))


def test_who_is_pinned_stays_at_their_table() -> None:
    pinned = {(0, 5): 3, (1, 5): 2, (0, 9): 3}
    seated = seat(room(40, 5, 2)._replace(pinned=pinned))
    assert all(key in seated[number][table] for (number, key), table in pinned.items())


def test_who_is_kept_apart_never_shares_a_table() -> None:
    apart = {(1, 2), (1, 3), (2, 3), (4, 5)}
    problem = room(30, 4, 3)._replace(apart=apart)
    assert report_of(problem, seat(problem)).too_close == ()


def test_three_hundred_meet_nobody_twice_in_four_rounds_which_is_proven() -> None:
    problem = room(300, 40, 4)
    found = report_of(problem, seat(problem))
    assert found.again == Measured(0, 0)


@pytest.mark.parametrize(("count", "rounds"), [(8, 7), (6, 5), (20, 6)])
def test_in_a_speed_round_everybody_meets_another_one_each_time(count: int, rounds: int) -> None:
    problem = SeatingProblem(people(count), (2,) * (count // 2), rounds)
    assert report_of(problem, seat(problem)).again == Measured(0, 0)


@pytest.mark.parametrize(
    ("count", "sizes", "rounds", "again"),
    [(4, (2, 2), 4, 2), (4, (4,), 3, 12), (5, (3, 2), 2, 1)],
)
def test_where_people_are_too_few_the_bound_says_how_often_they_meet_again(
    count: int, sizes: tuple[int, ...], rounds: int, again: int
) -> None:
    few = SeatingProblem(people(count), sizes, rounds, matters=Matters(met=False, sectors=False))
    assert report_of(few, seat(few)).again == Measured(again, again)


def _report(problem: SeatingProblem) -> Report:
    return report_of(problem, seat(problem))


def test_a_room_of_one_sector_is_seated_too() -> None:
    problem = SeatingProblem(tuple(Sitter(key, "R") for key in range(1, 31)), sizes_for(30, 4))
    found = _report(problem)
    assert (found.sectors, found.known) == (Measured(4, 4), Measured(0, 0))


def test_two_people_share_the_one_table() -> None:
    problem = SeatingProblem(people(2), sizes_for(2, tables_for(2, 8)), apart={(1, 2)})
    assert seat(problem) == (((1, 2),),)
    assert _report(problem).too_close == ((1, 2),)


def test_nobody_at_all_needs_no_seat() -> None:
    assert seat(SeatingProblem((), (0,), 2)) == (((),), ((),))


def test_299_of_one_organisation_and_one_guest_are_spread_as_far_as_they_can_be() -> None:
    of_one = tuple(Sitter(key, "C", 1) for key in range(1, 300))
    problem = SeatingProblem((*of_one, Sitter(300, "R")), sizes_for(300, 40))
    found = _report(problem)
    assert found.alike.is_best
    assert found.sectors == Measured(41, 41)


def test_who_has_met_everybody_is_told_that_it_cannot_be_otherwise() -> None:
    met = dict.fromkeys(combinations(range(1, 25), 2), 1)
    found = _report(SeatingProblem(people(24), sizes_for(24, 4), 2, met))
    assert found.known == Measured(120, 120)


def test_each_start_up_has_an_observer_while_there_are_enough() -> None:
    new = tuple(Sitter(key, "C", key, None, START_UP) for key in range(1, 9))
    large = tuple(Sitter(key, "C", key, None, LARGE) for key in range(9, 13))
    rest = tuple(Sitter(key, "R") for key in range(13, 25))
    problem = SeatingProblem((*new, *large, *rest), sizes_for(24, 4))
    assert _report(problem).unobserved == Measured(0, 0)
    without = SeatingProblem((*new, *rest), sizes_for(20, 4))
    assert _report(without).unobserved == Measured(2, 2)


def test_who_can_help_each_other_sits_together_once_and_why_not_is_told() -> None:
    alike = tuple(Sitter(key, "R") for key in range(1, 17))
    problem = SeatingProblem(
        alike,
        sizes_for(16, 4),
        together={(1, 2), (3, 4), (5, 6)},
        apart={(3, 4)},
        pinned={(0, 5): 0, (0, 6): 1},
    )
    found = _report(problem)
    assert found.helped == ((1, 2),)
    assert found.unhelped == (((3, 4), Why.APART), ((5, 6), Why.PINNED))


def test_a_search_that_is_cancelled_has_seated_everybody_all_the_same() -> None:
    shares: list[float] = []
    seated = seat(room(60, 8, 2), lambda: True, shares.append)
    assert sorted(key for table in seated[0] for key in table) == list(range(1, 61))


def test_tables_differ_by_one_seat_and_nobody_sits_alone() -> None:
    assert sizes_for(30, 4) == (8, 8, 7, 7)
    assert sizes_for(10, 4, (5, 0, 0, 0)) == (5, 2, 2, 1)
    assert [tables_for(count, 8) for count in (1, 2, 8, 9, 30)] == [1, 1, 1, 2, 4]
    assert [tables_for(count, 2) for count in (2, 3, 7)] == [1, 1, 3]
