"""Sectors are known by many words, and no name of an organisation is the choice of a sector."""

from pathlib import Path

import pytest

from kdc_desktop import i18n, paths
from kdc_desktop.domain.people.sector_guess import guess_sector, sector_said
from tests.catalogues import write_catalogue

CHOICES = {
    "C": """Company; Company or start-up; Startup; Yritys; Yritystä; Yrityksiä; Företag; Bedrift;
        Virksomhed; Unternehmen; Bedrijf; Entreprise; Empresa; Ettevõte; Private sector; SME""",
    "P": """City; City or public body; Municipality; Kaupunki; Kaupunkia; Kunta; Kommun; Kommune;
        Stadt; Gemeinde; Behörde; Gemeente; Ville; Mairie; Ciudad; Ayuntamiento; Linn;
        Public sector;
        Julkinen sektori; Offentlig sektor; Viranomainen""",
    "A": """University; University or research; Research; Yliopisto; Yliopistoa tai tutkimusta;
        Korkeakoulu; Högskola; Universitet; Forschung; Hochschule; Universiteit; Onderzoek;
        Université;
        Recherche; Universidad; Ülikool; Student; Opiskelija""",
    "T": """Association; Association or NGO; NGO; Non-profit; Third sector; Yhdistys; Järjestö;
        Järjestöä; Kolmas sektori; Förening; Forening; Verein; Vereniging; Stichting; ONG;
        Asociación;
        Mittetulundusühing; Foundation""",
    "R": """Resident; Resident of the area; Citizen; Asukas; Asukkaat; Itseäni asukkaana; Invånare;
        Boende; Innbygger; Borger; Bürger; Einwohnerin; Bewoner; Inwoner; Habitant; Vecina; Elanik;
        Private person; Privatperson; Yksityishenkilö""",
}


@pytest.mark.parametrize("letter", CHOICES)
def test_a_choice_names_its_sector_in_ten_languages(letter: str):
    choices = [choice.strip() for choice in CHOICES[letter].split(";")]
    assert {choice: sector_said(choice) for choice in choices} == dict.fromkeys(choices, letter)
    with_marks = [f"{choice};" for choice in choices]
    assert {choice: guess_sector(choice) for choice in with_marks} == dict.fromkeys(
        with_marks, letter
    )


@pytest.mark.parametrize(
    "name",
    [
        *["City of Helsinki", "Coast University", "Harbour Mobility Oy", "Kalasatama-seura ry"],
        *["Nordwerk AG", "Hem i Staden", "Burger King", "Aino Laine", "Stadt Bern", "banana", "17"],
        *["", "Student Union of Aalto", "Company; City"],
    ],
)
def test_no_name_of_an_organisation_is_a_choice(name: str):
    assert sector_said(name) is None


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        *[("C", "C"), ("Companies", "C"), ("Kala Oy", "C"), ("Nordwerk AG", "C")],
        *[("City of Helsinki", "P"), ("Stadt Bern", "P"), ("Helsingin kaupunki", "P")],
        *[("University of X", "A"), ("Coast University", "A"), ("Kallion lukio ja koulu", "A")],
        *[("Kylä ry", "T"), ("Kallion asukasyhdistys", "T"), ("Turnverein Bern", "T")],
        *[("", None), ("17", None), ("banana", None), ("Burger King", None), ("Greenloop", None)],
    ],
)
def test_the_name_of_an_organisation_often_tells_its_sector(text: str, letter: str | None):
    assert guess_sector(text) == letter


def test_what_the_program_calls_a_sector_names_it_in_english_and_in_the_language_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write_catalogue(
        tmp_path / "translations" / "eo" / "LC_MESSAGES" / "kdc-desktop.mo",
        {"Third sector": "Tria parto"},
    )
    monkeypatch.setattr(paths, "resource", tmp_path.joinpath)
    assert guess_sector("Tria parto") is None
    i18n.use("eo")
    try:
        assert [guess_sector(name) for name in ("Tria parto", "Third sector")] == ["T", "T"]
    finally:
        i18n.use(i18n.ENGLISH)
