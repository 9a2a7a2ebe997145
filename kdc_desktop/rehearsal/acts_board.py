"""The rehearsal of the board: ideas come in and find their clusters."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.board.import_dialog import IdeaImportDialog

TYPED = (
    "Night bus that waits for the last metro",
    "A tool library in the school basement",
    "Cargo bikes that a whole block can book for an hour",
    "Share a cargo bike per yard",
    "A cargo bike that two day-care centres lend each other",
    "Permits for pop-up pilots in five days",
    "A rooftop greenhouse on waste heat from the data centre",
    "One ticket for ferry, tram and bike",
    "Every new resident gets a local guide for a month",
    "Open the gym to neighbours in the evening",
    "A repair café beside the playground",
    "Parcel lockers at every stop, so that nobody waits at home",
    "Sensors that tell when the yard needs snow cleared",
)
"""What people say when no sheet of ideas is given; the first few are said in any case.

Three of those say the same, so that merging asks first.
"""

THEMES = (
    ("Getting around", ("bus", "bike", "traffic", "walk", "transport", "road", "metro")),
    ("Parks and nature", ("park", "green", "tree", "trail", "garden", "river")),
    ("A home for everybody", ("hous", "homeless", "apartment", "rent")),
    ("Learning", ("school", "educat", "universit", "librar", "teach")),
    ("Work and shops", ("business", "job", "restaurant", "shop", "store")),
    ("Together", ("communit", "divers", "welcom", "neighbo", "inclusive")),
)


def ideas(scene: Scene) -> None:
    """Silence first, then a sheet of ideas if there is one, and some that people call out."""
    hands, screen = scene.hands, scene.screen(BoardScreen)
    hands.look("ideas, the board is empty")
    hands.key(screen.view, Qt.Key.Key_S)
    given = scene.plan.ideas
    count = 5 if given else min(len(scene.people), 4 * len(TYPED))
    authors = [one.name for one in scene.people]
    for place in range(count):
        said = TYPED[place % len(TYPED)]
        again = f" ({place // len(TYPED) + 1})" if place >= len(TYPED) else ""
        _say(scene, screen, said + again, scene.lots.choice(authors))
    hands.look("ideas, silent")
    hands.key(screen.view, Qt.Key.Key_S)
    if given is not None:
        screen.idea_import.look_at(given)
        hands.wait_for(
            "the preview of the ideas", lambda: screen.findChild(IdeaImportDialog) is not None
        )
        dialog = screen.findChild(IdeaImportDialog)
        assert dialog is not None
        hands.look("import ideas", dialog)
        hands.click(dialog.import_button)
        hands.wait_for("the ideas of the sheet", lambda: not hands.club.jobs.busy)
    hands.key(screen.view, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    hands.look("ideas, all on the board")


def _say(scene: Scene, screen: BoardScreen, text: str, author: str) -> None:
    hands = scene.hands
    scene.clock.later(scene.lots.uniform(10, 30))
    hands.key(screen.view, Qt.Key.Key_N)
    hands.type(screen.floats.quick_add.idea_edit, text)
    hands.type(screen.floats.quick_add.idea_edit, " @")
    hands.type(screen.floats.quick_add.author_edit, author)
    hands.key(screen.floats.quick_add.author_edit, Qt.Key.Key_Return)
    hands.key(screen.floats.quick_add.idea_edit, Qt.Key.Key_Return)
    hands.key(screen.floats.quick_add.idea_edit, Qt.Key.Key_Escape)


def clusters(scene: Scene) -> None:
    """Find what belongs together by a word, and make a cluster of it; then merge two that agree."""
    hands, screen = scene.hands, scene.screen(BoardScreen)
    for name, words in THEMES:
        scene.clock.later(60)
        if not _gather(scene, screen, words[0]):
            continue
        hands.key(screen.view, Qt.Key.Key_C)
        screen.in_place.name_editor.selectAll()
        hands.type(screen.in_place.name_editor, name)
        hands.key(screen.in_place.name_editor, Qt.Key.Key_Return)
        number = len(screen.view.contents.clusters)
        for word in words[1:]:
            if _gather(scene, screen, word):
                hands.key(screen.view, Qt.Key(Qt.Key.Key_0.value + number))
    if _gather(scene, screen, "cargo bike"):
        _merge(scene, screen)
    hands.key(screen.view, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    hands.key(screen.view, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    hands.look("clusters")
    hands.key(screen.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    hands.look("clusters, close up")


def _merge(scene: Scene, screen: BoardScreen) -> None:
    """Lay the selected ideas on one; of several that is asked first."""
    hands = scene.hands
    hands.key(screen.view, Qt.Key.Key_M)
    asked = screen.window().findChild(QPushButton, "merge_ideas_anyway")
    if asked is not None:
        hands.look("clusters, merge several", asked.window())
        hands.click(asked)


def _gather(scene: Scene, screen: BoardScreen, word: str) -> bool:
    """Select every idea in no cluster that has this word; False when there is none."""
    hands = scene.hands
    hands.key(screen.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    screen.floats.finder.find_edit.clear()
    hands.type(screen.floats.finder.find_edit, word)
    hands.key(
        screen.floats.finder.find_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    return bool(screen.view.selection)
