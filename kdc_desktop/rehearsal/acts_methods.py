"""The rehearsal of other ways to vote: each is held once, with half of the room, and revealed."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QSpinBox

from kdc_desktop.audience.polls.kiosk.paper import PaperWidget
from kdc_desktop.domain.polls.method import PaperKind
from kdc_desktop.domain.polls.presets import presets
from kdc_desktop.rehearsal.acts_kiosk import at_kiosk
from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.polls.plan_page import PlanPage
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.services.polls import electors as poll_electors
from kdc_desktop.services.polls.rows import VoterRow

WAYS = {
    "ranking": "In which order shall we begin?",
    "majority_judgment": "How good is each for our street?",
    "budget": "What do we spend the 100 on?",
}
"""By starting point: what is asked."""
AT_KIOSK, LEAST_BY_HAND, MOST_BY_HAND = 1, 5, 24
TOTAL, COST = 100, 30


def other_ways(scene: Scene) -> None:
    """A ranking, six words and a budget on the same options, then the temperature of the room."""
    for key, question in WAYS.items():
        _hold(scene, key, question)
    _temperature(scene)


def _hold(scene: Scene, key: str, question: str) -> None:
    hands, screen = scene.hands, scene.screen(PollScreen)
    _act(screen, "new_poll")
    page = screen.pages.plan_page
    hands.type(page.question_edit, question)
    _begin_from(scene, page, key)
    hands.look(f"{key}, prepared")
    hands.click(page.open_button)
    poll = screen.poll
    assert poll is not None
    voters = poll_electors.electorate(scene.database, poll.id)
    scene.lots.shuffle(voters)
    names = [voter.name for voter in voters[:AT_KIOSK]]
    at_kiosk(scene, screen.head.kiosk_button, names, partial(_mark, scene), f"{key}, kiosk")
    papers = min(MOST_BY_HAND, max(LEAST_BY_HAND, len(voters) // 2))
    _by_hand(scene, screen, voters[AT_KIOSK : AT_KIOSK + papers])
    _reveal(scene, screen, key)


def _begin_from(scene: Scene, page: PlanPage, key: str) -> None:
    hands, combo = scene.hands, page.rule_fields.preset_combo
    hands.key(combo, Qt.Key.Key_Home)
    for _step in range(1 + [one.key for one in presets()].index(key)):
        hands.key(combo, Qt.Key.Key_Down)
    if page.rule_fields.total_spin.isVisible():
        hands.number(page.rule_fields.total_spin, TOTAL)
        spins = [one for one in page.lines_scrolled.findChildren(QSpinBox) if one.isVisible()]
        for place, spin in enumerate(spins):
            hands.number(spin, COST + 5 * (place % 5))
    hands.pick(page.secrecy_choice, 0)


def _by_hand(scene: Scene, screen: PollScreen, voters: list[VoterRow]) -> None:
    hands, page = scene.hands, screen.pages.open_page
    for voter in voters:
        scene.clock.later(scene.lots.uniform(5, 15))
        page.search_edit.clear()
        hands.type(page.search_edit, voter.name)
        hands.key(page.search_edit, Qt.Key.Key_Return)
        _mark(scene, page.paper.paper)
        hands.key(page.paper.paper, Qt.Key.Key_Return)


def _mark(scene: Scene, paper: PaperWidget) -> None:
    _PAPERS[paper.ballot.kind](scene, paper)


def _mark_some(scene: Scene, paper: PaperWidget) -> None:
    _type_options(scene, paper, 2)


def _mark_in_order(scene: Scene, paper: PaperWidget) -> None:
    """The first are liked more: everybody turns some of the order of the paper around."""
    _type_options(scene, paper, len(paper.ballot.options) - 1)


def _type_options(scene: Scene, paper: PaperWidget, count: int) -> None:
    options = len(paper.ballot.options)
    liked = sorted(range(1, options + 1), key=lambda at: at + scene.lots.uniform(0, options))
    for number in liked[:count]:
        if options <= 9:
            scene.hands.key(paper, Qt.Key(Qt.Key.Key_0.value + number))
        else:
            scene.hands.type(paper, f"{number:0{len(str(options))}d}")


def _say_levels(scene: Scene, paper: PaperWidget) -> None:
    for place, _spot in enumerate(paper.ballot.spots):
        level = max(1, min(5, round(scene.lots.gauss(4 - place / 2, 1))))
        scene.hands.key(paper, Qt.Key(Qt.Key.Key_0.value + level))


_PAPERS: Mapping[PaperKind, Callable[[Scene, PaperWidget], None]] = {
    PaperKind.MARKS: _mark_some,
    PaperKind.ORDER: _mark_in_order,
    PaperKind.LEVELS: _say_levels,
}


def _temperature(scene: Scene) -> None:
    """One key asks for a fist to five on what is on the screen; hands are counted."""
    hands, screen = scene.hands, scene.screen(PollScreen)
    _act(screen, "take_the_temperature")
    panel = screen.pages.open_page.hands
    poll = screen.poll
    assert poll is not None
    left = len(poll_electors.electorate(scene.database, poll.id))
    levels = [one for one in panel.findChildren(QSpinBox) if one is not panel.people_spin]
    for spin in levels[::-1][:4]:
        raised = min(left, 1 + left // 3)
        hands.number(spin, raised)
        left -= raised
    hands.look("temperature, hands are counted")
    hands.click(panel.save_button)
    _reveal(scene, screen, "temperature")


def _reveal(scene: Scene, screen: PollScreen, key: str) -> None:
    hands = scene.hands
    hands.click(screen.head.close_button)
    asked = hands.club.window.findChild(QPushButton, "close_poll_anyway")
    if asked is not None:  # somebody has not voted
        hands.click(asked)
    hands.wait_for("the end of the vote", screen.pages.closed_page.isVisible)
    hands.click(screen.pages.closed_page.button)
    hands.key(screen, Qt.Key.Key_F5)  # show the room this
    hands.look(f"{key}, result")
    hands.key(screen, Qt.Key.Key_F6)  # back to the stage


def _act(screen: PollScreen, name: str) -> None:
    action = screen.findChild(QAction, f"act_{name}")
    assert action is not None
    action.trigger()
