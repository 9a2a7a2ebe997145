from kdc_desktop.domain.consortia.effects import MoveEffect, move_effect
from kdc_desktop.domain.consortia.fitting import Candidate, Gap, Group, Problem, gaps

YARD = Group(1, "Yard bikes", 4, 6, frozenset("CR"))
PERMITS = Group(2, "Five-day permits", 2, 3, frozenset("PR"))


def company(person_id: int, *choices: int, organisation_id: int = 7) -> Candidate:
    name = f"Delegate {person_id}"
    return Candidate(person_id, name, "C", organisation_id, "Harbour Mobility", choices)


def resident(person_id: int, *choices: int, name: str = "Eero") -> Candidate:
    return Candidate(person_id, name, "R", None, "", choices)


def test_a_missing_sector_is_named_with_those_to_ask() -> None:
    everyone = [resident(key, 2, 1) for key in range(10, 15)]
    members = [company(key, 1) for key in range(4)]
    assert gaps(YARD, members, [*members, *everyone]) == (
        Gap(
            "No resident is in. 5 residents chose this second: ask them.",
            "R",
            1,
            (10, 11, 12, 13, 14),
        ),
    )


def test_those_who_wished_it_most_are_asked_first() -> None:
    everyone = [resident(10, 2, 1), resident(11, 1)]
    members = [company(key, 1) for key in range(4)]
    assert gaps(YARD, members, everyone)[0].sentence == (
        "No resident is in. 1 resident chose this first: ask them."
    )


def test_a_missing_sector_that_nobody_wished_is_only_named() -> None:
    members = [resident(key) for key in range(3)]
    assert [gap.sentence for gap in gaps(PERMITS, members)] == ["No city department is in."]


def test_too_few_and_too_many_people_are_counted() -> None:
    two = [company(1), resident(2)]
    assert gaps(YARD, two) == (Gap("2 people short of 4.", people=2),)
    seven = [company(1), *(resident(key) for key in range(2, 8))]
    assert gaps(YARD, seven) == (Gap("1 person over the limit of 6.", people=-1),)


def test_a_complete_consortium_has_no_gap() -> None:
    assert gaps(YARD, [company(1), *(resident(key) for key in range(2, 5))]) == ()


def test_a_sector_of_the_clubs_own_is_named_too() -> None:
    assert gaps(Group(1, "One ticket", 0, 5, frozenset("X")), []) == (Gap("No X is in.", "X"),)


def test_a_move_says_what_both_consortia_and_the_person_get() -> None:
    eero = resident(1, 1, 2)
    folk = (eero, resident(2, 2), *(company(key, 1) for key in range(3, 7)), resident(8, 1))
    placed = {1: 1, 2: 2, 3: 1, 4: 1, 5: 1, 6: 1, 8: 1}
    assert move_effect(Problem(folk, (YARD, PERMITS)), placed, 1, 2) == MoveEffect(
        ("Five-day permits gains its second resident.", "Yard bikes keeps five."),
        "Eero gets their 2nd wish instead of their 1st.",
    )


def test_a_move_warns_of_what_it_breaks() -> None:
    folk = (resident(1, 1), *(company(key, 2) for key in range(3, 6)), company(2, 1))
    placed = {1: 1, 2: 1, 3: 2, 4: 2, 5: 2}
    problem = Problem(folk, (YARD, PERMITS))
    assert move_effect(problem, placed, 2, 2) == MoveEffect(
        (
            "Five-day permits gains its fourth company delegate.",
            "Five-day permits would have 4 people, its limit is 3.",
            "Five-day permits would have 4 from Harbour Mobility, the limit is 3.",
            "Yard bikes keeps one.",
            "Yard bikes loses its only company delegate.",
            "Yard bikes is then 3 people short of its smallest size.",
        ),
        "Delegate 2 did not wish this, and leaves their 1st wish.",
    )


def test_sending_somebody_to_wait_says_so() -> None:
    problem = Problem((resident(1, 2),), (YARD, Group(2, "One ticket", 0, 3)))
    assert move_effect(problem, {1: 2}, 1, None) == MoveEffect(
        ("One ticket keeps none.",), "Eero waits."
    )
    assert move_effect(problem, {}, 1, 2) == MoveEffect(
        ("One ticket gains its first resident.",), "Eero gets their 1st wish."
    )


def test_a_move_to_where_one_is_changes_nothing() -> None:
    assert move_effect(Problem((resident(1, 2),), (YARD, PERMITS)), {1: 2}, 1, 2) is None
