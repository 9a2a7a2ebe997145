"""What people call an action, and where it is done: by that the palette finds it everywhere."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from kdc_desktop.i18n import Text


class Called(NamedTuple):
    """An action by its name in code, as it is called on its screen.

    `words` are what else people call it, with commas between. `at_once`: it is done as soon as its
    screen is shown; otherwise one is led there, and told what it is called.
    """

    name: str
    text: Text
    words: Text
    at_once: bool = False


class Calls(NamedTuple):
    """What is done at one place: an area of the rail, or a screen of the session, by its key."""

    place: str
    title: Text
    actions: tuple[Called, ...]


GiveCalls = Callable[[], Calls]
"""Asked when somebody looks for an action, so that the window need not wait for it."""
Words = Mapping[str, str]
"""What people call actions, by the names of those."""


def words_of(called: Mapping[str, Text]) -> Words:
    """As a palette asks for them: by the names of the actions themselves."""
    return {f"act_{name}": str(words) for name, words in called.items()}
