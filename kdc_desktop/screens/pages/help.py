"""What help says about pages."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import Chapter, Help

PAGES = Help(
    lazy("Here pages of a session are written, to be sent to people or printed for the room."),
    (
        lazy("Choose what you need, of which session, and as which kind of file."),
        lazy("Press Write the pages, name the file, and open it from the line that tells of it."),
    ),
    (),
    (),
    (Chapter.PAGES, Chapter.AFTERWARDS),
)
