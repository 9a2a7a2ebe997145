"""Lists of addresses as mail programs write them, and as people type them, are people."""

import pytest

from kdc_desktop.domain.people.address_list import Addressed, people_addressed

PETRI, ANNA = ("Salo, Petri", "petri@x.example"), ("", "anna@koti.example")
LIISA = ("Liisa Maki", "l@x.example")


def said(text: str) -> list[tuple[str, str]] | None:
    people = people_addressed(text)
    return None if people is None else [(one.name, one.email) for one in people]


@pytest.mark.parametrize(
    "text",
    [
        '"Salo, Petri" <petri@x.example>; anna@koti.example, Liisa Maki <l@x.example>',
        '"Salo, Petri" <petri@x.example>, anna@koti.example, "Liisa Maki" <l@x.example>',
        "'Salo, Petri' <petri@x.example>; 'anna@koti.example' <anna@koti.example>;\n"
        "Liisa Maki <l@x.example>;",
        "Salo, Petri <petri@x.example>\n<anna@koti.example>\nLiisa Maki (l@x.example)",
        "Salo, Petri [mailto:petri@x.example]\r\nanna@koti.example\r\n\r\nl@x.example (Liisa Maki)",
        "- Salo, Petri <petri@x.example>\n- anna@koti.example\n- Liisa Maki - l@x.example",
        "“Salo, Petri” <petri@x.example>,\n\tanna@koti.example,\n\tLiisa Maki <l@x.example>",
        "To: Salo, Petri <petri@x.example>\nCc: anna@koti.example; Liisa Maki l@x.example",
    ],
)
def test_a_bare_address_between_people_with_names_is_a_row_of_its_own(text: str) -> None:
    assert said(text) == [PETRI, ANNA, LIISA]


@pytest.mark.parametrize(
    "text",
    [
        "Petri Salo petri@x.example\nanna@koti.example\nLiisa Maki l@x.example",
        "Petri Salo: petri@x.example; anna@koti.example; Liisa Maki, l@x.example",
        "Petri Salo, petri@x.example\nanna@koti.example\nLiisa Maki, l@x.example\n",
        "petri@x.example Petri Salo\nanna@koti.example\nl@x.example - Liisa Maki\n",
    ],
)
def test_names_and_addresses_may_stand_side_by_side(text: str) -> None:
    assert said(text) == [("Petri Salo", PETRI[1]), ANNA, LIISA]


@pytest.mark.parametrize("between", ["\n", "\n\n", "; ", ";"])
def test_names_and_addresses_may_take_turns(between: str) -> None:
    pieces = ["Petri Salo", "petri@x.example", "Liisa Maki", "l@x.example"]
    assert said(between.join(pieces)) == [("Petri Salo", PETRI[1]), LIISA]


def test_addresses_alone_are_rows_without_names() -> None:
    for between in ("\n", ", ", "; ", ",", " "):
        assert said(f"petri@x.example{between}anna@koti.example") == [("", PETRI[1]), ANNA]


def test_whoever_has_no_address_stays_and_so_does_what_else_is_said() -> None:
    text = (
        "Liisa Oja, Kala Oy, liisa@x.example\nSofie Lindström\n"
        "Aino Laine <aino@x.example> +358 40 555\nSalmi, Eero <eero@x.example>"
    )
    assert people_addressed(text) == [
        Addressed("Liisa Oja", "liisa@x.example", "Kala Oy"),
        Addressed("Sofie Lindström"),
        Addressed("Aino Laine", "aino@x.example", more="+358 40 555"),
        Addressed("Salmi, Eero", "eero@x.example"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Aino Laine, Harbour Mobility\nEero Salmi",
        "Name,E-mail\nAino Laine,aino@x.example\nanna@koti.example\n",
        "Name, E-mail\nAino Laine, aino@x.example\nLiisa Oja, l@x.example\n",
        "Name\tE-mail\nAino Laine\t<aino@x.example>",
        "Kone;Aino Laine <aino@x.example>\nStad;Mikko Oja <mikko@x.example>",
        "Aino Laine, aino@x.example, Kone\nMikko Oja, mikko@x.example, Stad",
        "Write to anna@x.example",
        "We could have a summer party, and everybody who likes it writes to anna@x.example\n"
        "A swing for the old and the young at the shore, says bo@x.example",
    ],
)
def test_sheets_and_sentences_are_no_such_list(text: str) -> None:
    assert people_addressed(text) is None
