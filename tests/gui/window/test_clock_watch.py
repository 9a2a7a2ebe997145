"""The window goes by the club's own clock, and says so when the laptop's is set."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from kdc_desktop.app import Club
from kdc_desktop.instants import Instant
from kdc_desktop.screens.sessions.details_dialog import DetailsDialog
from kdc_desktop.screens.sessions.home_screen import HomeScreen
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.rooms.set_clock import SetClock

STARTS = datetime(2026, 10, 25, 2, 30)


@pytest.fixture
def laptop(monkeypatch) -> SetClock:
    monkeypatch.setenv("TZ", "Europe/Helsinki")
    return SetClock(Instant.of(datetime(2026, 10, 24, 23, 30), UTC))


@pytest.fixture
def club(qtbot, theme, tmp_path, laptop):
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    database = open_database(tmp_path / "club.kdc", laptop.steady())
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    yield made
    made.close()


@pytest.fixture
def session_id(club: Club) -> int:
    made = planning.plan_session(club.database, "Night", STARTS, templates()[0])
    club.window.open_session(made)
    return made


def tick(club: Club) -> str:
    club.window.upkeep.tick()
    return str(club.window.frame.strip.steps.clock.text())


def test_the_countdown_runs_on_over_the_change_to_winter_time(club, laptop, session_id):
    agenda.go_live(club.database, session_id)
    shown = [tick(club)]
    for _minutes in range(3):
        laptop.pass_by(timedelta(minutes=29))
        shown.append(tick(club))
    assert shown == ["30:00", "01:00", "-28:00", "-57:00"]
    ends = club.window.frame.strip._ending[0]
    assert ends == "Ends 06:02, 57 min late"  # an hour was lived through twice


def test_that_the_laptop_s_clock_was_set_is_said_once(club, laptop, session_id):
    agenda.go_live(club.database, session_id)
    said: list[str] = []
    quiet = club.window.frame.quiet
    laptop.turn(timedelta(seconds=80))
    quiet.say("-")
    tick(club)
    said.append(quiet.text)
    laptop.turn(timedelta(minutes=20))
    tick(club)
    said.append(quiet.text)
    quiet.say("-")
    tick(club)
    said.append(quiet.text)
    laptop.turn(timedelta(hours=-3))
    assert tick(club) == "30:00"
    said.append(quiet.text)
    assert said == [
        "-",
        "The laptop's clock was set forward by 20 min. The club goes on by its own until it "
        "is opened anew, so that every countdown and count of minutes stays true.",
        "-",
        "The laptop's clock was set back by 3 h 00 min. The club goes on by its own until it is "
        "opened anew, so that every countdown and count of minutes stays true.",
    ]


def test_a_club_from_a_later_time_says_so(qtbot, theme, tmp_path, laptop):
    ahead = SetClock(Instant.of(datetime(2026, 10, 25, 23, 30), UTC))
    database = open_database(tmp_path / "club.kdc", ahead.steady())
    planning.plan_session(database, "Night", STARTS, templates()[0])
    database.close()
    clock = laptop.steady()
    database = open_database(tmp_path / "club.kdc", clock)
    clock.go_on_from(Instant.of(datetime(2026, 10, 25, 23, 30), UTC))
    club = Club(
        database, theme, Settings(tmp_path / "s.ini"), lambda *_asked: None, lambda _window: None
    )
    club.window.show()
    tick(club)
    assert club.window.frame.quiet.text.startswith(
        "The laptop's clock is 24 h 00 min behind what this club tells of already."
    )
    club.close()


def test_the_zone_of_a_session_is_named_only_where_clocks_show_other_times(
    club, session_id, monkeypatch
):
    def begins() -> str:
        club.window.whereabouts.go("home")
        home = club.window.screen_shown
        assert isinstance(home, HomeScreen)
        home.refresh()
        return str(home.model.index(0, 2).data())

    assert begins() == "25.10.2026 02:30"
    monkeypatch.setenv("TZ", "Europe/Mariehamn")
    assert begins() == "25.10.2026 02:30"
    monkeypatch.setenv("TZ", "America/St_Johns")
    assert begins() == "25.10.2026 02:30 (Europe/Helsinki)"
    club.window.open_session(session_id)
    tips = [label.toolTip() for label in club.window.frame.strip.findChildren(QLabel)]
    assert any("Planned for 25.10.2026 02:30 (Europe/Helsinki)" in tip for tip in tips)


def test_a_time_that_the_laptop_s_clocks_pass_over_is_kept_as_it_was_typed(club, session_id):
    passed_over = datetime(2026, 3, 29, 3, 30)
    dialog = DetailsDialog(club.database, session_id, club.window)
    dialog.starts_edit.setText("29.3.2026 3:30")
    assert dialog.starts_edit.moment == passed_over
    dialog.close()
    dialog.deleteLater()
