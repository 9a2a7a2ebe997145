"""People are found with half a name and no accents."""

from dataclasses import dataclass

import pytest

from kdc_desktop.domain.people.finding import PeopleIndex, are_namesakes, is_the_one


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
        ("laine, oy", [AINO]),
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


MAKELA, KORHONEN = Row("Elias Mäkelä", "Aalto"), Row("Elias Korhonen", "Metropolia")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("elias m", [MAKELA]),
        ("m elias", [MAKELA]),
        ("elias metro", [KORHONEN]),
        ("elias, m", [MAKELA, KORHONEN]),
    ],
)
def test_a_letter_or_two_are_of_a_name_and_of_no_organisation(typed: str, found: list[Row]) -> None:
    assert PeopleIndex([KORHONEN, MAKELA]).search(typed) == found
    assert PeopleIndex([KORHONEN]).search(typed) == [one for one in found if one is KORHONEN]


def test_who_fits_better_comes_before_who_is_sooner_wanted() -> None:
    later, sooner = Row("Elias Mäkelä", "Aalto"), Row("Elias Hämäläinen", "Aalto")
    people = PeopleIndex([sooner, later])
    assert people.search("elias mäk", turn=lambda row: row is later) == [later]
    assert people.search("elias m") == [later]
    assert people.search("äi") == [sooner], "while the first letters are typed"
    assert people.search("lias", turn=lambda row: row is later) == [sooner, later]


@pytest.mark.parametrize(
    ("typed", "names", "one"),
    [
        ("aino", ["Aino Laine"], True),
        ("aino", ["Aino Laine", "Aino Mäkinen"], False),
        ("aino m", ["Aino Mäkinen", "Aino Müller"], False),
        ("aino mä", ["Aino Mäkinen", "Aino Laine"], True),
        ("eero salmi", ["Eero Salmi", "Eero Salminen"], True),
        ("eero sal", ["Eero Salmi", "Eero Salminen"], False),
        ("eeva salo", ["Eeva Salo", "Eeva Salo"], False),
        ("aino", [], False),
    ],
)
def test_one_is_meant_where_no_other_can_be(typed: str, names: list[str], one: bool) -> None:
    assert is_the_one(names, typed) is one


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("elias", True),
        ("Elias ", True),
        ("eli", False),
        ("elias m", False),
        ("elias metro", False),
        ("elias korhonen", False),
        ("mäkelä", False),
    ],
)
def test_namesakes_are_those_who_share_a_whole_name_that_is_typed(typed: str, asked: bool) -> None:
    found = PeopleIndex([KORHONEN, MAKELA, Row("Eliel Aho", None)]).search(typed)
    assert are_namesakes(found, typed) is asked
