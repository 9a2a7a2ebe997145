"""What is asked of the polls first brings along what it needs, and no more."""

from PySide6.QtWidgets import QApplication

from kdc_desktop.screens.polls.open_page import OpenPage
from kdc_desktop.screens.polls.plan_page import PlanPage
from kdc_desktop.screens.polls.result_page import ResultPage
from tests.gui.polls.watched import Watched, revealed
from tests.rooms.poll_room import Room
from tests.rooms.statements import queries_of

PAGES = (PlanPage, OpenPage, ResultPage)
LISTED = "SELECT poll.id, poll.session_id"  # the list of polls says how many papers each has


def made(screen: Watched) -> list[type]:
    return [kind for kind in PAGES if screen.findChild(kind) is not None]


def test_a_page_is_made_when_it_is_shown_first(screen: Watched) -> None:
    assert made(screen) == []
    screen.new_poll()
    assert made(screen) == [PlanPage]
    revealed(screen)
    assert made(screen) == [PlanPage, OpenPage, ResultPage]


def test_a_poll_on_ideas_reads_them_once_and_nothing_of_the_poll_before(
    room: Room, screen: Watched
) -> None:
    def plan_and_show() -> None:
        screen.plan_for_ideas(room.ideas[:2])
        screen.show()

    revealed(screen)
    screen.hide()
    asked = queries_of(plan_and_show)
    assert sum("FROM idea LEFT OUTER JOIN cluster" in query for query in asked) == 1
    papers = [query for query in asked if "ballot" in query]
    assert [query for query in papers if not query.startswith(LISTED)] == []
    assert screen.pages.plan_page.plan.option_ids == tuple(room.ideas[:2])


def test_what_the_new_poll_asks_can_be_typed_at_once(room: Room, screen: Watched) -> None:
    screen.plan_for_ideas(room.ideas[:2])
    assert QApplication.focusWidget() is screen.pages.plan_page.question_edit


def test_a_draft_shows_what_it_asks_after_another_poll_was_begun(
    room: Room, screen: Watched
) -> None:
    screen.show_poll(room.draft(question="What first?"))
    screen.new_poll()
    screen.pages.cancelled.emit()
    assert screen.pages.plan_page.question_edit.text() == "What first?"
