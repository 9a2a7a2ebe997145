"""What help says about what consortia give back."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import Chapter, Help, KeyWords

GAIN = Help(
    lazy("Here one notes how many minutes a day a consortium gives back, and to how many people."),
    (
        lazy("Type the minutes, Tab, the people, and press Enter: that is enough."),
        lazy("Where you know how sure that is, say between what it lies; sums take that along."),
        lazy("A measure counts before a guess; what was said before stays below, with its day."),
    ),
    (),
    (KeyWords(("Del",), lazy("Remove the line that is selected, which was never said")),),
    (Chapter.CLUB,),
)
