"""What others ask of a kiosk, whatever is voted on there."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


@runtime_checkable
class Voters(Protocol):
    """A place where people vote, one after the other."""

    @property
    def at_stake(self) -> str:
        """What is lost when it goes now, in a sentence; nothing where nothing is."""


def at_stake(kiosk: QWidget | None) -> str:
    """The same of a kiosk that may be open."""
    return kiosk.at_stake if isinstance(kiosk, Voters) else ""
