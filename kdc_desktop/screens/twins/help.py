"""What help says about two versions of one club."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import Chapter, Help

COMPARE = Help(
    lazy("Here one sees what was done on either laptop since two versions of the club parted."),
    (
        lazy("Tick the ideas, people and notes that are to come over, and press Take over."),
        lazy("They come as one import, which one undo takes back. Polls are never merged."),
    ),
    (),
    (),
    (Chapter.OTHER_LAPTOP,),
)
