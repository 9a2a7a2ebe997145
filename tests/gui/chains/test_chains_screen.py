"""The list of all ideas, and the steps of the one that is selected: by mouse and by keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.chains.how_far import HowFar
from kdc_desktop.screens.chains.chains_screen import ChainsScreen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board.ideas import add_idea, trash_ideas
from kdc_desktop.services.chains.rows import StepKind
from tests.rooms.chains_room import ChainsRoom

Key = Qt.Key


def listed(screen: ChainsScreen) -> list[str]:
    model = screen.table.filter
    return [model.row(model.index(at, 0)).text for at in range(model.rowCount())]


def steps(screen: ChainsScreen) -> list[str]:
    return [button.step.words for button in screen.panel.steps.buttons]


def select(screen: ChainsScreen, text: str) -> None:
    row = next(row for row in screen.rows if row.text == text)
    assert screen.table.select_key(row.id)


def pick(box: QComboBox, qtbot: QtBot, text: str) -> None:
    """Choose an entry by its words, with the keys."""
    box.setFocus()
    at = next(at for at in range(box.count()) if box.itemText(at).startswith(text))
    while box.currentIndex() != at:
        qtbot.keyClick(box, Key.Key_Down if box.currentIndex() < at else Key.Key_Up)


def test_what_came_furthest_stands_first_and_says_what_became_of_it(screen: ChainsScreen) -> None:
    assert listed(screen)[:2] == ["Trams", "Boats"]
    assert screen.summary_label.text() == "8 ideas, 1 was chosen, 1 has a consortium"
    texts = [column.text(screen.rows[0]) for column in screen.model.columns]
    assert texts == [
        *("Trams", "Has commitments"),
        "Yard bikes: visioning, version 1, 0 of 1 commitment kept",
        *("03.11.2026", "Aino Ainonen", "Winter evening"),
    ]


def test_a_click_on_an_idea_shows_its_steps(screen: ChainsScreen, qtbot: QtBot) -> None:
    place = screen.table.visualRect(screen.table.filter.index(0, 0)).center()
    qtbot.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert steps(screen) == [
        *("Trams", "Which of these?", "Trams", "Yard bikes", "Trams by night", "A driver")
    ]
    heard = [button.accessibleName() for button in screen.panel.steps.buttons]
    assert heard[1] == "Vote, 03.11.2026. Which of these?. place 1 of 2"


def test_keys_lead_into_the_steps_along_them_and_to_their_places(
    screen: ChainsScreen, qtbot: QtBot
) -> None:
    select(screen, "Trams")
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Key.Key_Return)
    buttons = screen.panel.steps.buttons
    assert screen.panel.steps.buttons[0].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Up)
    assert buttons[1].hasFocus()
    with qtbot.waitSignal(screen.step_wanted) as asked:
        qtbot.keyClick(buttons[1], Key.Key_Return)
    assert asked.args[0].kind is StepKind.VOTED
    qtbot.keyClick(buttons[1], Key.Key_End)
    assert buttons[-1].hasFocus()
    qtbot.keyClick(buttons[-1], Key.Key_Down)
    assert buttons[-1].hasFocus()
    stops = [at for at, one in enumerate(buttons) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [len(buttons) - 1]


def test_a_click_on_a_step_asks_for_its_place(screen: ChainsScreen, qtbot: QtBot) -> None:
    select(screen, "Trams")
    with qtbot.waitSignal(screen.step_wanted) as asked:
        qtbot.mouseClick(screen.panel.steps.buttons[3], Qt.MouseButton.LeftButton)
    assert asked.args[0].kind is StepKind.FORMED


def test_what_went_no_further_is_told_so_kindly(screen: ChainsScreen) -> None:
    closing = screen.panel.findChild(QLabel, "chain_closing_label")
    select(screen, "Boats")
    assert (closing.text(), steps(screen)) == (
        "It went no further so far. It stays where it is, and any evening to come can take it up "
        "again.",
        ["Boats", "Which of these?"],
    )
    select(screen, "Trams")
    assert closing.isHidden()


def test_the_list_is_narrowed_by_evening_distance_author_and_words(
    screen: ChainsScreen, qtbot: QtBot
) -> None:
    pick(screen.far_combo, qtbot, "In a vote")
    assert listed(screen) == ["Boats"]
    assert screen.summary_label.text() == "1 idea"
    pick(screen.far_combo, qtbot, "However far")
    pick(screen.author_combo, qtbot, "Aino Ainonen")
    assert listed(screen) == ["Trams"]
    pick(screen.evening_combo, qtbot, "Winter evening")
    assert listed(screen) == ["Trams"]
    qtbot.mouseClick(screen.all_button, Qt.MouseButton.LeftButton)
    assert (len(listed(screen)), screen.all_button.isHidden()) == (8, True)
    qtbot.keyClicks(screen.search_edit, "bikes visioning")
    assert listed(screen) == ["Trams"], "a consortium finds the idea it goes back to"
    qtbot.keyClicks(screen.search_edit, " xyz")
    assert screen.table.told == "Nothing here has these words. Try others."


def test_letters_that_are_typed_in_the_list_look_for_an_idea(
    screen: ChainsScreen, qtbot: QtBot
) -> None:
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Key.Key_B)
    assert (screen.search_edit.hasFocus(), screen.search_edit.text()) == (True, "b")


def test_all_ideas_of_an_author_are_one_key_away(
    screen: ChainsScreen, club: ChainsRoom, qtbot: QtBot
) -> None:
    club.idea("Benches", 0)
    select(screen, "Trams")
    screen.findChild(QAction, "act_ideas_of_its_author").trigger()
    assert listed(screen) == ["Trams", "Benches"]
    assert screen.chosen().text == "Trams"
    select(screen, "Benches")
    with qtbot.waitSignal(screen.page_wanted) as asked:
        qtbot.mouseClick(screen.panel.page_button, Qt.MouseButton.LeftButton)
    assert asked.args == [club.room.people[0], "Aino Ainonen"]


def test_an_idea_without_an_author_has_no_page_and_says_why(
    screen: ChainsScreen, qtbot: QtBot
) -> None:
    first = next(row for row in screen.rows if not row.author)
    screen.table.select_key(first.id)
    assert screen.panel.page_button.isHidden()
    with qtbot.waitSignal(screen.problem) as told:
        screen.findChild(QAction, "act_write_author_page").trigger()
    assert told.args == ["Nobody has signed this idea."]


def test_what_changes_meanwhile_is_shown_and_the_selection_stays(
    screen: ChainsScreen, club: ChainsRoom
) -> None:
    select(screen, "Boats")
    add_idea(club.room.database, club.room.session_id, "Swings")
    assert ("Swings" in listed(screen), screen.chosen().text) == (True, "Boats")
    trash_ideas(club.room.database, [screen.chosen().id])
    assert screen.chosen() is None
    assert screen.pages.currentWidget() is not screen.panel


def test_the_ideas_behind_a_consortium_are_listed_alone(
    screen: ChainsScreen, club: ChainsRoom, qtbot: QtBot
) -> None:
    group = club.row(screen.rows[0].id).groups[0]
    screen.show_behind(group.id, group.name)
    assert (listed(screen), screen.chosen().text) == (["Trams"], "Trams")
    assert screen.summary_label.text().startswith("Behind Yard bikes: 1 idea")
    screen.show_idea(club.room.ideas[0])
    assert screen.chosen().id == club.room.ideas[0]
    assert len(listed(screen)) == 8


def test_a_step_is_as_high_as_its_words_need_and_follows_the_size_of_letters(
    screen: ChainsScreen, club: ChainsRoom, theme: Theme
) -> None:
    text = "A tram that stops wherever somebody waves to it, also in the night " * 4
    long = add_idea(club.room.database, club.room.session_id, text.strip())
    screen.show_idea(long)
    (button,) = screen.panel.steps.buttons
    assert button.heightForWidth(300) > button.heightForWidth(900) > 0
    assert {far: far.steps for far in HowFar}[HowFar.PROMISED] == 6
