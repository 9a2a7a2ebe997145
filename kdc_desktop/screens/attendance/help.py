"""What help says at the door."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import ALONG, Chapter, Help, KeyWords

CHECK_IN = Help(
    lazy("Here people are checked in as they arrive."),
    (
        lazy("Type two letters of a name, or a badge code, and press Enter: that person is here."),
        lazy("Where several share the name that was typed, an arrow key chooses, or one types on."),
        lazy(
            "Somebody who is not on the list is one line: “Aino Laine, Harbour Mobility”, then "
            "Shift+Enter."
        ),
        lazy("The counts by sector tell who is still missing."),
        lazy(
            "A check-in by mistake: press the name under the line, or select somebody and press "
            "Take back the check-in."
        ),
    ),
    (lazy("Click a name that was found to check that person in."),),
    (
        KeyWords(ALONG, lazy("Choose among those found")),
        KeyWords(("Enter",), lazy("Check in whom the list shows chosen")),
        KeyWords(("Tab",), lazy("Go on to the sector, where it is asked")),
        KeyWords(("Esc",), lazy("Empty the line; Ctrl+Z brings back what was typed")),
    ),
    (Chapter.DOOR, Chapter.LISTS),
)
