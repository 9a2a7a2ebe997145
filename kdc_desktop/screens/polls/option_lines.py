"""Options with a line each: written down for this poll alone, or with what each costs."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kdc_desktop.screens.kit.scrolled import Scrolled
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.polls.named_numbers import options_of
from kdc_desktop.services.polls.preparing import PollPlan


class OptionLines(QObject):
    """Shows lines where options are written or cost something; `changed` tells of each change.

    What a chosen option costs is kept by its title, also while another method is looked at.
    """

    changed = Signal()

    def __init__(self, place: Scrolled, theme: Theme) -> None:
        super().__init__(place)
        self._place = place
        self._written, self._priced = options_of(theme, place), options_of(theme, place)
        self._costs: dict[str, int] = {}
        self._planned: tuple[int, ...] = ()
        self._shown: Sequence[str] | None = None
        both = QWidget(place)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        place.setWidget(both)
        for lines in (self._written, self._priced):
            column.addWidget(lines)
            lines.changed.connect(self._keep)
        self._are_written = True

    def begin(self, plan: PollPlan) -> None:
        """Forget what was there; begin with what is planned."""
        self._costs, self._shown, self._planned = {}, None, plan.costs
        costs = plan.costs or (0,) * len(plan.written)
        self._written.show_typed(tuple(zip(plan.written, costs, strict=False)))

    def show_for(self, titles: Sequence[str] | None, *, costs: bool) -> None:
        """Show what is asked of these options; None where they are written down here."""
        typed = titles is None
        self._place.setVisible(typed or costs)
        self._are_written = typed
        self._written.setVisible(typed)
        self._priced.setVisible(not typed)
        self._written.set_with_numbers(costs)
        if titles is not None and costs and titles != self._shown:
            if self._shown is None:  # as they were planned
                self._costs |= dict(zip(titles, self._planned, strict=False))
            self._priced.show_given([(title, self._costs.get(title, 0)) for title in titles])
            self._shown = titles

    @property
    def written(self) -> tuple[str, ...]:
        """What is written down."""
        return tuple(name for name, _cost in self._written.rows)

    @property
    def next_edit(self) -> QLineEdit | None:
        """Where the next option is written down."""
        return self._written.next_edit

    @property
    def costs(self) -> tuple[int, ...]:
        """What each option costs, in their order."""
        rows = self._written.rows if self._are_written else self._priced.rows
        return tuple(cost for _name, cost in rows)

    def _keep(self) -> None:
        self._costs |= dict(self._priced.rows)
        self.changed.emit()
