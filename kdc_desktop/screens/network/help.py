"""What help says about the network."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import ALL_ARROWS, Arrow, Chapter, Help, KeyWords

NETWORK = Help(
    lazy("Here is who has met whom: tonight, in a year, or as long as the club is there."),
    (
        lazy("Choose an evening, a year or all; the sentences above say what it came to."),
        lazy("Choose an organisation: its ties stand out, and beside the picture are their names."),
        lazy("Open somebody in that list to see whom they have met, and whom not yet."),
        lazy("Press F5 to let the room see the picture."),
    ),
    (
        lazy("Turn the wheel to look closer, and drag the picture to look elsewhere."),
        lazy("A line with a dot is a first meeting; the wider a line, the more often they met."),
    ),
    (
        KeyWords(ALL_ARROWS, lazy("Go to the next organisation in that direction")),
        KeyWords((Arrow.HOME, Arrow.END), lazy("Go to the first or the last one by name")),
        KeyWords(("Enter",), lazy("Go to the list of whom it has met")),
        KeyWords(("Esc",), lazy("Let all of them stand out alike again")),
    ),
    (Chapter.NETWORK,),
)
