"""What stands in the run strip keeps its place and its meaning, at every size of the text."""

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from kdc_desktop.app import Club
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import time_text
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.window.segments import at_widest
from kdc_desktop.screens.window.timeline import Timeline
from kdc_desktop.screens.window.timeline_places import ICON
from kdc_desktop.services.club.sample import sample_club
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import Settings, ThemeMode
from kdc_desktop.storage import open_database
from tests.gui.window.sample_window import SESSION

LEFT = Qt.MouseButton.LeftButton
ENDINGS = ("Last stage: close on the left", "Close on the left", "Last stage")
SIZES = [
    pytest.param(QSize(1366, 768), 100, id="100 %"),
    pytest.param(QSize(1280, 720), 150, id="150 %"),
    pytest.param(QSize(1440, 900), 200, id="200 %"),
]


@pytest.fixture
def live(
    qapp: QApplication, theme: Theme, tmp_path: Path, size: QSize, text: int
) -> Iterator[Club]:
    """The sample's evening goes on where it ended, in a window and with letters of this size."""
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    theme.apply(qapp, ThemeMode.LIGHT, text / 100)
    made = Club(
        open_database(sample_club(tmp_path)), theme, settings, lambda *_asked: None, lambda _: None
    )
    made.window.resize(size)
    made.window.show()
    agenda.reopen_session(made.database, SESSION)
    made.window.open_session(SESSION)
    QCoreApplication.processEvents()
    yield made
    made.close()
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)


def _click(club: Club, at: QPoint) -> None:
    """Press whatever lies there now."""
    strip = club.window.frame.strip
    there = strip.childAt(at) or strip
    QTest.mouseClick(there, LEFT, pos=there.mapFrom(strip, at))
    QCoreApplication.processEvents()


def _lie(club: Club) -> list[QRect]:
    steps = club.window.frame.strip.steps
    return [button.geometry() for button in (*steps.right, steps.left[0])][:3]


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_going_back_and_on_by_pressing_in_one_place_does_nothing_else(live: Club) -> None:
    walk, steps = live.window.walk, live.window.frame.strip.steps
    assert walk.current == walk.stages[-1]
    back, lie = steps.previous.geometry().center(), _lie(live)
    for _time in range(6):
        _click(live, back)
        assert _lie(live) == lie
    assert walk.current == walk.stages[-7]
    assert walk.current.paused_at is None
    on = steps.next.geometry().center()
    for _time in range(9):
        _click(live, on)
        assert _lie(live) == lie
    assert walk.current == walk.stages[-1]
    assert walk.session is not None
    assert walk.session.status is SessionStatus.LIVE
    assert live.window.frame.quiet.text.startswith("This is the last stage.")
    assert not steps.next.property("kind")
    assert steps.next.accessibleName() == "Last stage"
    assert steps.next.text() in ENDINGS
    assert steps.close.property("kind") == "primary"
    assert steps.close.accessibleName() == "Close the session"
    assert steps.close.text() in ("Close the session", "End"), "a stage is called Close"
    assert steps.close.icon().isNull() == (steps.close.text() != "End")
    there = steps.close.geometry().center()
    for _time in range(3):
        _click(live, there)
        assert walk.session.is_over
        assert walk.at_end, "what stands there now leads away from what was decided"
    assert not steps.close.property("kind")
    assert not steps.reopen.geometry().contains(on)


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_nothing_moves_while_the_clock_ticks_stands_still_or_runs_over(live: Club) -> None:
    walk, strip = live.window.walk, live.window.frame.strip
    agenda.go_to_stage(live.database, walk.stages[3].id)
    QCoreApplication.processEvents()
    now, lie = live.database.now(), _lie(live)
    places = [strip.timeline.rects()]
    for minutes in range(0, 180, 7):
        strip.tick(now + timedelta(minutes=minutes))
        QCoreApplication.processEvents()
        assert _lie(live) == lie
        places.append(strip.timeline.rects())
    assert places == [places[0]] * len(places)
    agenda.toggle_clock(live.database, SESSION)
    QCoreApplication.processEvents()
    assert _lie(live) == lie


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_every_stage_can_be_hit_or_chosen_from_the_menu_of_all(live: Club, text: int) -> None:
    walk, timeline = live.window.walk, live.window.frame.strip.timeline
    agenda.go_to_stage(live.database, walk.stages[1].id)
    QCoreApplication.processEvents()
    assert min(rect.width() for rect in timeline.rects()) >= ICON * text // 100
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    menu = timeline.findChild(QMenu, "stages_menu")
    assert menu is not None
    vote = next(one for one in menu.actions() if one.text().startswith("Vote"))
    menu.close()
    vote.trigger()
    assert walk.shown is not None
    assert (walk.shown.title, walk.current) == ("Vote", walk.stages[1])


@pytest.mark.parametrize(("size", "text"), SIZES[2:])
def test_where_there_is_room_for_few_the_last_place_opens_the_menu(live: Club) -> None:
    walk, timeline = live.window.walk, live.window.frame.strip.timeline
    agenda.go_to_stage(live.database, walk.stages[1].id)
    QCoreApplication.processEvents()
    QTest.mouseClick(timeline, LEFT, pos=timeline.rects()[-1].center().toPoint())
    menu = timeline.findChild(QMenu, "stages_menu")
    assert menu is not None
    go_to = menu.actions()[-1].menu()
    assert isinstance(go_to, QMenu)
    menu.close()
    go_to.actions()[4].trigger()
    assert walk.current == walk.stages[4]


def test_a_time_needs_the_same_room_in_every_minute_of_a_day() -> None:
    times = {at_widest(time_text(Instant(60 * minute).in_zone(UTC))) for minute in range(1440)}
    assert len(times) == 1


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_the_sessions_title_is_whole_where_two_lines_hold_it(live: Club) -> None:
    title = live.window.frame.strip.findChild(QLabel, "strip_title")
    assert title is not None
    assert title.text() == "Innovators' Club, November 2025"


@pytest.mark.parametrize(("size", "text"), SIZES[:1])
def test_a_stage_with_a_name_of_its_own_keeps_it_in_the_strip(
    live: Club, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk, timeline = live.window.walk, live.window.frame.strip.timeline
    now = live.database.now().in_zone(laptop_zone())
    live.window.open_session(planning.plan_session(live.database, "Next", now, templates()[0]))
    coming = next(stage for stage in walk.stages if stage.title == "Interests")
    agenda.change_stage(live.database, coming.id, title="Who joins what")
    QCoreApplication.processEvents()
    written: list[str] = []
    monkeypatch.setattr(
        Timeline, "_write", lambda _self, _painter, _rect, text, *_look: written.append(text)
    )
    timeline.grab()
    assert "Who joins what" in written
