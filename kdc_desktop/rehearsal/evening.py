"""The whole evening, stage after stage, as its agenda says."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtTest import QTest

from kdc_desktop.domain.people.made_up import made_up_people
from kdc_desktop.rehearsal import (
    acts_attendance,
    acts_board,
    acts_consortia,
    acts_polls,
    acts_visions,
)
from kdc_desktop.rehearsal.clock import RehearsalClock
from kdc_desktop.rehearsal.hands import Hands
from kdc_desktop.rehearsal.later import play_later
from kdc_desktop.rehearsal.plan import RehearsalPlan
from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.rehearsal.walking import walk
from kdc_desktop.screens.sessions.home_screen import HomeScreen
from kdc_desktop.screens.sessions.new_session_dialog import NewSessionDialog
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.sessions.programme import set_programme
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.storage import Database

PROGRAMME = "A smart city together"
GOAL = "One more hour a day for everybody"
ACTS: dict[str, Callable[[Scene], None]] = {
    "check_in": acts_attendance.check_in,
    "ideas": acts_board.ideas,
    "cluster": acts_board.clusters,
    "poll": acts_polls.vote,
    "result": acts_polls.result,
    "interests": acts_consortia.interests,
    "consortia": acts_consortia.consortia,
    "vision": acts_visions.visions,
}


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
            _set_goal(hands.club.database)
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

    def _plan_session(self) -> None:
        hands, home = self._hands, self._window.screen_shown
        assert isinstance(home, HomeScreen)
        hands.click(home.new_button)
        dialog = hands.find(NewSessionDialog, "new_session_dialog", home)
        hands.type(dialog.title_edit, "Innovators' Club, November")
        hands.type(dialog.place_edit, "Harbour library hall")
        hands.type(dialog.goal_edit, GOAL)
        if self._scene.plan.evenings > 1:
            hands.type(dialog.programme_edit, PROGRAMME)
        hands.look("new session", dialog)
        hands.click(dialog.create_button)

    def _look_around(self) -> None:
        for area in ("people", "consortia", "settings", "home"):
            self._window.go(area)
            self._hands.look(area)


def _set_goal(database: Database) -> None:
    """What the year is for."""
    set_programme(database, goal=GOAL, target=60, unit="minutes a day", name=PROGRAMME)
