"""The rehearsal of obstacles: what holds consortia back is noted, goes on, and one is solved."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.i18n import date_text
from kdc_desktop.instants import day_of
from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.consortia.club_screen import ClubScreen
from kdc_desktop.screens.obstacles.obstacle_dialog import ObstacleDialog
from kdc_desktop.screens.obstacles.obstacles_screen import ObstaclesScreen
from kdc_desktop.screens.obstacles.wiring import OBSTACLES
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.services.obstacles.owners import possible_owners

HELD_BACK = (
    (ObstacleKind.PERMIT, "The yard is protected; the racks need a permit.", "Ask for a visit"),
    (ObstacleKind.FUNDING, "The insurance is paid for one year only.", "Write to two foundations"),
    (ObstacleKind.POLITICAL_DECISION, "The committee decides in autumn.", "Speak to its chair"),
)
"""Of which kind, what it is, and what is done next."""
SOLVED = "The museum of the city has agreed."


def note_obstacles(scene: Scene, club: ClubScreen, keys: list[int]) -> None:
    """Somebody tells what the first consortia wait for."""
    hands, owners = scene.hands, list(possible_owners(scene.database))
    step_on = day_of(scene.database.now(), club_zone_of(scene.database)) + timedelta(weeks=8)
    for place, (key, (kind, text, step)) in enumerate(zip(keys, HELD_BACK, strict=False)):
        club.table.select_key(key)
        hands.key(club.table, Qt.Key.Key_O)
        dialog = _dialog(club)
        hands.type(dialog.text_edit, text)
        hands.choose(dialog.kind_combo, kind)
        hands.type(dialog.owner_edit, owners[place])
        hands.type(dialog.step_edit, step)
        hands.type(dialog.day_edit, date_text(step_on))
        hands.type(dialog.said_edit, owners[place])
        if not place:
            hands.look("an obstacle is noted", dialog)
        hands.click(dialog.keep_button)
    hands.look("the club's consortia, with what holds them back")


def go_on_with_obstacles(scene: Scene) -> None:
    """The oldest one is solved; the next step of another is a new one."""
    hands = scene.hands
    hands.club.window.go(OBSTACLES)
    screen = scene.screen(ObstaclesScreen)
    hands.look("obstacles of the club")
    rows = [row for row in screen.rows if row.solved_on is None]
    for row in rows[:1]:
        screen.select(row.id)
        hands.key(screen.table, Qt.Key.Key_D)
        dialog = _dialog(screen)
        hands.type(dialog.note_edit, SOLVED)
        hands.click(dialog.keep_button)
    for row in rows[1:2]:
        screen.select(row.id)
        hands.key(screen.table, Qt.Key.Key_N)
        dialog = _dialog(screen)
        hands.type(dialog.note_edit, "One of them has asked for a plan of the next three years.")
        hands.click(dialog.keep_button)
    hands.look("obstacles of the club, one is solved")


def _dialog(screen: QWidget) -> ObstacleDialog:
    """The one that is open: those before may not be gone yet."""
    return next(one for one in screen.findChildren(ObstacleDialog) if one.isVisible())
