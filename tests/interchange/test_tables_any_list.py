"""Lists as chance makes them: whatever is around people, nobody is lost and nothing is somebody."""

import csv
import random
from pathlib import Path

import pytest
from openpyxl import Workbook  # noqa: TID253 - it makes the sheets, so it starts with it

from kdc_desktop.interchange.tables import SheetTable, read_tables

GIVEN = [
    "Aino",
    "Mikko",
    "Åsa",
    "José",
    "Liisa",
    "Jürgen",
    "Mei-Ling",
    "Noor",
    "Ülle",
    "Bo",
    "Ødegård",
]
FAMILY = ["Laine", "Öberg", "García Márquez", "van der Berg", "O'Brien", "Lindström", "Li", "Tamm"]
PLACES = ["Harbour Mobility Oy", "City of Helsinki", "Coast University", "Nordwerk AG", "", "NGO"]
COLUMNS = {
    "organisation": ["Organisation", "Yritys", "Företag", "Firma", "Bedrijf", "Entreprise"],
    "phone": ["Phone", "Puhelin", "Telefonnummer", "Téléphone", "Teléfono", "Telefoon"],
    "sector": ["Sector", "Sektori", "Gruppe", "Secteur", "Grupo", "Rühm"],
    "date": ["Registered", "Ilmoittautunut", "Anmeldedatum", "Inscrit le", "Aikaleima", "When?"],
    "number": ["#", "Nro", "Order #", "Ticket ID", "Bestellnummer", "No."],
    "words": ["Anything else?", "Lisätietoja", "Övrigt", "Sonstiges", "Remarque", "Wishes"],
    "blank": ["Diet", "Allergiat", "Kost", "Essen", "Dieet", "Régime"],
}
NAMES = ["Name", "Nimi", "Namn", "Navn", "Naam", "Nom", "Nombre", "Your name", "Participant name"]
MAILS = ["E-mail", "Sähköposti", "E-post", "E-Mail-Adresse", "Courriel", "Correo electrónico"]
TITLES = ["Participants of the evening", "Kalasatama Developers Club 4/2025", "Status 3.11.2025"]


def cell(kind: str, chance: random.Random, place: int) -> str:
    return {
        "organisation": chance.choice(PLACES),
        "phone": chance.choice(["", f"+358 40 555 {place:04}", f"040{place:07}"]),
        "sector": chance.choice(["Company", "City", "University", "Resident"]),
        "date": f"2025-11-{place % 28 + 1:02} 09:15",
        "number": str(1_000 + place),
        "words": chance.choice(["", "No nuts, please;\nvegetarian", "I come late", "-"]),
        "blank": "",
    }[kind]


def made_up(chance: random.Random) -> tuple[list[list[str]], list[str], bool]:
    """The rows of a list, the names in it, and whether it has a header row."""
    count = chance.randrange(2, 30)
    names = [f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}" for _ in range(count)]
    kinds = chance.sample(sorted(COLUMNS), chance.randrange(0, 6))
    kinds[chance.randrange(len(kinds) + 1) : 0] = ["name"]
    mailed = chance.random() < 0.7
    if mailed:
        kinds.insert(chance.randrange(len(kinds) + 1), "mail")
    words = {kind: chance.choice(headers) for kind, headers in COLUMNS.items()}
    words |= {"name": chance.choice(NAMES), "mail": chance.choice(MAILS)}
    headed = chance.random() < 0.7
    rows = [[words[kind] for kind in kinds]] if headed else []
    for place, name in enumerate(names):
        known = {"name": name, "mail": f"p{place}@mail.example" if chance.random() < 0.9 else ""}
        rows.append([known[k] if k in known else cell(k, chance, place) for k in kinds])
        if chance.random() < 0.1:
            rows.append([""] * len(kinds))
    return rows, names, headed


def around(rows: list[list[str]], chance: random.Random, headed: bool) -> list[list[str]]:
    """The list with titles above it and a total below it, as people keep them."""
    wide = len(rows[0])
    above = [[title] for title in chance.sample(TITLES, chance.randrange(3))] if headed else []
    if above and chance.random() < 0.5:
        above.append([])
    below = (
        [["Total", *[""] * (wide - 2), str(len(rows))]]
        if wide > 2 and chance.random() < 0.4
        else []
    )
    return [*above, *rows, *below]


def saved(path: Path, rows: list[list[str]], chance: random.Random) -> Path:
    if path.suffix == ".xlsx":
        book = Workbook()
        for row in rows:
            book["Sheet"].append([text or None for text in row])
        book.save(path)
        return path
    with path.open(
        "w", encoding=chance.choice(["utf-8", "utf-8-sig", "utf-16"]), newline=""
    ) as out:
        csv.writer(out, delimiter=chance.choice(";,\t")).writerows(rows)
    return path


def people(table: SheetTable) -> list[tuple[str, ...]]:
    return [row for place, row in enumerate(table.rows) if place not in table.totals]


@pytest.mark.parametrize("seed", range(120))
def test_nobody_is_lost_and_nothing_is_somebody(tmp_path, seed: int) -> None:
    chance = random.Random(seed)
    rows, names, headed = made_up(chance)
    ending = chance.choice([".csv", ".xlsx"])
    path = saved(tmp_path / f"list{ending}", around(rows, chance, headed), chance)
    (table,) = read_tables(path).tables
    assert table.headed == headed
    found = people(table)
    assert len(found) == len(names)
    for row, name in zip(found, names, strict=True):
        assert name in row
