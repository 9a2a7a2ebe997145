"""Beside a row stands a change since the answer before, or a silence, and nothing else."""

from collections.abc import Sequence
from datetime import UTC

import pytest

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.ledger import LedgerColumn, LedgerMember
from kdc_desktop.domain.visions.ledger_flags import flag_of
from tests.domain.visions.ledgers import asked, day, joined, left, member, rows

ONE = member(1)
THREE = [asked(0), asked(10), asked(20)]


def said(columns: Sequence[LedgerColumn], line: str, one: LedgerMember = ONE, now: int = 30) -> str:
    (row,) = rows(columns, {one: line}, now=now)
    flag = flag_of(row, tuple(columns), day(now), UTC)
    return str(flag.text) if flag else ""


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("5 5 6", "up by one"),
        ("8 6 3", "fell by three"),
        ("3 8 8", ""),
        (". . 8", ""),
        ("1 1 8", "up by 7"),
        ("8 8 1", "fell by 7"),
        ("8 2 .", "silent 20 days"),
        ("8 . .", "silent 30 days"),
        (". . .", "silent 30 days"),
    ],
)
def test_the_last_answer_is_held_against_the_one_before(line: str, words: str) -> None:
    assert said(THREE, line) == words


def test_an_answer_that_stands_is_no_silence() -> None:
    columns = [asked(0), asked(10), asked(20, by_phone=True)]
    assert said(columns, "4 6 .") == "up by two"


def test_who_was_asked_today_is_not_silent_yet() -> None:
    assert said([asked(0)], ".", now=0) == ""


def test_who_has_left_joins_later_or_observes_has_no_flag() -> None:
    assert said(THREE, "8 6 .", left(ONE, 15)) == ""
    assert said(THREE, ". . .", joined(ONE, 40), now=41) == ""
    assert said(THREE, "8 6 .", member(1, role=MemberRole.OBSERVER)) == ""


def test_answers_on_two_scales_are_not_held_against_each_other() -> None:
    columns = [asked(0, scale="fist5", level=3), asked(10)]
    assert said(columns, "5 7") == "another scale before"


def test_what_is_hidden_is_neither_a_change_nor_a_silence() -> None:
    columns = [asked(0), asked(10), asked(20, is_open=True)]
    (row,) = rows(columns, {ONE: "6 7 2"}, hidden=[20])
    flag = flag_of(row, tuple(columns), day(30), UTC)
    assert flag is not None
    assert str(flag.text) == "up by one"
