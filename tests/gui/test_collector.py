"""Whoever makes garbage, it is the GUI thread that takes it away."""

import gc
import threading
import time

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from kdc_desktop.app import Program
from kdc_desktop.collector import (
    ALL,
    CALM,
    EVERY,
    LATE,
    SOME_TIME,
    YOUNG,
    Collector,
    take_apart,
)
from kdc_desktop.settings import Settings


class Knot:
    """Garbage that only the collector can find; it tells in which thread it was taken apart."""

    def __init__(self, ends: list[threading.Thread]) -> None:
        self.itself, self.ends = self, ends

    def __del__(self) -> None:
        self.ends.append(threading.current_thread())


def busily(work) -> None:
    """Do it in a thread of its own, as jobs are done."""
    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20)
    assert not thread.is_alive()


def many_objects(count: int) -> list[list[int]]:
    return [[number] for number in range(count)]


def test_a_job_takes_nothing_apart_that_belongs_to_the_gui_thread(collector, qtbot):
    ends: list[threading.Thread] = []
    for _ in range(100):
        Knot(ends)
    busily(lambda: many_objects(200_000))
    assert ends == []
    qtbot.waitUntil(lambda: len(ends) == 100, timeout=5000)
    assert set(ends) == {threading.main_thread()}


def test_a_timer_in_a_knot_is_stopped_by_its_own_thread(collector, qtbot):
    ticking = QTimer()
    ticking.start(10_000)
    ticking.itself = ticking  # type: ignore[attr-defined]
    gone: list[bool] = []
    ticking.destroyed.connect(lambda: gone.append(True))
    del ticking
    busily(lambda: many_objects(200_000))
    kept = many_objects(ALL)
    qtbot.waitUntil(lambda: bool(gone), timeout=5000)
    assert len(kept) == ALL


def test_python_does_not_collect_by_itself_once_the_program_runs(qapp, tmp_path):
    gc.enable()
    Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    assert not gc.isenabled()


def test_the_one_that_is_made_last_is_in_charge(collector, qtbot):
    ends: list[threading.Thread] = []
    knot = Knot(ends)
    gc.collect(0)
    gc.collect(1)  # only a look at all finds it
    collector.release()
    later = Collector(lambda: True)
    del knot
    qtbot.wait(2 * CALM * EVERY)
    assert ends == []
    later.busy = lambda: False
    later.release()
    qtbot.waitUntil(lambda: len(ends) == 1, timeout=5000)


def test_what_is_old_is_looked_at_when_no_job_works_with_it(collector, qtbot):
    ends: list[threading.Thread] = []
    knot = Knot(ends)
    gc.collect(0)
    gc.collect(1)  # it is old now, and a look at what is new does not find it
    del knot
    collector.busy = lambda: True
    kept = [many_objects(ALL)]
    qtbot.wait(200)
    assert ends == []
    collector.busy = lambda: False
    kept.append(many_objects(ALL))
    qtbot.waitUntil(lambda: len(ends) == 1, timeout=5000)


def test_closed_clubs_wait_until_no_job_is_running(collector):
    ends: list[threading.Thread] = []
    Knot(ends)
    gc.collect(0)
    gc.collect(1)
    collector.busy = lambda: True
    collector.release()
    collector.look()
    collector.busy = lambda: False
    collector.look()
    assert len(ends) == 1


def test_a_window_that_is_at_work_is_not_held_up_by_a_look_at_all(collector, qtbot):
    ends: list[threading.Thread] = []
    knot = Knot(ends)
    gc.collect(0)
    gc.collect(1)
    del knot
    at_work = QTimer()
    at_work.timeout.connect(lambda: time.sleep((EVERY + 2 * LATE) / 1000))
    at_work.start(0)
    collector.release()
    qtbot.wait(2 * CALM * EVERY)
    assert ends == []
    at_work.stop()
    qtbot.waitUntil(lambda: len(ends) == 1)


def test_what_has_settled_is_not_looked_at_again(collector):
    ends: list[threading.Thread] = []
    knot = Knot(ends)
    collector.settle()
    del knot
    collector.release()
    collector.look()
    assert ends == []
    gc.unfreeze()
    gc.collect()


def test_what_is_let_go_is_gone_without_the_collector(collector, qtbot):
    ends: list[threading.Thread] = []
    whole = QObject()
    part = QObject(whole)
    part.rows, part.whole = Knot(ends), whole  # type: ignore[attr-defined]
    part.rows.itself = None  # type: ignore[attr-defined]
    before = gc.get_stats()
    take_apart(whole)
    del whole, part
    qtbot.waitUntil(lambda: len(ends) == 1, timeout=5000)
    assert gc.get_stats()[1:] == before[1:]


def test_few_new_objects_are_left_alone(collector):
    QCoreApplication.processEvents()
    for _ in range(SOME_TIME):
        collector.look()
    assert gc.get_count()[0] < YOUNG
    before = gc.get_stats()[0]["collections"]
    QObject()
    collector.look()
    assert gc.get_stats()[0]["collections"] == before
