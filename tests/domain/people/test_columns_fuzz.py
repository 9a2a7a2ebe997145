"""Whatever is shuffled and mixed into a list, no wrong column becomes a name, an address, a badge
code or a sector."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.people.columns import plan_columns
from kdc_desktop.domain.people.roster import person_from_row
from tests.domain.people.exports import EXPORTS, PEOPLE, cell
from tests.domain.people.test_columns import GROUPS, LANGUAGES, QUESTIONS, SECTORS, SPLIT

ASKED = ("name", "email", "organisation")
LISTS = [
    *([*example.columns] for example in EXPORTS if len(example.wanted) > 1),
    *([*zip(line.split("|"), SPLIT, strict=True)] for line in LANGUAGES.values()),
    *([*zip(line.split("|"), ASKED, strict=True)] for line in QUESTIONS.values()),
]
JUNK = {
    "Ticket type": ("Resident ticket", "VIP", "General", "General"),
    "Ticket code": ("X-1", "X-2", "X-3", "X-4"),
    "Postcode": ("00100", "00200", "00300", "00400"),
    "Buyer name": ("Sirpa Oja", "Timo Ek", "Sirpa Oja", "Ida Holm"),
    "Buyer e-mail": ("s@buyer.example", "t@buyer.example", "s@buyer.example", "i@buyer.example"),
    "Invited by": ("Sirpa Oja", "Timo Ek", "Ida Holm", "Kai Aho"),
    "Emergency contact's name": ("Eero Aho", "Liisa Oja", "Kai Ek", "Ida Holm"),
    "Company size": ("1-10", "11-50", "", "1-10"),
    "Name of your pet": ("Musti Laine", "Rekku Virtanen", "Murre Öberg", "Kisu Márquez"),
    "Which sectors should come next time?": ("Company", "City", "Resident", "University"),
    "Price category": ("Company", "Resident", "Resident", "Student"),
    "E-mail 1 - Label": ("Work", "Home", "Work", "* Other"),
    "Team": ("Red", "Blue", "Red", "Blue"),
    "Anything else?": ("See you soon!", "", "I come with my dog", ""),
    "Lippukoodi": ("AA11", "BB22", "CC33", "DD44"),
    "Laskutusosoite": ("lasku@a.example", "lasku@b.example", "lasku@c.example", ""),
    "Anmerkungen": ("Komme später", "", "", ""),
    "Event name": ("Evening of Ideas",) * 4,
    "": ("", "", "", ""),
    "qr": ("https://x/1", "https://x/2", "https://x/3", "https://x/4"),
    "Created by": ("Sirpa Oja", "Sirpa Oja", "Sirpa Oja", "Sirpa Oja"),
    "Manager's Name": ("Timo Ek", "Ida Holm", "Kai Aho", "Timo Ek"),
}
NAMED = {"name", "first_name", "last_name"}
GUARDED = {*NAMED, "email", "badge", "sector"}


@st.composite
def lists(draw) -> list[tuple[str, str, tuple[str, ...]]]:
    """Columns in any order: header, what it holds, and its cells."""
    columns = [
        (header, field, tuple(cell(header, field, person) for person in range(PEOPLE)))
        for header, field in draw(st.sampled_from(LISTS))
    ]
    if not any(field == "sector" for _header, field, _cells in columns) and draw(st.booleans()):
        columns.append((draw(st.sampled_from(GROUPS[1:-1])), "sector", SECTORS))
    taken = {header.casefold() for header, _field, _cells in columns}
    junk = draw(st.lists(st.sampled_from(sorted(JUNK)), unique=True, max_size=8))
    columns += [(header, "", JUNK[header]) for header in junk if header.casefold() not in taken]
    shuffled: list[tuple[str, str, tuple[str, ...]]] = draw(st.permutations(columns))
    return shuffled


@given(lists())
@settings(max_examples=60, derandomize=True, deadline=None)
def test_no_wrong_column_becomes_a_name_an_address_a_badge_or_a_sector(columns):
    headers = [header for header, _field, _cells in columns]
    rows = list(zip(*(cells for _header, _field, cells in columns), strict=True))
    plan = plan_columns(headers, rows)
    wrong = {
        columns[place][0]: str(found)
        for place, found in plan.columns.items()
        if found in GUARDED and found != columns[place][1]
    }
    assert wrong == {}
    missed = {field for _header, field, _cells in columns if field in {*NAMED, "email"}}
    assert missed - set(plan.columns.values()) <= {"name"}
    people = [person_from_row(row, headers, plan) for row in rows]
    assert [one.name for one in people] == [
        "Aino Laine",
        "Mikko Virtanen",
        "Åsa Öberg",
        "José García Márquez",
    ]
