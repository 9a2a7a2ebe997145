"""What help says about polls."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import ALL_ARROWS, Arrow, Chapter, Help, KeyWords

POLL = Help(
    lazy("Here the room votes: prepare a poll, open it, close it, reveal what came out."),
    (
        lazy("Write the question, choose what is voted on, how, and who may know who voted what."),
        lazy("Press Open. People vote at the kiosk, on paper that you type in, or by hands."),
        lazy("Press Close when everybody has voted, then Reveal: the room sees the result."),
        lazy("Mark the winners in the table: they are taken further."),
    ),
    (
        lazy("Double-click a voter to enter the paper that was told to you."),
        lazy(
            "“End the kiosk” stands at its foot and in this window; closing the poll ends it, too."
        ),
    ),
    (
        KeyWords((Arrow.DOWN,), lazy("Go from the search to the list of voters")),
        KeyWords(("Esc",), lazy("Leave a paper without casting it, or a count without keeping it")),
        KeyWords(("Space", "+"), lazy("Count one hand more, while you look at the room")),
        KeyWords(("-",), lazy("Count one hand less")),
        KeyWords(
            ("Ctrl+Enter",),
            lazy("Keep the count of a show of hands, or cast a paper that is filled in"),
        ),
    ),
    (
        Chapter.VOTE,
        Chapter.WAYS,
        Chapter.HOLDS,
        Chapter.KIOSK,
        Chapter.SLIPS,
        Chapter.SECRECY,
        Chapter.TOLD,
        Chapter.ABSENT,
        Chapter.CHECKED,
    ),
)
SLIPS = Help(
    lazy(
        "Slips are papers with a number and a code: people fill them in with a pen, and they are "
        "counted when they come back."
    ),
    (
        lazy("Print as many as there are people, and a few more. Cut them."),
        lazy("Give out: type a name or badge and press Enter. They cannot vote otherwise then."),
        lazy("Type in what came back: its number, Enter, what is on it, Enter."),
        lazy("Or drop pictures of them. You are asked about boxes that nobody can be sure of."),
    ),
    (
        lazy("A number counts once. The line above says what is still missing."),
        lazy("A slip that comes back unused frees its voter: choose them, and type its number."),
    ),
    (
        KeyWords(("Enter",), lazy("Give a slip, open its paper, or count it")),
        KeyWords(("F", "E"), lazy("Say that the framed box is filled, or empty")),
        KeyWords(("T",), lazy("Type a slip in that cannot be read")),
    ),
    (Chapter.SLIPS, Chapter.SECRECY),
)
KIOSK_KEYS = (
    KeyWords(ALL_ARROWS, lazy("Go to another name or option")),
    KeyWords(("Space", "+"), lazy("Give one to the option")),
    KeyWords(("1", "9"), lazy("Give one to the option of that number; 1 and 0 are 10")),
    KeyWords(("-", "Backspace", "Del"), lazy("Take one back")),
    KeyWords(("0", "9"), lazy("Where levels are said: say that one, and go to the next row")),
    KeyWords((Arrow.LEFT, Arrow.RIGHT), lazy("Another level; of two options, prefer this one")),
    KeyWords(("Backspace", "Del"), lazy("Blank again, which is no level; or the pair before")),
    KeyWords(("=",), lazy("In a ranking: put it level with the one before")),
    KeyWords(("PgUp", "PgDown"), lazy("Turn the page of the paper")),
    KeyWords(("Enter",), lazy("Take the name, or go on to cast the paper")),
    KeyWords((Arrow.HOME, Arrow.END), lazy("Go to the beginning or the end of what is typed")),
    KeyWords(("Esc",), lazy("Start over, or go back to the paper")),
    KeyWords(("Ctrl+Shift+Q", "F9", "F11"), lazy("End the kiosk")),
)
"""What is pressed at the kiosk; it has no actions of its own."""
