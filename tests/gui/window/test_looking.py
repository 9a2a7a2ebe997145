"""Looking is not showing: the room sees the stage that runs, wherever the facilitator looks."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.audience.attendance.check_in_slide import CheckInSlide
from kdc_desktop.audience.board.board_slide import BoardSlide
from kdc_desktop.audience.consortia.consortia_slide import ConsortiaSlide
from kdc_desktop.audience.polls.result_picture import ResultPicture, RevealRow
from kdc_desktop.audience.polls.reveal import RevealSlide
from kdc_desktop.audience.state import RoomMode
from kdc_desktop.audience.visions.round_slide import VisionRoundSlide
from kdc_desktop.audience.visions.vision_slide import VisionSlide
from kdc_desktop.domain.polls.states import Order
from kdc_desktop.domain.stage_kinds import STAGE_KINDS
from kdc_desktop.model import Idea, Person, Stage
from kdc_desktop.screens.polls.wiring import POLL
from kdc_desktop.services.attendance import door
from kdc_desktop.services.polls import preparing
from kdc_desktop.services.polls import running as poll_running
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.visions.questions import consortia_with_visions
from tests.gui.window.sample_window import SESSION, change, look_at, run, settle, trigger, undo

NOT_THERE = ("talk", "buy_in", "since", "let_go", "tables", "offers")
KINDS = tuple(kind.key for kind in STAGE_KINDS if kind.key not in NOT_THERE)


def consortia(club: Club) -> list[int]:
    return [one.id for one in consortia_with_visions(club.database, SESSION)]


def polls(club: Club) -> list[int]:
    ids = (1, 2)
    made = []
    for question in ("Which first?", "Which next?"):
        plan = preparing.PollPlan(question=question, option_ids=ids)
        made.append(preparing.create_poll(club.database, SESSION, plan))
        poll_running.open_poll(club.database, made[-1])
    return made


def test_looking_anywhere_changes_nothing_in_the_room(evening: Club) -> None:
    window = evening.window
    agenda_, areas = window.whereabouts.show_agenda, window.whereabouts._areas
    ways: list[Callable[[], object]] = [
        *(lambda kind=kind: look_at(evening, kind) for kind in KINDS),
        agenda_,
        *(lambda area=area: window.go(area) for area in areas),
        *(
            lambda key=key: window.show_session_screen(key)
            for key in window.whereabouts._shelf._screens
        ),
    ]
    before = settle(evening)
    assert isinstance(before, BoardSlide)
    for way in ways:
        way()
        window.upkeep.tick()
        assert settle(evening) == before
    assert len(ways) > 15


def test_where_an_undo_leads_the_room_does_not_follow(evening: Club) -> None:
    before = settle(evening)
    change(evening.database, Person, "notes", "likes trams")
    change(evening.database, Stage, "notes", "be brief")
    evening.window.go("settings")  # where a step was done, its undo leads nowhere
    for _step in range(2):
        undo(evening)
        assert settle(evening) == before
    assert evening.window.screen_shown.objectName() == "people_screen"


def test_the_room_sees_what_is_done_in_the_stage_while_one_looks_elsewhere(evening: Club) -> None:
    run(evening, "check_in")
    before = settle(evening)
    assert isinstance(before, CheckInSlide)
    evening.window.go("consortia")
    door.walk_in(evening.database, SESSION, "Late Larsson", "", None)
    now = settle(evening)
    assert isinstance(now, CheckInSlide)
    assert now.present == before.present + 1
    run(evening, "cluster")
    evening.window.go("settings")
    change(evening.database, Idea, "text", "Trams by night")
    board = settle(evening)
    assert isinstance(board, BoardSlide)
    assert "Trams by night" in [note.text for part in board.clusters for note in part.notes]


def test_another_consortium_is_looked_at_and_not_shown(evening: Club) -> None:
    run(evening, "vision")
    first, second, *_ = consortia(evening)
    screen: Any = evening.window.screen_shown
    before = settle(evening)
    assert isinstance(before, VisionRoundSlide)
    assert (before.pages, before.turns_itself) == (len(consortia(evening)), True)
    assert [page.place for page in before.visions] == list(range(before.pages))
    screen.show_consortium(second)
    assert settle(evening) == before
    trigger(evening, "act_show_this")
    shown = settle(evening)
    assert isinstance(shown, VisionSlide)
    assert shown.title.startswith(f"Consortium 2 of {before.pages}")
    screen.show_consortium(first)
    assert settle(evening) == shown
    trigger(evening, "act_room_follow")
    assert settle(evening) == before


def test_the_room_sees_the_consortium_for_which_something_is_done(
    evening: Club, qtbot: QtBot
) -> None:
    run(evening, "vision")
    second = consortia(evening)[1]
    screen: Any = evening.window.screen_shown
    screen.show_consortium(second)
    screen.write()
    assert isinstance(writing := settle(evening), VisionSlide), "it waits for what is written"
    assert writing.title.startswith("Consortium 2 of")
    screen.editor.text_edit.setPlainText("One hour for everybody.")
    qtbot.mouseClick(screen.editor.save_button, Qt.MouseButton.LeftButton)
    seen = settle(evening)
    assert isinstance(seen, VisionSlide)
    assert seen.statement == "One hour for everybody."


def test_another_poll_and_another_order_are_looked_at_and_not_shown(evening: Club) -> None:
    run(evening, "poll")
    first, second = polls(evening)
    screen: Any = evening.window.screen_shown
    screen.show_poll(second)
    before = settle(evening)
    assert "Which next?" in before.description
    screen.show_poll(first)
    assert settle(evening) == before
    screen.new_poll()
    assert settle(evening) == before
    screen.show_poll(second)
    screen.close_poll()
    screen.revealing.reveal()
    revealed = settle(evening)
    assert revealed != before
    screen.pages.result_page.set_order(Order.WEAKEST)
    assert settle(evening) == revealed
    screen.show_poll(first)
    trigger(evening, "act_show_this")
    assert "Which first?" in settle(evening).description


def test_a_poll_that_is_opened_beside_the_stage_is_not_shown(evening: Club) -> None:
    before = settle(evening)
    polls(evening)
    screen = evening.window.show_session_screen(POLL)
    screen.close_poll()  # type: ignore[attr-defined]
    assert settle(evening) == before


def test_before_it_is_live_the_room_sees_the_programme(evening: Club) -> None:
    agenda.close_session(evening.database, SESSION)
    evening.window.whereabouts.show_agenda()
    before = settle(evening)
    for kind in KINDS:
        look_at(evening, kind)
        assert settle(evening) == before


def look_into_another(club: Club) -> int:
    session = club.window.session
    assert session is not None
    planned = planning.plan_session(club.database, "Spring evening", session.starts_at, _template())
    club.window.open_session(planned)
    club.window.upkeep.tick()
    return planned


def test_looking_into_another_session_leaves_the_live_one_in_the_room(evening: Club) -> None:
    before = settle(evening)
    other = look_into_another(evening)
    assert settle(evening) == before
    caption = evening.window.frame.room.caption
    assert caption.text() == "The session “Innovators' Club, autumn”, which goes on"
    evening.window.open_session(SESSION)
    assert settle(evening) == before
    evening.window.open_session(other)
    trigger(evening, "act_show_this")
    assert "Spring evening" in settle(evening).description


@pytest.mark.parametrize("mode", RoomMode)
def test_back_to_the_stage_is_that_of_the_session_in_the_room(
    evening: Club, mode: RoomMode
) -> None:
    before, panel = settle(evening), evening.window.frame.room
    look_into_another(evening)
    assert panel.back_button.isHidden()
    assert panel.modes.current() == 0
    evening.room.mode = mode
    trigger(evening, "act_room_follow")
    assert settle(evening) == before
    assert evening.window.frame.quiet.text == "The room sees “Cluster” again."


def test_back_from_what_was_shown_in_a_session_that_is_not_open_here(evening: Club) -> None:
    evening.window.go("consortia")
    trigger(evening, "act_show_this")
    look_into_another(evening)
    assert isinstance(settle(evening), ConsortiaSlide)
    panel = evening.window.frame.room
    assert panel.back_button.isVisibleTo(panel)
    trigger(evening, "act_room_follow")
    seen = settle(evening)
    assert "Innovators' Club, autumn" in seen.session
    assert not isinstance(seen, ConsortiaSlide)
    assert panel.back_button.isHidden()


def _close_it(club: Club) -> None:
    club.window.walk.session = None
    club.window.walk.moved.emit()


def _go_live_elsewhere(club: Club) -> None:
    agenda.go_live(club.database, look_into_another(club))
    settle(club)


def _show_another(club: Club) -> None:
    look_into_another(club)
    trigger(club, "act_show_this")


@pytest.mark.parametrize("way", [_close_it, _go_live_elsewhere, _show_another])
def test_what_lies_over_the_room_goes_with_its_session(
    evening: Club, qtbot: QtBot, way: Callable[[Club], object]
) -> None:
    panel, shared = evening.window.frame.room, evening.shared_screen
    trigger(evening, "act_large_timer")
    run(evening, "ideas")
    qtbot.keyClicks(panel.message, "Back at eight")
    qtbot.keyClick(panel.message, Qt.Key.Key_Return)
    assert shared.overlay.message == "Back at eight"
    assert shared.overlay.timer
    way(evening)
    evening.window.upkeep.tick()
    assert shared.overlay.empty
    assert panel.message.text() == ""
    evening.window.open_session(SESSION)
    evening.window.upkeep.tick()
    assert shared.overlay.empty


@pytest.mark.parametrize("mode", RoomMode)
def test_the_page_that_was_turned_to_stays_whatever_the_room_follows(
    evening: Club, mode: RoomMode, qtbot: QtBot
) -> None:
    rows = tuple(RevealRow(str(n), f"Option {n}", 20 - n) for n in range(1, 13))
    screen, shared = evening.window.screen_shown, evening.shared_screen
    screen.slide_of = lambda _sight: RevealSlide(result=ResultPicture("Next?", rows))  # type: ignore[method-assign]
    screen.room_changed.emit()
    settle(evening)
    shared.turn_page(1)
    evening.room.mode = mode
    shared.turn_page(-1)
    page = settle(evening).page
    evening.window.upkeep.tick()
    assert settle(evening).page == page == 0
    evening.room.mode = RoomMode.FOLLOW
    assert settle(evening).page == (1 if mode is RoomMode.BLANK else 0)


def test_a_held_page_is_turned_and_not_that_of_what_waits(evening: Club, qtbot: QtBot) -> None:
    evening.window.go("consortia")
    rows = tuple(RevealRow(str(n), f"Option {n}", 20 - n) for n in range(1, 13))
    screen: Any = evening.window.screen_shown
    screen.slide_of = lambda _sight: RevealSlide(result=ResultPicture("Next?", rows))
    trigger(evening, "act_show_this")
    assert settle(evening).pages > 1
    evening.room.mode = RoomMode.HOLD
    run(evening, "cluster")
    evening.shared_screen.turn_page(1)
    evening.window.upkeep.tick()
    assert settle(evening).page == 1


def _template():
    from kdc_desktop.services.sessions.templates import templates

    return templates()[0]
