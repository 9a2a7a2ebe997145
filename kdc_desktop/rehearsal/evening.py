"""The whole evening, stage after stage, as its agenda says."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from kdc_desktop.domain.people.made_up import made_up_people
from kdc_desktop.instants import laptop_zone
from kdc_desktop.rehearsal import (
    acts_attendance,
    acts_board,
    acts_consortia,
    acts_offers,
    acts_polls,
    acts_tables,
    acts_visions,
)
from kdc_desktop.rehearsal.clock import RehearsalClock
from kdc_desktop.rehearsal.hands import Hands
from kdc_desktop.rehearsal.later import play_later
from kdc_desktop.rehearsal.plan import RehearsalPlan
from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.rehearsal.walking import walk
from kdc_desktop.screens.chains.wiring import CHAINS
from kdc_desktop.screens.consortia.wiring import CLUB_CONSORTIA, NETWORK
from kdc_desktop.screens.obstacles.wiring import OBSTACLES
from kdc_desktop.screens.sessions.home_screen import HomeScreen
from kdc_desktop.screens.sessions.new_session_dialog import NewSessionDialog
from kdc_desktop.screens.sessions.programme_dialog import ProgrammeDialog
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.workbook.export import export_workbook

PROGRAMME = "A smart city together"
TITLE = "Innovators' Club, November"
GOAL = "One more hour a day for everybody"
ACTS: dict[str, Callable[[Scene], None]] = {
    "check_in": acts_attendance.check_in,
    "ideas": acts_board.ideas,
    "cluster": acts_board.clusters,
    "poll": acts_polls.vote,
    "result": acts_polls.result,
    "tables": acts_tables.tables,
    "offers": acts_offers.offers,
    "interests": acts_consortia.interests,
    "consortia": acts_consortia.consortia,
    "vision": acts_visions.visions,
}

WHAT_THE_CLUB_HAS_SET_GOING = (CLUB_CONSORTIA, OBSTACLES, NETWORK, CHAINS)


class Evening:
    """Plays what the agenda holds; a kind of stage without an act is shown and passed."""

    def __init__(
        self, plan: RehearsalPlan, hands: Hands, lots: Random, clock: RehearsalClock
    ) -> None:
        people = made_up_people(plan.people, plan.seed)
        self._scene = Scene(plan, hands, lots, clock, people)
        self._hands, self._window = hands, hands.club.window

    def play(self, workbook: Path) -> None:
        """From the empty Home to the workbook: of the evening, or of all of the year."""
        hands, plan = self._hands, self._scene.plan
        self._window.showNormal()  # it fills a screen that is smaller
        self._window.resize(*plan.size)
        self._window.activateWindow()
        QTest.qWaitForWindowActive(self._window, 2000)
        hands.look("home")
        if plan.evenings > 1:
            self._set_goal()
        if plan.session_id is None:
            self._plan_session()
        else:
            self._window.open_session(plan.session_id)
        hands.look("agenda")
        walk(self._scene, ACTS)
        self._look_around()
        for number in range(2, plan.evenings + 1):
            play_later(self._scene, number)
        if plan.evenings > 1:
            self._look_around()
            export_workbook(hands.club.database, workbook, WORKBOOK)
            return
        hands.club.files.export_to(workbook)
        hands.wait_for("the workbook", lambda: workbook.is_file() and not hands.club.jobs.busy)

    def _set_goal(self) -> None:
        """What the year is for, as the palette asks for it."""
        hands, home = self._hands, self._window.screen_shown
        action = home.findChild(QAction, "act_set_programme")
        assert action is not None
        action.trigger()
        dialog = hands.find(ProgrammeDialog, "programme_dialog", home)
        hands.type(dialog.name_edit, PROGRAMME)
        hands.type(dialog.goal_edit, GOAL)
        hands.number(dialog.target_spin, 60)
        hands.type(dialog.unit_edit, "minutes a day")
        hands.number(dialog.people_spin, 1000)
        hands.look("goal of the programme", dialog)
        hands.click(dialog.keep_button)

    def _plan_session(self) -> None:
        hands, home = self._hands, self._window.screen_shown
        assert isinstance(home, HomeScreen)
        hands.click(home.new_button)
        dialog = hands.find(NewSessionDialog, "new_session_dialog", home)
        title = TITLE
        if self._scene.plan.evenings > 1:  # two of them may be of one month
            title = f"{TITLE} {self._scene.clock().in_zone(laptop_zone()).year}"
        hands.type(dialog.title_edit, title)
        hands.type(dialog.place_edit, "Harbour library hall")
        hands.type(dialog.goal_edit, GOAL)
        if self._scene.plan.evenings > 1:
            hands.type(dialog.programme_edit, PROGRAMME)
        hands.look("new session", dialog)
        hands.click(dialog.create_button)

    def _look_around(self) -> None:
        for area in ("people", "consortia", *WHAT_THE_CLUB_HAS_SET_GOING, "settings", "home"):
            self._window.go(area)
            self._hands.wait_for(area, lambda: self._window.screen_shown.is_painted)
            self._hands.look(area)
