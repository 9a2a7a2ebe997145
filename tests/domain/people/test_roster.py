"""The rows of a list become people."""

import pytest

from kdc_desktop.domain.people.fields import ColumnPlan, PersonField
from kdc_desktop.domain.people.roster import RosterPerson, merged, person_from_row
from kdc_desktop.domain.people.standing import Standing


def plan(*fields: str, **told) -> ColumnPlan:
    return ColumnPlan({n: PersonField(one) for n, one in enumerate(fields) if one}, **told)


def person(row: list[str], *fields: str, **told) -> RosterPerson:
    headers = [f"Header {n}" for n in range(len(row))]
    return person_from_row(row, headers, plan(*fields, **told))


def test_a_row_becomes_a_person() -> None:
    told = person([" Aino ", "Laine", "kaupunki"], "first_name", "last_name", "sector", "badge")
    assert told == RosterPerson("Aino Laine", sector="P")


def test_a_name_that_begins_with_the_family_is_said_as_people_say_it():
    told = person(["Laine, Aino", "Harbour, Yards and Sons"], "name", "organisation")
    assert (told.name, told.organisation) == ("Aino Laine", "Harbour, Yards and Sons")


@pytest.mark.parametrize(
    ("whole", "first", "last", "name"),
    [
        ("Aino Laine", "Aino", "Laine", "Aino Laine"),
        ("Aino Laine", "Aino", "", "Aino Laine"),
        ("aino87", "Aino", "Laine", "Aino Laine"),
        ("Aino Laine", "", "", "Aino Laine"),
        ("", "Aino", "", "Aino"),
    ],
)
def test_the_whole_name_counts_where_it_says_more(whole: str, first: str, last: str, name: str):
    assert person([whole, first, last], "name", "first_name", "last_name").name == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        *[("Eero Aho (Guest)", "Eero Aho"), ("Eero Aho (Vieras)", "Eero Aho")],
        *[("Aino Laine (she/her)", "Aino Laine"), ("Bo Ek (Robert Ek)", "Bo Ek (Robert Ek)")],
        ("(Guest)", ""),
    ],
)
def test_what_a_meeting_puts_behind_a_name_is_no_part_of_it(said: str, name: str):
    assert person([said], "name").name == name


@pytest.mark.parametrize(
    ("said", "email", "notes"),
    [
        ("anna(at)ek.example", "anna@ek.example", ""),
        ("mailto:anna@ek.example", "anna@ek.example", ""),
        ("Anna Ek <anna@ek.example>", "anna@ek.example", ""),
        ("a@x.fi ::: b@y.fi", "a@x.fi", "Header 0: a@x.fi ::: b@y.fi"),
        ("a@x.fi; b@y.fi", "a@x.fi", "Header 0: a@x.fi; b@y.fi"),
        ("nils@", "", "Header 0: nils@"),
        *[("Info Requested", "", ""), ("N/A", "", ""), ("TBA", "", ""), ("-", "", "")],
    ],
)
def test_only_an_address_is_one_and_what_else_is_said_stays_in_the_notes(said, email, notes):
    told = person([said], "email")
    assert (told.email, told.notes) == (email, notes)


@pytest.mark.parametrize(
    "said", ["+1", "+ 2 guests", "NN", "N.N.", "nn 3", "Avec", "Guest of Aino Laine", "Ann’s guest"]
)
def test_a_guest_without_a_name_is_nobody_and_what_is_said_of_them_is_kept(said: str):
    assert (person([said], "name").name, person([said], "name").unnamed) == ("", said)


@pytest.mark.parametrize("said", ["Nana", "Guest Wilson", "Gast Ön", "Åsa +1", "Partner Nilsson"])
def test_who_is_called_almost_so_has_a_name(said: str):
    assert person([said], "name").name == said


@pytest.mark.parametrize("said", ["Info Requested", "TBA", "?", "anonymous", "info@gasag.example"])
def test_words_for_nothing_and_addresses_are_no_names(said: str):
    assert person([said], "name").name == ""


@pytest.mark.parametrize(
    ("cells", "read", "notes"),
    [
        (("Aino Ek, Kala, <a@x.fi>",), ("Aino Ek", "a@x.fi", "Kala"), ""),
        (("Ek, Aino, <a@x.fi>",), ("Aino Ek", "a@x.fi", ""), ""),
        (("Aino Ek <a@x.fi>", "A@x.fi"), ("Aino Ek", "A@x.fi", ""), ""),
        (
            ("Aino Ek <a@home.fi>", "a@x.fi"),
            ("Aino Ek", "a@x.fi", ""),
            "Header 0: Aino Ek <a@home.fi>",
        ),
        (
            ("Aino Ek, Kala, <a@x.fi>", "", "Lohi"),
            ("Aino Ek", "a@x.fi", "Lohi"),
            "Header 0: Aino Ek, Kala, <a@x.fi>",
        ),
        (("DJ @Night",), ("DJ @Night", "", ""), ""),
        (("Bo <b@x.fi>; Li <l@x.fi>",), ("Bo <b@x.fi>; Li <l@x.fi>", "", ""), ""),
    ],
)
def test_nothing_is_lost_of_a_cell_of_a_name_with_an_address(cells, read, notes):
    told = person(cells, *("name", "email", "organisation")[: len(cells)])
    assert ((told.name, told.email, told.organisation), told.notes) == (read, notes)


def test_a_role_that_is_none_in_a_session_is_the_job_title_or_stays_in_the_notes():
    assert person(["Speaker"], "role").job_title == "Speaker"
    told = person(["Speaker", "Designer"], "role", "job_title")
    assert (told.role, told.job_title, told.notes) == ("", "Designer", "Header 0: Speaker")


@pytest.mark.parametrize(
    ("header", "said", "name"),
    [
        ("Sukunimi Etunimi", "Laine Aino", "Aino Laine"),
        ("Sukunimi, etunimi", "Laine, Aino", "Aino Laine"),
        ("Name, Vorname", "Müller Jürgen", "Jürgen Müller"),
        ("Sukunimi Etunimi", "van der Berg Noor", "van der Berg Noor"),
        ("Name", "Laine Aino", "Laine Aino"),
    ],
)
def test_a_header_that_names_the_family_first_turns_two_words(header: str, said: str, name: str):
    assert person_from_row([said], [header], plan("name")).name == name


def test_several_columns_of_one_field_are_put_together():
    told = person(
        ["Ada", "King", "Lovelace", "", "ada@x.example", "Energy;Water;", "Parks", "deaf", "vegan"],
        *("first_name", "first_name", "last_name", "email", "email", "interests", "interests"),
        *("notes", "notes"),
    )
    assert told == RosterPerson(
        "Ada King Lovelace",
        "ada@x.example",
        interests="Energy;Water, Parks",
        notes="Header 7: deaf\nHeader 8: vegan",
    )


def test_a_lone_dash_and_the_tools_own_word_for_nobody_say_nothing():
    told = person(["-", "Anonymous", "--"], "name", "email", "phone", blanks={"anonymous"})
    assert told == RosterPerson("")


def test_a_sector_that_is_not_known_is_kept_to_be_asked_about():
    assert (person(["Landowner;"], "sector").sector_said) == "Landowner"
    known = person(["Company;"], "sector")
    assert (known.sector, known.sector_said) == ("C", "")


@pytest.mark.parametrize(
    ("first", "second", "standing", "status"),
    [
        ("Yes", "approved", Standing.COMING, "Header 0: Yes"),
        ("No", "approved", Standing.UNSURE, "Header 0: No"),
        ("No", "cancelled", Standing.NOT_COMING, "Header 1: cancelled"),
        ("", "paid", Standing.COMING, ""),
        ("Bounced", "paid", Standing.UNSURE, "Header 0: Bounced"),
        ("?", "", Standing.UNSURE, "Header 0: ?"),
    ],
)
def test_the_worst_that_is_said_of_who_comes_counts(first, second, standing, status):
    attended = {0: {"no": Standing.UNSURE}}
    told = person([first, second], "status", "status", standings=attended)
    assert (told.standing, told.status) == (standing, status)


def test_a_word_that_is_not_known_asks_nothing_where_it_is_said_of_everybody():
    told = person(["Sent"], "status", alike=frozenset({0}))
    assert told.standing is Standing.COMING


@pytest.mark.parametrize(
    ("said", "consent"),
    [
        *[("Yes", "yes"), ("x", "yes"), ("✔", "yes"), ("Agree", "yes"), ("Kyllä", "yes")],
        *[("I agree", "yes"), ("Ja, gerne", "yes"), ("Jag samtycker", "yes")],
        *[("No", "no"), ("Ei", "no"), ("I do not agree", "no"), ("Ich stimme nicht zu", "no")],
        *[("Jag samtycker inte", "no"), ("Ma ei nõustu", "no"), ("", ""), ("perhaps", "")],
    ],
)
def test_a_consent_is_heard_in_many_words(said: str, consent: str):
    assert person([said], "photo_consent").photo_consent == consent


@pytest.mark.parametrize("said", ["only by e-mail", "Vain sähköpostilla", "only about this event"])
def test_a_contact_that_is_limited_is_a_contact(said: str):
    assert person([said], "contact_consent").contact_consent == "yes"


def test_a_consent_that_is_neither_yes_nor_no_stays_in_the_notes():
    told = person(["maybe", "No photos please"], "contact_consent", "photo_consent")
    assert (told.contact_consent, told.photo_consent) == ("", "no")
    assert told.notes == "Header 0: maybe"


def test_what_is_said_now_comes_before_what_is_known_and_a_blank_cell_erases_nothing():
    known = RosterPerson("Aino Laine", "aino@x.example", "Kala Oy", sector="C", phone="1")
    now = RosterPerson("Aino Laine", job_title="Lead", phone="2", sector="P", sector_said="x")
    assert merged(known, now) == RosterPerson(
        "Aino Laine", "aino@x.example", "Kala Oy", sector="C", phone="2", job_title="Lead"
    )
