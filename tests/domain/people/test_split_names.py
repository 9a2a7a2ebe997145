"""Letters begin with a first name, and a last name is kept whole."""

import pytest

from kdc_desktop.domain.people.split_names import split_name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Aino Laine", ("Aino", "Laine")),
        ("Anna Maria Virtanen", ("Anna Maria", "Virtanen")),
        ("Jan van der Berg", ("Jan", "van der Berg")),
        ("Anna-Maria von und zu Stein", ("Anna-Maria", "von und zu Stein")),
        ("María de los Ángeles", ("María", "de los Ángeles")),
        ("Ludwig van", ("Ludwig", "van")),
        ("van der Berg, Jan", ("Jan", "van der Berg")),
        ("Laine,", ("Laine", "")),
        ("Björk", ("Björk", "")),
        ("", ("", "")),
    ],
)
def test_a_name_is_split(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts
