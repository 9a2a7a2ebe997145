"""Namesakes of one organisation without an address, whom only their other cells tell apart."""

from dataclasses import replace

import pytest

from kdc_desktop.domain.people.matching import match_people
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.states import Answer
from tests.domain.people.test_matching import applied, states

MATTI = RosterPerson("Matti Virtanen", "", "Kone", "Harbour", phone="+358 40 111 1111")


ENGINEER = replace(MATTI, job_title="Engineer", badge="101")


@pytest.mark.parametrize(
    "namesake",
    [
        replace(ENGINEER, department="Schools"),
        replace(ENGINEER, phone="+358 40 222 2222"),
        replace(ENGINEER, job_title="Lawyer"),
        replace(ENGINEER, badge="102"),
    ],
)
def test_namesakes_whom_a_cell_tells_apart_are_asked_about(namesake: RosterPerson) -> None:
    rows = [ENGINEER, namesake]
    one, other = match_people(rows, [], numbers=[2, 3])
    assert (one.state, other.state, other.offers) == ("new", "asked", tuple(Answer))
    assert other.sentence == (
        "Matti Virtanen has the name of row 2, but another department, job title, phone or badge"
        " code: is it the same person, or somebody new?"
    )
    (known,) = applied(match_people(rows, [], {1: Answer.SAME}), [])
    assert states(rows[1:], [known]) == ["same"]
    both = applied(match_people(rows, [], {1: Answer.NEW}), [])
    assert len(both) == 2
    assert states(rows, both) == states(rows[::-1], both) == ["same", "same"]


def test_what_does_not_contradict_is_one_person() -> None:
    again = replace(MATTI, department="", phone="040 1111111", job_title="Engineer")
    assert states([MATTI, again], []) == ["left_out", "new"]


def test_of_namesakes_the_one_who_is_known_is_met_wherever_the_row_stands() -> None:
    other = replace(MATTI, department="Schools")
    known = applied(match_people([MATTI], []), [])
    assert states([other, MATTI], known) == ["asked", "same"]
    assert states([MATTI, other], known) == ["same", "asked"]
