"""What is said beside a result: little at once, the most important first, and the rest if asked."""

from PySide6.QtWidgets import QPushButton

from kdc_desktop.audience.polls.result_slide import ResultSlide
from kdc_desktop.domain.polls.states import Order, Secrecy
from kdc_desktop.services.polls import holding
from kdc_desktop.services.winners.marking import mark_winners, unmark_options
from tests.gui.polls.watched import Watched, click, reveal_slide
from tests.rooms.poll_room import TOPICS

_TIE = f"Two share the first place: “{TOPICS[0]}” and “{TOPICS[1]}”."


def _ranked(screen: Watched, papers: int = 12) -> None:
    """Two are level on the first place, and the four after them share two places."""
    room = screen.room
    plan = {"method": "ranking", "rule": "borda", "marks_each": 0, "secrecy": Secrecy.NAMED}
    screen.show_poll(room.open_poll(**plan))
    options = room.options(screen.shown.id)
    for at in range(papers):
        first, second = options[at % 2], options[1 - at % 2]
        room.cast(screen.shown.id, at, {first: 1, second: 2, options[2 + at % 4]: 3})
    holding.extend_poll(room.database, screen.shown.id, 5)
    screen.close_poll()
    screen.revealing.reveal()


def result_slide(screen: Watched) -> ResultSlide:
    slide = screen.slide()
    assert isinstance(slide, ResultSlide)
    return slide


def test_a_tie_is_said_at_once_and_the_rule_where_one_asks(screen: Watched) -> None:
    _ranked(screen)
    page = screen.pages.result_page
    assert page.told_label.text() == _TIE
    assert (page.warning_label.isVisible(), page.rule_label.isVisible()) == (False, False)
    assert reveal_slide(screen).result.remarks == (_TIE,)
    click(page.choices.how_button)
    assert (page.table.isVisible(), page.how.isVisible()) == (False, True)
    rule, steps = page.rule_label.text().split("\n")
    assert rule.startswith("Ranked by points: ")
    assert steps == "5 minutes were given."
    click(page.choices.how_button)
    assert page.table.isVisible()


def test_another_poll_is_not_shown_by_how_it_was_counted(screen: Watched) -> None:
    _ranked(screen)
    click(screen.pages.result_page.choices.how_button)
    _ranked(screen)
    assert screen.pages.result_page.table.isVisible()


def test_a_recount_and_a_void_result_say_so_first(screen: Watched) -> None:
    _ranked(screen)
    page = screen.pages.result_page
    assert page.further.first_button.property("kind") == "primary"
    page.set_order(Order.WEAKEST)
    assert page.warning_label.text() == "This is not the announced result: it is a recount."
    assert page.further.first_button.property("kind") == ""
    page.set_order(Order.TOTAL)
    holding.void_poll(screen.room.database, screen.shown.id, "Three had left")
    assert page.warning_label.text() == "The result was declared void: Three had left."


def test_that_others_than_the_first_are_taken_further_is_said_while_they_are(
    screen: Watched,
) -> None:
    _ranked(screen)
    database, poll_id = screen.room.database, screen.shown.id
    first, second, *_rest, last = (row.option_id for row in screen.pages.result.rows)
    told = screen.pages.result_page.told_label
    mark_winners(database, poll_id, [last], "It is smaller")
    while_it_wins = told.text()
    unmark_options(database, poll_id, [last], ())
    nothing_won = told.text()
    mark_winners(database, poll_id, [first, second])
    assert [while_it_wins, nothing_won, told.text()] == [
        f"{_TIE}\nOthers than the first were taken further: It is smaller.",
        _TIE,
        _TIE,
    ]


def test_a_void_result_crowns_nobody_and_praises_nothing(screen: Watched) -> None:
    _ranked(screen)
    page = screen.pages.result_page
    first = page.model.rows[0].option_id
    screen.mark([first])
    cups = page.model.columns[1].icon
    assert cups is not None
    assert [cups(row) is not None for row in page.model.rows] == [True] + 5 * [False]
    holding.void_poll(screen.room.database, screen.shown.id, "Three had left")
    assert [cups(row) is not None for row in page.model.rows] == 6 * [False]
    warned = page.warning_label.text().split("\n")
    assert warned == [
        "The result was declared void: Three had left.",
        f"“{TOPICS[0]}” is still marked as a winner by it: unmark it, or hold another round.",
    ]
    assert not page.told_label.isVisible()
    assert _TIE in page.rule_label.text()
    slide = result_slide(screen)
    assert (slide.result.remarks, [row.winner for row in slide.rows]) == ((), 6 * [False])
    assert slide.subject == ""  # nobody asks the room how it is with that


def test_of_two_the_first_is_taken_and_of_more_as_many_as_last_time(screen: Watched) -> None:
    room = screen.room
    further = screen.pages.result_page.further
    said = []
    for options in (2, 6, 3, 6):
        plan = {"secrecy": Secrecy.NAMED, "option_ids": tuple(room.clusters[:options])}
        screen.show_poll(room.open_poll(**plan))
        first = room.options(screen.shown.id)[0]
        room.cast(screen.shown.id, 0, {first: 1})
        screen.close_poll()
        screen.revealing.reveal()
        said.append(further.first_button.text())
        if said[-1] == "Make the first 3 winners":
            further.first_spin.setValue(2)
    assert said == [
        "Make the first the winner",
        "Make the first 3 winners",
        "Make the first 2 winners",
        "Make the first 2 winners",
    ]


def test_as_many_winners_as_the_field_says_and_what_a_shared_place_makes_of_it(
    screen: Watched,
) -> None:
    _ranked(screen)
    page = screen.pages.result_page
    said = []
    for number in (2, 3, 1):
        page.further.first_spin.setValue(number)
        note = page.further.first_note.text() if page.further.first_note.isVisible() else ""
        said.append((page.further.first_button.text(), note))
    assert said == [
        ("Make the first 2 winners", ""),
        ("Make the first 3 winners", "That is 6, as the last place is shared"),
        ("Make the first the winner", "That is 2, as the last place is shared"),
    ]


def test_why_numbers_are_missing_is_said_at_once(screen: Watched) -> None:
    room = screen.room
    screen.show_poll(room.open_poll(secrecy=Secrecy.SECRET))
    options = room.options(screen.shown.id)
    for at in range(6):
        room.cast(screen.shown.id, at, {options[0]: 5})
    screen.close_poll()
    screen.revealing.reveal()
    page = screen.pages.result_page
    assert page.told_label.text().startswith("“Nearly” leaves open")
    assert page.rule_label.text().startswith("Ranked by ")


def test_a_tie_whose_numbers_are_not_told_goes_into_a_run_off(screen: Watched) -> None:
    room = screen.room
    plan = {"method": "ranking", "rule": "borda", "marks_each": 0, "secrecy": Secrecy.SECRET}
    screen.show_poll(room.open_poll(**plan))
    options = room.options(screen.shown.id)
    for at in range(6):
        first, second = options[at % 2], options[1 - at % 2]
        room.cast(screen.shown.id, at, {first: 1, second: 2, options[2 + at % 2]: 3})
    screen.close_poll()
    screen.revealing.reveal()
    page = screen.pages.result_page
    assert {row.written for row in page.model.rows} == {"not told"}
    assert screen.why_not_now("hold_a_run_off") == ""
    assert page.findChild(QPushButton, "winner_button") is not None
