"""What was filled in of a new poll is there again, until it is used or cleared."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.polls.drafts import Drafts
from tests.gui.polls.watched import Watched, click
from tests.rooms.poll_room import Room


def _begin(screen: Watched) -> str:
    """Another poll is looked at over a new one that is half filled in."""
    page = screen.pages.plan_page
    screen.new_poll()
    page.question_edit.clear()
    QTest.keyClicks(page.question_edit, "Which first?")
    page.choice_list.tick(page.choice_list.found[1:3])
    screen.head.poll_choice.activated.emit(0)
    assert not page.isVisible()
    return page.question_edit.text()


def test_a_half_filled_poll_is_there_again(screen: Watched, room: Room) -> None:
    screen.show_poll(room.open_poll())
    typed = _begin(screen)
    page = screen.pages.plan_page
    chosen = page.choice_list.chosen
    screen.show_poll(room.draft(question="A draft"))
    assert page.question_edit.text() == "A draft"
    screen.new_poll()
    assert (page.question_edit.text(), page.choice_list.chosen) == (typed, chosen)
    screen.new_poll()
    assert (page.question_edit.text(), page.choice_list.chosen) == (typed, chosen)


def test_cancel_clears_it_and_so_does_keeping_it(screen: Watched, room: Room) -> None:
    screen.show_poll(room.open_poll())
    page = screen.pages.plan_page
    for done in (page.cancel_button, page.keep_button):
        typed = _begin(screen)
        screen.new_poll()
        assert page.question_edit.text() == typed
        click(done)
        screen.new_poll()
        assert page.question_edit.text() != typed


def test_what_was_only_looked_at_is_not_kept(screen: Watched, room: Room) -> None:
    screen.show_poll(room.open_poll())
    told: list[str] = []
    screen.said.connect(told.append)
    screen.new_poll()
    screen.head.poll_choice.activated.emit(0)
    screen.new_poll()
    assert told == []


def test_it_outlives_the_screen(theme: Theme, room: Room, qtbot: QtBot) -> None:
    room.open_poll()
    drafts = Drafts()
    for _again in range(2):
        screen = Watched(theme, room)
        screen.pages.drafts = drafts
        qtbot.addWidget(screen)
        screen.show()
        screen.new_poll()
        field = screen.pages.plan_page.question_edit
        if drafts.begun:
            assert field.text() == "Which first?"
        field.setText("Which first?")
        screen.hide()


def test_clusters_and_ideas_keep_their_ticks_while_one_changes_between_them(
    screen: Watched, room: Room
) -> None:
    page = screen.pages.plan_page
    screen.new_poll()
    found = page.choice_list
    clusters, ideas = found.found[1:4], tuple(room.ideas[:2])
    found.tick(clusters)
    click(_subject(screen, 1))
    assert found.chosen == ()
    found.tick(ideas)
    click(_subject(screen, 0))
    assert found.chosen == clusters
    click(_subject(screen, 0))
    click(_subject(screen, 1))
    assert found.chosen == ideas


def test_what_is_typed_after_a_refusal_mends_it(screen: Watched, room: Room) -> None:
    page = screen.pages.plan_page
    screen.window().activateWindow()
    screen.new_poll()
    for ask in (lambda: click(page.open_button), screen.pages.open_planned):
        page.question_edit.clear()
        page.open_button.setFocus()
        ask()
        assert screen.problems.pop() == "Write the question that the room is asked."
        QTest.keyClicks(screen.window().focusWidget(), "Which first?")
        assert page.question_edit.text() == "Which first?"
    page.choice_list.tick(())
    click(page.open_button)
    assert page.search_edit.hasFocus()
    assert screen.poll is None


def _subject(screen: Watched, place: int) -> QPushButton:
    return screen.pages.plan_page.subject_choice.findChildren(QPushButton)[place]
