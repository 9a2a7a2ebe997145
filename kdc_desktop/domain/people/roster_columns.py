"""Guess what the columns of a roster mean, in English, Finnish, Swedish and German."""

from collections.abc import Mapping, Sequence
from functools import cache

from kdc_desktop.domain.kit.text import clean, fold
from kdc_desktop.domain.people.sectors import SECTORS

# Folded as by `fold`: no case, no diacritics. Whole headers first, then words within a header.
_HEADERS: Mapping[str, tuple[str, ...]] = {
    "email": (
        *("email", "e mail", "mail", "email address", "e mail address", "sahkoposti"),
        *(
            "sahkopostiosoite",
            "epost",
            "e post",
            "e postadress",
            "epostadress",
            "mejl",
            "mailadresse",
        ),
        *("e mail adresse", "email adresse"),
    ),
    "first_name": (
        *("first name", "firstname", "given name", "forename", "etunimi", "fornamn", "vorname"),
        "tilltalsnamn",
    ),
    "last_name": (
        *("last name", "lastname", "surname", "family name", "sukunimi", "efternamn", "nachname"),
        "familienname",
    ),
    "department": (
        *("department", "dept", "unit", "division", "team", "osasto", "yksikko", "avdelning"),
        *("enhet", "abteilung", "bereich", "toimiala"),
    ),
    "sector": (
        *("sector", "sektori", "sektor", "stakeholder group", "stakeholder type", "category"),
        *("ryhma", "sidosryhma", "kategori", "kategoria", "kategorie", "type", "group", "grupp"),
        "organisation type",
    ),
    "organisation": (
        *("organisation", "organization", "company", "employer", "affiliation", "institution"),
        *("organisaatio", "yritys", "tyonantaja", "yhteiso", "foretag", "arbetsgivare", "bolag"),
        *("firma", "unternehmen", "arbeitgeber", "einrichtung", "org"),
    ),
    "role": (
        *("role", "title", "job title", "position", "rooli", "tehtava", "titteli", "nimike"),
        *("roll", "titel", "befattning", "rolle", "funktion"),
    ),
    "badge": (
        *("badge", "badge code", "badge number", "code", "ticket", "ticket number", "koodi"),
        *("tunniste", "nimilappu", "rintanappi", "kod", "namnbricka", "ausweis", "namensschild"),
    ),
    "name": (
        *("name", "full name", "participant", "person", "attendee", "nimi", "koko nimi"),
        *("osallistuja", "namn", "fullstandigt namn", "deltagare", "teilnehmer", "teilnehmerin"),
        "vollstandiger name",
    ),
}

# Beginnings of words, and whole words after "=". The first sector with a hit wins.
_SECTOR_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "R",
        (
            *("resident", "citizen", "inhabitant", "neighbour", "neighbor", "private person"),
            *("asukas", "asukka", "kansalai", "kaupunkilai", "kuntalai", "yksityishenk"),
            *("invanare", "boende", "medborgar", "privatperson", "bewohner", "einwohner"),
            *("anwohner", "burger"),
        ),
    ),
    (
        "T",
        (
            *("association", "=ngo", "=ngos", "nonprofit", "non profit", "not for profit"),
            *("charit", "third sector", "foundation", "voluntary", "civil society", "union"),
            *("yhdisty", "jarjest", "=ry", "saatio", "kolmas sektori", "forening", "ideell"),
            *("stiftelse", "tredje sektor", "verein", "=ev", "stiftung", "verband", "gemeinnutz"),
        ),
    ),
    (
        "A",
        (
            *("universit", "academ", "research", "scien", "college", "school", "student"),
            *("polytechnic", "institute", "yliopisto", "korkeakoulu", "ammattikorkea"),
            *("tutkimus", "tutkija", "oppilaito", "koulu", "opiskeli", "hogskol", "forskning"),
            *("forskar", "skola", "akadem", "hochschul", "forschung", "fachhochschul", "schule"),
            "wissenschaft",
        ),
    ),
    (
        "C",
        (
            *("compan", "startup", "start up", "business", "enterprise", "corporat", "private"),
            *("industr", "sme", "firm", "=ltd", "=inc", "=llc", "=plc", "yrity", "yrittaj"),
            *("=oy", "=oyj", "=tmi", "=ab", "foretag", "bolag", "naringsliv", "unternehm"),
            *("=gmbh", "=ag", "wirtschaft"),
        ),
    ),
    (
        "P",
        (
            *(
                "=city",
                "=cities",
                "public",
                "municip",
                "government",
                "council",
                "state",
                "authorit",
            ),
            *("agency", "ministr", "kaupunki", "kaupungi", "kunta", "kunna", "julki", "virasto"),
            *("ministeri", "viranomai", "valtio", "=stad", "=staden", "kommun", "offentlig"),
            *("myndighet", "=stadt", "stadtverwaltung", "gemeinde", "behord", "verwaltung"),
            "offentlich",
        ),
    ),
)


def guess_sector(text: str) -> str | None:
    """The letter of the sector that a word such as "yritys" or "NGO" stands for; None if unsure.

    What the program itself calls a sector, in English or in the language in use, is sure.
    """
    folded = fold(text)
    called = _called(tuple(sector.name for sector in SECTORS))
    if folded in called:
        return called[folded]
    words = f" {folded} "
    for letter, hints in _SECTOR_WORDS:
        if any(f" {h[1:]} " in words if h.startswith("=") else f" {h}" in words for h in hints):
            return letter
    return None


@cache
def _called(names: tuple[str, ...]) -> Mapping[str, str]:
    return {
        fold(word): sector.letter
        for sector, name in zip(SECTORS, names, strict=True)
        for word in (sector.letter, sector.title.message, name)
    }


def guess_columns(
    headers: Sequence[str], sample_rows: Sequence[Sequence[str]] = ()
) -> dict[str, int]:
    """Which column (from 0) holds which field; fields not recognised are left out.

    Headers decide; where they say nothing, the cells of the sample rows find e-mail, sector, name.
    """
    folded = [fold(header) for header in headers]
    columns: dict[str, int] = {}
    for by_part in (False, True):
        for field, words in _HEADERS.items():
            if field in columns:
                continue
            for index, header in enumerate(folded):
                if index not in columns.values() and _says(header, words, by_part):
                    columns[field] = index
                    break
    _guess_from_cells(columns, sample_rows)
    if "first_name" in columns and "last_name" in columns:
        columns.pop("name", None)
    return columns


def _says(header: str, words: Sequence[str], by_part: bool) -> bool:
    if by_part:
        return any(f" {word} " in f" {header} " for word in words)
    return header in words


def _guess_from_cells(columns: dict[str, int], rows: Sequence[Sequence[str]]) -> None:
    checks = (
        ("email", lambda cell: "@" in cell and " " not in cell),
        ("sector", lambda cell: len(cell.split()) < 4 and guess_sector(cell) is not None),
        ("name", _like_a_name),
    )
    for field, fits in checks:
        named = field == "name" and {"first_name", "last_name"} & set(columns)
        if field in columns or named:
            continue
        for index in range(max((len(row) for row in rows), default=0)):
            cells = [clean(row[index]) for row in rows if index < len(row) and clean(row[index])]
            taken = index in columns.values()
            if cells and not taken and sum(map(fits, cells)) >= 0.8 * len(cells):
                columns[field] = index
                break


def _like_a_name(cell: str) -> bool:
    words = cell.replace("-", " ").replace("'", "").replace("’", "").split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() and word.isalpha() for word in words)
