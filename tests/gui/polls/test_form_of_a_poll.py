"""The form of a poll: read from its top, with what it misses said in it, and named what it is."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel, QLineEdit, QPushButton

from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.screens.polls.fresh_plan import fresh_plan
from tests.gui.polls.watched import Watched, click
from tests.rooms.poll_room import TOPICS, Room, make_room


def _choose(screen: Watched, key: str) -> None:
    at = [method.key for method in methods()].index(key)
    screen.pages.plan_page.rule_fields.method_combo.setCurrentIndex(at)


def _revealed_tie(screen: Watched) -> None:
    """Two options share the first place."""
    screen.show_poll(screen.room.open_poll(secrecy=Secrecy.NAMED))
    first, second, *_rest = screen.room.options(screen.shown.id)
    for place in range(4):
        screen.room.cast(screen.shown.id, place, {first if place % 2 else second: 3})
    screen.close_poll()
    screen.revealing.reveal()


def _scrolled(screen: Watched) -> int:
    return screen.pages.plan_page.fields.verticalScrollBar().value()


def _typed_next(screen: Watched) -> str:
    focus = screen.focusWidget()
    assert focus is not None
    return focus.accessibleName()


def test_a_run_off_is_called_one_and_its_form_is_read_from_the_top(screen: Watched) -> None:
    screen.resize(900, 420)
    screen.new_poll()
    bar = screen.pages.plan_page.fields.verticalScrollBar()
    bar.setValue(bar.maximum())
    screen.cancel_plan()
    _revealed_tie(screen)
    QTest.keyClick(
        screen,
        Qt.Key.Key_D,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    page, head = screen.pages.plan_page, screen.head
    assert (_scrolled(screen), screen.focusWidget() is page.question_edit) == (0, True)
    assert page.question_edit.text() == "Run-off: What shall we start this winter?"
    assert head.question_label.text() == "Run-off"
    assert head.poll_choice.currentText() == "2. Run-off: What shall we start this winter?"
    page.open_button.click()
    assert head.state_label.text() == "Run-off · Open"


def test_rounds_are_told_apart_in_the_choice(screen: Watched) -> None:
    _revealed_tie(screen)
    click(screen.head.repeat_button)
    assert screen.head.question_label.text() == "Round 2"
    assert screen.head.poll_choice.currentText() == "2. Round 2 · What shall we start this winter?"
    assert screen.focusWidget() is screen.pages.plan_page.question_edit


def test_what_a_form_misses_stands_in_it_until_it_is_mended(screen: Watched) -> None:
    screen.new_poll()
    page = screen.pages.plan_page
    QTest.keyClicks(page.question_edit, "Which first?")
    _choose(screen, "criteria")
    click(page.open_button)
    said = "Write down at least one criterion by which the options are judged."
    assert (page.problem_label.isVisible(), page.problem_label.text()) == (True, said)
    screen.refresh()
    assert page.problem_label.isVisible()
    assert _typed_next(screen) == "Another criterion"
    QTest.keyClicks(screen.focusWidget(), "Minutes given back")
    assert not page.problem_label.isVisible()
    click(page.open_button)
    assert screen.shown.takes_papers


def test_options_that_are_written_are_asked_for_where_they_are_written(screen: Watched) -> None:
    screen.new_poll()
    page = screen.pages.plan_page
    QTest.keyClicks(page.question_edit, "Which first?")
    click(next(b for b in page.findChildren(QPushButton) if b.text() == "Written here"))
    click(page.open_button)
    assert _typed_next(screen) == "Another option"


def test_long_options_are_read_from_their_beginning(room: Room, screen: Watched) -> None:
    long = "The old fire station by the river " * 6
    draft = room.draft(subject=PollSubject.WRITTEN, option_ids=(), written=(long, "Town hall"))
    screen.show_poll(draft)
    edits = screen.pages.plan_page.lines_scrolled.findChildren(QLineEdit)
    assert [one.cursorPosition() for one in edits if one.text().startswith("The old")] == [0]


def test_without_ideas_options_are_written(tmp_path: Path) -> None:
    offered = []
    for number, topics in enumerate(((), TOPICS[:1], TOPICS)):
        made = make_room(tmp_path / f"{number}.kdc", topics=topics)
        offered.append(fresh_plan(made.database, made.session_id, (), None, None).subject)
        made.database.close()
    assert offered == [PollSubject.WRITTEN, PollSubject.IDEAS, PollSubject.CLUSTERS]


def test_the_words_of_a_method_are_in_the_form(screen: Watched) -> None:
    screen.new_poll()
    words = screen.pages.plan_page.rule_fields.words_label
    _choose(screen, "majority_judgment")
    assert words.text() == "The words: Reject, Poor, Acceptable, Good, Very good, Excellent."
    _choose(screen, "score")
    assert not words.isVisible()


def test_a_paper_by_hand_says_what_leaving_out_means(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll(method="majority_judgment", marks_each=0))
    page = screen.pages.open_page
    page.enter_paper(page.model.rows[0])
    assert page.paper.left_label.text() == "0 of 6 answered · what is left out counts as “Reject”"


def test_after_a_paper_by_hand_all_names_are_there_again(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    page = screen.pages.open_page
    QTest.keyClicks(page.search_edit, "juho ain")
    QTest.keyClick(page.search_edit, Qt.Key.Key_Return)
    page.paper.paper.show_ballot(
        page.paper.paper.ballot, {Spot(room.options(screen.shown.id)[0]): 1}
    )
    click(page.paper.cast_button)
    assert (page.search_edit.text(), page.table.filter.rowCount()) == ("", 19)


def test_a_question_window_says_what_its_button_does_and_fits_its_title(screen: Watched) -> None:
    screen.show_poll(screen.room.open_poll())
    action = next(one for one in screen.actions() if one.objectName() == "act_give_more_time")
    action.trigger()
    dialog = screen.findChild(QInputDialog, "ask_dialog")
    assert dialog is not None
    assert dialog.windowTitle() == "Time to vote"
    assert dialog.okButtonText() == "Give this time"
    title = dialog.fontMetrics().horizontalAdvance("Time to vote — KDC Desktop")
    assert dialog.width() > title * 5 // 4
    assert [label.wordWrap() for label in dialog.findChildren(QLabel)] == [True]
    dialog.reject()
