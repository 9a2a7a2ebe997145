"""The rehearsal of vision and buy-in: two versions, and where every member stands on each."""

from PySide6.QtCore import Qt

from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.visions.position_dialog import PositionDialog
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.questions import consortia_with_visions

FIRST = (
    "By spring everybody in the district can use it in a minute, so that each of us wins back "
    "one hour a day."
)
SECOND = (
    "By spring everybody in the district can use it in a minute, insured and stored indoors, "
    "so that each of us wins back one hour a day without losing a winter day."
)
REASONS = (
    "It only makes sense if it is locked indoors at night.",
    "We have no budget before the summer.",
    "The permit is not ours to give.",
)
MOVES = (
    "A named person at the city who decides.",
    "One month of a trial with ten households.",
    "A page that says who pays for repairs.",
)
READINGS = (
    "For us it is a reason to open the yard to the neighbours.",
    "For us it means fewer vans, and a claim that we can insure.",
)
GIFTS = ("Two bikes and a week of repairs", "A heated room until the spring", "The permits")


def visions(scene: Scene) -> None:
    """Every consortium writes and answers a first version; the first two write a second."""
    hands, screen = scene.hands, scene.screen(VisionScreen)
    hands.look("vision, not written yet")
    found = consortia_with_visions(scene.database, scene.session_id)
    for place, consortium in enumerate(found):
        screen.show_consortium(consortium.id)
        write(scene, screen, FIRST)
        if place == 0:
            hands.look("vision, version 1")
        answer(scene, screen, kindness=0.0)
        if place > 1:
            continue
        write(scene, screen, SECOND)
        answer(scene, screen, kindness=1.5)
        promise(scene, screen)
        hands.look(f"buy-in, consortium {place + 1}")
    if found:
        screen.show_consortium(found[0].id)
        hands.key(screen, Qt.Key.Key_C)
        hands.look("vision, versions compared")


def promise(scene: Scene, screen: VisionScreen) -> None:
    """One member says what the vision means for it, and what it gives by when."""
    hands = scene.hands
    hands.key(screen.matrix, Qt.Key.Key_R)
    first = next(iter(screen.readings.edits.values()))
    hands.click(first.viewport())
    first.selectAll()
    hands.type(first, scene.lots.choice(READINGS))
    if scene.first("readings"):
        hands.look("vision, readings")
    hands.key(first, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.view.page is not None
    made = len(screen.view.page.commitments)
    given, meets = screen.panel.commitments, screen.panel.commitments.meets_combo
    hands.choose(given.member_combo, given.member_combo.itemData(made % given.member_combo.count()))
    hands.type(given.what_edit, GIFTS[made % len(GIFTS)])
    if meets.count() > 1:
        hands.choose(meets, meets.itemData(1))
    hands.key(given.what_edit, Qt.Key.Key_Return)
    hands.key(screen, Qt.Key.Key_R)


def write(scene: Scene, screen: VisionScreen, text: str) -> None:
    """The next version of the vision."""
    hands = scene.hands
    scene.clock.later(240)
    if not screen.editor.is_open:
        hands.key(screen, Qt.Key.Key_W)
    screen.editor.text_edit.selectAll()
    hands.type(screen.editor.text_edit, text)
    hands.key(screen.editor.text_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def answer(scene: Scene, screen: VisionScreen, kindness: float, *, falls: bool = False) -> None:
    """Members say where they stand, most of them, and the room sees it; the first one may fall."""
    hands = scene.hands
    assert screen.view.page is not None
    members = sum(member.is_asked for member in screen.view.page.members)
    for place in range(members):
        if place == members - 1 and scene.lots.random() < 0.5:
            break  # one has not answered yet
        if place == 0:
            hands.key(screen.matrix, Qt.Key.Key_N)
        scene.clock.later(scene.lots.uniform(10, 40))
        level = max(1, min(8, round(scene.lots.gauss(5.5 + kindness, 1.4))))
        before = _stood(screen)
        level = max(1, before - 3) if falls and not place else max(level, before - 1)
        if level <= 4:
            _explain(scene, screen, level)
        else:
            hands.key(screen.matrix, Qt.Key(Qt.Key.Key_0.value + level))
    hands.key(screen.matrix, Qt.Key.Key_V)


def _stood(screen: VisionScreen) -> int:
    """Where the member stood that is asked now; 0 of who has said nothing yet."""
    here = screen.matrix.current()
    levels = here[0].levels if here is not None else ()
    return next((level for level in reversed(levels) if level), 0)


def _explain(scene: Scene, screen: VisionScreen, level: int) -> None:
    hands = scene.hands
    hands.key(screen.matrix, Qt.Key.Key_Return)
    dialog = next(one for one in screen.findChildren(PositionDialog) if one.isVisible())
    hands.click(dialog.levels.button(level))
    hands.type(dialog.reason_edit, scene.lots.choice(REASONS))
    hands.type(dialog.move_edit, scene.lots.choice(MOVES))
    hands.key(dialog.reservation_check, Qt.Key.Key_Space)
    hands.type(dialog.reservation_edit, scene.lots.choice(REASONS))
    if scene.first("position dialog"):
        hands.look("buy-in, a position", dialog)
    hands.click(dialog.save_button)
