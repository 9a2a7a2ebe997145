"""Actions that know why they cannot be done just now, and tell that instead of doing nothing."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

WhyNot = Callable[[], str]


def _nothing() -> str:
    """It can be done."""
    return ""


class ReasonedAction(QAction):
    """`why_not` gives a sentence that says what has to be done first, or nothing."""

    def __init__(self, text: str, parent: QWidget, why_not: WhyNot | None = None) -> None:
        super().__init__(text, parent)
        self.why_not: WhyNot = why_not or _nothing


def why_not(action: QAction) -> str:
    """Why this cannot be done just now; nothing where it can, or where nobody knows."""
    return action.why_not() if isinstance(action, ReasonedAction) else ""


def action_done(
    slot: Callable[..., object],
    on: bool,
    checkable: bool,
    why_not: WhyNot | None,
    tell: Callable[[str], object],
) -> None:
    """Do what an action does, or tell why it cannot be done."""
    if why_not is not None and (sentence := why_not()):
        tell(sentence)
    elif checkable:
        slot(on)
    else:
        slot()
