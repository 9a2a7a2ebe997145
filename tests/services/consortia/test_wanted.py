"""What is usually asked of a suggestion."""

from kdc_desktop.domain.consortia.fitting import Candidate, Group, Problem
from kdc_desktop.services.consortia.wanted import usual_wanted
from tests.rooms.one_suggestion import suggest


def test_people_without_wishes_all_find_a_seat_in_what_is_usual() -> None:
    folk = tuple(Candidate(key, f"P{key}", "R", 1 + key % 60) for key in range(1, 1_201))
    usual = usual_wanted(folk, 3)
    groups = tuple(Group(key, f"Idea {key}", usual.smallest, usual.largest) for key in (1, 2, 3))
    answer = suggest(Problem(folk, groups, usual.per_organisation))
    assert (len(answer.placed), answer.could_not) == (1_200, ())
