"""The kiosk ends: at its own foot, from every place of the facilitator's window, with the vote."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.audience import placing
from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls import running
from tests.gui.polls.stand import (
    LEFT,
    MakeKiosk,
    headline,
    polls_of,
    started,
    tap,
    typed,
)
from tests.gui.polls.watched import asked_to_close
from tests.rooms.poll_room import Room


def to_end(club: Club) -> list[QPushButton]:
    """What says in the facilitator's window that it ends the kiosk."""
    buttons = club.window.findChildren(QPushButton)
    return [b for b in buttons if b.text() == "End the kiosk" and b.isVisible()]


def asked(club: Club) -> QMessageBox:
    """The question that is open: whether it is meant although a paper is lost."""
    (box,) = (b for b in club.window.findChildren(QMessageBox, "over_a_paper") if b.isVisible())
    assert box.text().startswith("Somebody has begun an answer at the kiosk, and it is put away.")
    return box


def meant(club: Club) -> QAbstractButton:
    """What says there that it is meant."""
    return asked(club).buttons()[1]


def voted(club: Club) -> int:
    (poll,) = poll_questions.polls(club.database, 1)
    return poll_questions.turnout(club.database, poll.id).voted


def at_home_folded(club: Club) -> None:
    club.window.frame.toggle_inspector()
    club.window.go("home")


GO: dict[str, Callable[[Club], object]] = {
    "poll": lambda club: club.window.go("session"),
    "agenda": lambda club: club.window.whereabouts.show_agenda(),
    "check-in": lambda club: club.window.show_session_screen("check_in"),
    "home": lambda club: club.window.go("home"),
    "settings": lambda club: club.window.go("settings"),
    "folded": lambda club: club.window.frame.toggle_inspector(),
    "folded at home": at_home_folded,
}


@pytest.mark.parametrize("place", GO)
def test_it_is_ended_from_every_place_of_the_facilitators_window(evening: Club, place: str) -> None:
    assert to_end(evening) == []
    kiosk = started(evening)
    GO[place](evening)
    for button in to_end(evening):
        QTest.mouseClick(button, LEFT)
        assert kiosk.stack.paper.paper.given == 3, "it is asked first"
        asked(evening).reject()
    QTest.mouseClick(to_end(evening)[0], LEFT)
    meant(evening).click()
    assert evening.shared_screen.kiosk is None
    assert kiosk.stack.paper.paper.marks == {}
    assert to_end(evening) == []
    assert voted(evening) == 0


@pytest.mark.parametrize("place", ["poll", "home"])
def test_its_key_ends_it_too_and_starts_it_again(evening: Club, place: str) -> None:
    started(evening)
    GO[place](evening)
    evening.window.activateWindow()
    QTest.keyClick(evening.window, Qt.Key.Key_F9)
    meant(evening).click()
    assert evening.shared_screen.kiosk is None
    evening.window.go("session")
    QTest.keyClick(polls_of(evening), Qt.Key.Key_F9)
    assert evening.shared_screen.kiosk is not None


def test_closing_the_poll_ends_it_and_the_room_sees_that_the_vote_is_closed(
    evening: Club, qtbot: QtBot
) -> None:
    started(evening)
    QTest.mouseClick(polls_of(evening).head.close_button, LEFT)
    QTest.mouseClick(asked_to_close(evening.window), LEFT)
    qtbot.waitUntil(lambda: evening.shared_screen.kiosk is None)
    qtbot.waitUntil(lambda: getattr(evening.shared_screen.slide, "closed", False))
    polls_of(evening).revealing.reveal()
    qtbot.waitUntil(lambda: hasattr(evening.shared_screen.slide, "rows"))


def test_closing_the_session_ends_it(evening: Club, qtbot: QtBot) -> None:
    screen = polls_of(evening)
    kiosk = started(evening)
    evening.window.walk.close_session()
    assert kiosk.stack.paper.paper.given == 3, "it is asked first"
    meant(evening).click()
    qtbot.waitUntil(lambda: evening.shared_screen.kiosk is None)
    screen.start_kiosk()
    assert evening.shared_screen.kiosk is None
    assert "session" in evening.window.frame.quiet.findChildren(QLabel)[0].text()


def test_with_one_display_the_facilitator_has_it_again(evening: Club, qtbot: QtBot) -> None:
    kiosk = started(evening)
    assert evening.shared_screen.isFullScreen()
    tap(kiosk, "kiosk_start_over")
    QTest.mouseClick(kiosk.foot.end_button, LEFT)
    tap(kiosk, "kiosk_leave")
    assert evening.shared_screen.kiosk is None
    assert not evening.shared_screen.isVisible()


def test_a_shared_screen_that_was_there_before_stays_as_it_was(evening: Club) -> None:
    evening.shared_screen.open()
    started(evening)
    evening.shared_screen.leave_kiosk()
    assert (evening.shared_screen.isVisible(), evening.shared_screen.isFullScreen()) == (
        True,
        False,
    )


@pytest.mark.parametrize("left", [False, True])
def test_a_projector_that_comes_after_it_is_filled_unless_somebody_left_one(
    evening: Club, monkeypatch: pytest.MonkeyPatch, *, left: bool
) -> None:
    shared, display = evening.shared_screen, QGuiApplication.primaryScreen()
    shared.open()
    if left:
        for _press in range(2):
            QTest.keyClick(shared, Qt.Key.Key_F11, delay=5)
    started(evening)
    shared.leave_kiosk()
    assert not shared.isFullScreen()
    monkeypatch.setattr(shared, "lower", lambda: None)  # which a display of tests cannot
    monkeypatch.setattr(placing, "audience_display", lambda *_of: display)
    display.geometryChanged.emit(display.geometry())
    QTest.qWait(1)
    assert shared.isFullScreen() is not left


def test_whoever_has_just_voted_is_thanked_to_the_end(
    room: Room, make_kiosk: MakeKiosk, qtbot: QtBot
) -> None:
    kiosk = make_kiosk()
    kiosk.patience.thanks_for = 50
    typed(kiosk, "103", Qt.Key.Key_Return, "1")
    tap(kiosk, "kiosk_done")
    tap(kiosk, "kiosk_cast")
    running.close_poll(room.database, kiosk.poll_id)
    running.reveal_poll(room.database, kiosk.poll_id)
    assert headline(kiosk) == "Thank you, Juho!"
    with qtbot.waitSignal(kiosk.left):
        pass
    assert not kiosk.isVisible()


def shown_ways_out(kiosk: Kiosk) -> list[str]:
    names = ("kiosk_end", "kiosk_leave", "kiosk_leave_cancel", "kiosk_pin_cancel")
    found = [b for b in kiosk.findChildren(QPushButton) if b.objectName() in names]
    return [button.objectName() for button in found if button.isVisible()]


def test_a_way_out_is_seen_on_every_page(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    ways = {}
    steps: dict[str, Callable[[], object]] = {
        "pick": lambda: None,
        "paper": lambda: typed(kiosk, "103", Qt.Key.Key_Return),
        "confirm": lambda: typed(kiosk, Qt.Key.Key_Return),
        "thanks": lambda: typed(kiosk, Qt.Key.Key_Return),
        "pin": lambda: QTest.mouseClick(kiosk.foot.end_button, LEFT),
        "back": lambda: typed(kiosk, Qt.Key.Key_Escape),
        "leave": lambda: kiosk.turns.ask_to_leave(pin=False),
    }
    for name, step in steps.items():
        step()
        ways[name] = shown_ways_out(kiosk)
    end = ["kiosk_end"]
    assert ways == {
        **dict.fromkeys(("pick", "paper", "confirm", "thanks", "back"), end),
        "pin": ["kiosk_pin_cancel"],
        "leave": ["kiosk_leave_cancel", "kiosk_leave"],
    }


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F9, Qt.Key.Key_F11])
def test_what_a_hand_tries_leads_to_the_way_out(make_kiosk: MakeKiosk, key: Qt.Key) -> None:
    kiosk = make_kiosk()
    typed(kiosk, key)
    assert kiosk.shows(kiosk.stack.pin)


def test_closing_its_window_asks(evening: Club) -> None:
    kiosk = started(evening)
    evening.shared_screen.close()
    assert kiosk.stack.is_left
    typed(kiosk, Qt.Key.Key_Escape)
    assert kiosk.stack.paper.paper.given == 3
    evening.shared_screen.close()
    typed(kiosk, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert evening.shared_screen.kiosk is None


def test_in_the_task_bar_it_ends_with_the_vote(evening: Club, qtbot: QtBot) -> None:
    started(evening)
    evening.shared_screen.showMinimized()
    running.close_poll(evening.database, poll_questions.polls(evening.database, 1)[0].id)
    qtbot.waitUntil(lambda: evening.shared_screen.kiosk is None)


@pytest.mark.parametrize("page", ["paper", "asked", "thanked"])
def test_in_the_task_bar_it_forgets_who_has_gone(evening: Club, qtbot: QtBot, page: str) -> None:
    kiosk = started(evening)
    patience = kiosk.patience
    patience.idle_after = patience.start_over_after = patience.thanks_for = 300
    if page == "thanked":
        tap(kiosk, "kiosk_done")
        tap(kiosk, "kiosk_cast")
    else:
        kiosk.turns.touch()
    if page == "asked":
        qtbot.waitUntil(lambda: headline(kiosk).startswith("Are you still there"))
    evening.shared_screen.showMinimized()
    qtbot.waitUntil(lambda: kiosk.stack.shows(kiosk.stack.pick))
    evening.shared_screen.showNormal()
    assert kiosk.stack.shows(kiosk.stack.pick)
    assert "Juho" not in " ".join(label.text() for label in kiosk.findChildren(QLabel))


def test_one_that_is_hidden_and_shown_begins_anew(evening: Club) -> None:
    kiosk = started(evening)
    evening.shared_screen.hide()
    evening.shared_screen.show()
    assert kiosk.stack.shows(kiosk.stack.pick)
    running.close_poll(evening.database, poll_questions.polls(evening.database, 1)[0].id)
    assert evening.shared_screen.kiosk is None


def test_the_pin_is_asked_for_only_where_one_is_set(evening: Club) -> None:
    kiosk = started(evening)
    kiosk.ask_to_leave()
    assert kiosk.stack.shows(kiosk.stack.leave)
    typed(kiosk, Qt.Key.Key_Escape)
    kiosk._settings.set_pin("2468")
    kiosk.ask_to_leave()
    assert kiosk.stack.shows(kiosk.stack.pin)


def test_nothing_of_a_paper_is_left_when_it_is_ended(room: Room, make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "103", Qt.Key.Key_Return, "1", "1", "4")
    tap(kiosk, "kiosk_done")
    running.close_poll(room.database, kiosk.poll_id)
    assert not kiosk.isVisible()
    everything: list[QWidget] = kiosk.findChildren(QLabel)
    said = " ".join(label.text() for label in everything if isinstance(label, QLabel))
    assert "Juho" not in said
    assert "●" not in said
    assert kiosk.stack.paper.paper.marks == {}


def test_the_facilitator_is_told_who_went_away_in_the_middle(evening: Club, qtbot: QtBot) -> None:
    kiosk = started(evening)
    kiosk.patience.start_over_after = 10
    kiosk.patience._idle.timeout.emit()
    qtbot.waitUntil(lambda: kiosk.stack.shows(kiosk.stack.pick))
    said = evening.window.frame.quiet.findChildren(QLabel)[0]
    assert said.text().startswith("Juho Ainonen went away in the middle at the kiosk.")
    evening.window.say("Something else")
    evening.shared_screen.leave_kiosk()
    assert said.text() == "Went away in the middle at the kiosk: Juho Ainonen."


@pytest.mark.parametrize("place", ["poll", "home"])
def test_between_two_voters_it_is_ended_unasked(evening: Club, place: str) -> None:
    started(evening).turns.start_over()
    GO[place](evening)
    QTest.mouseClick(to_end(evening)[0], LEFT)
    assert evening.shared_screen.kiosk is None
