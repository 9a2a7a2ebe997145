"""What the foot says of undo is cut within the name that it quotes, or tells none of it."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.kit.text import shortened_within
from kdc_desktop.screens.window.presence_bar import UndoLink

OPENED = "No undo: Opened the poll “Which of these would you put your own evenings into?”"


@pytest.mark.parametrize("width", [330, 280, 230, 180, 140])
def test_that_there_is_no_undo_is_read_however_narrow_it_is(qtbot: QtBot, width: int) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    link = UndoLink(around)
    link.say(OPENED)
    link.resize(width, link.sizeHint().height())
    around.show()
    link.resize(width, link.sizeHint().height())
    assert link.text().startswith("No undo: ")
    assert link.text().count("“") == link.text().count("”")


@pytest.mark.parametrize(
    ("text", "longest", "cut"),
    [
        (OPENED, 48, "No undo: Opened the poll “Which of these would…”"),
        (OPENED, 30, "No undo: Opened the poll"),
        (OPENED, 22, "No undo: Opened the poll"),
        ("Renamed “A long walk” as wished", 27, "Renamed “A long…” as wished"),
        (
            "Undo: Edited the idea “A long walk by the river”",
            36,
            "Undo: Edited the idea “A long walk…”",
        ),
        ("Ångra: Ändrade idén ”En lång promenad”", 30, "Ångra: Ändrade idén ”En lång…”"),
        ("Undo: Checked in 12 people", 12, "Undo: Checked in 12 people"),
    ],
)
def test_a_text_is_cut_within_what_it_quotes(text: str, longest: int, cut: str) -> None:
    assert shortened_within(text, lambda said: len(said) <= longest) == cut
