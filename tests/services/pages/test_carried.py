"""Who says nothing when it is asked again is not counted as if it had spoken."""

import pytest

from kdc_desktop.domain.pages.kinds import BY_KEY
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import take_position
from tests.rooms.page_words import words_in
from tests.services.pages.test_as_it_was import over

__all__ = ["over"]


@pytest.fixture
def asked_again(over):
    """The version of the first evening is asked about in a second one; one member is silent."""
    evening, at = over
    database = at(91)
    take_up(database, 2, evening.consortium_id)
    asked = open_asking(database, evening.consortium_id, 2)
    answered = [one for one in evening.members if one != evening.members[5]]
    for place, member_id in enumerate(answered):
        take_position(database, evening.versions[1], member_id, 8 if place else 5)
    reveal(at(91.1), asked)
    return evening, at(91.2)


def told(database, key: str) -> str:
    return "\n".join(words_in(make_pages(database, BY_KEY[key], 2)))


@pytest.mark.parametrize("key", ["outcome", "minutes", "charter"])
def test_an_answer_of_before_is_told_with_its_day(asked_again, key) -> None:
    _evening, database = asked_again
    words = told(database, key)
    assert "1 of the answers is from before, as its member gave none when asked last: " in words
    assert "North Insurance, 03.11.2026" in words


@pytest.mark.parametrize("key", ["outcome", "minutes"])
def test_each_page_says_who_was_asked_and_gave_no_answer(asked_again, key) -> None:
    _evening, database = asked_again
    words = told(database, key)
    assert "No answer came from: North Insurance." in words
    assert "North Insurance, as it said on 03.11.2026" in words


def test_only_a_fall_that_is_told_elsewhere_is_called_one(asked_again) -> None:
    _evening, database = asked_again
    words = told(database, "outcome")
    (line,) = [one for one in words.splitlines() if "levels or more" in one]
    assert "below before" not in line
    assert "2 levels or more above before: Harbour Mobility, 2 to 5; City, Transport, 3 to" in line


def test_who_has_left_stands_apart_from_those_who_count(asked_again) -> None:
    evening, database = asked_again
    leave(database, evening.members[0])
    (line,) = [
        one for one in told(database, "minutes").splitlines() if one.startswith("Have left, and")
    ]
    assert "Harbour Mobility" in line
