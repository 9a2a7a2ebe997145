"""People who are pasted, on the screen of people and at the door."""

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.pasting import paste_on
from kdc_desktop.screens.kit.screen import Screen


def paste_people(screen: Screen) -> None:
    """Have the screen look at the people in what was copied: lines, cells of a sheet, or a file."""
    paste_on(
        screen,
        _("There is no text to paste. Copy lines first: “Aino Laine, Harbour Mobility”."),
    )
