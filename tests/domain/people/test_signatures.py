"""A name is told from the address and the telephone number that stand beside it."""

import pytest

from kdc_desktop.domain.people.signatures import signature


@pytest.mark.parametrize(
    ("written", "name", "email"),
    [
        ("Ann Lee <ann@club.example>", "Ann Lee", "ann@club.example"),
        ("“Ann Lee” ann@club.example", "“Ann Lee”", "ann@club.example"),
        ("mailto:ann@club.example", "", "ann@club.example"),
        ("Bob (bob@club.example, +358 40 123)", "Bob", "bob@club.example"),
        ("Bob (Harbour, bob@club.example)", "Bob (Harbour)", "bob@club.example"),
        ("Ann | ann@club.example | Harbour", "Ann | Harbour", "ann@club.example"),
        ("Ann <a@club.example>; Bob <b@club.example>", "Ann; Bob", ""),
        ("Ann Lee, tel. 040 123 4567", "Ann Lee", ""),
        ("Ann, E-mail: a@club.example, Phone: (09) 123 4567", "Ann", "a@club.example"),
        ("+358 40 123 4567", "", ""),
    ],
)
def test_ways_to_reach_somebody_are_no_part_of_the_name(written, name, email):
    assert signature(written) == (name, email)


@pytest.mark.parametrize(
    "name", ["Laine, Aino", "Ann Lee (Harbour Ltd)", "Group 12", "Class 2024-2025", "@ann", "J-L R"]
)
def test_a_name_without_them_stays_as_it_is_written(name):
    assert signature(name) == (name, "")
