"""Lists in letters of one byte, as old programs and Macs write them: no letter is lost."""

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.interchange.code_pages import read_by_page
from kdc_desktop.interchange.csv_in import plain_text

NORDIC = "Name;Email\nÄijö Yläpää;a@x.fi\nÅke Öst;b@x.fi\nJürgen Groß;c@x.de\nAndré Wärn;d@x.se\n"
WESTERN = (
    NORDIC,
    "Name,Email\nÅke Öst,a@x.se\n",
    "Name\nÄijö Yläpää\n",
    "Name\nSøren Østergård\nBjørk Håkansson\n",
    "Idee\nBüros öffnen für alle\n",
)


@pytest.mark.parametrize("page", ["cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize("text", WESTERN)
def test_western_letters_are_read_whoever_wrote_them(page: str, text: str) -> None:
    assert plain_text(text.encode(page), "list.csv") == text


@pytest.mark.parametrize("text", [WESTERN[0], WESTERN[1], WESTERN[4]])
def test_letters_of_old_american_programs_are_read(text: str) -> None:
    assert plain_text(text.encode("cp437"), "list.csv") == text


def test_eastern_letters_are_read() -> None:
    text = "Imię;Nazwisko;Uczestnictwo\nŁukasz;Żółć;Tak\nŚwięta;Ńowa;Nie\n"
    assert plain_text(text.encode("cp1250"), "list.csv") == text


@pytest.mark.parametrize(
    "text",
    [
        "Tšehov, Žanna",
        "Ann’s “tram” – 5 €, §3, 20 °C, m², ½, Foo™, …and so on",
        "”Raitiovaunu” ja ”lautta”",
        "„Größe“ für £20, ¿Qué? 1º",
        "ÄITI ja ISÄ, McÅse",
        "Łódź"[2:3] + "voir d’été, cœur, Noël – NAÏVE",
    ],
)
def test_what_is_written_today_stays_as_it_is(text: str) -> None:
    assert read_by_page(text.encode("cp1252", "ignore")) == text.encode("cp1252", "ignore").decode(
        "cp1252"
    )


def test_what_no_page_reads_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match="Save it as UTF-8"):
        plain_text(
            b"Name\nJ\xe4rvel\xe4 and many more names that are read well \x81 M\xe4kel\xe4\n", "l"
        )
