"""Without a tool that is known, whole headers, questions and cells say what columns hold."""

from collections.abc import Sequence

import pytest

from kdc_desktop.domain.people.columns import plan_columns
from kdc_desktop.domain.people.fields import PersonField

PEOPLE = (
    ("Aino", "Laine", "aino@a.example", "+358 40 555 0101", "Harbour Mobility Oy", "Designer"),
    ("Mikko", "Virtanen", "mikko@b.example", "0405550102", "City of Helsinki", "Project manager"),
    ("Åsa", "Öberg", "asa@c.example", "", "Coast University", "Professor"),
    ("José", "García Márquez", "jose@d.example", "", "Kalasatama-seura ry", "Chair"),
)
SPLIT = ("first_name", "last_name", "email", "phone", "organisation", "job_title")
LANGUAGES = {
    "en": "First name|Last name|E-mail|Phone|Organisation|Job title",
    "fi": "Etunimi|Sukunimi|Sähköposti|Puhelin|Organisaatio|Tehtävänimike",
    "sv": "Förnamn|Efternamn|E-post|Telefon|Organisation|Befattning",
    "nb": "Fornavn|Etternavn|E-postadresse|Mobil|Bedrift|Stilling",
    "da": "Fornavn|Efternavn|E-mailadresse|Telefonnummer|Virksomhed|Stillingsbetegnelse",
    "de": "Vorname|Name|E-Mail-Adresse|Telefonnummer|Firma|Berufsbezeichnung",
    "nl": "Voornaam|Naam|E-mailadres|Telefoonnummer|Organisatie|Functie",
    "fr": "Prénom|Nom|Adresse e-mail|Téléphone|Organisme|Rôle",
    "es": "Nombre|Apellidos|Correo electrónico|Teléfono|Empresa|Cargo",
    "et": "Eesnimi|Perekonnanimi|E-posti aadress|Telefon|Ettevõte|Ametikoht",
    "stars": "1. First name *|2. Last name *|3) E-mail (work) [required]|Your phone|The company"
    "|Title",
    "groups": "Person First name|Person Last name|Guest e-mail|Phone no.|Company name|Position",
}


def told(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, str]:
    found = plan_columns(headers, rows).columns
    return {headers[place]: str(field) for place, field in sorted(found.items())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_headers_are_understood_in_ten_languages(language: str):
    headers = LANGUAGES[language].split("|")
    assert told(headers, list(PEOPLE)) == dict(zip(headers, SPLIT, strict=True))


QUESTIONS = {
    "en": "What is your name?|Your e-mail address, please|Which company do you work for?",
    "fi": "Mikä on nimesi?|Mikä on sähköpostiosoitteesi?|Mitä organisaatiota edustat?",
    "sv": "Vad är ditt namn?|Vilken är din e-postadress?|Vilket företag representerar du?",
    "nb": "Hva er navnet ditt? (navn)|Hva er din e-post?|Hvilken bedrift representerer du?",
    "de": "Wie heißen Sie?|Wie lautet Ihre E-Mail-Adresse?|Welches Unternehmen vertreten Sie?",
    "nl": "Hoe heet je?|Wat is je e-mailadres?|Welke organisatie vertegenwoordig je?",
    "fr": "Quel est votre nom ?|Quelle est votre adresse e-mail ?|Quel organisme"
    " représentez-vous ?",
    "es": "¿Cuál es su nombre?|¿Cuál es su correo electrónico?|¿Qué empresa representas?",
    "et": "Mis on sinu nimi?|Mis on sinu e-posti aadress (meil)?|Millist ettevõtet esindad?",
    "stars": "Q1: Your full name *|Q2: E-mail for the invitation|Which organisation do you"
    " represent? (leave empty if you come as a resident)",
}


@pytest.mark.parametrize("language", QUESTIONS)
def test_questions_are_understood_by_their_words_and_answers(language: str):
    headers = QUESTIONS[language].split("|")
    rows = [(f"{first} {last}", mail, of) for first, last, mail, _, of, _ in PEOPLE]
    wanted = dict(zip(headers, ("name", "email", "organisation"), strict=True))
    assert told(headers, rows) == wanted


SECTORS = ("Company", "City", "University", "Association")
GROUPS = (
    *("Sector", "Which group do you belong to?", "I come as a …", "Edustan", "Sidosryhmä"),
    *("Mitä tahoa edustat?", "Jag representerar", "Ich vertrete", "Je représente", "Secteur"),
    *("Organisation type", "Vilken grupp tillhör du?", "Category", "Rühm", "Organisation"),
)


@pytest.mark.parametrize("header", GROUPS)
def test_a_column_is_the_sector_where_its_cells_are_sectors(header: str):
    rows = [[one[0] + " " + one[1], sector] for one, sector in zip(PEOPLE, SECTORS, strict=True)]
    assert told(["Name", header], rows) == {"Name": "name", header: "sector"}
    others = [[row[0], word] for row, word in zip(rows, ("Red", "Green", "Blue", ""), strict=True)]
    assert "sector" not in told(["Name", header], others).values()


def test_an_organisation_called_after_its_sector_stays_one_beside_the_sectors():
    rows = [["Marie Dupont", "Mairie", "Ville"], ["Luc Roy", "", "Habitant"]]
    assert told(["Nom", "Organisation", "Vous représentez"], rows) == {
        "Nom": "name",
        "Organisation": "organisation",
        "Vous représentez": "sector",
    }


def with_name(header: str, *cells: str) -> dict[str, str]:
    """What else than the name is found in a list with one more column."""
    rows = [[f"{one[0]} {one[1]}", cell] for one, cell in zip(PEOPLE, cells, strict=True)]
    found = told(["Full name", header], rows)
    return {key: field for key, field in found.items() if key != "Full name"}


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Ticket type", ("Resident ticket", "VIP", "General", "General")),
        ("Ticket number", ("T-1", "T-2", "T-3", "T-4")),
        ("Code", ("A1", "B2", "C3", "D4")),
        ("Postcode", ("00100", "00200", "00300", "00400")),
        ("Post code", ("00100", "00200", "00300", "00400")),
        ("Badge", ("VIP", "VIP", "Guest", "VIP")),
        ("Badge name", ("Aino", "Mikko", "Åsa", "José")),
        ("E-mail 1 - Label", ("Work", "Work", "Home", "Work")),
        ("Buyer Email", ("s@x.example", "t@x.example", "u@x.example", "v@x.example")),
        ("Emergency contact's name", ("Eero Aho", "Liisa Oja", "Kai Ek", "Ida Holm")),
        ("Event name", ("Evening of Ideas", "Evening of Ideas", "Evening of Ideas", "")),
        ("How large is your company?", ("1-10", "11-50", "", "1-10")),
        ("Company", ("Yes", "No", "No", "No")),
        ("Group", ("A", "C", "A", "P")),
        ("Table", ("A", "B", "C", "A")),
        ("Ryhmä", ("A", "C", "P", "P")),
        ("Will you come to the dinner?", ("Yes", "No", "No", "Yes")),
        ("How many are coming?", ("1", "2", "1", "1")),
        ("Price Tier", ("Company", "Resident", "Resident", "Resident")),
        ("Team", ("Red", "Blue", "Red", "Blue")),
        ("Unit", ("Red", "Blue", "Red", "Blue")),
        ("Status", ("paid", "paid", "completed", "paid")),
        ("Consent", ("x", "x", "", "x")),
        ("I agree that my name is stored", ("Yes", "Yes", "Yes", "Yes")),
        ("Attendee #", ("1844", "1845", "1846", "1847")),
        ("qr_code_url", ("https://x/1", "https://x/2", "https://x/3", "https://x/4")),
        ("Salutation", ("Mr", "Mrs", "Dr", "Mr")),
        ("Title", ("Mr", "Mrs", "Dr", "Mr")),
        ("Which companies should we invite?", ("Kone Oy", "Nokia", "Kesko", "Fortum")),
        ("Country/Region Name", ("Finland", "Sweden", "Estonia", "Spain")),
    ],
)
def test_a_part_of_a_word_or_a_weak_sign_says_nothing(header: str, cells: tuple[str, ...]):
    assert with_name(header, *cells) == {}


@pytest.mark.parametrize(
    ("header", "cells", "field"),
    [
        ("Badge code", ("A1", "B2", "C3", "D4"), "badge"),
        ("Nimilappu", ("101", "102", "103", "104"), "badge"),
        ("Rooli", ("Osallistuja", "Osallistuja", "Tarkkailija", ""), "role"),
        ("Title", ("Participant", "Observer", "Participant", ""), "role"),
        ("Rôle", ("Directrice", "Élue", "Urbaniste", "Élève"), "job_title"),
        ("Status", ("Coming", "Coming", "Cancelled", "Coming"), "status"),
        ("Order status", ("paid", "paid", "paid", "paid"), ""),
        ("Status", ("paid", "paid", "cancelled", "paid"), "status"),
        ("Statut du participant", ("Participant", "Participant", "Ne participe pas", ""), "status"),
        ("Teilnehmerstatus", ("Teilnehmend", "Teilnehmend", "Storniert", ""), "status"),
        ("Får vi fotografera dig?", ("Ja", "Ja", "Nej", "Ja"), "photo_consent"),
        ("Får vi kontakta dig?", ("Ja", "Ja", "Nej", ""), "contact_consent"),
        ("Osallistutko?", ("Kyllä", "Kyllä", "Ei", "Kyllä"), "status"),
        ("Cancelled", ("", "", "Yes", ""), "status"),
        ("3. Pääsetkö paikalle 3.12.?", ("Kyllä", "En", "Kyllä", ""), "status"),
        ("Nehmen Sie am 3. Dezember teil?", ("Ja", "Leider nein", "Ja", ""), "status"),
        ("Présence", ("Oui", "Non", "Oui", ""), "status"),
        ("Serez-vous présent(e) le 3 décembre ?", ("Oui", "Non", "Oui", ""), "status"),
        ("Kas tuled kohale?", ("Jah", "Ei saa kahjuks", "Jah", ""), "status"),
        ("Are you able to attend?", ("Yes", "Sadly no", "Yes", ""), "status"),
        ("Will we see you there?", ("Yes!", "Sadly no", "Maybe", ""), "status"),
        ("Miten osallistut?", ("Paikan päällä", "Etänä", "En osallistu", ""), "status"),
        ("Tulossa", ("x", "-", "ei", "x"), "status"),
        ("Venteliste", ("Ja", "Nej", "Nej", "Nej"), "status"),
        ("Praktiskt Kommer", ("Ja", "Nej", "Ja", "Ja"), "status"),
        ("Status", ("Confirmed", "Bounced", "Sent", ""), "status"),
        ("Sector", ("A", "C", "P", "P"), "sector"),
        ("May be contacted", ("only by e-mail", "maybe", "no", ""), "contact_consent"),
        ("Saa ottaa yhteyttä", ("Vain sähköpostilla", "ehkä", "", ""), "contact_consent"),
        ("May be photographed", ("please ask", "maybe", "", ""), "photo_consent"),
        ("May we take photos of you? I agree", ("Yes", "No", "Yes", "Yes"), "photo_consent"),
        ("Minua saa kuvata", ("Kyllä", "Ei", "Kyllä", ""), "photo_consent"),
        ("I agree to be contacted later", ("Yes", "No", "Yes", "Yes"), "contact_consent"),
        ("Which themes interest you?", ("Energy", "Parks", "Energy, Parks", ""), "interests"),
        ("Kiinnostuksen kohteet", ("Energia", "Puistot", "", ""), "interests"),
        ("Organisation", ("Kone Oy", "Kone Oy", "Kone Oy", "Kone Oy"), "organisation"),
    ],
)
def test_what_is_optional_needs_its_header_and_its_cells(header, cells, field):
    assert with_name(header, *cells) == ({header: field} if field else {})


def test_a_team_is_a_department_beside_an_organisation():
    rows = [[*one[:2], one[4], part] for one, part in zip(PEOPLE, "ABAB", strict=True)]
    found = told(["First name", "Last name", "Company", "Team"], rows)
    assert (found["Company"], found["Team"]) == ("organisation", "department")


@pytest.mark.parametrize(
    ("headers", "cells", "fields"),
    [
        (("Name", "First name"), ("Laine", "Aino"), ("last_name", "first_name")),
        (("Name", "First name"), ("Aino Laine", "Aino"), ("name", "")),
        (("Name", "Surname"), ("Aino", "Laine"), ("first_name", "last_name")),
        (("Nimi", "Yritys"), ("Aino Laine", "Kone"), ("name", "organisation")),
        (
            ("Name", "Etunimi", "Sukunimi"),
            ("aino87", "Aino", "Laine"),
            ("", "first_name", "last_name"),
        ),
    ],
)
def test_name_is_what_the_columns_beside_it_leave(headers, cells, fields):
    wanted = {header: field for header, field in zip(headers, fields, strict=True) if field}
    assert told(list(headers), [cells]) == wanted


def test_the_headers_alone_say_enough_for_what_needs_no_cells():
    headers = ["Name", "E-mail", "Organisation", "Sector", "Role", "Badge", "Status"]
    assert told(headers, []) == {
        "Name": "name",
        "E-mail": "email",
        "Organisation": "organisation",
        "Sector": "sector",
        "Role": "job_title",
    }


def test_cells_say_what_a_header_does_not():
    rows = [["17", "Aino Laine", "aino@x.fi", "yritys"], ["18", "Eero Salmi", "", "asukas"]]
    assert told(["A", "B", "Foo", "Bar"], rows) == {"B": "name", "Foo": "email", "Bar": "sector"}
    plan = plan_columns(["Column 1", "Column 2", "Column 3"], [row[1:] for row in rows], False)
    assert plan.columns == {0: PersonField.NAME, 1: PersonField.EMAIL, 2: PersonField.SECTOR}


NO_HEADERS = [f"Column {n}" for n in range(1, 5)]


@pytest.mark.parametrize(
    ("order", "fields"),
    [
        ((0, 1), ("first_name", "last_name")),
        ((1, 0), ("last_name", "first_name")),
    ],
)
def test_without_headers_addresses_tell_first_from_last_names(order, fields):
    rows = [
        [*(one[at] for at in order), f"{one[0]}.{one[1]}@x.example", one[4]] for one in PEOPLE[:3]
    ]
    found = plan_columns(NO_HEADERS, rows, headed=False).columns
    assert [str(found[at]) for at in range(4)] == [*fields, "email", "organisation"]


def test_without_headers_a_single_word_is_no_name_by_itself():
    assert plan_columns(NO_HEADERS[:2], [one[:2] for one in PEOPLE], headed=False).columns == {}


def test_a_row_that_is_shorter_than_the_headers_is_read_all_the_same():
    assert told(["Name", "E-mail"], [["Aino Laine"], ["Eero Aho", "e@x.fi"]]) == {
        "Name": "name",
        "E-mail": "email",
    }


@pytest.mark.parametrize(
    ("header", "cells", "field"),
    [
        ("Name", ("Given Family 3", "Given Family 4", "Given Family 5"), "name"),
        ("Nimi", ("Guest 12", "Anna 2", "Anna 3"), "name"),
        ("Nom", ("Si Nguyen", "En Wang", "No Yoon"), "name"),
        ("First name", ("Given 1", "Given 2", "On"), "first_name"),
        ("Teilnehmer", ("Gast 1", "Gast 2", "Gast 3"), "name"),
        ("Organisation", ("No Limits Oy", "Y-säätiö", "On Stage 2"), "organisation"),
        ("Phone", ("+358 40 1234567 (work)", "tel. 050 123 4567", "09 1234 ext 12"), "phone"),
        ("E-mail", ("none", "not yet", "aino@quay.example"), "email"),
        ("Notes", ("12", "13", "yes"), "notes"),
    ],
)
def test_an_unmistakable_header_is_believed_whatever_figures_stand_below(header, cells, field):
    assert told([header], [[cell] for cell in cells]) == {header: field}


@pytest.mark.parametrize(
    "cells",
    [
        ("a@x.example", "b@x.example", "c@x.example"),
        ("12", "13", "14"),
        ("3 November 2026", "2026-11-03T18:00Z", "Nov. 5, 2026"),
        ("yes", "no", "yes"),
    ],
)
def test_what_is_clearly_something_else_is_no_name_below_any_header(cells):
    assert "name" not in told(["Name"], [[cell] for cell in cells]).values()


def test_a_name_that_is_mostly_empty_gives_way_to_a_column_with_names():
    names = ("Aino Laine", "Eero Aho", "Liisa Oja", "Pekka Niemi")
    people = [["" if at else "Aino", name] for at, name in enumerate(names)]
    assert told(["Name", "Who"], people) == {"Who": "name"}
    assert told(["Name", "Participant name"], people) == {"Participant name": "name"}
