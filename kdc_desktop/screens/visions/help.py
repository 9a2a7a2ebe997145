"""What help says about visions."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import ALL_ARROWS, Arrow, Chapter, Help, KeyWords

VISION = Help(
    lazy("Here each consortium writes one sentence, and each member says where they stand on it."),
    (
        lazy("Press W to write the vision, and later its next version."),
        lazy("Press A to ask. A digit is the answer of the member who is chosen, N the next one."),
        lazy("The room is shown no answer before you reveal them all with V."),
        lazy("What you type yourself stands here before; what came by the kiosk does not."),
        lazy("Press Enter on a cell for the reason, and what would move that member one step."),
        lazy("Between evenings, T notes what a member has said on the telephone, and who said so."),
        lazy("Press L for the ledger: what every member answered over the years."),
        lazy("Press K for what each member wants, and G to let the consortium go."),
        lazy("“Ready to go?” says in words what is still missing, and what helps most."),
    ),
    (lazy("Click a cell to be on it, and double-click it to write down why."),),
    (
        KeyWords(ALL_ARROWS, lazy("Go from cell to cell")),
        KeyWords(
            ("PgUp", "PgDown", Arrow.HOME, Arrow.END), lazy("Go further in the list of members")
        ),
        KeyWords(
            (Arrow.HOME, Arrow.END), lazy("In the ledger: go to the first or the newest asking")
        ),
        KeyWords(("Enter",), lazy("Say more about the position")),
        KeyWords(("Del", "Backspace"), lazy("Clear the position")),
        KeyWords(
            ("S", "P", "N", "1", "2", "3"),
            lazy("Of a stake: the version serves it, partly, or not"),
        ),
        KeyWords(("Ctrl+C",), lazy("Copy the whole map, as a spreadsheet reads it")),
        KeyWords(("Ctrl+Enter",), lazy("Keep the version, or what it means for a member")),
        KeyWords(("Esc",), lazy("Leave the version without keeping it")),
    ),
    (Chapter.BUY_IN, Chapter.LEDGER, Chapter.BEHIND, Chapter.LETTING_GO),
)
POSITION = Help(
    lazy("Here one writes down where a member stands, why, and what would move them one step."),
    (
        lazy("Press the digit of the position, then write the reason in their own words."),
        lazy("A reservation says what has to be solved first, and who takes care of it."),
    ),
    (),
    (KeyWords(("Ctrl+Enter",), lazy("Keep what was said, and close")),),
    (Chapter.BUY_IN,),
)
SINCE = Help(
    lazy("Here is what the room is told first: what became of what it took further last time."),
    (
        lazy("Each line is a consortium; good news comes first, and what waits at the end."),
        lazy("Press Space on a line to leave it out, and once more to have it told."),
        lazy("Commitments that were due and new members are counted below the lines."),
    ),
    (lazy("Click the tick of a line to leave it out."),),
    (),
    (Chapter.ROOM,),
)
