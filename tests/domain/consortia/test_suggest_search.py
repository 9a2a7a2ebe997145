from kdc_desktop.domain.consortia.fitting import Group, Problem, Suggestion
from kdc_desktop.domain.consortia.suggest import alternatives
from kdc_desktop.domain.consortia.suggest_plan import make_plan
from tests.domain.consortia.made_up import breaks, person
from tests.rooms.one_suggestion import suggest


def test_nobody_and_nothing_is_no_problem() -> None:
    assert suggest(Problem((), ())).placed == {}
    assert suggest(Problem((person(1, 1),), ())).waiting == (1,)


def test_a_cancelled_suggestion_still_keeps_the_limits() -> None:
    problem = evening()
    answer = suggest(problem, cancelled=lambda: True)
    assert not breaks(make_plan(problem), answer.placed)
    assert answer.bound_gap > 0


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
