"""A letter that is typed answers no question of the program."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.questions import question

SOURCES = Path(__file__).parents[3] / "kdc_desktop"
NO, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def _calls(file: Path) -> Iterator[ast.Call]:
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return (node for node in nodes if isinstance(node, ast.Call))


def _answers() -> list[str]:
    """The captions of all answers to questions, with their letters."""
    found: set[str] = set()
    for file in SOURCES.rglob("*.py"):
        for call in _calls(file):
            if ast.unparse(call.func).endswith(("box.addButton", "ask_first")):
                nodes = (node for argument in call.args for node in ast.walk(argument))
                texts = (one.value for one in nodes if isinstance(one, ast.Constant))
                found.update(text for text in texts if isinstance(text, str) and "&" in text)
    return sorted(found)


def test_every_question_is_the_kits() -> None:
    makers = {
        file.relative_to(SOURCES).as_posix()
        for file in SOURCES.rglob("*.py")
        for call in _calls(file)
        if ast.unparse(call.func).startswith("QMessageBox")
    }
    assert not makers
    assert len(_answers()) > 10


@pytest.mark.parametrize("caption", _answers())
def test_a_letter_answers_only_with_alt(qtbot: QtBot, caption: str) -> None:
    over = QWidget()
    pressed: list[str] = []
    qtbot.addWidget(over)
    over.show()
    box = question(over, "a_box", "Shall it be done?")
    stay = box.addButton("Stay", QMessageBox.ButtonRole.RejectRole)
    wanted = box.addButton(caption, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    wanted.clicked.connect(lambda: pressed.append(caption))
    box.open()
    letter = Qt.Key(ord(caption[caption.index("&") + 1].upper()))
    for held in (NO, SHIFT):
        QTest.keyClick(box, letter, held)
        QTest.qWait(150)  # Qt presses a button for a tenth of a second
        assert box.isVisible()
        assert not pressed
    QTest.keyClick(box, letter, ALT)
    qtbot.waitUntil(lambda: pressed == [caption])
