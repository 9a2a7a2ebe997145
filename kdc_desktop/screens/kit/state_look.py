"""How the state of a row is shown in a preview."""

from dataclasses import dataclass

from kdc_desktop.i18n import Text


@dataclass(frozen=True)
class StateLook:
    """A word, an icon, and a colour of the theme."""

    word: Text
    icon: str
    colour: str
