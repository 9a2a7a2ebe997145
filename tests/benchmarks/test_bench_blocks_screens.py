"""How long the window stands still when a screen of a big club is opened or asked for much."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Club
from kdc_desktop.screens.club.settings_screen import SettingsScreen
from kdc_desktop.services.sessions import questions
from tests.benchmarks.conftest import Record
from tests.benchmarks.heartbeat import LIMIT, beating, let_pass, until
from tests.benchmarks.live_window import open_big_club
from tests.benchmarks.test_bench_beside_jobs import SESSION, trigger

SIZE = "5,000 ideas, 5,000 people"
SETTLED = 3  # s after which the window has loaded what it will need


@pytest.fixture
def club(qapp: QApplication, tmp_path: Path) -> Iterator[Club]:
    program = open_big_club(qapp, tmp_path / "club.kdc", ideas=5000, people=5000)
    assert program.club is not None
    let_pass(SETTLED)
    until(lambda: not program.club or not program.club.busy)
    yield program.club
    program.club.close()


def test_stages_shown_for_the_first_time(club: Club, record: Record) -> None:
    stages = {each.kind: each.id for each in questions.stages(club.database, SESSION)}
    club.window.go("session")
    for kind in ("check_in", "poll", "interests", "consortia", "vision"):
        with beating() as beat:
            club.window.walk.look_at(stages[kind])
        record(f"block: open {kind} first | {SIZE}", beat.longest, "ms", None, LIMIT)


def test_all_ideas_are_put_to_the_vote(club: Club, record: Record) -> None:
    trigger(club, "select_all_ideas")
    for work in ("a poll on all ideas, the first", "a poll on all ideas"):
        club.window.go("session")
        with beating() as beat:
            trigger(club, "poll_on_these")
        record(f"block: {work} | {SIZE}", beat.longest, "ms", None, LIMIT)


def test_the_club_is_backed_up(club: Club, record: Record) -> None:
    club.window.go("settings")
    screen = club.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    kept = screen.list.model.rowCount()
    with beating() as beat:
        screen.backup_button.click()
        until(lambda: screen.list.model.rowCount() > kept)
    record(f"block: back up from Settings | {SIZE}", beat.longest, "ms", None, LIMIT)
