"""What the rows of the ledger come to, at each asking and on the way."""

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.ledger_sums import ColumnSum, Middle, column_sums, courses
from kdc_desktop.domain.visions.positions import Trend
from tests.domain.visions.ledgers import asked, joined, left, member, rows

ONE, TWO, THREE = member(1), member(2), member(3, sector="R")


def test_who_was_asked_and_said_nothing_counts_among_those_who_were_asked() -> None:
    columns = [asked(0), asked(10)]
    found = rows(columns, {ONE: "7 4", TWO: "5 .", THREE: "2 5"})
    assert column_sums(columns, found) == (
        ColumnSum(3, 3, 2, Middle(5, 2, 7, 3)),
        ColumnSum(3, 2, 2, Middle(4, 4, 5, 2)),
    )


def test_the_agreed_level_is_that_of_the_asking() -> None:
    columns = [asked(0, level=7), asked(10, level=4)]
    found = rows(columns, {ONE: "6 6"})
    assert [one.agreed for one in column_sums(columns, found)] == [0, 1]


def test_observers_and_who_had_left_or_not_joined_are_not_counted() -> None:
    columns = [asked(0)]
    observer = member(4, role=MemberRole.OBSERVER)
    found = rows(columns, {ONE: "6", joined(TWO, 5): ".", left(THREE, -1): ".", observer: "."})
    assert column_sums(columns, found)[0].asked == 1


def test_while_an_answer_is_hidden_nothing_is_told_of_the_others_either() -> None:
    columns = [asked(0, is_open=True)]
    found = rows(columns, {ONE: "6", TWO: "2"}, hidden=[0])
    assert column_sums(columns, found) == (ColumnSum(2, 2, None, None),)


def test_all_together_come_first_and_then_the_sectors() -> None:
    columns = [asked(0), asked(10)]
    found = rows(columns, {ONE: "7 6", TWO: "5 6", THREE: "2 5"})
    ways = courses(columns, found)
    assert [one.letter for one in ways] == ["", "C", "R"]
    assert [(one.trend, one.spread, one.spread_before) for one in ways] == [
        (Trend.RISING, 1, 5),
        (Trend.STEADY, 0, 2),
        (Trend.RISING, 0, 0),
    ]


def test_who_joins_or_leaves_moves_nothing() -> None:
    columns = [asked(0), asked(10)]
    found = rows(columns, {ONE: "6 6", left(TWO, 5): "8 .", joined(THREE, 5): ". 1"})
    whole = courses(columns, found)[0]
    assert whole.trend is Trend.STEADY
    assert whole.points == (Middle(6, 6, 8, 2), Middle(1, 1, 6, 2))


def test_an_answer_that_stands_is_on_the_way_too() -> None:
    columns = [asked(0), asked(10, by_phone=True)]
    found = rows(columns, {ONE: "6 .", TWO: "4 7"})
    assert courses(columns, found)[0].points[1] == Middle(6, 6, 7, 2)


def test_across_scales_nothing_is_reckoned() -> None:
    columns = [asked(0, scale="fist5", level=3), asked(10)]
    found = rows(columns, {ONE: "5 6", TWO: "5 ."})
    whole = courses(columns, found)[0]
    assert (whole.trend, whole.spread, whole.spread_before) == (Trend.STEADY, 0, None)
    assert whole.points[1] == Middle(6, 6, 6, 1)


def test_where_nobody_answered_the_way_is_silent() -> None:
    columns = [asked(0)]
    whole = courses(columns, rows(columns, {ONE: "."}))[0]
    assert (whole.trend, whole.spread, whole.points) == (Trend.SILENT, None, (None,))
