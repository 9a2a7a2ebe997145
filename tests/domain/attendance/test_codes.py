"""A code that nobody has is not taken for the name of somebody."""

import random

import pytest

from kdc_desktop.domain.attendance.badges import badge_code
from kdc_desktop.domain.attendance.codes import is_no_name, may_be_code


@pytest.mark.parametrize(
    "text",
    [
        *("8F3K2", "8f3k", "K7", "4006381333931", "#12", "ABC 123", "8F3K 2PQ", "AB-12-CD"),
        *("  77 ", "https://tickets.example/x", "aino@works.example", "---", "(?)", "P 12"),
    ],
)
def test_this_is_nobodys_name(text):
    assert is_no_name(text)
    assert may_be_code(text)


@pytest.mark.parametrize("text", ["HKTR", "KAVE", "hktrw", "XQZ"])
def test_this_may_be_a_name_and_is_more_likely_a_code(text):
    assert (is_no_name(text), may_be_code(text)) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        *("Aino", "Aino Laine", "AINO LAINE", "Ng", "Guest 3", "Person 123", "Åke", "O'Brien"),
        *("王小明", "J. R. R. Tolkien", "Smith Jr", "", "Łukasz", "Lynn", "X Æ A-12 Musk"),
    ],
)
def test_this_is_a_name(text):
    assert (is_no_name(text), may_be_code(text)) == (False, False)


def test_no_code_that_we_give_out_could_be_a_name():
    rng = random.Random(4)
    assert all(is_no_name(badge_code((), rng)) for _each in range(2_000))
