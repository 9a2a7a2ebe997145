"""The marks of a poll on notes: read again where they may be others, and never waited for."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.i18n import lazy
from kdc_desktop.model import HandCount
from kdc_desktop.screens.board import reading
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board.badges import MarksBadge
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.storage import Database, Snapshot
from tests.gui.board.hands import board

TOLD = 9
"""The idea of an option of which the number is told: not nearly nobody has marked it."""


def count_a_hand(database: Database) -> Mapping[int, int] | None:
    """One more hand for an idea of the poll that is shown; the marks as they are then."""
    with database.edit(lazy("Counted one more hand")) as edit:
        edit.add(HandCount(poll_id=1, option_id=TOLD, hands=3))
    with database.read() as snapshot:
        return BOARD.marks.of(snapshot, 1)


def marks_shown(screen: BoardScreen) -> dict[int, int]:
    rows = screen.view.contents.notes.values()
    return {row.id: row.marks for row in rows if row.marks is not None}


def test_many_marks_are_added_up_beside_the_window_and_shown_when_they_are_there(
    club: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kdc_desktop.services.polls.rows.MANY_MARKS", 1)
    screen = board(club)
    before = marks_shown(screen)
    now = count_a_hand(club.database)
    assert (marks_shown(screen), before == now) == (before, False)
    qtbot.waitUntil(lambda: marks_shown(screen) == now)


def test_marks_are_added_up_anew_only_where_their_poll_is_another(
    club: Club, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(reading, "READ_ALL", 1)
    monkeypatch.setattr(board(club)._reader, "_badge", counted(asked))
    board_ideas.edit_idea(club.database, 150, "Other words")
    assert asked == []
    count_a_hand(club.database)
    assert asked == [1]


def counted(asked: list[int]) -> MarksBadge:
    def of(snapshot: Snapshot, session_id: int) -> Mapping[int, int] | None:
        asked.append(session_id)
        return BOARD.marks.of(snapshot, session_id)

    return replace(BOARD.marks, of=of)
