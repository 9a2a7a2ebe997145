"""A person is greeted by the name that is hers, and by the whole of it where that is not sure."""

import pytest

from kdc_desktop.domain.people.greeting import greeting_name, in_speaking_order


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Aino Laine", "Aino"),
        ("  Aino   Laine ", "Aino"),
        ("Meier, Thomas", "Thomas"),
        ("Meier, Dr. Thomas", "Thomas"),
        ("Meier, Thomas Albert", "Thomas"),
        ("van der Berg, Jan", "Jan"),
        ("O'Brien, Seán", "Seán"),
        ("Dr. Anna-Maija Laine", "Anna-Maija"),
        ("Prof. Dr. Anna Laine", "Anna"),
        ("Dipl.-Ing. Karl Huber", "Karl"),
        ("Mrs Mary Smith", "Mary"),
        ("Aino Laine, PhD", "Aino"),
        ("Aino Laine PhD", "Aino"),
        ("Thomas Meier, Jr.", "Thomas"),
        ("LAINE Aino", "Aino"),
        ("Aino LAINE", "Aino"),
        ("VAN DER BERG Jan", "Jan"),
        ("Jan van der Berg", "Jan"),
        ("Aino M. Laine", "Aino"),
        ("Robert (Bob) Smith", "Robert"),
        ("Cher", "Cher"),
        ("Åke Öström", "Åke"),
        ("Łukasz Nowak", "Łukasz"),
        ("María José García López", "María"),
    ],
)
def test_the_given_name_is_told(name, greeted):
    assert greeting_name(name) == greeted


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Văn An",
        "NGUYỄN Văn An",
        "Li Wei",
        "Kim Min-jun",
        "Nagy István",
        "王小明",
        "Иванов Иван Иванович",
        "J. R. R. Tolkien",
        "A. Laine",
        "Laine, A.",
        "Dr. Laine",
        "Herr Müller",
        "von Bülow",
        "Abdul Rahman Khan",
        "Person 123",
        "Guest 3",
        "García López, María",
        "",
    ],
)
def test_where_it_is_not_sure_the_whole_name_is_used(name):
    assert greeting_name(name) == name


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Laine, Aino", "Aino Laine"),
        ("Laine , Aino Maria", "Aino Maria Laine"),
        ("Meier, Dr. Thomas", "Dr. Thomas Meier"),
        ("van der Berg, Jan", "Jan van der Berg"),
        ("Aino Laine", "Aino Laine"),
        ("Aino Laine, PhD", "Aino Laine, PhD"),
        ("Aino Laine, Turku", "Aino Laine, Turku"),
        ("Laine,", "Laine,"),
        (", Aino", ", Aino"),
    ],
)
def test_a_name_is_brought_into_the_order_in_which_it_is_said(written, said):
    assert in_speaking_order(written) == said
