"""A header that denies turns its yes and no around; where that is not certain, nothing is read."""

from kdc_desktop.domain.people.columns import plan_columns
from kdc_desktop.domain.people.roster import RosterPerson, person_from_row
from kdc_desktop.domain.people.standing import Standing

ANSWERS = {
    "en": ("yes", "no"),
    "fi": ("Kyllä", "Ei"),
    "sv": ("Ja", "Nej"),
    "nb": ("Ja", "Nei"),
    "de": ("Ja", "Nein"),
    "nl": ("Ja", "Nee"),
    "fr": ("Oui", "Non"),
    "es": ("Sí", "No"),
    "et": ("Jah", "Ei"),
    "da": ("Ja", "Nej"),
    "ticks": ("x", "0"),
}
NO_PHOTO = """
    May not be photographed|I do not consent to be photographed|Ei saa kuvata|En suostu kuvaamiseen
    |Får ej fotograferas|Får inte fotograferas
    |Vill inte bli fotograferad
    |Darf nicht fotografiert werden|Ich möchte nicht fotografiert werden
    |Mag niet gefotografeerd worden|Ne souhaite pas de photos|No quiero fotos|Ei soovi fotosid
    |Photo consent (tick if you do NOT want to be photographed)|I don't want photos
    |Ei saa kuvata / Får ej fotograferas
"""
NO_PHOTO_OUT = """
    No photos please|Do not photograph|Opt out of photos|Declined to be photographed
    |No photo consent|Må ikke fotograferes
    |Photo consent withdrawn|Kuvauskielto|Älä kuvaa|Ingen fotografering|Keine Fotos|Geen foto
    |Pas de photos|No fotos|Photo refused
"""
NO_CONTACT = """
    May not be contacted|I do not consent to be contacted|Cannot be contacted|Ei saa kontaktoida
    |Får ej kontaktas|Vill inte ha nyhetsbrev|Darf nicht kontaktiert werden
    |Mag niet contacteren|Ne souhaite pas être contacté|No quiero boletin|Ei soovi uudiskiri
"""
NO_CONTACT_OUT = """
    Do not contact|Refuses contact|Contact opt-out|Opted out|Unsubscribed|Markkinointikielto
    |Suoramarkkinointikielto|Kontakta ej|Nicht kontaktieren|Ne pas contacter|No contactar
    |Do not email|No newsletter
"""
AWAY = """
    Unable to attend|Not attending|Not coming|Will not attend|Can't come|Cannot attend|Absent
    |En osallistu|Ei osallistu|Ei pääse paikalle|Estynyt|Kommer inte|Deltar inte|Deltar ej
    |Frånvarande|Deltager ikke|Kommer ikke|Kann nicht kommen|Ich nehme nicht teil|Komt niet
    |Neemt niet deel|Ne viendra pas|Ne participe pas|No asistirá|No viene|Ei osale|Ei tule
    |Declined to attend|Cancelled|Peruttu|Peruutettu
"""
UNCLEAR = """
    Photo consent (x = no)|May we contact you? If not, leave blank
    |Photos ok, but not to be published|En halua, että minua kuvataan
    |I agree to be contacted, my data will not be sold|Do not opt out of photos|Not contacted
    |Could not be contacted|No objection to photos|Photo consent: no|Coming / not coming
    |If not attending, why?|Not attending dinner|Not on waiting list|Not cancelled
    |I consent to photos (do not tick otherwise)
    |May we contact you about non-commercial events?|Attending the evening (no cost)
    |Saako ottaa yhteyttä? En halua kuvia|I agree to photos (no effect on participation)
"""
PLAIN = """
    May we take photos of you? (yes/no)|Saako sinua kuvata (kyllä/ei)?|Photo consent Yes / No
    |Får vi fotografera dig (ja eller nej)?|May we take photos of you or not?|Valokuvauslupa
"""


def people(header: str, *cells: str) -> list[RosterPerson]:
    headers = ["Name", header]
    rows = [(name, cell) for name, cell in zip(("Aino Laine", "Bo Ek"), cells, strict=True)]
    plan = plan_columns(headers, rows)
    return [person_from_row(row, headers, plan) for row in rows]


def headers(text: str) -> list[str]:
    return [" ".join(one.split()) for one in text.split("|")]


def test_below_a_header_that_denies_yes_refuses_a_consent_and_no_only_gives_what_was_asked():
    wrong = []
    for text, field, no_gives in (
        (NO_PHOTO, "photo_consent", "yes"),
        (NO_PHOTO_OUT, "photo_consent", ""),
        (NO_CONTACT, "contact_consent", "yes"),
        (NO_CONTACT_OUT, "contact_consent", ""),
    ):
        for header in headers(text):
            for answers in ANSWERS.values():
                found = [getattr(one, field) for one in people(header, *answers)]
                if found != ["no", no_gives]:
                    wrong.append((header, answers, found))
    assert not wrong


def test_below_a_header_that_denies_yes_says_who_is_away():
    away_first = [Standing.NOT_COMING, Standing.COMING]
    wrong = [
        (header, answers)
        for header in headers(AWAY)
        for answers in ANSWERS.values()
        if [one.standing for one in people(header, *answers)] != away_first
    ]
    assert not wrong


def test_a_header_of_which_it_is_not_certain_what_it_denies_is_not_read():
    for header in headers(UNCLEAR):
        found = plan_columns(["Name", header], [("Aino Laine", "yes"), ("Bo Ek", "no")])
        assert found.columns == {0: "name"}, header


def test_a_header_that_offers_yes_and_no_denies_nothing():
    for header in headers(PLAIN):
        assert [one.photo_consent for one in people(header, "yes", "no")] == ["yes", "no"], header


def test_a_cell_below_a_header_that_denies_is_heard_in_its_own_words():
    for header, cell, consent, notes in (
        ("Unsubscribed", "2026-03-01", "no", ""),
        ("Do not contact", "Do not contact", "no", ""),
        ("May not be contacted", "No, you may", "", "May not be contacted: No, you may"),
        ("Photo consent", "withdrawn", "no", ""),
    ):
        told = people(header, cell, "yes")[0]
        assert (told.contact_consent or told.photo_consent, told.notes) == (consent, notes), cell
    for header, cell, standing in (
        ("Not attending", "No, I am coming", Standing.UNSURE),
        ("Cancelled at", "2026-03-01 10:00", Standing.NOT_COMING),
        ("Påmeldt", "Nei", Standing.NOT_COMING),
    ):
        assert people(header, cell, "yes")[0].standing is standing, cell
