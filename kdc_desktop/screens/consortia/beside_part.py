"""What a noun above shows of the consortium that is selected in the list of the club."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from kdc_desktop.screens.kit.screen import Screen


class BesidePart(Protocol):
    """Stands beside the list; `tables` are those that it is read from."""

    tables: frozenset[str]

    @property
    def widget(self) -> QWidget:
        """What stands there."""

    def show(self, consortium_id: int) -> None:
        """Show what is known of this consortium."""


MakeBeside = Callable[[Screen, Callable[[], tuple[int, str] | None]], BesidePart]
"""Made for the screen, which says by id and name which consortium is selected, if one is."""
OF_PARTS = ("act_note_an_obstacle", "act_note_gain")
"""What such parts add to what can be done with a row, by the names of their actions."""
