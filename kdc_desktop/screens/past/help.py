"""What help says about a club's past."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import Chapter, Help

PAST = Help(
    lazy("Here a club that is older than its file gets its past: sessions, people, projects."),
    (
        lazy("Write the template, and fill in its sheets as far as they are known."),
        lazy("Choose the file: each row says what would become of it. Then bring it in."),
        lazy("It is one step, which one undo takes back; a second time nothing is new."),
    ),
    (),
    (),
    (Chapter.PAST,),
)
