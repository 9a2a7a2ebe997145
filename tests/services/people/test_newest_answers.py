"""Who answered a form several times comes, or not, as they answered last."""

import pytest

from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.states import Answer
from kdc_desktop.services.attendance import questions
from kdc_desktop.services.attendance.importing import import_and_register
from tests.rooms.empty_club import plan_evening, roster
from tests.rooms.known_people import previewed

HEADER = "Timestamp,Name,E-mail,Status"
YES = "2026-03-13 09:00,Ann,a@x.fi,Attending"
LATER = "2026-03-14 09:00,Ann,a@x.fi,"
UNTIMED = ("Name,E-mail,Status", "Ann,a@x.fi,Attending", "Ann,a@x.fi,Cancelled")


def states(database, sheet, **choices) -> list[str]:
    return [row.state for row in previewed(database, sheet, ImportChoices(**choices)).rows]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((YES, LATER + "Cancelled"), ["left_out", "left_out"]),
        ((LATER + "Cancelled", YES), ["left_out", "left_out"]),
        ((LATER + "maybe", YES), ["asked", "left_out"]),
        ((YES.replace("Attending", "maybe"), LATER + "Attending"), ["left_out", "new"]),
        ((YES.replace("Attending", "Cancelled"), LATER + "Attending"), ["left_out", "new"]),
        (
            (
                YES.replace("09:00", "10:30:00+03:00"),
                YES.replace("09:00", "09:00:00Z").replace("Attending", "Cancelled"),
            ),
            ["left_out", "left_out"],
        ),
    ],
)
def test_a_later_answer_counts_also_where_it_says_no_or_maybe(database, tmp_path, rows, expected):
    assert states(database, roster(tmp_path, HEADER, *rows)) == expected


def test_a_yes_and_a_no_of_which_no_time_tells_the_newer_are_asked_about(database, tmp_path):
    sheet = roster(tmp_path, *UNTIMED)
    asked, _left = previewed(database, sheet).rows
    assert asked.sentence == "Row 3 says that Ann is not coming: take them in, or leave them out?"
    assert states(database, sheet, answers={2: Answer.NEW}) == ["new", "left_out"]
    assert states(database, sheet, answers={2: Answer.LEAVE_OUT}) == ["left_out", "left_out"]
    for answer in asked.offers:
        rows = previewed(database, sheet, ImportChoices(answers={2: answer})).rows
        assert rows[0].offers == asked.offers, "which can be answered otherwise"


def test_a_row_that_somebody_says_is_another_person_is_not_replaced(database, tmp_path):
    sheet = roster(tmp_path, HEADER, YES, LATER + "Cancelled")
    first, second = previewed(database, sheet, ImportChoices(answers={2: Answer.NEW})).rows
    assert (first.state, second.state) == ("new", "left_out")
    assert first.offers == (Answer.SAME, Answer.NEW)


def test_a_row_that_is_not_taken_over_replaces_none(database, tmp_path):
    sheet = roster(tmp_path, HEADER, YES, LATER + "Cancelled")
    assert states(database, sheet, unticked=frozenset({3})) == ["new", "left_out"]
    untimed = roster(tmp_path, *UNTIMED)
    assert states(database, untimed, include_cancelled=True) == ["left_out", "new"]


def test_who_has_cancelled_since_an_earlier_import_is_taken_off_the_list(database, tmp_path):
    evening = plan_evening(database)
    first = previewed(database, roster(tmp_path, HEADER, YES), session_id=evening)
    import_and_register(database, first, evening)
    sheet = roster(tmp_path, HEADER, YES, LATER + "Cancelled")
    preview = previewed(database, sheet, session_id=evening)
    import_and_register(database, preview, evening)
    assert [row.leaves for row in preview.rows] == [None, True]
    assert questions.attendances(database, evening) == []
