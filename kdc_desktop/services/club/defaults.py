"""What new things of a club begin with, until somebody says otherwise there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.services.club.settings import remember, setting
from kdc_desktop.storage import Database


@dataclass(frozen=True)
class DefaultChoice:
    """One thing that a club may choose; a noun gives it, and asks for what was chosen.

    `choices` are keys with what they are called; `usual` is the key of what it is at first.
    """

    name: str
    title: Text
    sentence: Text
    choices: Callable[[], Sequence[tuple[str, Text | str]]]
    usual: str


def default_of(database: Database, choice: DefaultChoice) -> str:
    """The key that the club has chosen, where it is still there to choose."""
    kept = setting(database, _name(choice), choice.usual)
    return kept if kept in {key for key, _words in choice.choices()} else choice.usual


def choose_default(database: Database, choice: DefaultChoice, key: str) -> None:
    """Let new things begin with this from now on."""
    label = lazy("Changed what new things begin with")
    remember(database, _name(choice), key, label, undoable=True)


def _name(choice: DefaultChoice) -> str:
    return f"default_{choice.name}"
