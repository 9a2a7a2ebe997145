"""The kinds of pages there are: each is one entry here, and what makes it in services/pages."""

from pathlib import Path
from typing import NamedTuple

from kdc_desktop.errors import MisnamedError
from kdc_desktop.i18n import Text, _, lazy, listed

PAPER_ENDING = ".pdf"
"""Of what is set on paper; whatever has pages can be written as it."""
_TO_READ = (PAPER_ENDING, ".docx", ".odt")


class PageKind(NamedTuple):
    """`key` is what the command calls it; the first of its `endings` is the usual one.

    `printed`: it is for the room, not to be sent.
    """

    key: str
    title: Text
    purpose: Text
    endings: tuple[str, ...] = _TO_READ
    printed: bool = False

    def named(self, path: Path) -> Path:
        """The file, when its ending is one that this is written as.

        Raises:
            MisnamedError: it is not; the sentence offers the name with the usual one.
        """
        if path.suffix.lower() in self.endings:
            return path
        bare = path.with_suffix("") if says_a_kind(path) else path
        right = bare.with_name(f"{bare.name}{self.endings[0]}")
        raise MisnamedError(
            _(
                "{file} would be another kind of file than {endings}. Call it {right}.",
                file=path.name,
                endings=listed(self.endings),
                right=right.name,
            ),
            right,
        )

    def ending_like(self, wanted: str) -> str:
        """The ending that is wanted, or its usual one where it is not written as that."""
        return wanted if wanted in self.endings else self.endings[0]


def says_a_kind(path: Path) -> bool:
    """Whether what stands after the last dot names a kind of file, and not the rest of a title, as
    in “Minutes of 3.11”."""
    said = path.suffix[1:]
    return 0 < len(said) <= 4 and said.isalnum() and not said.isdigit()


OUTCOME = PageKind(
    "outcome",
    lazy("Outcome of the session"),
    lazy(
        "For those who were not there: who came, what was asked and what won, the consortia, "
        "and who owes what by when."
    ),
)
MINUTES = PageKind(
    "minutes",
    lazy("Minutes"),
    lazy(
        "What happened in the order of the evening, in sentences, and what was decided: neutral, "
        "without anything that is secret."
    ),
)
CHARTER = PageKind(
    "charter",
    lazy("Charters"),
    lazy(
        "A page or two for each consortium: its vision, who is in it and what it means for them, "
        "where each stands, what is promised and what is open. It is also what is handed over "
        "when a consortium is let go."
    ),
)
WAITING = PageKind(
    "waiting",
    lazy("What waits for whom"),
    lazy(
        "A page for each person, department or organisation that an obstacle waits for, for the "
        "next visit: how long it has lasted, what became of it, and what is to be decided."
    ),
)
MAIL_MERGE = PageKind(
    "mail-merge",
    lazy("List for letters"),
    lazy(
        "To fill letters with: first and last name, e-mail, organisation, consortium and what "
        "they owe. Who said no to contact stays out."
    ),
    (".xlsx", ".csv"),
)
BECAME = PageKind(
    "became",
    lazy("What became of your ideas"),
    lazy(
        "A page for each author of an idea of the session: all that they have written, in every "
        "evening, and how far it came. Nobody else is named."
    ),
)
AUTHORS = PageKind(
    "authors",
    lazy("List for letters to authors"),
    lazy(
        "To fill letters with: who wrote ideas, their e-mail, how many they have written, and "
        "what became of them. Who said no to contact stays out."
    ),
    (".xlsx", ".csv"),
)
CALENDAR = PageKind(
    "calendar",
    lazy("Calendar"),
    lazy(
        "The session, those planned after it, and the days on which promises are due. Importing "
        "it again brings a calendar up to date."
    ),
    (".ics",),
)
BADGES = PageKind(
    "badges",
    lazy("Badges"),
    lazy("A badge for everybody on the list, ten a sheet of A4, with marks to cut along."),
    (PAPER_ENDING,),
    printed=True,
)
DOOR_LIST = PageKind(
    "door-list",
    lazy("Door list"),
    lazy("Everybody on the list by name, with a box to tick."),
    printed=True,
)
TABLE_CARDS = PageKind(
    "table-cards",
    lazy("Table cards"),
    lazy(
        "The letter of each table of tonight, and each consortium, or each cluster while there are "
        "none: fold the sheet in the middle."
    ),
    (PAPER_ENDING,),
    printed=True,
)
PLACE_CARDS = PageKind(
    "place-cards",
    lazy("Place cards"),
    lazy("A name to stand on the table for everybody on the list: cut the sheet, and fold."),
    (PAPER_ENDING,),
    printed=True,
)
SEATING_CARDS = PageKind(
    "seating",
    lazy("Cards with the people of each table"),
    lazy("For each table of each round: its letter, large, and who sits there. Two a sheet."),
    (PAPER_ENDING,),
    printed=True,
)
SEAT_SLIPS = PageKind(
    "seat-slips",
    lazy("Slips with everybody's tables"),
    lazy("For everybody who has a seat: their table in every round. Eight a sheet, to hand out."),
    (PAPER_ENDING,),
    printed=True,
)
AGENDA = PageKind(
    "agenda",
    lazy("Agenda"),
    lazy("What comes when: large for the wall, and twice on a sheet for hands. Without notes."),
    (PAPER_ENDING,),
    printed=True,
)
PAPER_KIT = PageKind(
    "paper-kit",
    lazy("Paper kit"),
    lazy(
        "So that the evening goes on without the laptop: a list to check in on, slips for ideas, "
        "and a slip for each member's position on its vision."
    ),
    (PAPER_ENDING,),
    printed=True,
)
POLL_SLIPS = PageKind(
    "poll-slips",
    lazy("Slips of a poll"),
    lazy("Numbered papers to vote on with a pen, to be typed in or read from a picture."),
    (PAPER_ENDING,),
    printed=True,
)
"""They are numbered as they are made, so a poll asks for them."""
KINDS = (
    OUTCOME,
    MINUTES,
    CHARTER,
    WAITING,
    MAIL_MERGE,
    BECAME,
    AUTHORS,
    CALENDAR,
    BADGES,
    DOOR_LIST,
    TABLE_CARDS,
    PLACE_CARDS,
    SEATING_CARDS,
    SEAT_SLIPS,
    AGENDA,
    PAPER_KIT,
)
"""Those to send come first."""
BY_KEY = {kind.key: kind for kind in KINDS}
