"""Many threads write while the facilitator works in the window."""

import threading
import time

from PySide6.QtCore import QCoreApplication, QTimer

from kdc_desktop import gui_thread
from kdc_desktop.app import Club
from kdc_desktop.domain.kit.actors import Actor, ActorKind, Way
from kdc_desktop.gui_thread import GuiThread
from kdc_desktop.jobs import Jobs, Progress
from kdc_desktop.screens.kit.screen import ChangedTables
from kdc_desktop.screens.people.people_screen import PeopleScreen
from kdc_desktop.storage import Changes
from kdc_desktop.storage.acting import acting
from tests.gui.test_jobs import wait_until
from tests.storage.places import add_person, names

THREADS, EACH = 8, 15


def hands(club: Club) -> list[threading.Thread]:
    """So many helpers who add people from their phones."""

    def write(number: int) -> None:
        with acting(Actor(ActorKind.HELPER, number), Way.PHONE):
            for which in range(EACH):
                add_person(club.database, f"Guest {number}.{which}")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    return threads


def test_the_window_shows_everything_in_order_and_offers_ones_own_steps(club):
    heard: list[Changes] = []
    club.database.subscribe(heard.append)
    threads, own = hands(club), 0
    while any(thread.is_alive() for thread in threads):
        before = len(heard)
        add_person(club.database, f"Mine {own}")
        assert f"Add Mine {own}" in [str(changes.label) for changes in heard[before:]]
        assert club.window.frame.quiet.text.startswith(f"Add Mine {own}")
        own += 1
        QCoreApplication.processEvents()
    wait_until(lambda: len(heard) == THREADS * EACH + own)
    entries = [changes.entry_id or 0 for changes in heard]
    assert entries == sorted(entries)
    assert len(names(club.database)) == THREADS * EACH + own
    step, _ = club.database.next_steps()
    assert step is not None
    assert str(step.label) == f"Add Mine {own - 1}"


def test_screens_are_read_once_for_all_that_came_meanwhile(club, monkeypatch):
    club.window.go("people")
    screen = club.window.screen_shown
    assert isinstance(screen, PeopleScreen)
    read: list[ChangedTables] = []
    on_changes = screen.on_changes

    def counted(changes: ChangedTables) -> None:
        read.append(changes)
        on_changes(changes)

    monkeypatch.setattr(screen, "on_changes", counted)
    for thread in hands(club):
        thread.join()  # the window hears of nothing so long
    wait_until(lambda: screen.people_table.model().rowCount() == THREADS * EACH)
    assert len(read) < 5


def test_what_threads_post_leaves_time_for_what_the_person_does(qapp):
    gui, lines = GuiThread(), list[str]()

    def work() -> None:
        lines.append("work")
        QTimer.singleShot(0, lambda: lines.append("person"))
        time.sleep(2 * gui_thread.A_FEW)

    threads = [threading.Thread(target=gui.post, args=(work,)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wait_until(lambda: len(lines) == 10)
    assert lines == ["work", "person"] * 5


def test_what_a_job_has_written_is_told_before_its_result(qapp):
    gui, own, lines = GuiThread(), Jobs(), list[str]()
    resting = threading.Event()

    def tire() -> None:
        time.sleep(0.05)
        resting.set()

    def storm() -> None:
        gui.post(tire)

    thread = threading.Thread(target=storm)
    thread.start()
    thread.join()
    wait_until(resting.is_set)

    def work(_progress: Progress) -> None:
        gui.post(lambda: lines.append("told"))

    own.run("Importing", work, lambda _result: lines.append("result"))
    wait_until(lambda: len(lines) == 2)
    assert lines == ["told", "result"]
