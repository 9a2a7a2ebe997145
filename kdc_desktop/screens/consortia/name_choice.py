"""A line in which one of several known names is chosen by typing."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from kdc_desktop.domain.kit.sought import Sought, in_every_spelling
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.offering import offer_while_typing


class NameChoice(QLineEdit):
    """Offers the names it was given while one types; `chosen` is what is meant in the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Callable[[], Mapping[str, Any]] = dict
        self.setCompleter(offer_while_typing(self, self._known))

    def offer(self, names: Callable[[], Mapping[str, Any]]) -> None:
        """Choose among these from now on: names, and what each stands for, asked when one types."""
        self._names = names

    def _known(self) -> Mapping[str, Any]:
        return self._names()

    def chosen(self) -> Any | None:
        """What the name that is typed stands for; None where none is.

        Raises:
            UserError: nobody is called so, or several may be meant.
        """
        typed = fold(self.text())
        if not typed:
            return None
        names, sought = self._names(), Sought(self.text())
        whole = [key for name, key in names.items() if fold(name) == typed]
        parts = (key for name, key in names.items() if sought.is_in(in_every_spelling(name)))
        found = whole or list(parts)
        if len(found) == 1:
            return found[0]
        if found:
            raise UserError(
                _("“{name}” may be several. Type more, or choose from the list.", name=self.text())
            )
        raise UserError(
            _(
                "The club knows nobody called “{name}”. Add them under People first.",
                name=self.text(),
            )
        )
