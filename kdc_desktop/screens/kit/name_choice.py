"""A line in which one of several known names is chosen by typing."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from kdc_desktop.domain.kit.sought import Sought, in_every_spelling
from kdc_desktop.domain.kit.text import fold, on_one_line, several_names
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.fields import take_several_pasted
from kdc_desktop.screens.kit.offering import offer_while_typing


class Chosen(NamedTuple):
    """What is meant, the names that nobody is known by, and what to say of the first of those."""

    found: tuple[Any, ...]
    left: str
    problem: str


class _NobodyError(UserError):
    """Nobody is called so; not that several may be meant."""


class NameChoice(QLineEdit):
    """Offers the names it was given while one types; `chosen` is what is meant in the end.

    Where several may be meant, `chosen_all` are those.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Callable[[], Mapping[str, Any]] = dict
        self._all: Callable[[], Mapping[str, Any]] = dict
        self._add: Callable[[str], Any] | None = None
        self._asks: Callable[[str], str] = str
        self._asked_of = ""
        self.setCompleter(offer_while_typing(self, self._known))
        take_several_pasted(self)

    def offer(
        self,
        names: Callable[[], Mapping[str, Any]],
        also_known: Callable[[], Mapping[str, Any]] = dict,
    ) -> None:
        """Choose among these from now on: names, and what each stands for, asked when one types.

        Who is `also_known` is not offered; typed, it is meant, so that it can be said why not.
        """
        self._names, self._all = names, also_known

    def add_unknown(self, asks: Callable[[str], str], add: Callable[[str], Any]) -> None:
        """Let `add` make whoever is not known and give what they stand for.

        They are asked about first, in the sentence of `asks`; the same name once more means yes.
        """
        self._asks, self._add = asks, add

    def _known(self) -> Iterable[str]:
        """While several are typed, the last one is found, and stands behind those before it."""
        before, between, typed = self.text().rpartition(";")
        sought = Sought(typed)
        if not between or not sought:
            return self._names()
        return [
            f"{before}; {name}"  # untranslated: as it is typed
            for name in self._names()
            if sought.is_in(in_every_spelling(name))
        ]

    def chosen(self) -> Any | None:
        """What the name that is typed stands for; None where none is.

        Raises:
            UserError: nobody is called so, or several may be meant.
        """
        return self._meant(self.text()) if fold(self.text()) else None

    def chosen_all(self) -> Chosen:
        """What the names stand for that are typed with semicolons between them, or commas."""
        found: list[Any] = []
        left: list[str] = []
        problem = ""
        for name in several_names(self.text()):
            try:
                found += self._one_or_several(name)
            except UserError as error:
                left.append(name)
                problem = problem or str(error)
        rest = "; ".join(left)  # untranslated: as it is typed
        return Chosen(tuple(dict.fromkeys(found)), rest, problem)

    def _one_or_several(self, name: str) -> list[Any]:
        parts = [part for part in name.split(",") if fold(part)]
        try:
            return [self._found(name)]
        except UserError:
            if len(parts) > 1:
                with suppress(UserError):
                    return [self._found(part) for part in parts]
        return [self._meant(name)]

    def _meant(self, name: str) -> Any:
        """Who is meant; whoever nobody knows is added when they are said once more."""
        try:
            return self._found(name)
        except _NobodyError:
            if self._add is None:
                raise
            line = on_one_line(name)
            if self._asked_of != fold(line):
                self._asked_of = fold(line)
                raise UserError(self._asks(line)) from None
            self._asked_of = ""
            return self._add(line)

    def _found(self, name: str) -> Any:
        try:
            return self._among(self._names(), name)
        except UserError as error:
            try:
                return self._among(self._all(), name)
            except _NobodyError:
                raise error from None

    @staticmethod
    def _among(names: Mapping[str, Any], name: str) -> Any:
        sought, typed = Sought(name), fold(name)
        whole = [key for known, key in names.items() if fold(known) == typed]
        parts = (key for known, key in names.items() if sought.is_in(in_every_spelling(known)))
        found = whole or list(parts)
        if len(found) == 1:
            return found[0]
        name = on_one_line(name)
        if found:
            raise UserError(
                _("“{name}” may be several. Type more, or choose from the list.", name=name)
            )
        raise _NobodyError(
            _("The club knows nobody called “{name}”. Add them under People first.", name=name)
        )
