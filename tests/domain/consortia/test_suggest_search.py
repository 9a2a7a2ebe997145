"""How a search goes: what it tells on the way, how it ends, what its alternatives are."""

from threading import Event

import pytest

from kdc_desktop.domain.consortia.fitting import Group, Problem, Suggestion
from kdc_desktop.domain.consortia.suggest import alternatives
from kdc_desktop.domain.consortia.suggest_greedy import quick_placement
from kdc_desktop.domain.consortia.suggest_model import Model
from kdc_desktop.domain.consortia.suggest_plan import make_plan
from kdc_desktop.domain.consortia.suggest_solver import _Search, solve
from tests.domain.consortia.made_up import breaks, person
from tests.rooms.one_suggestion import suggest


def test_nobody_and_nothing_is_no_problem() -> None:
    assert suggest(Problem((), ())).placed == {}
    assert suggest(Problem((person(1, 1),), ())).waiting == (1,)


def test_a_cancelled_suggestion_still_keeps_the_limits() -> None:
    problem = evening()
    answer = suggest(problem, cancelled=lambda: True)
    assert not breaks(make_plan(problem), answer.placed)
    assert answer.bound_gap is None


def test_a_quick_answer_is_told_at_once_and_nothing_worse_after_it() -> None:
    told: list[tuple[Suggestion, ...]] = []
    answers = alternatives(evening(), found=told.append)
    assert len(told[0]) == 1
    assert told[-1] == answers
    plan = make_plan(evening())
    worths = [plan.worth(some[0].placed) for some in told]
    assert worths == sorted(worths)


def test_a_search_that_is_stopped_on_the_way_gives_what_it_has() -> None:
    told: list[tuple[Suggestion, ...]] = []
    answers = alternatives(evening(), cancelled=lambda: bool(told), found=told.append)
    assert answers == told[0]


def test_a_search_that_is_stopped_at_once_keeps_the_answers_before_it() -> None:
    before = alternatives(evening())
    last = [one.placed for one in before]
    again = alternatives(evening(), last=last, cancelled=lambda: True)
    assert [one.placed for one in again] == last


def test_no_time_at_all_still_gives_a_placement() -> None:
    problem = evening()
    assert not breaks(make_plan(problem), suggest(problem, seconds=0).placed)


def test_progress_rises_from_nothing_to_one_at_most() -> None:
    seen: list[float] = []
    suggest(evening(), progress=seen.append)
    assert seen == sorted(seen)
    assert all(0 <= done <= 1 for done in seen)


def test_alternatives_differ_and_come_best_first() -> None:
    problem = evening()
    found = alternatives(problem)
    scores = [one.score for one in found]
    assert len(found) == 3
    assert scores == sorted(scores, reverse=True)
    assert found[0].score == suggest(problem).score
    for one, other in ((0, 1), (0, 2), (1, 2)):
        moved = [
            key
            for key in range(1, 41)
            if found[one].placed.get(key) != found[other].placed.get(key)
        ]
        assert len(moved) >= 4
    assert all(not breaks(make_plan(problem), one.placed) for one in found)


def evening() -> Problem:
    folk = tuple(
        person(
            key,
            *dict.fromkeys((key % 3 + 1, key % 4 + 1, key % 5 % 4 + 1)),
            sector="CPATR"[key % 5],
            organisation=None if key % 5 == 4 else key % 11 + 1,
        )
        for key in range(1, 41)
    )
    groups = tuple(Group(key, f"W{key}", 5, 12, frozenset("CPATR")) for key in range(1, 5))
    return Problem(folk, groups)


def test_a_solver_that_does_not_stop_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    released = Event()
    monkeypatch.setattr(_Search, "_run", lambda _self: released.wait())
    answers = alternatives(evening(), seconds=60, cancelled=lambda: True)
    assert len(answers) == 1
    plan = make_plan(evening())
    solved = solve(Model(plan), None, 60, lambda: True, lambda _share: None)
    assert solved.placed is None
    released.set()


def test_what_a_solver_has_told_counts_where_it_does_not_end_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    released, plan = Event(), make_plan(evening())
    model = Model(plan)
    start = quick_placement(plan)
    values = model.counts(start)
    columns = [values.get(at, 0.0) for at in range(len(model.programme.cost))]

    def tell_and_hang(search: _Search) -> None:
        search._best = columns
        released.wait()

    monkeypatch.setattr(_Search, "_run", tell_and_hang)
    solved = solve(model, None, 0.1, lambda: False, lambda _share: None)
    released.set()
    assert solved.placed is not None
    assert plan.worth(solved.placed) == plan.worth(start)


def test_what_goes_wrong_in_the_solver_is_raised_where_it_was_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_search: _Search) -> None:
        raise OSError("The solver is not installed.")

    monkeypatch.setattr(_Search, "_run", fail)
    with pytest.raises(OSError, match="not installed"):
        solve(Model(make_plan(evening())), None, 60, lambda: False, lambda _share: None)


def test_what_goes_wrong_in_a_solver_that_was_told_to_stop_is_nobodys_matter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stop_badly(search: _Search) -> None:
        search.enough.wait()
        raise OSError("It was in the middle of something.")

    monkeypatch.setattr(_Search, "_run", stop_badly)
    solved = solve(Model(make_plan(evening())), None, 60, lambda: True, lambda _share: None)
    assert solved.placed is None


@pytest.mark.parametrize("people", range(1, 7))
@pytest.mark.parametrize("smallest", [1, 2, 3])
def test_every_alternative_for_a_few_people_places_somebody(people: int, smallest: int) -> None:
    groups = tuple(Group(key, f"W{key}", smallest, smallest + 2) for key in (1, 2))
    folk = tuple(person(key, 1 + key % 2) for key in range(1, people + 1))
    for problem in (Problem(folk, groups), Problem(folk, groups[:1])):
        best, *others = [one.placed for one in alternatives(problem, seconds=1.0)]
        assert all(others)
        assert len({tuple(sorted(placed.items())) for placed in (best, *others)}) == 1 + len(others)
