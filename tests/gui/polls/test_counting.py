"""Many papers are counted beside the window: nobody sees a part of it, and nothing twice."""

import pytest

from kdc_desktop.audience.polls.poll_slide import PollSlide
from kdc_desktop.audience.polls.reveal import RevealSlide
from kdc_desktop.domain.polls.states import Order, Secrecy
from kdc_desktop.services.polls import rows
from tests.gui.polls.watched import Watched, click, poll_slide, reveal_slide, revealed, vote
from tests.gui.test_jobs import wait_until
from tests.rooms.poll_room import TOPICS, Room
from tests.rooms.statements import queries_of


@pytest.fixture(autouse=True)
def _any_paper_is_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MANY_MARKS", 1)


def test_the_page_says_that_it_counts_and_then_shows_the_result(screen: Watched) -> None:
    revealed(screen)
    assert screen.pages.closed_page.isVisible()
    assert screen.pages.closed_page.accessibleName() == "Counting …"
    wait_until(screen.pages.result_page.isVisible)
    totals = [(row.title, row.value) for row in screen.pages.result_page.model.rows[:2]]
    assert totals == [(TOPICS[2], 24), (TOPICS[0], 6)]


def test_the_room_sees_the_closed_poll_until_the_whole_result(screen: Watched) -> None:
    slides: list[object] = []
    screen.room_changed.connect(lambda: slides.append(screen.slide()))
    revealed(screen)
    assert poll_slide(screen).closed
    wait_until(lambda: isinstance(screen.slide(), RevealSlide))
    assert [type(slide) for slide in slides[-2:]] == [PollSlide, RevealSlide]
    assert [row.total for row in reveal_slide(screen).rows] == [24, 6, 0, 0, 0, 0]


def test_a_poll_that_is_reopened_meanwhile_shows_no_result(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.NAMED))
    vote(screen, range(5), 1)
    screen.close_poll()
    screen.revealing.reveal()
    click(screen.head.reopen_button)
    lane = screen.jobs.findChild(type(screen.jobs))
    wait_until(lambda: not lane.busy)
    assert screen.pages.open_page.isVisible()
    assert isinstance(screen.slide(), PollSlide)
    vote(screen, [7], 1)
    screen.close_poll()
    screen.revealing.reveal()
    wait_until(screen.pages.result_page.isVisible)
    assert screen.pages.result_page.model.rows[0].value == 6
    assert screen.problems == []


def test_what_was_counted_is_not_counted_again(room: Room, screen: Watched) -> None:
    revealed(screen)
    wait_until(screen.pages.result_page.isVisible)

    def use_the_result() -> None:
        screen.pages.result_page.further.take_first()
        screen.pages.result_page.set_order(Order.WEAKEST)
        room.draft()
        screen.touch()

    asked = queries_of(use_the_result)
    assert not any("JOIN ballot_mark" in query for query in asked)
    assert any(row.winner for row in screen.pages.result_page.model.rows)
