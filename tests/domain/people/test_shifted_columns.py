"""Our own workbook in which one column was sorted by itself renames nobody."""

from dataclasses import replace

import pytest

from kdc_desktop.domain.people.matching import match_people
from kdc_desktop.domain.people.roster import KnownPerson
from kdc_desktop.domain.people.states import Answer
from tests.domain.people.test_matching import applied, plain, states

KNOWN = [
    KnownPerson(name, f"{name[0].lower()}@x.fi", "Kala Oy", id=at)
    for at, name in enumerate(("Aino Laine", "Bo Ek", "Cia Aho", "Dan Oja"), 1)
]
WRITTEN = [replace(plain(one), own_id=str(one.id)) for one in KNOWN]


@pytest.mark.parametrize("column", ["name", "email"])
def test_rows_whose_name_and_address_are_of_two_people_are_asked_about(column: str) -> None:
    moved = [getattr(one, column) for one in (*WRITTEN[1:3], WRITTEN[0])]
    rows = [
        replace(one, **{column: said}) for one, said in zip(WRITTEN[:3], moved, strict=True)
    ] + WRITTEN[3:]
    first, *_others = match_people(rows, KNOWN)
    assert states(rows, KNOWN) == ["asked", "asked", "asked", "same"]
    assert (first.person_id, first.offers) == (1, tuple(Answer))
    assert first.sentence.startswith("This row had Aino Laine when it was written, and has now the")
    same = applied(match_people(rows, KNOWN, dict.fromkeys(range(3), Answer.SAME)), KNOWN)
    assert [getattr(one, column) for one in same[:3]] == moved


def test_one_name_that_is_that_of_somebody_else_was_written_so() -> None:
    rows = [replace(WRITTEN[0], name="Bo Ek"), *WRITTEN[2:]]
    assert states(rows, KNOWN) == ["changed", "same", "same"]
