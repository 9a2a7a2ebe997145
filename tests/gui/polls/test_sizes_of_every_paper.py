"""Papers of every kind in windows of many sizes and in large letters: nothing is cut or covered."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.kit.ink import fit
from kdc_desktop.audience.polls.kiosk.level_button import LevelButton
from kdc_desktop.audience.polls.kiosk.level_row import LevelRow
from kdc_desktop.audience.polls.kiosk.option_card import FittedTitle
from kdc_desktop.audience.polls.kiosk.pair_board import PairCard
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.methods import method_of
from tests.gui.polls.made_up import Ask, Asking, Judged, Scaled
from tests.gui.polls.test_kiosk_sizes import clashes

SIZES = ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160))
PAPERS: dict[str, tuple[Method, dict[str, int]]] = {
    "marks": (method_of("quadratic"), {"marks_each": 16}),
    "order": (method_of("ranking"), {}),
    "numbers": (Scaled(), {}),
    "eleven numbers": (Scaled(), {"highest": 10}),
    "a hundred numbers": (Scaled(), {"highest": 100}),
    "words": (method_of("majority_judgment"), {}),
    "long words": (method_of("temperature"), {}),
    "thumbs": (method_of("temperature"), {"lowest": -1, "highest": 1}),
    "grid": (Judged(), {}),
    "pairs": (method_of("pairwise"), {}),
}


def within(parent: QWidget, child: QWidget) -> bool:
    at = QRect(child.mapTo(parent, QPoint(0, 0)), child.size())
    return parent.rect().contains(at)


def shown(kiosk: Asking, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in kiosk.stack.paper.findChildren(kind) if one.isVisible()]


def wrong_on(kiosk: Asking) -> Iterator[str]:
    """What overlaps, sticks out, is too low to touch, or is not said whole."""
    yield from clashes(kiosk)
    for row in shown(kiosk, LevelRow):
        assert isinstance(row, LevelRow)
        if not within(row, row.hands):
            yield f"the levels of {row.objectName()} stick out"
        if row.hands.geometry().intersects(row.title.geometry()):
            yield f"the levels of {row.objectName()} cover its title"
    for button in shown(kiosk, LevelButton):
        hands = button.parentWidget()
        if hands is None or not within(hands, button):
            yield f"{button.objectName()} sticks out"
    for card in shown(kiosk, PairCard):
        if not within(kiosk, card):
            yield f"{card.objectName()} sticks out"
    for title in shown(kiosk, FittedTitle):
        assert isinstance(title, FittedTitle)
        size, letters = title.size(), title.letters
        set_ = fit(title.text, size.width(), size.height(), letters, title.weight, 0, letters)
        if not set_.whole:
            yield f"{title.text} is cut"


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("number", [1, 9, 40])
@pytest.mark.parametrize("name", PAPERS)
def test_nothing_on_a_paper_is_cut_or_covered(
    ask: Ask, name: str, number: int, text_size: int
) -> None:
    method, limits = PAPERS[name]
    sizes = SIZES if number == 9 else SIZES[1:2]
    kiosk = ask(method, number, sizes[0], text_size, **limits)
    found = []
    for size in sizes:
        kiosk.resize(*size)
        QTest.qWait(10)  # until it is laid out
        found += [f"{size}: {wrong}" for wrong in wrong_on(kiosk)]
    assert found == []
