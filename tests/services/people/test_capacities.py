"""How large organisations are, and in how many groups of one evening they can be."""

import pytest

from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.errors import UserError
from kdc_desktop.services.people import capacities, organisations, questions
from kdc_desktop.storage import Database


def test_size_and_groups_of_an_organisation_are_noted(database: Database) -> None:
    key = organisations.add_organisation(database, "Harbour Mobility", "C")
    capacities.say_size(database, key, OrganisationSize.START_UP)
    capacities.limit_groups(database, key, 2)
    (row,) = questions.organisations(database)
    assert (row.size, row.most_groups) == (OrganisationSize.START_UP, 2)
    assert str(database.next_steps()[0].label) == "Noted in how many groups Harbour Mobility can be"
    capacities.limit_groups(database, key, None)
    capacities.say_size(database, key, None)
    (row,) = questions.organisations(database)
    assert (row.size, row.most_groups) == (None, None)


def test_a_department_has_a_limit_of_its_own(database: Database) -> None:
    city = organisations.add_organisation(database, "City", "P")
    part = organisations.add_department(database, city, "Transport")
    capacities.limit_groups_of_department(database, part, 0)
    (row,) = questions.departments(database, city)
    assert row.most_groups == 0
    (whole,) = questions.organisations(database)
    assert whole.most_groups is None


@pytest.mark.parametrize(("typed", "most"), [("", None), (" 3 ", 3), ("0", 0), ("100", 100)])
def test_what_is_typed_is_a_number_of_groups_or_none(typed: str, most: int | None) -> None:
    assert capacities.number_of_groups(typed) == most


@pytest.mark.parametrize("typed", ["-1", "101", "many", "1.5", "²"])
def test_what_is_no_number_of_groups_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="from 0 to 100"):
        capacities.number_of_groups(typed)


def test_no_verb_writes_what_is_no_number_of_groups(database: Database) -> None:
    key = organisations.add_organisation(database, "Harbour Mobility", "C")
    for most in (-1, 101):
        with pytest.raises(UserError, match="from 0 to 100"):
            capacities.limit_groups(database, key, most)
