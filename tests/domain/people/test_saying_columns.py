"""Columns of what people offer and need: told by headers and questions, never by a weak sign."""

import pytest

from kdc_desktop.domain.people.columns import plan_columns
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.roster import person_from_row

OFFERS, NEEDS = PersonField.OFFERS, PersonField.NEEDS
SAID = ("A yard for bikes", "Two developers; a van", "", "Tilaa pyörille")
NAMES = ("Aino Laine", "Eero Salmi", "Helmi Niemi", "Liisa Mäkelä")


def held(*headers: str, said: tuple[str, ...] = SAID) -> list[PersonField | None]:
    """What columns of these headers hold, beside one of names."""
    rows = [[name, *[text] * len(headers)] for name, text in zip(NAMES, said, strict=True)]
    columns = plan_columns(["Name", *headers], rows).columns
    return [columns.get(place) for place in range(1, len(headers) + 1)]


@pytest.mark.parametrize(
    ("offers", "needs"),
    [
        ("Offers", "Needs"),
        ("I can offer", "I am looking for"),
        ("What can you offer?", "What do you need?"),
        ("1. What could you offer to other members?", "2. Who or what are you looking for?"),
        ("Tarjoan", "Tarvitsen"),
        ("Voin tarjota", "Etsin"),
        ("Mitä voit tarjota muille?", "Mitä tai ketä etsit?"),
        ("Jag kan erbjuda", "Jag söker"),
        ("Vad kan du erbjuda?", "Vad behöver du?"),
        ("Was kannst du anbieten?", "Was suchst du?"),
        ("Mida saad pakkuda?", "Mida otsid?"),
    ],
)
def test_headers_and_questions_of_offers_and_needs_are_known(offers: str, needs: str) -> None:
    assert held(offers, needs) == [OFFERS, NEEDS]
    assert held(needs, "Company", offers)[::2] == [NEEDS, OFFERS]


@pytest.mark.parametrize(
    "header",
    [
        *(
            "Needs",
            "Need",
            "Tarpeet",
            "Offer",
            "Special needs",
            "Dietary needs",
            "Do you need help?",
        ),
        *(
            "What are you looking forward to?",
            "Do you need a parking space?",
            "Offers from partners",
        ),
        "What can you offer, and what are you looking for?",
    ],
)
def test_what_may_be_nobody_s_business_is_not_taken_for_one(header: str) -> None:
    assert held(header) == [None]


def test_a_yes_or_no_is_no_offer() -> None:
    assert held("Offers", "Needs", said=("yes", "no", "yes", "no")) == [None, None]
    assert held("I can offer", said=("Yes", "No", "Yes", "No")) == [None]


def test_needs_stand_alone_where_they_say_what_is_looked_for() -> None:
    assert held("Looking for") == [NEEDS]
    assert held("Special needs", "Voin tarjota", "Tarpeet") == [None, OFFERS, NEEDS]


def test_each_thing_stands_for_itself_once_of_all_columns() -> None:
    headers = ["Name", "Offers", "Needs", "Looking for"]
    rows = [["Aino Laine", "a yard; a van;a yard", "–", "a permit\nan ear"]]
    person = person_from_row(rows[0], headers, plan_columns(headers, rows))
    assert (person.offers, person.needs) == ("a yard\na van", "a permit\nan ear")
