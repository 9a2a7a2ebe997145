"""A name in several columns is put together as it is said."""

import pytest

from kdc_desktop.domain.people.columns import plan_columns
from kdc_desktop.domain.people.roster import person_from_row


@pytest.mark.parametrize(
    ("headers", "rows"),
    [
        (
            ("Naam", "Tussenvoegsel", "Achternaam"),
            (("Jan", "van der", "Berg"), ("Piet", "", "Smit")),
        ),
        (("Achternaam", "Tussenvoegsel", "Voornaam"), (("Berg", "van der", "Jan"),)),
        (("Family", "Given"), (("van der Berg", "Jan"),)),
        (("First name", "Surname", "Middle name"), (("Jan", "der Berg", "van"),)),
    ],
)
def test_what_stands_between_the_names_is_read_there(headers, rows):
    plan = plan_columns(headers, rows)
    assert person_from_row(rows[0], headers, plan).name == "Jan van der Berg"
