"""The stage of the result shows what was decided, also after something else was asked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.app import Club
from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.polls.reveal import RevealSlide
from kdc_desktop.audience.polls.winners_slide import WinnersSlide
from kdc_desktop.services.polls import preparing, questions, running
from kdc_desktop.services.winners.marking import mark_winners
from tests.gui.window.sample_window import SESSION, look_at, run, settle, trigger


def ask_again(club: Club) -> int:
    """A second question on what won the first, answered and revealed."""
    first = questions.polls(club.database, SESSION)[0]
    options = questions.options(club.database, first.id)
    ids = tuple(option.cluster_id or option.idea_id or 0 for option in options)[:2]
    plan = preparing.PollPlan(question="Coffee or tea?", subject=first.subject, option_ids=ids)
    again = preparing.create_poll(club.database, SESSION, plan)
    for verb in (running.open_poll, running.close_poll, running.reveal_poll):
        verb(club.database, again)
    return again


def in_the_room(club: Club) -> tuple[str, bool]:
    slide: Slide = settle(club)
    assert isinstance(slide, RevealSlide)
    return slide.question, isinstance(slide, WinnersSlide)


def test_a_later_question_does_not_take_the_place_of_the_winners(evening: Club) -> None:
    main = questions.polls(evening.database, SESSION)[0].question
    run(evening, "poll")
    again = ask_again(evening)
    assert in_the_room(evening) == ("Coffee or tea?", False)  # nobody chose there
    screen = look_at(evening, "poll")
    screen.show_poll(again)
    settle(evening)
    assert not any(row.winner for row in screen.pages.result.rows)
    run(evening, "result")
    assert in_the_room(evening) == (main, True)
    assert screen.poll.question == main  # what one finds there is what the room sees
    mark_winners(evening.database, again, [questions.options(evening.database, again)[0].id])
    assert in_the_room(evening) == ("Coffee or tea?", True)


def test_what_is_revealed_in_the_stage_itself_is_seen(evening: Club) -> None:
    run(evening, "result")
    screen = look_at(evening, "result")
    plan = preparing.PollPlan(question="One more?", option_ids=(1, 2))
    again = preparing.create_poll(evening.database, SESSION, plan)
    running.open_poll(evening.database, again)
    screen.show_poll(again)
    screen.close_poll()
    screen.revealing.reveal()
    assert in_the_room(evening) == ("One more?", False)


def test_a_result_in_the_place_of_another_stage_has_not_its_clock(evening: Club) -> None:
    again = ask_again(evening)
    run(evening, "check_in")
    assert settle(evening).clock
    look_at(evening, "poll").show_poll(again)
    trigger(evening, "act_show_this")
    assert in_the_room(evening) == ("Coffee or tea?", False)
    assert (settle(evening).clock, settle(evening).next_up) == ("", "")
    run(evening, "poll")
    assert in_the_room(evening) == ("Coffee or tea?", False)
    assert settle(evening).clock


def test_space_shows_the_next_place_also_from_the_shared_window(evening: Club) -> None:
    again = ask_again(evening)
    run(evening, "poll")
    screen = look_at(evening, "poll")
    screen.show_poll(again)
    screen.revealing.reveal_by_place()
    seen = [places_seen(evening)]
    for _press in range(2):
        QTest.keyClick(evening.shared_screen, Qt.Key.Key_Space)
        seen.append(places_seen(evening))
    assert (seen[0], seen[-1]) == (0, None)
    QTest.keyClick(evening.shared_screen, Qt.Key.Key_Space)  # there is nothing more to show
    assert places_seen(evening) is None


def places_seen(club: Club) -> int | None:
    """How many places the room sees; None: all of them."""
    slide = settle(club)
    assert isinstance(slide, RevealSlide)
    return None if slide.is_complete else slide.revealed_places
