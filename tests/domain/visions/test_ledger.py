"""The ledger: a row a member, a column an asking, and in each cell what was answered or why not."""

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.ledger import (
    AnswerAt,
    LedgerCellKind,
    LedgerMaterial,
    LedgerSpan,
    ledger_rows,
)
from tests.domain.visions.ledgers import asked, day, joined, kinds, left, member, rows

ONE, TWO = member(1), member(2)


def test_an_answer_stands_through_a_call_in_which_nobody_asked() -> None:
    columns = [asked(0), asked(10, by_phone=True)]
    first, second = rows(columns, {ONE: "7 .", TWO: ". 6"})
    assert kinds(first) == ["answer", "stands"]
    stands = first.cells[1]
    assert (stands.given, stands.answer and stands.answer.level) == (None, 7)
    assert kinds(second) == ["unanswered", "answer"]


def test_who_never_answered_is_not_asked_by_a_call() -> None:
    (row,) = rows([asked(0, by_phone=True)], {ONE: "."})
    assert kinds(row) == ["not asked"]


def test_while_an_asking_is_open_who_is_silent_has_not_answered_yet() -> None:
    first, second = rows([asked(0, is_open=True)], {ONE: "4", TWO: "."})
    assert (kinds(first), kinds(second)) == (["answer"], ["not yet"])


def test_what_is_hidden_is_answered_and_tells_no_level() -> None:
    columns = [asked(0), asked(10, is_open=True)]
    (row,) = rows(columns, {ONE: "6 3"}, hidden=[10])
    assert kinds(row) == ["answer", "hidden"]
    assert row.last_answer is not None
    assert row.last_answer.level == 6
    assert row.cells[1].answer is row.cells[0].answer


def test_absent_is_who_nobody_spoke_for_where_it_is_known_who_was_there() -> None:
    columns = [asked(0), asked(10), asked(20)]
    first, second = rows(columns, {ONE: "7 . .", TWO: "7 . ."}, present={10: [1], 20: []})
    assert kinds(first) == ["answer", "unanswered", "absent"]
    assert kinds(second) == ["answer", "absent", "absent"]


def test_before_it_joined_a_member_has_one_span() -> None:
    columns = [asked(0), asked(10), asked(20)]
    (row,) = rows(columns, {joined(ONE, 15): ". . 5"})
    assert kinds(row) == ["not joined", "not joined", "answer"]
    assert row.spans == (LedgerSpan(LedgerCellKind.NOT_JOINED, 0, 1),)
    assert (row.span_at(1), row.span_at(2)) == (row.spans[0], None)


def test_who_joins_while_an_asking_is_open_is_asked() -> None:
    (row,) = rows([asked(0, is_open=True)], {joined(ONE, 5): "."})
    assert kinds(row) == ["not yet"]


def test_who_left_and_came_back_has_a_span_between() -> None:
    columns = [asked(0), asked(10), asked(20), asked(30)]
    (row,) = rows(columns, {left(ONE, 5, back=25, heir="Member 2"): "7 . . 6"})
    assert kinds(row) == ["answer", "left", "left", "answer"]
    (span,) = row.spans
    assert (span.first, span.last, span.away and span.away.handed_to) == (1, 2, "Member 2")


def test_who_left_twice_has_two_spans() -> None:
    columns = [asked(0), asked(10), asked(20)]
    (row,) = rows(columns, {left(left(ONE, 5, back=15), 16): "7 . ."})
    assert kinds(row) == ["answer", "left", "left"]
    assert [(span.first, span.last) for span in row.spans] == [(1, 1), (2, 2)]


def test_an_answer_is_shown_whatever_the_member_is_now() -> None:
    observer = member(1, role=MemberRole.OBSERVER)
    (row,) = rows([asked(0), asked(10)], {observer: "7 ."})
    assert kinds(row) == ["answer", "observes"]


def test_of_two_answers_to_one_asking_the_later_stands_and_both_are_kept() -> None:
    column = asked(0)
    answers = tuple(
        AnswerAt(key, 1, 0, level, day(0), is_hidden=False) for key, level in ((2, 3), (1, 7))
    )
    (row,) = ledger_rows(LedgerMaterial((column,), (ONE,), answers, {}), day(5))
    assert row.cells[0].answer == answers[0]
    assert row.cells[0].earlier == (answers[1],)


def test_the_lead_stands_first_then_the_sectors_and_departments_beside_each_other() -> None:
    lead = member(5, "Lead", "A", MemberRole.LEAD)
    park = member(3, "City, Parks", "P")
    street = member(9, "City, Streets", "P")
    other = member(4, "Region", "P")
    of_one = [one.__class__(**{**vars(one), "organisation_id": 7}) for one in (park, street)]
    people = dict.fromkeys((member(8, "Ann", "R"), other, *of_one, member(2), lead), ".")
    found = rows([asked(0)], people)
    assert [row.member.name for row in found] == [
        "Lead",
        "Member 2",
        "City, Parks",
        "City, Streets",
        "Region",
        "Ann",
    ]
    assert [row.joins_above for row in found] == [False, False, False, True, False, False]


def test_without_askings_there_are_rows_without_cells() -> None:
    (row,) = rows([], {ONE: ""})
    assert (row.cells, row.spans, row.last_answer) == ((), (), None)
