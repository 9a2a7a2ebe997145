"""A facilitator holds a poll, with clicks and keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.polls.winners_slide import WinnersSlide
from kdc_desktop.domain.polls.stages import VOTE
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.services.polls import preparing, questions
from kdc_desktop.services.polls.hands import set_hands
from kdc_desktop.services.sessions import agenda
from kdc_desktop.services.sessions import questions as session_questions
from kdc_desktop.services.winners.questions import winners
from tests.gui.polls.watched import (
    Watched,
    asked_to_close,
    click,
    poll_slide,
    reveal_slide,
    revealed,
    vote,
)
from tests.rooms.poll_room import TOPICS, Room
from tests.rooms.statements import queries_of


def test_a_whole_poll_with_clicks_and_keys(room: Room, screen: Watched) -> None:
    click(screen.pages.empty.button)
    QTest.keyClicks(screen.pages.plan_page.question_edit, "What now?")
    screen.pages.plan_page.secrecy_choice.set_current(0)  # with names, one paper is told
    QTest.keyClick(
        screen.pages.plan_page.question_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert screen.pages.open_page.turnout_label.text() == "0 of 20 have voted"
    QTest.keyClicks(screen.pages.open_page.search_edit, "juho ain")
    QTest.keyClick(screen.pages.open_page.search_edit, Qt.Key.Key_Return)
    paper = screen.pages.open_page.paper.paper
    for key in "113":
        QTest.keyClicks(screen.focusWidget(), key)
    assert screen.pages.open_page.paper.left_label.text() == "2 of 5 left"
    QTest.keyClick(paper, Qt.Key.Key_Return)
    assert screen.pages.open_page.channels_label.text() == "1 by hand = 1 of 20 who may vote"
    click(screen.head.close_button)
    click(asked_to_close(screen))
    click(screen.pages.closed_page.button)
    totals = [(row.place, row.title, row.value) for row in screen.pages.result_page.model.rows[:2]]
    assert totals == [("1", TOPICS[0], 2), ("2", TOPICS[2], 1)]
    assert screen.problems == []


def test_the_papers_of_a_revealed_poll_are_counted_once(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    vote(screen, range(5), 1)
    screen.close_poll()
    asked = queries_of(screen.revealing.reveal)
    assert sum("JOIN ballot_mark" in query for query in asked) == 1


def test_the_room_never_sees_a_tally_before_the_reveal(room: Room, screen: Watched) -> None:
    changed = []
    screen.room_changed.connect(lambda: changed.append(1))
    assert screen.slide() is None
    screen.show_poll(room.open_poll())
    vote(screen, range(5), 1)
    assert (poll_slide(screen).voted, poll_slide(screen).electorate) == (5, 20)
    assert len(changed) >= 6
    screen.close_poll()
    assert poll_slide(screen).closed is True
    assert "Reveal the result" in screen.pages.closed_page.button.text()
    screen.revealing.reveal()
    slide = reveal_slide(screen)
    assert [(row.place, row.option, row.total) for row in slide.rows[:2]] == [
        ("1", TOPICS[1], 5),
        ("=2", TOPICS[0], 0),
    ]
    assert slide.result.reconciliation == "5 of 20 voted: 5 at the kiosk"


def test_winners_are_marked_with_a_key_and_by_number(room: Room, screen: Watched) -> None:
    revealed(screen)
    table = screen.pages.result_page.table
    table.selectRow(1)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_W)
    asked = screen.findChild(QInputDialog)
    assert asked.labelText() == (
        f"“{TOPICS[2]}” came before “{TOPICS[0]}”. Why is the other one taken further?"
    )
    asked.setTextValue("The first is under way already.")
    asked.accept()
    assert [row.title for row in winners(room.database, room.session_id)] == [TOPICS[0]]
    (*_rest, last) = room.result(screen.shown.id).steps
    assert last.told.endswith("The first is under way already.")
    QTest.keyClick(table, Qt.Key.Key_W)
    assert winners(room.database, room.session_id) == []
    screen.pages.result_page.further.first_spin.setValue(2)
    click(screen.pages.result_page.further.first_button)
    assert [row.title for row in winners(room.database, room.session_id)] == [
        TOPICS[2],
        TOPICS[0],
    ]


def test_the_ranking_by_the_weakest_sector_is_one_key_away(room: Room, screen: Watched) -> None:
    revealed(screen)
    QTest.keyClick(
        screen.pages.result_page.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier
    )
    assert screen.pages.result_page.order == "weakest"
    assert screen.pages.result_page.table.isColumnHidden(4) is False
    assert reveal_slide(screen).result.method == "Dots, 5 each · by the weakest sector"


def test_in_a_secret_poll_nothing_is_said_of_dotted_bars(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.SECRET))
    vote(screen, range(6), 0)
    set_hands(room.database, screen.shown.id, 8, {room.options(screen.shown.id)[0]: 5})
    screen.close_poll()
    screen.revealing.reveal()
    said = screen.pages.result_page.rule_label.text()
    assert "A secret poll knows no sectors: the bars compare the totals." in said
    assert "dotted" not in said
    assert reveal_slide(screen).rows[0].hands == 0


def test_options_are_found_and_ticked(room: Room, screen: Watched) -> None:
    click(screen.pages.empty.button)
    plan = screen.pages.plan_page
    assert plan.chosen_label.text() == "6 of 6 chosen"
    click(plan.none_button)
    QTest.keyClicks(plan.search_edit, "ferry")
    click(plan.all_button)
    plan.search_edit.clear()
    QTest.keyClicks(plan.search_edit, "energy")
    click(plan.all_button)
    assert plan.plan.option_ids == (room.clusters[3], room.clusters[5])


def test_a_form_that_is_being_filled_in_is_kept_when_the_board_changes(
    room: Room, screen: Watched
) -> None:
    click(screen.pages.empty.button)
    QTest.keyClicks(screen.pages.plan_page.question_edit, "What now?")
    screen.pages.plan_page.choice_list.tick(room.clusters[:2])
    preparing.create_poll(
        room.database,
        room.session_id,
        preparing.PollPlan(question="Another", option_ids=tuple(room.clusters)),
    )
    assert screen.pages.plan_page.question_edit.text() == "What now?"
    click(screen.pages.plan_page.keep_button)
    rows = questions.polls(room.database, room.session_id)
    assert [(row.question, row.options) for row in rows] == [("Another", 6), ("What now?", 2)]
    assert screen.shown.question == "What now?"


def test_a_draft_is_changed_before_it_is_opened(room: Room, screen: Watched) -> None:
    screen.show_poll(room.draft(secrecy=Secrecy.SECRET))
    click(screen.pages.plan_page.none_button)
    screen.pages.plan_page.choice_list.tick(room.clusters[:3])
    click(screen.pages.plan_page.open_button)
    assert (screen.shown.state, screen.shown.options) == ("open", 3)


def test_what_cannot_be_opened_is_told_in_a_sentence(screen: Watched) -> None:
    click(screen.pages.empty.button)
    click(screen.pages.plan_page.open_button)
    assert screen.problems == ["Write the question that the room is asked."]


def test_the_kiosk_is_asked_for_with_f9(room: Room, screen: Watched, qtbot: QtBot) -> None:
    screen.show_poll(room.open_poll())
    with qtbot.waitSignal(screen.kiosk_wanted) as wanted:
        QTest.keyClick(screen, Qt.Key.Key_F9)
    assert wanted.args == [screen.shown.id]


def test_another_round_is_held_on_the_selected_options(room: Room, screen: Watched) -> None:
    revealed(screen)
    screen.pages.result_page.table.selectAll()
    click(screen.head.repeat_button)
    assert (screen.shown.state, screen.shown.options) == ("draft", 6)
    assert screen.head.poll_choice.count() == 2


def test_marking_winners_changes_what_the_room_sees(room: Room, screen: Watched) -> None:
    revealed(screen)
    page, shown = screen.pages.result_page, reveal_slide(screen)
    assert not isinstance(shown, WinnersSlide)
    click(page.further.first_button)
    winning = reveal_slide(screen)
    assert isinstance(winning, WinnersSlide)
    marked = [row.title for row in winners(room.database, room.session_id)]
    assert [row.option for row in winning.rows if row.winner] == marked
    assert winning.description.startswith("Winners: What shall we start this winter?.")
    for place, row in enumerate(winning.rows):
        if row.winner:
            page.table.selectRow(place)
            page.further.toggle_winners()
    assert reveal_slide(screen) == shown


def test_a_new_poll_asks_what_the_stage_asks_and_may_ask_something_else(
    room: Room, screen: Watched
) -> None:
    database = room.database
    first = agenda.add_stage(database, room.session_id, VOTE)
    second = agenda.add_stage(database, room.session_id, VOTE)
    agenda.change_stage(database, first, prompt="What would you\nput time into?")
    agenda.change_stage(database, second, prompt="Which of these next?")
    field = screen.pages.plan_page.question_edit
    screen.new_poll()
    assert field.text() == "What would you put time into?"
    stages = session_questions.stages(database, room.session_id)
    screen.show_stage(next(stage for stage in stages if stage.id == second))
    screen.new_poll()
    assert field.text() == "Which of these next?"
    QTest.keyClicks(field, "What now?")
    screen.open_poll(screen.pages.plan_page.plan)
    assert screen.shown.question == "What now?"


def test_closing_asks_while_somebody_has_not_voted_or_has_a_paper_open(
    room: Room, screen: Watched
) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.SECRET))
    vote(screen, range(19), 1)
    screen.pages.kiosk_has_paper = lambda: True
    click(screen.head.close_button)
    box = screen.window().findChild(QMessageBox, "close_poll_box")
    assert box is not None
    assert box.text() == (
        "1 of 20 has not voted. A paper is open on the kiosk. "
        "Once it is closed, this poll cannot be reopened, and no undo opens it."
    )
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert screen.shown.takes_papers
    screen.pages.kiosk_has_paper = bool
    vote(screen, range(19, 20), 1)
    click(screen.head.close_button)
    assert not screen.shown.takes_papers, "everybody has voted: one press"


def test_a_secret_poll_without_papers_is_not_said_to_stay_closed(
    room: Room, screen: Watched
) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.SECRET)
    set_hands(room.database, poll_id, 3, {room.options(poll_id)[0]: 3})
    screen.show_poll(poll_id)
    click(screen.head.close_button)
    box = screen.window().findChild(QMessageBox, "close_poll_box")
    assert box is not None
    assert box.text() == "17 of 20 have not voted."
    box.reject()


def test_the_button_that_ends_the_vote_stands_apart(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    head = screen.head
    shown = [b for b in head.buttons.findChildren(QPushButton) if b.isVisible()]
    shown.sort(key=lambda button: (button.y(), button.x()))
    assert shown[-1] is head.close_button
    before = shown[-2].geometry()
    apart = head.close_button.y() > before.bottom() or head.close_button.x() - before.right() > 24
    assert apart


def test_the_search_of_one_poll_is_not_that_of_the_next(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    page = screen.pages.open_page
    QTest.keyClicks(page.search_edit, "juho ain")
    assert page.table.filter.rowCount() == 1
    screen.close_poll()
    screen.show_poll(room.open_poll())
    assert (page.search_edit.text(), page.table.filter.rowCount()) == ("", 20)
