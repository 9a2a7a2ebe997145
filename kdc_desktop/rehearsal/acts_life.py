"""The rehearsal of letting go: a consortium goes on by itself, and is heard of now and then."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.consortia.club_screen import ClubScreen
from kdc_desktop.screens.consortia.wiring import CLUB_CONSORTIA
from kdc_desktop.screens.visions.life_page import LifePage
from kdc_desktop.screens.visions.view import UnderVision
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.questions import consortia_with_visions

NOTE = "They meet on the first Monday of the month, in the library."


def open_vision(scene: Scene, consortium_id: int) -> VisionScreen:
    """The vision of a consortium, from the list of the whole club."""
    hands = scene.hands
    hands.club.window.go(CLUB_CONSORTIA)
    club = scene.screen(ClubScreen)
    club.table.select_key(consortium_id)
    hands.key(club.table, Qt.Key.Key_Return)
    return scene.screen(VisionScreen)


def tick(scene: Scene, box: QCheckBox) -> None:
    """A click on the box itself, however wide its words are."""
    scene.hands.click(box, QPoint(8, box.height() // 2))


def sign_of_life(scene: Scene, consortium_id: int, text: str, said_by: str) -> None:
    """Somebody tells how a consortium does; it is written down in a line."""
    hands, screen = scene.hands, open_vision(scene, consortium_id)
    signs = _page(scene, screen).signs
    hands.type(signs.text_edit, text)
    hands.type(signs.said_edit, said_by)
    hands.key(signs.said_edit, Qt.Key.Key_Return)
    if scene.first("sign of life"):
        hands.look("a sign of life")
    hands.key(screen, Qt.Key.Key_G)


def let_go(scene: Scene) -> None:
    """The first consortium has what it needs, says so, and goes on by itself."""
    hands, screen = scene.hands, scene.screen(VisionScreen)
    found = consortia_with_visions(scene.database, scene.session_id)
    if not found:
        return
    screen.show_consortium(found[0].id)
    form = _page(scene, screen).form
    hands.look("let go, what it has")
    tick(scene, form.contacts)
    assert screen.view.page is not None
    leads = [one.name for one in screen.view.page.members if one.role == MemberRole.LEAD]
    hands.type(form.said_edit, (leads or [one.name for one in screen.view.page.members])[0])
    hands.type(form.note_edit, NOTE)
    hands.look("let go, who says so")
    hands.click(form.button)
    hands.look("let go")
    hands.club.window.go(CLUB_CONSORTIA)
    hands.look("the club's consortia, one let go")
    hands.key(scene.screen(ClubScreen), Qt.Key.Key_F6)  # back to the stage


def _page(scene: Scene, screen: VisionScreen) -> LifePage:
    """The page of letting go; in its stage it stands there by itself."""
    if screen.view.look is not UnderVision.LIFE:
        scene.hands.key(screen, Qt.Key.Key_G)
    return screen.under.life.page
