"""What help says about two versions of one club."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import Chapter, Help

COMPARE = Help(
    lazy("Here one sees what was done on either laptop since two versions of the club parted."),
    (
        lazy("Tick what is to come over, and press Take over: it brings along what belongs to it."),
        lazy("It comes as one import, which one undo takes back. Polls are never merged."),
        lazy("What both have said since is not written over: the last column says what to do."),
    ),
    (),
    (),
    (Chapter.OTHER_LAPTOP,),
)
