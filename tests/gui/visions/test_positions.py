"""Positions are taken and seen on the map of a vision."""

from unittest.mock import patch

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.visions.revealed_slide import RevealedSlide
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.i18n import lazy
from kdc_desktop.model.consortia import Member
from kdc_desktop.screens.kit.heat import heat_colour, ink_on
from kdc_desktop.screens.kit.palette import DARK, LIGHT, Palette, contrast
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.matrix import BuyInMatrix
from kdc_desktop.screens.visions.matrix_paint import MatrixPainter
from kdc_desktop.screens.visions.pills import Pill
from kdc_desktop.screens.visions.position_dialog import PositionDialog
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.rows import StakeholderRow, VersionRow
from kdc_desktop.services.visions.versions import save_version
from tests.gui.visions.hands import FIRST, child, here, latest, levels, opened, page, shown_slide
from tests.rooms.consortium_room import ConsortiumRoom
from tests.rooms.statements import queries_of


def test_everybody_answers_by_digits_alone(screen: VisionScreen, room: ConsortiumRoom) -> None:
    for digit in (7, 6, 5, 8, 6, 4, 7, 1, 1):
        QTest.keyClick(screen.matrix, Qt.Key(Qt.Key.Key_0 + digit))
    assert levels(room) == [7, 6, 5, 8, 6, 4, 7]
    assert screen.panel.headline.text() == "Not yet: one thing"
    assert screen.panel.reasons.text() == (
        "1. North Insurance stands at 4; usually all stand at 5 or higher."
    )
    room.database.undo()
    assert levels(room)[-1] is None


def test_all_have_answered_only_where_somebody_was_asked(
    qtbot: QtBot, theme: Theme, room: ConsortiumRoom
) -> None:
    screen = opened(qtbot, theme, room)
    said: list[str] = []
    screen.said.connect(said.append)
    with qtbot.waitSignal(screen.problem) as told:
        child(screen, QAction, "act_next_member_without_an_answer").trigger()
    assert told.args == ["Nobody is asked yet: write a version, and have members."]
    assert said == []


def test_a_digit_reads_what_it_changes_and_lays_out_no_pill_that_says_the_same(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    pill = next(iter(screen.pills.pills.values()))
    before = pill.words
    screen.matrix.go_to(room.members[0])
    asked = queries_of(lambda: QTest.keyClick(screen.matrix, Qt.Key.Key_6))
    assert sum("FROM member LEFT OUTER JOIN" in query for query in asked) == 0
    assert levels(room)[0] == 6
    assert screen.view.page == page(room)
    assert pill.words == before
    said = []
    with patch.object(Pill, "updateGeometry", lambda _pill: said.append(1)):
        pill.say(before)
        assert said == []
        pill.say("another")
        assert said == [1]


def test_a_level_that_the_scale_lacks_is_refused_in_words(
    qtbot: QtBot, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    with qtbot.waitSignal(screen.problem) as told:
        QTest.keyClick(screen.matrix, Qt.Key.Key_9)
    assert "goes from 1 to 8" in told.args[0]
    assert levels(room)[0] is None


def test_arrows_move_and_delete_clears(screen: VisionScreen, room: ConsortiumRoom) -> None:
    QTest.keyClick(screen.matrix, Qt.Key.Key_Down)
    QTest.keyClick(screen.matrix, Qt.Key.Key_Down)
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    QTest.keyClick(screen.matrix, Qt.Key.Key_Up)
    assert screen.matrix.spoken() == (
        "Yard committee Polaris · version 1 · 7, Agreement, one small point"
    )
    QTest.keyClick(screen.matrix, Qt.Key.Key_Delete)
    assert screen.matrix.spoken() == "Yard committee Polaris · version 1 · not yet"
    QTest.keyClick(screen.matrix, Qt.Key.Key_Up)
    assert here(screen)[0].name == "City, Transport"


def test_a_click_makes_a_cell_current(screen: VisionScreen, room: ConsortiumRoom) -> None:
    QTest.mouseClick(
        screen.matrix.viewport(),
        Qt.MouseButton.LeftButton,
        pos=screen.matrix.cell_rect(3, 0).center(),
    )
    assert here(screen)[0].name == "Cyclists' association"
    QTest.mouseClick(screen.matrix.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert here(screen)[0].name == "Cyclists' association"


def test_enter_asks_for_the_reason_and_a_reservation(
    qtbot: QtBot, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.keyClick(screen.matrix, Qt.Key.Key_Return)
    dialog = child(screen, PositionDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_3)
    QTest.keyClicks(dialog.reason_edit, "Bikes get stolen")
    QTest.keyClicks(dialog.move_edit, "A lock")
    dialog.reservation_check.click()
    QTest.keyClick(dialog.reason_edit, Qt.Key.Key_Return)
    assert "reservation" in dialog.problem_label.text()
    QTest.keyClicks(dialog.reservation_edit, "Only indoors")
    QTest.keyClicks(dialog.owner_edit, "Aino")
    dialog.objection_check.click()
    QTest.keyClick(dialog.reason_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    now = page(room)
    position = now.positions[room.members[0], latest(room).id]
    assert (position.level, position.reason, position.would_move) == (
        3,
        "Bikes get stolen",
        "A lock",
    )
    row = now.reservations[0]
    assert (row.text, row.owner, row.objection) == ("Only indoors", "Aino", True)


def test_a_position_without_a_level_is_not_saved(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    screen.cells.ask_more_here()
    dialog = child(screen, PositionDialog)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.problem_label.text() == "Choose where the member stands first."
    dialog.reject()
    assert page(room).positions == {}


def test_the_room_sees_positions_when_they_are_shown_and_sectors_when_asked_for(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    slide = shown_slide(screen)
    assert (slide.statement, slide.version, slide.waiting) == (FIRST, 1, 6)
    assert (isinstance(slide, RevealedSlide), slide.answered) == (False, 1)
    child(screen, QAction, "act_show_positions").trigger()
    slide = shown_slide(screen)
    assert isinstance(slide, RevealedSlide)
    assert [(slide.scale[dot.level], dot.sector) for dot in slide.positions] == [
        ("Agreement, one small point", "C")
    ]
    assert slide.scale[slide.agreed or 0] == "Abstain"
    child(screen, QAction, "act_show_sectors").trigger()
    slide = shown_slide(screen)
    assert isinstance(slide, RevealedSlide)
    assert slide.positions[0].sector == ""


def test_the_map_is_copied_as_a_spreadsheet_reads_it(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    screen.matrix.copy()
    assert "\t7" not in QGuiApplication.clipboard().text()
    QTest.keyClick(screen.matrix, Qt.Key.Key_V)
    screen.matrix.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[:2] == ["Member\tRole\tV1\tTrend", "Harbour Mobility\tLead\t7\t"]
    assert len(lines) == 8


def test_an_observer_is_passed_over(screen: VisionScreen, room: ConsortiumRoom) -> None:
    with room.database.edit(lazy("Observe")) as edit:
        edit.get_one(Member, room.members[1]).role = MemberRole.OBSERVER
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    assert here(screen)[0].name == "Yard committee Polaris"


def test_a_digit_takes_no_position_while_it_cannot_be_seen_whose(
    qtbot: QtBot, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    screen.write_button.setFocus()
    with qtbot.waitSignal(screen.problem) as told:
        QTest.keyClick(screen.write_button, Qt.Key.Key_1)
    assert told.args == ["Harbour Mobility is chosen. Do it again if you mean it."]
    assert levels(room)[0] is None
    QTest.keyClick(screen.matrix, Qt.Key.Key_6)
    assert levels(room)[0] == 6


def test_what_the_digits_mean_stands_above_the_map_and_can_be_clicked(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    pills = list(screen.cells._levels.pills.values())
    assert [pill.words for pill in pills][::7] == ["8  Whole-hearted endorsement", "1  Veto"]
    assert [pill.words for pill in pills] == list(shown_slide(screen).scale)
    QTest.mouseClick(pills[1], Qt.MouseButton.LeftButton)
    assert levels(room)[:2] == [7, None]
    assert here(screen)[0].name == "City, Transport"
    assert not any(pill.isChecked() for pill in pills)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_level_can_be_read_on_its_colour(palette: Palette) -> None:
    for scale in SCALES.values():
        for level in scale.levels:
            colour = heat_colour(scale.heat(level.value), palette)
            assert contrast(ink_on(colour), colour) >= 4.5, (scale.key, level.value)


def test_of_forty_versions_those_in_sight_are_painted(
    screen: VisionScreen, room: ConsortiumRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2, 41):
        save_version(room.database, room.consortium_id, f"{FIRST} {number}")
    painted: set[int] = set()
    cell = MatrixPainter.cell

    def counting(
        self: MatrixPainter, rect: QRectF, member: StakeholderRow, version: VersionRow
    ) -> None:
        painted.add(version.number)
        cell(self, rect, member, version)

    monkeypatch.setattr(MatrixPainter, "cell", counting)
    matrix = screen.matrix
    matrix.go_to_version(latest(room).id)
    matrix.grab()
    seen = {n for n in range(1, 41) if _is_in_sight(matrix, n - 1)}
    assert 40 in seen
    assert seen <= painted
    assert len(painted) <= len(seen) + 2


def _is_in_sight(matrix: BuyInMatrix, column: int) -> bool:
    rect = matrix.cell_rect(0, column)
    return rect.right() >= matrix._plan.member and rect.left() < matrix.viewport().width()
