"""The rehearsal of the vote: kiosk, papers by hand and a show of hands in one poll."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSpinBox

from kdc_desktop.audience.polls.kiosk.paper import PaperWidget
from kdc_desktop.rehearsal.acts_kiosk import at_kiosk
from kdc_desktop.rehearsal.acts_methods import other_ways
from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.services.polls import electors as poll_electors
from kdc_desktop.services.polls.rows import VoterRow

AT_KIOSK, BY_HAND = 0.6, 0.25
DOTS = 5
WINNERS = 4


def vote(scene: Scene) -> None:
    """Prepare the poll, open it, let people vote in three ways, close it."""
    hands, screen = scene.hands, scene.screen(PollScreen)
    hands.look("poll, nothing asked yet")
    hands.click(screen.pages.empty.button)
    page = screen.pages.plan_page
    hands.type(page.question_edit, "What shall we start this winter?")
    if not page.choice_list.chosen:
        hands.click(page.first_button)
    hands.pick(page.secrecy_choice, 1)
    hands.look("poll, prepared")
    hands.click(page.open_button)
    poll = screen.poll
    assert poll is not None
    voters = poll_electors.electorate(scene.database, poll.id)
    scene.lots.shuffle(voters)
    first, second = round(len(voters) * AT_KIOSK), round(len(voters) * (AT_KIOSK + BY_HAND))
    _at_kiosk(scene, screen, voters[:first])
    _by_hand(scene, screen, voters[first:second])
    _show_of_hands(scene, screen, len(voters) - second)
    hands.look("poll, the votes come in")
    hands.click(screen.head.close_button)
    asked = hands.club.window.findChild(QPushButton, "close_poll_anyway")
    if asked is not None:  # somebody has not voted
        hands.click(asked)
    hands.wait_for("the end of the vote", screen.pages.closed_page.isVisible)
    hands.look("poll, closed and hidden")


def result(scene: Scene) -> None:
    """Reveal, look at the weakest sector, mark the winners, and vote in other ways."""
    hands, screen = scene.hands, scene.screen(PollScreen)
    hands.click(screen.pages.closed_page.button)
    hands.look("result")
    hands.pick(screen.pages.result_page.choices.order_choice, 1)
    hands.key(screen, Qt.Key.Key_F5)  # show the room this
    hands.look("result, by the weakest sector")
    hands.pick(screen.pages.result_page.choices.order_choice, 0)
    hands.key(screen, Qt.Key.Key_F6)  # back to the stage
    hands.number(screen.pages.result_page.further.first_spin, WINNERS)
    hands.click(screen.pages.result_page.further.first_button)
    hands.look("result, winners marked")
    other_ways(scene)


def _at_kiosk(scene: Scene, screen: PollScreen, voters: list[VoterRow]) -> None:
    scene.hands.look("poll, open")
    names = [voter.name for voter in voters]
    at_kiosk(scene, screen.head.kiosk_button, names, partial(_mark, scene), "kiosk")


def _by_hand(scene: Scene, screen: PollScreen, voters: list[VoterRow]) -> None:
    hands, page = scene.hands, screen.pages.open_page
    for place, voter in enumerate(voters):
        scene.clock.later(scene.lots.uniform(5, 15))
        page.search_edit.clear()
        hands.type(page.search_edit, voter.name)
        hands.key(page.search_edit, Qt.Key.Key_Return)
        _mark(scene, page.paper.paper)
        if place == len(voters) // 2:
            hands.look("poll, a paper by hand")
        hands.key(page.paper.paper, Qt.Key.Key_Return)


def _mark(scene: Scene, paper: PaperWidget) -> None:
    """Give the dots: the first options are liked more, and everybody likes something else too."""
    options = len(paper.ballot.options)
    for _ in range(min(DOTS, options)):
        liked = min(int(scene.lots.expovariate(1 / (1 + options / 3))), options - 1)
        if options <= 9:
            scene.hands.key(paper, Qt.Key(Qt.Key.Key_1.value + liked))
        else:
            scene.hands.type(paper, f"{liked + 1:0{len(str(options))}d}")


def _show_of_hands(scene: Scene, screen: PollScreen, people: int) -> None:
    hands = scene.hands
    people = max(0, people - 1)
    if not people:
        return
    hands.click(screen.head.hands_button)
    panel = screen.pages.open_page.hands
    hands.number(panel.people_spin, people)
    left = people * DOTS
    for spin in panel.findChildren(QSpinBox):
        if spin is not panel.people_spin:
            raised = min(left, scene.lots.randint(0, people))
            hands.number(spin, raised)
            left -= raised
    hands.look("poll, a show of hands")
    hands.click(panel.save_button)
