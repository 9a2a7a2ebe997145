"""Made-up people and organisations for the rehearsal and the sample: same seed, same people."""

import random
from dataclasses import dataclass

from kdc_desktop.domain.people.sectors import LETTERS

_FIRST = """
Aino Eero Liisa Onni Helmi Väinö Elli Toivo Saara Oskari Ilona Mikko Petra Åsa Björn Sofia
Matti Leena Jukka Anneli Pekka Tuula Markku Ritva Olli Päivi Henrik Karin Lars Maija Antti
Noora Samuel Amina Yusuf Fatima Jamal Nadia Igor Olga Miguel Lucía Chen Mei Arjun Priya
Kofi Ama Hana Yuki
"""
_LAST = """
Laine Salmi Oja Virtanen Korhonen Mäkinen Nieminen Heikkinen Koskinen Järvinen Lehtonen
Saarinen Niemi Rantanen Hämäläinen Lindström Öhman Ängeslevä Nyström Bergman Hassan Nguyen
Petrov García Wang Singh Mensah Tanaka Ahmed Kallio Ranta Suominen Toivonen Aalto Karjalainen
"""
FIRST, LAST = _FIRST.split(), _LAST.split()
ORGANISATIONS = (
    ("Harbour Mobility", "C"),
    ("District Heat", "C"),
    ("Nordic Data Centre", "C"),
    ("Start-up House", "C"),
    ("North Insurance", "C"),
    ("Baltic Sensors", "C"),
    ("Ferry Line", "C"),
    ("Yard Robotics", "C"),
    ("Green Roof Builders", "C"),
    ("City, Transport", "P"),
    ("City, Buildings", "P"),
    ("City, Environment", "P"),
    ("Regional Transport", "P"),
    ("University, Urban Lab", "A"),
    ("University, Law Clinic", "A"),
    ("Polytechnic, Food", "A"),
    ("Cyclists' Association", "T"),
    ("Urban Gardeners", "T"),
    ("Street Artists", "T"),
    ("Pensioners' Union", "T"),
)
# About as the club is: half companies, and residents who come as themselves.
SHARES = {"C": 42, "P": 15, "A": 10, "T": 13, "R": 20}


@dataclass(frozen=True)
class MadeUpPerson:
    """Somebody who does not exist; residents have no organisation."""

    name: str
    email: str
    organisation: str
    sector: str


def made_up_people(count: int, seed: int) -> list[MadeUpPerson]:
    """Different people, every sector among the first ones, shares as in a real club."""
    lots = random.Random(seed)  # noqa: S311 - a rehearsal must be repeatable
    taken: set[str] = set()
    people = []
    for place in range(count):
        sector = (
            LETTERS[place]
            if place < len(LETTERS)
            else lots.choices(list(SHARES), weights=list(SHARES.values()))[0]
        )
        name = _new_name(lots, taken)
        homes = [title for title, of in ORGANISATIONS if of == sector]
        organisation = lots.choice(homes) if homes else ""
        address = name.lower().replace(" ", ".").encode("ascii", "ignore").decode()
        people.append(MadeUpPerson(name, f"{address}@example.org", organisation, sector))
    return people


def _new_name(lots: random.Random, taken: set[str]) -> str:
    while True:
        name = f"{lots.choice(FIRST)} {lots.choice(LAST)}"
        if len(taken) >= len(FIRST) * len(LAST) // 2:
            name = f"{name} {len(taken)}"
        if name not in taken:
            taken.add(name)
            return name
