"""A name in another order, without its accents or with an initial is met again or asked about."""

from collections.abc import Sequence

import pytest

from kdc_desktop.domain.people.matching import match_people
from kdc_desktop.domain.people.roster import KnownPerson, RosterPerson
from kdc_desktop.domain.people.states import Answer, MatchState
from tests.domain.people.test_matching import applied, known_as, states

LIISA = KnownPerson("Liisa Mäki", organisation="Kala Oy", id=7)


@pytest.mark.parametrize("name", ["Mäki Liisa", "Mäki, Liisa", "MÄKI Liisa"])
def test_a_name_in_another_order_is_the_same_and_stays_as_it_is_known(name: str) -> None:
    for email in ("", "l@x.fi"):
        (match,) = match_people([RosterPerson(name, email, "Kala Oy")], [LIISA])
        assert (match.person_id, match.renames) == (7, False)
        assert match.state is (MatchState.CHANGED if email else MatchState.SAME)


@pytest.mark.parametrize("name", ["Liisa Maki", "Maki Liisa", "Liisa K. Mäki", "Liisa Maeki"])
def test_who_nearly_has_the_name_is_asked_about(name: str) -> None:
    for row in (
        RosterPerson(name, "l@x.fi"),
        RosterPerson(name, "l@x.fi", "Kala Oy"),
        RosterPerson(name, "", "Kala Oy"),
    ):
        (match,) = match_people([row], [LIISA])
        assert (match.state, match.person_id, match.offers) == ("asked", 7, tuple(Answer))
        assert match.sentence == (
            f"Liisa Mäki is known, which is nearly the same name: is {name} the same person, or"
            " somebody new?"
        )
        (same,) = match_people([row], [LIISA], {0: Answer.SAME})
        then = applied([same], [LIISA])
        assert [one.name for one in then] == [name]
        assert states([row], then) == ["same"], "which is not asked again"
    assert states([RosterPerson(name, organisation="City")], [LIISA]) == ["new"]


def test_of_several_with_nearly_the_name_an_address_must_tell_who_is_meant() -> None:
    known = [LIISA, KnownPerson("Liisa Mäki", "other@x.fi", "Kala Oy", id=8)]
    (match,) = match_people([RosterPerson("Liisa Maki", organisation="City")], known)
    assert match.state == "new"
    (match,) = match_people([RosterPerson("Liisa Maki")], known)
    assert match.offers == (Answer.NEW, Answer.LEAVE_OUT)
    assert match.sentence == (
        "Several people have nearly the name Liisa Maki: add the e-mail of the one who is meant."
    )


def test_a_list_with_both_spellings_tells_two_people_apart() -> None:
    both = [
        RosterPerson("Liisa Mäki", organisation="Kala Oy"),
        RosterPerson("Liisa Maki", "l@x.fi", "Kala Oy"),
    ]
    assert states(both, [LIISA]) == ["same", "new"]


NAMESAKES = [RosterPerson("Aino Laine", organisation=place) for place in ("A", "B", "C", "D", "")]
SHARED = [
    RosterPerson("Aino Laine", "aino@x.fi"),
    RosterPerson("Aino M. Laine", "aino@x.fi"),
    RosterPerson("Aino M. Laine", organisation="City"),
    RosterPerson("Aino M. Laine"),
]
AT_TWO = [
    RosterPerson("Aino Laine", "a@x.fi", "Kala Oy"),
    RosterPerson("Aino Laine", "b@x.fi"),
    RosterPerson("Aino Laine", organisation="City"),
]


@pytest.mark.parametrize("rows", [NAMESAKES, SHARED, AT_TWO, [*NAMESAKES, *AT_TWO, *SHARED]])
@pytest.mark.parametrize(
    "known",
    [
        [],
        NAMESAKES,
        [*NAMESAKES, RosterPerson("Aino Laine")],
        [RosterPerson("Aino Laine", "", "A")],
    ],
)
def test_namesakes_once_more_are_as_many_and_nobody_is_asked_about_twice(
    rows: Sequence[RosterPerson], known: Sequence[RosterPerson]
) -> None:
    before = [known_as(one, place + 1) for place, one in enumerate(known)]
    first = match_people(rows, before)
    again = states(rows, applied(first, before))
    assert again == ["same" if one.state.comes_in else one.state for one in first]


def test_an_answer_to_an_address_brings_it_to_whom_a_row_without_one_has_met() -> None:
    rows = [
        RosterPerson("Liisa Mäki", organisation="Kala Oy"),
        RosterPerson("Liisa Mäki", "l@x.fi"),
    ]
    first, second = match_people(rows, [LIISA])
    assert first.state == "same"
    assert second.sentence == (
        "Liisa Mäki of Kala Oy is known without an address: is it the same person, or somebody new?"
    )
    then = applied(match_people(rows, [LIISA], {1: Answer.SAME}), [LIISA])
    assert [(one.name, one.email) for one in then] == [("Liisa Mäki", "l@x.fi")]
    assert states(rows, then) == ["left_out", "same"]
