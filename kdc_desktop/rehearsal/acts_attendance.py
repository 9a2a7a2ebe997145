"""The rehearsal of the door: a roster comes in, people arrive, some unforeseen, some leave."""

import csv
from pathlib import Path

from PySide6.QtCore import Qt

from kdc_desktop.domain.people.made_up import MadeUpPerson
from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.screens.people.import_dialog import PeopleImportDialog

REGISTERED = 0.9  # of those who come; the others are walk-ins
STAY_AWAY = 0.08  # of those registered


def write_roster(path: Path, people: list[MadeUpPerson]) -> None:
    """The list of those who registered, as an organiser would send it."""
    with path.open("w", newline="", encoding="utf-8") as file:
        sheet = csv.writer(file, delimiter=";")
        sheet.writerow(("Name", "E-mail", "Organisation", "Sector"))
        sheet.writerows((one.name, one.email, one.organisation, one.sector) for one in people)


def check_in(scene: Scene) -> None:
    """Import the roster, then check people in by typing their names."""
    hands = scene.hands
    screen = scene.screen(CheckInScreen)
    hands.look("check-in, nobody yet")
    registered = scene.people[: max(5, round(len(scene.people) * REGISTERED))]
    roster = scene.plan.out / "roster.csv"
    write_roster(roster, registered)
    _import(scene, screen, roster)
    arriving = [one for one in registered if scene.lots.random() >= STAY_AWAY]
    arriving += scene.people[len(registered) :]
    scene.lots.shuffle(arriving)
    for place, person in enumerate(arriving):
        _arrive(scene, screen, person, known=person in registered)
        if place == len(arriving) // 3:
            hands.type(screen.find_edit, arriving[place + 1].name[:4])
            hands.look("check-in, people arrive")
            screen.find_edit.clear()
    hands.look("check-in, the room is full")
    _leave_and_come_back(scene, screen, arriving[:2])


def _leave_and_come_back(scene: Scene, screen: CheckInScreen, leaving: list[MadeUpPerson]) -> None:
    """Two go out; one of them is back before the evening begins."""
    hands, control = scene.hands, Qt.KeyboardModifier.ControlModifier
    for person in leaving:
        scene.clock.later(60)
        hands.type(screen.find_edit, person.name)
        hands.key(screen.find_edit, Qt.Key.Key_L, control)
    scene.clock.later(120)
    hands.type(screen.find_edit, leaving[0].name)
    hands.key(screen.find_edit, Qt.Key.Key_B, control)
    hands.look("check-in, one has left")


def _import(scene: Scene, screen: CheckInScreen, roster: Path) -> None:
    hands = scene.hands
    hands.click(screen.import_button)
    dialog = hands.find(PeopleImportDialog, "import_dialog", screen)
    dialog.show_file(roster)
    hands.wait_for("the rows of the roster", dialog.import_button.isEnabled)
    hands.look("import people", dialog)
    hands.click(dialog.import_button)
    hands.wait_for("the people of the roster", lambda: not hands.club.jobs.busy)


def _arrive(scene: Scene, screen: CheckInScreen, person: MadeUpPerson, *, known: bool) -> None:
    hands = scene.hands
    scene.clock.later(scene.lots.uniform(4, 20))
    if known:
        hands.type(screen.find_edit, person.name)
    else:
        where = f", {person.organisation}" if person.organisation else ""
        hands.type(screen.find_edit, person.name + where)
    hands.key(screen.find_edit, Qt.Key.Key_Return)
    if screen.find_edit.text():
        # An unknown organisation: the sector that is proposed will do.
        hands.key(screen.find_edit, Qt.Key.Key_Return)
