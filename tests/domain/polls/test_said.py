"""What a mark on a paper says, in words and at a glance."""

import pytest

from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.terms import Terms


@pytest.mark.parametrize(
    ("key", "value", "words", "signs"),
    [
        ("approval", 0, "not chosen", "✓"),
        ("approval", 1, "chosen", "✓"),
        ("dots", 1, "1 dot", "●"),
        ("dots", 3, "3 dots", "●●●"),
        ("dots", 12, "12 dots", "● × 12"),
    ],
)
def test_a_mark_is_said_in_words_and_at_a_glance(
    key: str, value: int, words: str, signs: str
) -> None:
    method, terms = method_of(key), Terms(())
    said = method.said(terms, value)
    assert said == words
    if said != "not chosen":
        assert method.signs(terms, value) == signs
