"""People are found with half a name and no accents."""

import random
from dataclasses import dataclass

import pytest

from kdc_desktop.domain.attendance.badges import BADGE_LETTERS, PeopleIndex, badge_code


@dataclass(frozen=True)
class Row:
    name: str
    organisation: str | None


AINO = Row("Aino Laine", "Kalasatama Oy")
AKE = Row("Åke Öström-Núñez", None)
LAINO = Row("Maria Laino", "Other")
ROWS = [LAINO, AKE, AINO]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("aino kal", [AINO]),
        ("oy laine", [AINO]),
        ("ake ostr", [AKE]),
        ("ÅKE", [AKE]),
        ("nunez", [AKE]),
        ("aino", [AINO, LAINO]),
        ("kala", [AINO]),
        ("nobody", []),
        ("", [AINO, AKE, LAINO]),
    ],
)
def test_the_type_ahead_finds(query: str, found: list[Row]) -> None:
    assert PeopleIndex(ROWS).search(query) == found


def test_badge_codes_are_free_and_can_be_read_aloud() -> None:
    rng = random.Random(1)
    taken: set[str] = set()
    for _ in range(500):
        taken.add(badge_code(taken, rng))
    assert len(taken) == 500
    assert {len(code) for code in taken} == {4}
    assert not set("01OI") & set(BADGE_LETTERS)
