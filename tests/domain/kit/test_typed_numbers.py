"""Numbers as people type them."""

import pytest

from kdc_desktop.domain.kit.typed_numbers import typed_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("6", 6),
        (" 1 150 ", 1150),
        ("1\N{NO-BREAK SPACE}150", 1150),
        ("1,150", 1150),
        ("1.150", 1150),
        ("1’150’000", 1_150_000),
        ("6,5", 6.5),
        ("6.5", 6.5),
        ("0.25", 0.25),
        ("0.125", 0.125),
        ("0,500", 0.5),
        ("−0,125", -0.125),
        ("100,123", 100_123),
        ("1_000", None),
        ("−3", -3),
        ("", None),
        ("six", None),
        ("1,150.5", None),
        ("nan", None),
        ("1e999", None),
    ],
)
def test_a_number_is_known_however_it_is_written(typed: str, number: float | None) -> None:
    assert typed_number(typed) == number
