"""People are found with half a name and no accents."""

from dataclasses import dataclass

import pytest

from kdc_desktop.domain.people.finding import PeopleIndex


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
