"""Importing a roster and finding people at the door."""

import random
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.jobs import Jobs
from kdc_desktop.model import Organisation, Person, Session
from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.attendance import door
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import questions
from kdc_desktop.services.people.importing import import_people
from kdc_desktop.settings import ThemeMode
from kdc_desktop.storage import Database, open_database
from tests.benchmarks.conftest import Record, median_seconds
from tests.rooms.guest_list import expect
from tests.rooms.known_people import previewed

STARTS = datetime(2026, 11, 3, 18, 0, 0)
EVENING = Instant.of(STARTS, laptop_zone())
CONTACTS = 5_000
ROWS = 5_000


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    yield opened
    opened.close()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme()
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)
    return theme


def names(count: int) -> list[str]:
    rng = random.Random(1)
    parts = ["ai", "no", "ka", "lai", "ne", "mä", "ki", "sa", "lo", "vir", "ta"]
    word = lambda: "".join(rng.choices(parts, k=rng.randint(2, 4))).capitalize()  # noqa: E731
    return [f"{word()} {word()}" for _ in range(count)]


def fill(database: Database) -> int:
    with database.edit(lazy("Filled the club")) as edit:
        evening = Session(title="Evening", starts_at=STARTS)
        edit.add(evening)
        owners = [Organisation(name=f"Organisation {n}", sector="CPATR"[n % 5]) for n in range(300)]
        edit.add_all(owners)
        edit.flush()
        for owner, name in zip(cycle(owners), names(CONTACTS)):
            edit.add(Person(name=name, organisation_id=owner.id, created_at=EVENING))
        edit.flush()
        evening_id: int = evening.id
    known = [contact.person_id for contact in questions.contacts(database)]
    expect(database, evening_id, known[:300])
    return evening_id


GIVEN = ("Aino", "Eino", "Leo")
FAMILIES = ("Mäki", "Öberg", "Müller", "Hämäläinen", "Żółć", "García Márquez", "Lindström")


def spelled(number: int) -> str:
    """A name and an address, of which a third has none, and none is of one person alone."""
    rng = random.Random(number)
    given, family = rng.choice(GIVEN), rng.choice(FAMILIES)
    name = rng.choice((f"{given} {family}", f"{family} {given}", f"{given} Å. {family}"))
    return f"{name}," + ("" if number % 3 == 0 else f"p{rng.randrange(4_000)}@x.example")


LISTS: dict[str, Callable[[int, str], str]] = {
    "all of one organisation": lambda n, name: f"{name},p{n}@x.example,Org,Company",
    "all namesakes": lambda n, _name: f"{GIVEN[n % 3]} Laine,p{n}@x.example,Org,Company",
    "all at one address": lambda _n, name: f"{name},office@x.example,Org,Company",
    "namesakes spelled in every way": lambda n, _name: f"{spelled(n)},Org {n % 40},Company",
    "300 organisations": lambda n, name: f"{name},p{n}@x.example,Org {n % 300},Company",
}


def guest_list(folder: Path, kind: str) -> Path:
    lines = [LISTS[kind](n, name) for n, name in enumerate(names(ROWS))]
    sheet = folder / "roster.csv"
    sheet.write_text("\n".join(["Name,E-mail,Organisation,Sector", *lines]), encoding="utf-8")
    return sheet


@pytest.mark.parametrize("kind", LISTS)
def test_import_of_5000_people_with_preview(
    record: Record, database: Database, tmp_path: Path, kind: str
) -> None:
    sheet = guest_list(tmp_path, kind)

    def take_over() -> None:
        import_people(database, previewed(database, sheet))
        database.undo()

    seconds = median_seconds(take_over, 3)
    label = f"{ROWS:,} people, {kind}"
    record(f"import: preview, take over, undo | {label}", seconds, "s", None, "≤ 3 s")
    import_people(database, previewed(database, sheet))
    seconds = median_seconds(lambda: previewed(database, sheet), 3)
    record(f"import: preview the second time | {label}", seconds, "s", None, "≤ 3 s")
    again = previewed(database, sheet).counts
    assert (again.new, again.changed) == (0, 0)


def test_preview_of_5000_people_who_are_all_asked_about(
    record: Record, database: Database, tmp_path: Path
) -> None:
    import_people(database, previewed(database, guest_list(tmp_path, "300 organisations")))
    lines = [f"Somebody {name},p{n}@x.example," for n, name in enumerate(names(ROWS))]
    sheet = tmp_path / "others.csv"
    sheet.write_text("\n".join(["Name,E-mail,Organisation", *lines]), encoding="utf-8")
    seconds = median_seconds(lambda: previewed(database, sheet), 3)
    record(f"import: preview | {ROWS:,} people, all asked", seconds, "s", None, "≤ 3 s")
    assert previewed(database, sheet).counts.asked == ROWS


def test_a_key_typed_at_the_door(
    record: Record, database: Database, qtbot: QtBot, theme: Theme
) -> None:
    screen = CheckInScreen(theme, database, fill(database), PEOPLE.sheets, Jobs())
    qtbot.addWidget(screen)
    database.subscribe(screen.on_changes)
    screen.resize(900, 650)
    screen.show()
    typed = cycle(["a", "ai", "ain", "aino", "aino k", "org", "organisation 12", "zzz"])

    def key() -> None:
        screen.finder.find_edit.setText(next(typed))
        screen.repaint()

    label = f"{CONTACTS:,} contacts"
    record(f"check-in: a key | {label}", median_seconds(key, 24) * 1000, "ms", None, "≤ 50 ms")
    known = iter([contact.person_id for contact in questions.contacts(database)][:300])
    session_id = screen._session_id

    def enter() -> None:
        door.check_in(database, session_id, next(known))

    seconds = median_seconds(enter, 20)
    record(f"check-in: Enter, on disk and shown | {label}", seconds * 1000, "ms", None, "≤ 100 ms")
