"""Text as people read and search for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.kit.text import fold, normalise, on_one_line, shortened, trimmed


def test_a_long_text_is_cut_with_an_ellipsis_and_a_short_one_stays():
    assert (shortened("a  yard", 6), shortened("five day pilot", 6)) == ("a yard", "five…")


def test_accents_case_and_marks_do_not_count_in_a_search():
    assert fold("Søren  KJÆR-Ähtäri") == "soren kjaer ahtari"


def test_normalising_twice_changes_nothing() -> None:
    @given(st.text())
    def check(text: str) -> None:
        assert normalise(normalise(text)) == normalise(text)

    check()
    assert normalise("  ÄÄRI\u00a0 Ｏy ") == "ääri oy"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Tram\u202e map\u202c\n\u2066to\u2069 the sea", "Tram map\nto the sea"),
        ("\u200dTram \u200c", "Tram"),
        ("می\u200cخواهم 👩\u200d🚀", "می\u200cخواهم 👩\u200d🚀"),
    ],
)
def test_what_nobody_sees_is_taken_out_but_for_what_joins_letters_and_pictures(said, kept):
    assert trimmed(said) == kept
    assert on_one_line(said) == kept.replace("\n", " ")
