"""The rehearsal of a later evening: who is back, what happened since, and where all stand now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kdc_desktop.audience.polls.kiosk.paper import PaperWidget
from kdc_desktop.domain.visions.states import Engagement, ReservationState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.rehearsal.acts_kiosk import at_kiosk
from kdc_desktop.rehearsal.acts_life import tick
from kdc_desktop.rehearsal.acts_visions import answer, promise, write
from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.screens.sessions.begin_dialog import BeginDialog
from kdc_desktop.screens.visions.answer_ticks import AnswerTick
from kdc_desktop.screens.visions.estimate_card import EstimateCard
from kdc_desktop.screens.visions.since_screen import SinceScreen
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.attendance.questions import attendances
from kdc_desktop.services.visions.pulses import pulses
from kdc_desktop.services.visions.questions import consortia_with_visions
from kdc_desktop.services.visions.speakers import speakers_of_asking, speakers_of_pulse

CAME_AGAIN = 24
"""More than so many need not be seen to arrive."""
THIRD = (
    "By next winter every yard that wants it has two bikes and a trailer, insured, stored indoors "
    "and repaired by a neighbour, so that each of us wins back one hour a day."
)
OF_THE_PROJECT = {
    "who": "The allotments of the district",
    "change": "grow tomatoes in winter with heat that warms nobody today",
    "so_that": "families eat fresh food without a trip out of town",
    "by_when": "the second winter",
    "how_known": "thirty families harvest in January",
}
CONTENT = 2.6
"""How far a consortium moves that is let go at the end."""
FALLS = 2
"""Which consortium somebody turns away from in the last evening."""
STAKES = (
    "No trip that takes longer than today.",
    "Nobody has to store a bike on the stairs.",
    "A claim that we can insure.",
)


def take_up_all(dialog: BeginDialog) -> None:
    """Tick every consortium that is offered."""
    dialog.take_table.setFocus()
    dialog.take_table.selectAll()


def check_in(scene: Scene) -> None:
    """Those who were there before are expected: most of them come, and nobody else."""
    hands, screen = scene.hands, scene.screen(CheckInScreen)
    expected = [row for row in attendances(scene.database, scene.session_id) if not row.arrived_at]
    scene.lots.shuffle(expected)
    coming = expected[: min(CAME_AGAIN, max(3, round(len(expected) * 0.8)))]
    for person in coming:
        scene.clock.later(scene.lots.uniform(4, 20))
        hands.type(screen.find_edit, person.name)
        hands.key(screen.find_edit, Qt.Key.Key_Return)
        screen.find_edit.clear()
    hands.look("check-in, they are back")


def since(scene: Scene) -> None:
    """The room reads what happened since last time; one line is left out, and told after all."""
    hands, screen = scene.hands, scene.screen(SinceScreen)
    hands.look("since we last met")
    if screen.lines_table.current_row() is not None:
        hands.key(screen.lines_table, Qt.Key.Key_Space)
        hands.look("since we last met, a line left out")
        hands.key(screen.lines_table, Qt.Key.Key_Space)
    scene.clock.later(240)


def visions(scene: Scene) -> None:
    """Each consortium is asked again, or for the first time; the second one takes its pulse."""
    screen = scene.screen(VisionScreen)
    found = consortia_with_visions(scene.database, scene.session_id)
    again = scene.first("asked again")
    for place, consortium in enumerate(found):
        screen.show_consortium(consortium.id)
        if not consortium.version_number:
            _write_in_steps(scene, screen)
        elif place == 0 and again:
            _answer_reservations(scene, screen)
        falls = place == FALLS and not again
        kindness = 1.2 if again or place else CONTENT
        _ask(scene, screen, kindness, at_the_kiosk=place == 0, falls=falls)
        if place == 0:
            promise(scene, screen)
            if not again:
                _lift(scene, screen)
            _look_at_the_ledger(scene, screen)
            _stakes(scene, screen, again=not again)
            _estimate(scene, screen)
        if place == 1:
            _pulse(scene, screen)


def _answer_reservations(scene: Scene, screen: VisionScreen) -> None:
    """The next version says which worries it is meant to answer."""
    hands, editor = scene.hands, screen.editor
    hands.key(screen, Qt.Key.Key_W)
    for tick_of in editor.findChildren(AnswerTick)[:2]:
        tick(scene, tick_of.box)
    hands.look("vision, a version that answers reservations")
    write(scene, screen, THIRD)


def _lift(scene: Scene, screen: VisionScreen) -> None:
    """Those who minded say that they do not any more."""
    assert screen.view.page is not None
    for row in [one for one in screen.view.page.reservations if one.is_unsettled]:
        name = f"{ReservationState.LIFTED}_{row.id}"
        scene.hands.click(scene.hands.find(QPushButton, name, screen.panel))


def _ask(
    scene: Scene, screen: VisionScreen, kindness: float, *, at_the_kiosk: bool, falls: bool
) -> None:
    hands, bar = scene.hands, screen.asking.bar
    scene.clock.later(120)
    hands.key(screen, Qt.Key.Key_A)
    if at_the_kiosk:
        hands.look("asking, nobody has answered")
        speakers = speakers_of_asking(scene.database, _asking(screen))
        names = list({one.member_id: one.name for one in reversed(speakers)}.values())
        at_kiosk(scene, bar.kiosk_button, names[:3], lambda paper: _level(scene, paper), "asking")
        hands.look("asking, three have answered at the kiosk")
    answer(scene, screen, kindness, falls=falls)
    if at_the_kiosk:
        hands.look("asking, revealed")


def _asking(screen: VisionScreen) -> int:
    """The asking that is open."""
    asking = screen.view.page.asking if screen.view.page is not None else None
    if asking is None or asking.id is None:
        raise UserError(_("The rehearsal waited in vain: {what}.", what="an open asking"))
    return asking.id


def _level(scene: Scene, paper: PaperWidget) -> None:
    """One of the upper levels, by its own number."""
    scene.hands.key(paper, Qt.Key(Qt.Key.Key_0.value + scene.lots.choice((7, 7, 8))))


def _look_at_the_ledger(scene: Scene, screen: VisionScreen) -> None:
    hands = scene.hands
    hands.key(screen, Qt.Key.Key_L)
    hands.look("ledger")
    hands.key(screen, Qt.Key.Key_L)


def _write_in_steps(scene: Scene, screen: VisionScreen) -> None:
    """The first version of the project, in five short lines."""
    hands, editor = scene.hands, screen.editor
    scene.clock.later(300)
    if not editor.is_open:
        hands.key(screen, Qt.Key.Key_W)
    for key, line in editor.guided.steps.lines.items():
        hands.type(line, OF_THE_PROJECT[key])
    hands.look("vision, written step by step")
    hands.key(editor.text_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _stakes(scene: Scene, screen: VisionScreen, *, again: bool) -> None:
    """What some members want, and how far the version serves it."""
    hands, page = scene.hands, screen.under.stakes.page
    hands.key(screen, Qt.Key.Key_K)
    for place, stake in enumerate([] if again else STAKES[: page.member_combo.count()]):
        page.member_combo.setCurrentIndex(place)
        hands.type(page.text_edit, stake)
        hands.key(page.text_edit, Qt.Key.Key_Return)
    hands.key(page.table, Qt.Key.Key_Home)
    for key in (Qt.Key.Key_S, Qt.Key.Key_P, Qt.Key.Key_S if again else Qt.Key.Key_N):
        hands.key(page.table, key)
        hands.key(page.table, Qt.Key.Key_Down)
    hands.look("stakes")
    hands.key(screen, Qt.Key.Key_K)


def _estimate(scene: Scene, screen: VisionScreen) -> None:
    """What the facilitator thinks of it, for nobody else's eyes."""
    hands = scene.hands
    hands.key(screen.matrix, Qt.Key.Key_Home)
    for _member in range(3):
        sees = scene.lots.choice((Engagement.NEUTRAL, Engagement.SUPPORTIVE, Engagement.RESISTANT))
        card = hands.find(EstimateCard, "estimate_card", screen.panel.usual)
        hands.choose(card.now, sees)
        hands.choose(card.needed, Engagement.SUPPORTIVE)
        hands.key(screen.matrix, Qt.Key.Key_Down)


def _pulse(scene: Scene, screen: VisionScreen) -> None:
    """Five short questions at the kiosk, revealed together."""
    hands, page = scene.hands, screen.under.pulse.page
    hands.key(screen, Qt.Key.Key_U)
    hands.click(page.next_button)
    assert screen.view.page is not None
    taken = pulses(scene.database, screen.view.page.consortium_id)[-1]
    speakers = speakers_of_pulse(scene.database, taken.id)
    names = list({one.member_id: one.name for one in reversed(speakers)}.values())
    at_kiosk(scene, page.kiosk_button, names, lambda paper: _steps(scene, paper), "pulse")
    hands.click(page.next_button)
    hands.look("pulse")
    hands.key(screen, Qt.Key.Key_U)


def _steps(scene: Scene, paper: PaperWidget) -> None:
    for question in range(1, len(paper.ballot.options) + 1):
        for _step in range(scene.lots.choice((2, 3, 4, 4, 5))):
            scene.hands.key(paper, Qt.Key(Qt.Key.Key_0.value + question))
