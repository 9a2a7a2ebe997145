"""The rehearsal of minutes given back: guessed in the beginning, measured later."""

from PySide6.QtCore import Qt

from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.consortia.club_screen import ClubScreen
from kdc_desktop.screens.gains.gain_dialog import GainDialog
from kdc_desktop.services.consortia.choosing import people_to_choose

GUESSED, MEASURED = 0, 1
GUESSES = ((18, 240), (7, 700), (12, 110))
"""Minutes a day, and how many people have them back, of the first consortia."""
MEASURE = (15, 210)


def guess_gains(scene: Scene, club: ClubScreen, keys: list[int]) -> None:
    """Somebody of each says how much it may give back."""
    for place, (key, guess) in enumerate(zip(keys, GUESSES, strict=False)):
        _say(scene, club, key, GUESSED, guess, looked_at=not place)
    scene.hands.look("the club's consortia, with what they may give back")


def measure_a_gain(scene: Scene, club: ClubScreen, keys: list[int]) -> None:
    """The first one has counted."""
    for key in keys[:1]:
        _say(scene, club, key, MEASURED, MEASURE)
    scene.hands.look("the club's consortia, one has measured")


def _say(
    scene: Scene,
    club: ClubScreen,
    key: int,
    way: int,
    said: tuple[int, int],
    *,
    looked_at: bool = False,
) -> None:
    hands, (minutes, people) = scene.hands, said
    club.select(key)
    hands.key(club.table, Qt.Key.Key_G)
    dialog = next(one for one in club.findChildren(GainDialog) if one.isVisible())
    hands.pick(dialog.way_choice, way)
    hands.type(dialog.minutes_edit, str(minutes))
    hands.type(dialog.minutes_least_edit, str(round(minutes * 0.6)))
    hands.type(dialog.minutes_most_edit, str(round(minutes * 1.5)))
    hands.type(dialog.people_edit, str(people))
    hands.type(dialog.said_edit, min(people_to_choose(scene.database)))
    if looked_at:
        hands.look("minutes given back, a guess", dialog)
    hands.click(dialog.keep_button)
