"""Actions that know why they cannot be done just now, and tell that instead of doing nothing."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

WhyNot = Callable[[], str]


def _nothing() -> str:
    """It can be done."""
    return ""


class _Reason:
    """Holds nothing of its action, which would be held by what it does."""

    def __init__(self, why_not: WhyNot) -> None:
        self._why_not, self.told = why_not, ""
        self.refused_at: float | None = None

    def __call__(self) -> str:
        return self.told or self._why_not()


class ReasonedAction(QAction):
    """`why_not` gives a sentence that says what has to be done first, or nothing.

    `allowed` carries whether it can be done, for whoever is told by `refuse` when it cannot.
    """

    allowed = Signal(bool)

    def __init__(self, text: str, parent: QWidget, why_not: WhyNot | None = None) -> None:
        super().__init__(text, parent)
        self._reason = _Reason(why_not or _nothing)

    @property
    def why_not(self) -> WhyNot:
        """Asked each time: what can be done changes."""
        return self._reason

    @property
    def refused_at(self) -> float | None:
        """When somebody last wanted to do this and was told why not, on the steady clock."""
        return self._reason.refused_at

    def refuse(self, sentence: str) -> None:
        """Tell this instead from now on; with nothing it can be done again."""
        self._reason.told = sentence
        self.allowed.emit(not sentence)


def why_not(action: QAction) -> str:
    """Why this cannot be done just now; nothing where it can, or where nobody knows."""
    return action.why_not() if isinstance(action, ReasonedAction) else ""


def action_done(
    slot: Callable[..., object],
    on: bool,
    checkable: bool,
    why_not: WhyNot,
    tell: Callable[[str], object],
) -> None:
    """Do what an action does, or tell why it cannot be done."""
    if sentence := why_not():
        if isinstance(why_not, _Reason):
            why_not.refused_at = monotonic()
        tell(sentence)
    elif checkable:
        slot(on)
    else:
        slot()
