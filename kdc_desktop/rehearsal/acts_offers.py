"""The rehearsal of offers and needs: some are said, some meet, and one is read aloud."""

from PySide6.QtCore import Qt

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.offers.offers_screen import OffersScreen
from kdc_desktop.services.attendance.questions import attendances

SAID = (
    ("A dry room on the ground floor for twenty bikes.", ""),
    ("", "A dry room where our bikes stand in winter."),
    ("Two developers, a day a week.", "People over seventy who test our app."),
    ("", "Somebody who knows how a permit for a yard is asked for."),
    ("A newsletter that four thousand households read.", ""),
)
"""What the first of those who are there offer, and what they need."""


def offers(scene: Scene) -> None:
    """Some say what they offer and need; what fits meets, and a hand goes up for another."""
    hands, screen = scene.hands, scene.screen(OffersScreen)
    here = _who_is_here(scene)
    for name, (offered, needed) in zip(here, SAID, strict=False):
        scene.clock.later(scene.lots.uniform(15, 40))
        hands.type(screen.who_edit, name)
        hands.key(screen.who_edit, Qt.Key.Key_Return)
        if offered:
            hands.type(screen.offers_edit, offered)
        if needed:
            hands.type(screen.needs_edit, needed)
        hands.key(screen.needs_edit if needed else screen.offers_edit, Qt.Key.Key_Return)
    hands.wait_for("what fits", lambda: screen.is_painted)
    hands.look("offers and needs")
    _match(scene, screen)
    _read_aloud(scene, screen, here[-1:])


def _who_is_here(scene: Scene) -> list[str]:
    rows = attendances(scene.database, scene.session_id)
    return [row.name for row in rows if row.state is AttendanceState.PRESENT]


def _match(scene: Scene, screen: OffersScreen) -> None:
    """Those whose words fit find each other."""
    fitting = [line for line in screen.lines.needs if line.likely and not line.met]
    for line in fitting[:1]:
        screen.needs_table.select_key(line.key)
        scene.hands.key(screen.needs_table, Qt.Key.Key_M)
        scene.hands.look("offers and needs, two have met")


def _read_aloud(scene: Scene, screen: OffersScreen, helpers: list[str]) -> None:
    """The last need that nobody meets: somebody raises a hand."""
    hands, page = scene.hands, screen.reading.page
    still = [line for line in screen.lines.needs if not line.met and not line.key.is_role]
    for line, helper in zip(still[-1:], helpers, strict=False):
        screen.needs_table.select_key(line.key)
        hands.key(screen.needs_table, Qt.Key.Key_R)
        hands.look("a need is read aloud")
        hands.key(page, Qt.Key.Key_H)
        hands.type(page.helper_edit, helper)
        hands.key(page.helper_edit, Qt.Key.Key_Return)
        hands.look("a hand has gone up")
        hands.key(page, Qt.Key.Key_Escape)
