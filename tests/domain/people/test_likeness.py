"""Of several tables the one that looks most like people is found."""

from kdc_desktop.domain.people.columns import likeness
from tests.domain.people.exports import EXPORTS, rows_of

PEOPLE = (
    ["Name", "E-mail", "Organisation"],
    [["Aino Laine", "aino@a.example", "Kone Oy"], ["Eero Aho", "", "City of Helsinki"]],
)
BARE = (["Nimi"], [["Aino"], ["Eero"], ["Liisa"]])
COVER = (["Column 1"], [["Participants of the evening"], ["Made by Sirpa, 3.11.2025"]])
SUMMARY = (["Sector", "Count"], [["Companies", "12"], ["Residents", "7"]])
PRICES = (["Product", "Price", "Code"], [["Coffee", "2.50", "C1"], ["Tea", "2.00", "T1"]])
NAMED_PRICES = (["Name", "Price"], [["Coffee", "2.50"], ["Tea", "2.00"], ["Cake", "4.00"]])
HOSTS = (
    ["Attended", "User Name (Original Name)", "Email", "Join Time"],
    [["Yes", "Host One", "host@x.example", "09:00"]],
)
ATTENDEES = (
    ["Attended", "User Name (Original Name)", "First Name", "Last Name", "Email", "Join Time"],
    [["Yes", "Aino Laine", "Aino", "Laine", "aino@a.example", "09:00"]],
)
IDEAS = (
    ["Timestamp", "Email Address", "Your name", "Your idea 1", "Your idea 2"],
    [["1", "aino@a.example", "Aino Laine", "A tram to the island", ""]],
)
CARDS = (["Title", "Description", "Author"], [["A tram", "It runs to the island.", "Aino Laine"]])


def best(*tables: tuple[list[str], list[list[str]]]) -> tuple[list[str], list[list[str]]]:
    return max(tables, key=lambda table: likeness(*table))


def test_people_are_found_among_covers_summaries_and_prices():
    assert best(COVER, SUMMARY, PRICES, NAMED_PRICES, PEOPLE, BARE) == PEOPLE
    assert best(COVER, SUMMARY, PRICES, BARE) == BARE


def test_the_attendees_are_found_among_the_sections_of_a_report():
    assert best(HOSTS, ATTENDEES) == ATTENDEES
    several = (HOSTS[0], [*HOSTS[1], ["Yes", "Aino Laine", "aino@a.example", "09:01"]])
    assert best(HOSTS, several) == several


def test_a_table_without_names_is_no_list_of_people():
    assert [likeness(*table) for table in (COVER, SUMMARY, PRICES)] == [0, 0, 0]


def test_ideas_with_authors_are_less_like_people_than_any_list_of_them():
    assert best(IDEAS, BARE) == BARE
    assert likeness(*CARDS) == 0


def test_every_export_of_people_looks_like_people():
    for example in EXPORTS:
        if example.wanted.keys() & {"name"} or "first_name" in example.wanted.values():
            assert likeness(example.headers, rows_of(example.columns)) > likeness(*BARE)
