"""An undo of what a poll took further leads to that poll, and marks the option there."""

import pytest

from kdc_desktop.app import Club
from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.services.joined.winners import WINNER_TRAILS
from kdc_desktop.services.polls import preparing, questions, running
from kdc_desktop.services.winners.marking import add_winner, mark_winners, unmark_options
from tests.gui.window.sample_window import SESSION, look_at, redo, undo


@pytest.fixture
def club(sample: Club) -> Club:
    return sample


def decided(club: Club, question: str) -> tuple[int, list[int]]:
    """A poll on two things written for it that is over: it, and its options."""
    plan = preparing.PollPlan(
        question=question,
        subject=PollSubject.WRITTEN,
        written=("Alpha", "Bravo"),
        secrecy=Secrecy.NAMED,
    )
    poll_id = preparing.create_poll(club.database, SESSION, plan)
    for verb in (running.open_poll, running.close_poll, running.reveal_poll):
        verb(club.database, poll_id)
    return poll_id, [row.id for row in questions.options(club.database, poll_id)]


@pytest.mark.parametrize("place", ["ideas", "vision", "poll"])
def test_undo_and_redo_of_a_mark_show_its_poll_wherever_one_is(club: Club, place: str) -> None:
    poll_id, options = decided(club, "Which name?")
    other, _options = decided(club, "Which day?")
    mark_winners(club.database, poll_id, options[1:])
    for step in (undo, redo):
        screen = look_at(club, place)
        if place == "poll":
            screen.show_poll(other)
        screen = step(club)
        assert isinstance(screen, PollScreen)
        assert screen.poll.question == "Which name?"
        selected = screen.pages.result_page.table.selected_rows()
        assert [row.title for row in selected] == ["Bravo"]


def test_so_does_the_undo_of_one_that_was_unmarked(club: Club) -> None:
    poll_id, options = decided(club, "Which name?")
    decided(club, "Which day?")
    mark_winners(club.database, poll_id, options[:1])
    unmark_options(club.database, poll_id, options[:1], WINNER_TRAILS)
    look_at(club, "ideas")
    screen = undo(club)
    assert isinstance(screen, PollScreen)
    assert screen.poll.question == "Which name?"


def test_what_was_taken_further_without_a_poll_is_seen_among_the_interests(club: Club) -> None:
    choices = questions.choices(club.database, SESSION, PollSubject.IDEAS)
    add_winner(club.database, SESSION, idea_id=choices[0].id)
    look_at(club, "ideas")
    assert undo(club).objectName() == "interests_screen"


def test_who_sees_the_winners_already_stays_there(club: Club) -> None:
    poll_id, options = decided(club, "Which name?")
    mark_winners(club.database, poll_id, options[:1])
    shown = look_at(club, "interests")
    assert undo(club) is shown
