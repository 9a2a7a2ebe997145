"""Tables of one kind after those of another: the room goes along with what is done."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.audience.seating.names_slide import NamesSlide
from kdc_desktop.audience.seating.tables_slide import TablesSlide
from kdc_desktop.domain.seating.stages import KINDS
from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.screens.seating.planned import usual_wish
from kdc_desktop.screens.seating.tables_screen import TablesScreen
from kdc_desktop.services.seating.meeting import tick_met
from kdc_desktop.services.sessions.agenda import add_stage
from tests.gui.window.conftest import at_home, evening, sample
from tests.gui.window.sample_window import SESSION, look_at, run, settle

__all__ = ["at_home", "evening", "sample"]


@pytest.fixture
def screen(qtbot: QtBot, evening: Club) -> TablesScreen:
    """A break of which one table has met, so it stays when others are seated."""
    add_stage(evening.database, SESSION, KINDS[0])
    run(evening, "tables")
    shown = evening.window.screen_shown
    assert isinstance(shown, TablesScreen)
    use(qtbot, evening, shown, RoundKind.BREAK)
    tick_met(evening.database, [shown.planned.kept.rounds[0].tables[0].id], True)
    return shown


def use(qtbot: QtBot, club: Club, screen: TablesScreen, kind: RoundKind) -> None:
    """Seat everybody for something, and use that."""
    screen.planned.want(usual_wish(kind))
    press(club, qtbot, screen, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: screen.planned.plan is not None)
    press(club, qtbot, screen, Qt.Key.Key_C)


def focused(screen: TablesScreen) -> QWidget:
    found: QWidget | None = screen.focusWidget()
    return screen if found is None else found


def press(club: Club, qtbot: QtBot, screen: TablesScreen, key: Qt.Key) -> object:
    """What the room sees after a key."""
    screen.setFocus()
    QCoreApplication.processEvents()
    qtbot.keyClick(focused(screen), key)
    return settle(club)


def seen(slide: object) -> str:
    assert isinstance(slide, TablesSlide | NamesSlide)
    return slide.below.rpartition(" · ")[2]


def step_of(club: Club) -> int:
    """The step of a round that the room sees."""
    slide = settle(club)
    assert isinstance(slide, TablesSlide)
    return slide.step


def test_whoever_uses_other_tables_leads_the_room_to_them(
    qtbot: QtBot, evening: Club, screen: TablesScreen
) -> None:
    use(qtbot, evening, screen, RoundKind.ONE_TWO_FOUR)
    assert (seen(settle(evening)), step_of(evening)) == ("round 2 of 2", 0)
    press(evening, qtbot, screen, Qt.Key.Key_N)
    assert (seen(settle(evening)), step_of(evening)) == ("round 2 of 2", 1)


def test_the_rounds_of_a_speed_round_follow_each_other_though_nobody_ticks(
    qtbot: QtBot, evening: Club, screen: TablesScreen
) -> None:
    use(qtbot, evening, screen, RoundKind.SPEED)
    assert seen(settle(evening)) == "round 2 of 5"
    assert seen(press(evening, qtbot, screen, Qt.Key.Key_PageDown)) == "round 3 of 5"
    assert evening.window.frame.quiet.text == (
        "The room sees round 3. Round 2 is not ticked as met: Page Up, then Shift+K."
    )
    assert seen(press(evening, qtbot, screen, Qt.Key.Key_PageUp)) == "round 2 of 5"


def test_a_round_that_is_looked_at_by_its_button_leads_nobody(
    qtbot: QtBot, evening: Club, screen: TablesScreen
) -> None:
    use(qtbot, evening, screen, RoundKind.ONE_TWO_FOUR)
    settle(evening)
    screen.rounds_choice.changed.emit(0)
    assert seen(settle(evening)) == "round 2 of 2"
    press(evening, qtbot, screen, Qt.Key.Key_N)
    assert evening.window.frame.quiet.text == "Only a round of 1-2-4-All has steps."


def test_pages_in_a_stage_that_does_not_run_lead_nobody(
    qtbot: QtBot, evening: Club, screen: TablesScreen
) -> None:
    use(qtbot, evening, screen, RoundKind.SPEED)
    run(evening, "cluster")
    before = settle(evening)
    assert look_at(evening, "tables") is screen
    assert press(evening, qtbot, screen, Qt.Key.Key_PageDown) == before


def test_the_room_is_in_the_tables_used_last_also_after_the_program_was_closed(
    qtbot: QtBot, evening: Club, screen: TablesScreen
) -> None:
    use(qtbot, evening, screen, RoundKind.ONE_TWO_FOUR)
    current = screen.planned.kept.current
    assert current is not None
    assert current.kind is RoundKind.ONE_TWO_FOUR
