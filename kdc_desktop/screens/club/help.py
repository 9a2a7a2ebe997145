"""What help says about the club file and the settings."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import Chapter, Help

SETTINGS = Help(
    lazy("Here is what rules this laptop and this club, and where their files and backups lie."),
    (
        lazy("Each setting says what it does, and is in force at once."),
        lazy("Set a PIN before you leave the kiosk alone in the room."),
        lazy("Choose a backup in the list to open it as a copy; the club itself stays as it is."),
    ),
    (),
    (),
    (
        Chapter.SETTINGS,
        Chapter.WINDOW,
        Chapter.FIELDS,
        Chapter.FILE,
        Chapter.OTHER_LAPTOP,
        Chapter.AFTERWARDS,
        Chapter.READER,
    ),
)
START = Help(
    lazy("The club that was asked for cannot be opened; here one chooses what is opened instead."),
    (
        lazy("Enter opens the newest sound backup as a copy beside the club."),
        lazy("Or open another club, or begin a new one. Nothing is ever changed in a backup."),
    ),
    (),
    (),
    (Chapter.FILE, Chapter.FAULTY_FILE, Chapter.TERMINAL),
)
HANDED = Help(
    lazy("This club was handed over to another laptop and goes on there."),
    (
        lazy("Open the file that came back from there, if there is one."),
        lazy("Open it anyway only if the other laptop does not go on: two versions would part."),
    ),
    (),
    (),
    (Chapter.OTHER_LAPTOP,),
)
LOST = Help(
    lazy("The file of the open club was replaced, moved or deleted, so nothing more is written."),
    (
        lazy("Go on in the file that was kept: it holds all that you did."),
        lazy("Or put the stick back, or the file where it was: work goes on by itself then."),
    ),
    (),
    (),
    (Chapter.FILE,),
)
LEAVING = Help(
    lazy("Here one takes the club to another laptop, so that work goes on there and not here."),
    (
        lazy("Choose a place that the other laptop can reach, such as a stick or a folder."),
        lazy("Open the file there; here the club says from then on where it went."),
    ),
    (),
    (),
    (Chapter.OTHER_LAPTOP,),
)
