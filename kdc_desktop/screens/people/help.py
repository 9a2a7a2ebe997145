"""What help says about people."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import Chapter, Help, KeyWords

PEOPLE = Help(
    lazy("Here are all people and organisations that the club knows, whatever the session."),
    (
        lazy("Press Import people to take a list from Excel or CSV; you see first what it does."),
        lazy("Type a name, a comma and an organisation above the table, and press Enter, for one."),
        lazy("Select somebody: the panel at the right shows what is known, and is edited there."),
        lazy("Whoever is there twice becomes one: select both, then press Merge."),
        lazy("Two who are not to sit together are kept apart: select both, then press Keep apart."),
    ),
    (lazy("Click the head of a column to sort by it, and drag its edge to make it wider."),),
    (
        KeyWords(("F2",), lazy("In the list of departments: rename the one chosen")),
        KeyWords(("Del",), lazy("In the list of departments: remove the one chosen")),
    ),
    (Chapter.WEEK_BEFORE, Chapter.LISTS, Chapter.DOOR, Chapter.PAST),
)
MERGE = Help(
    lazy("Here two people who are one, or two organisations, become one; nothing of them is lost."),
    (
        lazy("Look who goes and who stays: Swap them turns that around."),
        lazy("Read what becomes of what, and choose a sector where both had another one."),
        lazy("Press Merge. One undo takes all of it back."),
    ),
    (),
    (),
    (Chapter.LISTS,),
)
APART = Help(
    lazy("Here two people are kept apart: no suggestion has them in one group or at one table."),
    (
        lazy("Write why, if that should be known later, and press Keep apart."),
        lazy("Press Let them be together once it is over."),
        lazy("Nobody in the room sees it, and it is in nothing that is shared."),
    ),
    (),
    (),
    (Chapter.CONSORTIA,),
)
IMPORT = Help(
    lazy("Here one sees what a list of people would do, row by row, before anything changes."),
    (
        lazy("Say which column holds what, where the program has not found it by itself."),
        lazy("Look through the rows that are asked about or have a problem: each says why."),
        lazy("Select a row to read below the table all that happens with it, and to answer it."),
        lazy("Click on the tick of a row, or press Space, to leave it out."),
        lazy("The box below puts everybody on the list of the session that it names."),
        lazy("Press Import. One undo takes all of it back."),
    ),
    (),
    (),
    (Chapter.WEEK_BEFORE, Chapter.PEOPLE_LISTS),
)
