"""A club says what all its evenings are for, and how much of what."""

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.programme import programme, set_programme
from kdc_desktop.services.sessions.templates import templates
from tests.rooms.empty_club import STARTS

GOAL = "One more hour a day for everybody"


def known(database, session_id=None):
    row = programme(database, session_id)
    assert row is not None
    return row


def planned(database, **more):
    return planning.plan_session(database, "Spring", STARTS, templates()[0], **more)


def test_a_club_has_no_programme_until_its_goal_is_said(database):
    assert programme(database) is None
    key = set_programme(database, goal=f" {GOAL} ", target=60, unit="minutes a day")
    row = known(database)
    assert tuple(row) == (key, "club", GOAL, 60, "minutes a day", None)
    assert row.measure == "60 minutes a day"
    assert row.told == f"{GOAL} – 60 minutes a day"


def test_a_target_for_each_of_so_many_people_comes_to_that_many_times_as_much(database):
    set_programme(database, goal=GOAL, target=60, unit="minutes a day", people=1000)
    assert (known(database).people, known(database).whole) == (1000, 60_000)
    set_programme(database, goal=GOAL, target=60, unit="minutes a day")
    assert (known(database).people, known(database).whole) == (None, None)


def test_a_goal_without_a_target_is_only_said(database):
    set_programme(database, goal=GOAL)
    assert known(database).told == GOAL
    set_programme(database, goal="", target=60, unit="minutes a day")
    assert known(database).told == "60 minutes a day"


def test_a_changed_goal_is_taken_back_by_one_undo(database):
    set_programme(database, goal=GOAL, target=60, unit="minutes a day")
    set_programme(database, goal="Two", target=120, unit="minutes a day", name="KDC")
    assert known(database).name == "KDC"
    database.undo()
    assert known(database)[1:] == ("club", GOAL, 60, "minutes a day", None)
    database.undo()
    assert programme(database) is None


def test_a_session_without_a_programme_belongs_to_that_of_the_club(database):
    for _each in range(2):
        planned(database, programme="KDC")
    other, alone = planned(database, programme="Other"), planned(database)
    assert known(database).name == "KDC"
    assert known(database, alone).name == "KDC"
    assert known(database, other).name == "Other"


def test_the_goal_goes_to_the_programme_that_most_sessions_name(database):
    planned(database, programme="KDC")
    set_programme(database, goal=GOAL)
    assert known(database)[1:3] == ("KDC", GOAL)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"target": 60}, "Say what the number counts, such as “minutes a day”."),
        ({"unit": "minutes"}, "Say how many minutes you want, or leave the unit empty."),
        ({"target": 0, "unit": "minutes"}, "Choose a number from 1 to 1,000,000."),
        ({"target": 10**7, "unit": "minutes"}, "Choose a number from 1 to 1,000,000."),
        ({"people": 9}, "Say how much each of these people should have, or leave them out."),
        ({"target": 1, "unit": "hour", "people": 0}, "Choose from 1 to 1,000,000 people."),
        ({"name": "x" * 201}, "Shorten the name to 200 characters; it has 201."),
        ({"goal": "x" * 5001}, "Shorten the goal to 5,000 characters; it has 5,001."),
    ],
)
def test_what_cannot_be_kept_is_a_sentence(database, wrong, sentence):
    with pytest.raises(UserError) as refused:
        set_programme(database, **{"goal": GOAL, **wrong})
    assert str(refused.value) == sentence
    assert programme(database) is None
