"""What is too long to be kept takes nothing else along, and does not go without a question."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.instants import laptop_zone
from kdc_desktop.model import Organisation, Person
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.interests.asked_panel import AskedPanel
from kdc_desktop.screens.interests.winners_list import WinnersList
from kdc_desktop.screens.people.people_screen import PeopleScreen
from kdc_desktop.screens.polls.plan_page import PlanPage
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.screens.sessions.agenda_screen import AgendaScreen
from kdc_desktop.screens.sessions.talk_screen import TalkScreen
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from tests.gui.visions.hands import child
from tests.gui.walks import go

TOO_LONG = "far too long " * 2000


def _plan(club: Club) -> int:
    now = club.database.now().in_zone(laptop_zone())
    return planning.plan_session(club.database, "Another", now + timedelta(days=7), templates()[0])


def _asked(club: Club, name: str = "text_at_stake_box") -> QMessageBox | None:
    boxes = club.window.findChildren(QMessageBox, name)
    return next((box for box in boxes if box.isVisible()), None)


def _told_of_another_club(club: Club, qtbot: QtBot) -> str:
    """What is said before it is opened, and then it is not."""
    club.window.file_wanted.emit(club.database.path)
    box = _asked(club)
    assert box is not None
    box.defaultButton().click()
    qtbot.waitUntil(lambda: _asked(club) is None)
    return box.text()


def _agenda(club: Club, qtbot: QtBot) -> AgendaScreen:
    go(club, qtbot, "sessions/agenda")
    screen = club.window.screen_shown
    assert isinstance(screen, AgendaScreen)
    return screen


def _select(screen: AgendaScreen, place: int) -> None:
    screen.stages_table.select_key(screen.model.rows[place].id)


def _write_too_long(club: Club, qtbot: QtBot) -> AgendaScreen:
    screen = _agenda(club, qtbot)
    _select(screen, 1)
    screen.card.notes_edit.setPlainText(TOO_LONG)
    _select(screen, 2)
    return screen


@pytest.mark.parametrize("kind", [0, 1])
def test_notes_that_are_too_long_leave_all_else_to_be_changed(
    club: Club, qtbot: QtBot, kind: int
) -> None:
    go(club, qtbot, "people/person")
    screen = club.window.screen_shown
    assert isinstance(screen, PeopleScreen)
    screen.show_kind(kind)
    screen.table.select_key(screen.table.filter.rows_at(range(1))[0].id)
    form = screen._inspector.organisation if kind else screen._inspector.person
    name, notes = form.name_edit, form.notes_edit
    notes.setPlainText(TOO_LONG)
    name.setText("Brand New Name")
    name.editingFinished.emit()
    qtbot.waitUntil(lambda: "20,000" in club.window.frame.quiet.text)
    with club.database.read() as snapshot:
        names = snapshot.scalars(select((Organisation if kind else Person).name)).all()
    assert "Brand New Name" in names
    qtbot.waitUntil(lambda: name.text() == "Brand New Name")
    assert notes.toPlainText() == TOO_LONG


def test_another_session_takes_no_text_along_unasked(club: Club, qtbot: QtBot) -> None:
    other = _plan(club)
    screen = _write_too_long(club, qtbot)
    before = club.window.session
    club.window.open_session(other)
    box = _asked(club)
    assert box is not None
    assert box.text().startswith("A text that is too long")
    box.defaultButton().click()
    assert club.window.session == before
    _select(screen, 1)
    assert screen.card.notes_edit.toPlainText() == TOO_LONG
    _select(screen, 2)
    club.window.open_session(other)
    box = next(one for one in club.window.findChildren(QMessageBox) if one.isVisible())
    anyway = box.findChild(QPushButton, "text_at_stake_box_anyway")
    assert anyway is not None
    anyway.click()
    assert club.window.walk.is_open(other)
    club.window.open_session(1)
    assert club.window.walk.is_open(1)


def test_another_club_takes_no_text_along_unasked(club: Club, qtbot: QtBot) -> None:
    screen = _write_too_long(club, qtbot)
    other = club.database.path.with_name("other.kdc")
    club.window.file_wanted.emit(other)
    box = _asked(club)
    assert box is not None
    assert box.text().endswith("Open other.kdc all the same?")
    box.defaultButton().click()
    _select(screen, 1)
    assert screen.card.notes_edit.toPlainText() == TOO_LONG


def test_closing_asks_while_the_text_is_still_being_written(club: Club, qtbot: QtBot) -> None:
    screen = _agenda(club, qtbot)
    club.window.activateWindow()
    screen.card.notes_edit.setFocus()
    qtbot.waitUntil(screen.card.notes_edit.hasFocus)
    screen.card.notes_edit.setPlainText(TOO_LONG)
    assert not club.window.close()
    box = _asked(club, "leave_box")
    assert box is not None
    assert box.text().startswith("A text that is too long")


@pytest.mark.parametrize("where", [AgendaScreen, TalkScreen])
def test_nothing_is_asked_for_the_text_of_a_stage_that_is_gone(
    club: Club, qtbot: QtBot, where: type
) -> None:
    walk = club.window.walk
    if where is AgendaScreen:
        _write_too_long(club, qtbot)
        gone = walk.stages[1].id
    else:
        go(club, qtbot, "sessions/agenda")
        gone = next(stage.id for stage in walk.stages if stage.kind == "break")
        club.window.whereabouts.look_at(gone)
        notes = club.window.screen_shown.findChild(QPlainTextEdit, "notes_edit")
        assert isinstance(notes, QPlainTextEdit)
        notes.setPlainText(TOO_LONG)
        club.window.whereabouts.show_agenda()
    assert not club.window.close()
    box = _asked(club, "leave_box")
    assert box is not None
    box.defaultButton().click()
    qtbot.waitUntil(lambda: _asked(club, "leave_box") is None)
    agenda.remove_stages(club.database, [gone], [])
    club.window.close()
    box = _asked(club, "leave_box")
    assert box is None or "too long" not in box.text()


def test_what_is_half_typed_is_named_before_it_goes_to_another_club_or_language(
    club: Club, qtbot: QtBot
) -> None:
    go(club, qtbot, "people/person")
    people = club.window.screen_shown
    assert isinstance(people, PeopleScreen)
    people.add_edit.setText("Aino Lai")
    go(club, qtbot, "polls/draft")
    question = child(club.window.screen_shown, QLineEdit, "question_edit")
    before = question.text()
    question.setText("Which yar")
    go(club, qtbot, "interests/asked")
    winners = child(club.window.screen_shown, WinnersList)
    asked = child(club.window.screen_shown, AskedPanel)
    asked.show_known(None)
    for row in range(2):
        winners.toggle(row)
    chosen = ", ".join(f"“{row.title}”" for row in winners._rows[:2])
    go(club, qtbot, "board/board")
    board = club.window.screen_shown
    assert isinstance(board, BoardScreen)
    board.floats.quick_add.idea_edit.setText("More tre")
    named = "Aino Lai", "Which yar", "More tre", f"What is chosen and not kept goes, too: {chosen}."
    text = _told_of_another_club(club, qtbot)
    assert [one for one in named if one not in text] == []
    asked.offers_edit.insert("a ya")
    asked.needs_edit.insert("a perm")
    assert ", and 1 more. What is chosen" in _told_of_another_club(club, qtbot)
    for line in (people.add_edit, board.floats.quick_add.idea_edit):
        line.clear()
    question.setText(before)
    asked.show_known(None)
    form = child(club.window, PlanPage)
    form.choice_list.tick(form.choice_list.found[:2])
    assert before in _told_of_another_club(club, qtbot)
    form.choice_list.tick(form.choice_list.found)
    for row in range(2):
        winners.toggle(row)
    club.window.file_wanted.emit(club.database.path)
    qtbot.waitUntil(lambda: _asked(club) is None)


def test_an_idea_that_is_too_long_comes_back_with_its_note_and_may_be_shortened(
    club: Club, qtbot: QtBot
) -> None:
    go(club, qtbot, "board/board")
    board = club.window.screen_shown
    assert isinstance(board, BoardScreen)
    one, other = sorted(board.view.contents.notes)[:2]
    edit = board._inspector.text_edit
    board.view.select([one])
    edit.setPlainText(TOO_LONG)
    board.view.select([other])
    assert edit.toPlainText() != TOO_LONG
    assert not club.window.close()
    box = _asked(club, "leave_box")
    assert box is not None
    assert box.text().startswith("A text that is too long")
    box.defaultButton().click()
    board.view.select([one])
    assert edit.toPlainText() == TOO_LONG
    edit.setPlainText("short")
    board.view.select([other])
    assert board.view.contents.notes[one].text == "short"


def test_what_is_begun_of_polls_is_named_before_it_goes_with_the_club_and_not_before_a_language(
    club: Club, qtbot: QtBot
) -> None:
    go(club, qtbot, "polls/open")
    screen = club.window.screen_shown
    assert isinstance(screen, PollScreen)
    pages = screen.pages
    screen.count_hands()
    pages.open_page.hands.people_spin.setValue(17)
    pages.open_page.enter_paper(pages.open_page.model.rows[0])
    QTest.keyClicks(pages.open_page.paper.paper, "1")
    screen.new_poll()
    QTest.keyClicks(pages.plan_page.question_edit, "Which yard?")
    begun = (
        "Counts of a show of hands that are not kept go, too. "
        "A paper that is begun and not cast goes, too. A new poll that is begun goes, too."
    )
    club.window.file_wanted.emit(club.database.path.with_name("other.kdc"))
    box = _asked(club)
    assert box is not None
    assert box.text().startswith(begun)
    box.defaultButton().click()
    assert not club.window.close()
    box = _asked(club, "leave_box")
    assert box is not None
    assert box.text().startswith(begun)
    box.defaultButton().click()
    club.window.file_wanted.emit(club.database.path)
    assert _asked(club) is None
    pages.plan_page.cancel_button.click()
    assert pages.drafts.begun == {}
