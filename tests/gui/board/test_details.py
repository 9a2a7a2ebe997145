"""What is said of an idea beside its text: seen and edited in the panel, marked on the card."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.board.details_part import DetailsPart
from kdc_desktop.screens.board.drawing import paint_note
from kdc_desktop.screens.board.inspector import BoardInspector
from kdc_desktop.screens.board.voice import NotesInOrder
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import merging, questions
from kdc_desktop.services.board.badges import no_marks
from kdc_desktop.services.board.rows import Described, IdeaRow
from kdc_desktop.storage import Database
from tests.gui.board.hands import LEFT, OpenBoard, add

LINK = "https://example.org/trams"
Panel = Callable[[BoardScreen, list[int]], DetailsPart]


@pytest.fixture
def opened_links(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The links that a browser was given."""
    given: list[str] = []

    def take(url: QUrl) -> bool:
        given.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return given


def panel(screen: BoardScreen, chosen: list[int]) -> DetailsPart:
    inspector = screen.inspector()
    assert isinstance(inspector, BoardInspector)
    screen.view.select(chosen)
    inspector.show()
    inspector.activateWindow()
    QTest.qWaitForWindowActive(inspector)
    return inspector.details


def said(database: Database, idea_id: int) -> Described:
    detail = questions.idea(database, idea_id, no_marks)
    assert detail is not None
    return detail.described


def type_into(qtbot: QtBot, field: QLineEdit | QPlainTextEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def test_all_of_it_is_typed_in_the_panel_and_undone(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    first, second = add(database, 2)
    screen = open_board()
    part = panel(screen, [first])
    type_into(qtbot, part.details_edit, "Where the money comes from")
    type_into(qtbot, part.tags_edit, "trams,night")
    type_into(qtbot, part.minutes_edit, "2,5")
    type_into(qtbot, part.link_edit, "example.org/trams")
    qtbot.waitUntil(lambda: part.link_edit.text() == LINK)
    assert said(database, first) == Described(
        "Where the money comes from", "trams, night", 2.5, LINK
    )
    database.undo()
    qtbot.waitUntil(lambda: part.link_edit.text() == "")
    assert part.minutes_edit.text() == "2.5"
    panel(screen, [second])
    assert part.minutes_edit.text() == part.details_edit.toPlainText() == ""
    assert said(database, second) == Described()


def test_what_is_typed_when_another_idea_is_chosen_is_kept_of_the_first(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    first, second = add(database, 2)
    screen = open_board()
    part = panel(screen, [first])
    part.details_edit.setFocus()
    qtbot.keyClicks(part.details_edit, "Half a thought")
    screen.view.select([second])
    assert (said(database, first).details, said(database, second).details) == ("Half a thought", "")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("minutes_edit", "many", "Write the minutes as a number that is 0 or more"),
        ("link_edit", "javascript:alert(1)", "This is no web address."),
    ],
)
def test_what_cannot_be_kept_is_told_and_what_was_kept_is_shown(
    qtbot: QtBot, open_board: OpenBoard, database: Database, field: str, typed: str, sentence: str
) -> None:
    (idea,) = add(database, 1)
    known = Described("Words", "trams", 2.0, LINK)
    board_ideas.describe_idea(database, idea, known)
    screen = open_board()
    part = panel(screen, [idea])
    edit = getattr(part, field)
    before = edit.text()
    with qtbot.waitSignal(screen.problem) as told:
        type_into(qtbot, edit, typed)
    assert told.args[0].startswith(sentence)
    assert (edit.text(), said(database, idea)) == (before, known)


def test_a_page_of_the_web_is_opened_with_a_click_and_nothing_else(
    qtbot: QtBot, open_board: OpenBoard, database: Database, opened_links: list[str]
) -> None:
    (idea,) = add(database, 1)
    board_ideas.describe_idea(database, idea, Described(link=LINK))
    screen = open_board()
    part = panel(screen, [idea])
    assert (part.open_button.isVisible(), opened_links) == (True, [])
    qtbot.mouseClick(part.open_button, LEFT)
    assert opened_links == [LINK]
    with database.edit(lazy("Came in")) as edit:
        edit.get_one(Idea, idea).link = "file:///etc/passwd"
    qtbot.waitUntil(part.open_button.isHidden)
    part.open_button.clicked.emit()
    assert opened_links == [LINK]


def test_what_is_behind_an_idea_tells_its_details_to_who_points_at_it(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    first, second = add(database, 2)
    board_ideas.describe_idea(database, second, Described("Long words", "trams", 2.5, LINK))
    merging.merge_ideas(database, [first, second])
    screen = open_board()
    panel(screen, [first])
    inspector = screen.inspector()
    assert isinstance(inspector, BoardInspector)
    item = inspector.merged_list.item(0)
    assert item.text() == "Idea 1\nwith details"
    told = ("Long words", "Tags: trams", "Minutes given back a day: 2.5", LINK)
    assert [word for word in told if word not in item.toolTip()] == []


def test_a_card_shows_a_small_mark_and_no_more_text_and_says_so_aloud(
    open_board: OpenBoard, database: Database
) -> None:
    plain = IdeaRow(1, "Trams", "sky", 0.0, 0.0, 0, None, "C", "")
    differing = changed_pixels(picture(plain), picture(plain._replace(has_more=True)))
    assert 20 < len(differing) < 120
    assert {(30 < x < 60, 80 < y < 110) for x, y in differing} == {(True, True)}
    (idea,) = add(database, 1)
    board_ideas.describe_idea(database, idea, Described("Words"))
    assert "with details" in NotesInOrder(open_board().view).words(idea)


def picture(row: IdeaRow) -> QImage:
    image = QImage(200, 140, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_note(painter, row, 0, 0, 1.0, 1.0)
    painter.end()
    return image


def changed_pixels(one: QImage, other: QImage) -> list[tuple[int, int]]:
    return [
        (x, y)
        for x in range(one.width())
        for y in range(one.height())
        if one.pixel(x, y) != other.pixel(x, y)
    ]
