"""What the code and the number of a slip say is what was printed, or is refused."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls.method import PaperKind
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.slip_code import (
    SlipCode,
    number_on_slip,
    number_typed,
    parsed,
    poll_mark,
    wording_of,
)
from kdc_desktop.domain.polls.slip_sheet import SlipShape, SlipSize
from kdc_desktop.errors import UserError
from kdc_desktop.instants import Instant
from tests.domain.polls.papers_of_every_kind import shapes, terms


def test_a_code_says_what_it_was_made_of() -> None:
    @given(shapes, st.integers(1, 10**9), st.integers(1, 99_999))
    @settings(deadline=None)
    def check(shape: SlipShape, poll_id: int, number: int) -> None:
        code = SlipCode("0A1Z", "FF0", poll_id, number, shape)
        assert parsed(code.text) == code
        assert re.fullmatch(r"[0-9A-Z.]{1,38}", code.text), "it fits into a small code"

    check()


def test_a_code_that_was_changed_is_refused() -> None:
    @given(shapes, st.data())
    @settings(deadline=None)
    def check(shape: SlipShape, data: st.DataObject) -> None:
        text = SlipCode("0A1Z", "FF0", 17, 147, shape).text
        at = data.draw(st.integers(0, len(text) - 1))
        other = data.draw(st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ."))
        changed = text[:at] + other + text[at + 1 :]
        if changed != text:
            with pytest.raises(UserError):
                parsed(changed)

    check()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("https://example.org/menu", "not of a slip"),
        ("", "not of a slip"),
        ("KDC2 whatever", "newer KDC Desktop"),
        ("KDC1", "damaged"),
        ("KDC1Ä", "damaged"),
        ("KDC1" + "9" * 5000, "damaged"),
        ("WIFI:S:hall;T:WPA;P:secret;;", "not of a slip"),
    ],
)
def test_a_foreign_code_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        parsed(text)


def test_a_code_of_more_boxes_than_can_be_is_refused() -> None:
    shape = SlipShape(PaperKind.MARKS, SlipSize.QUARTER, 1, False, 99, 9, 12)
    with pytest.raises(UserError, match="damaged"):
        parsed(SlipCode("0A1Z", "FF0", 1, 1, shape).text)


def test_a_wrong_digit_or_two_that_changed_places_are_seen() -> None:
    @given(st.integers(1, 10**6), st.integers(1, 99_999), st.data())
    @settings(deadline=None)
    def check(poll_id: int, number: int, data: st.DataObject) -> None:
        written = number_on_slip(poll_id, number)
        digits = written.replace("-", "")
        assert number_typed(poll_id, written) == number_typed(poll_id, f" {digits} ") == number
        at = data.draw(st.integers(0, len(digits) - 1))
        other = data.draw(st.sampled_from("0123456789").filter(lambda one: one != digits[at]))
        wrong = [digits[:at] + other + digits[at + 1 :]]
        if at and digits[at - 1] != digits[at]:
            wrong.append(digits[: at - 1] + digits[at] + digits[at - 1] + digits[at + 1 :])
        for one in wrong:
            with pytest.raises(UserError):
                number_typed(poll_id, one)

    check()


@pytest.mark.parametrize("typed", ["", "7", "abc", "12345678", "-", "0-0", "1.5.5x", "²3", "٣٤"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        number_typed(1, typed)


def wording(
    method: str = "score", question: str = "Which?", promise: str = "secret", **changed: Any
) -> str:
    return wording_of(method_of(method), replace(terms(3), **changed), question, promise)


def test_whatever_is_changed_of_what_a_slip_asks_is_told_by_the_code() -> None:
    assert wording() == wording(marks_each=9), "limits may rise"
    other_title = wording_of(method_of("score"), terms(3, "A changed idea"), "Which?", "secret")
    others = {
        *(wording("majority_judgment"), wording("approval"), wording(question="Whose?")),
        *(wording(promise="named"), wording(lowest=-1, highest=4), wording(highest=9)),
    }
    assert len({wording(), other_title, *others}) == 8


def test_another_club_is_told_by_the_code() -> None:
    assert poll_mark(1, Instant(1)) == poll_mark(1, Instant(1))
    assert poll_mark(1, Instant(1)) != poll_mark(1, Instant(2))
