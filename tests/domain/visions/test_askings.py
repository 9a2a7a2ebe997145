"""What an asking is known by."""

from datetime import timedelta

import pytest

from kdc_desktop.domain.visions.askings import (
    AskedOnce,
    asked_once,
    is_of_calls,
    revealed_together,
)
from tests.rooms.consortium_room import EVENING

LATER = EVENING + timedelta(days=2)


def test_of_before_each_version_was_asked_about_once_from_its_first_answer_to_its_last() -> None:
    answers = [(7, None, LATER), (7, None, EVENING), (8, None, LATER), (8, 3, EVENING)]
    assert asked_once(answers) == [AskedOnce(7, EVENING, LATER), AskedOnce(8, LATER, LATER)]


@pytest.mark.parametrize("now", [EVENING - timedelta(days=1), EVENING, LATER])
def test_what_was_asked_of_all_is_never_taken_for_a_call(now) -> None:
    """Also where it is revealed at once, or by a clock that has gone back."""
    assert not is_of_calls(None, EVENING, revealed_together(EVENING, now))


def test_what_is_revealed_as_it_comes_in_between_evenings_came_by_calls() -> None:
    assert is_of_calls(None, EVENING, EVENING)
    assert not is_of_calls(1, EVENING, EVENING), "it was asked in a session"
    assert not is_of_calls(None, EVENING, None), "it is open"
