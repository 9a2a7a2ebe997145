"""What help says about tables."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import ALL_ARROWS, Chapter, Help, KeyWords

TABLES = Help(
    lazy("Here everybody gets a table: mixed by who has not met, by sector and by what they need."),
    (
        lazy("Say what it is for, how many seats and how many rounds, and press S."),
        lazy("Read the sentence above the tables; S seats everybody otherwise, C uses them."),
        lazy("The room finds its tables on the wall. L seats who comes late: nobody else moves."),
        lazy(
            "Page Down leads the room to the next round; N goes on to the next step of 1-2-4-All."
        ),
        lazy(
            "Press K once a table has met, or Shift+K for all: then it counts as met from now on."
        ),
        lazy("Press R to write what a table worked out: it comes onto the board under its table."),
    ),
    (
        lazy("Drag a card to another table, or onto “No seat yet”."),
        lazy("Press the right button on a card to see what can be done with it."),
    ),
    (
        KeyWords(ALL_ARROWS, lazy("Go from card to card")),
        KeyWords(("Esc",), lazy("Put down the card that is carried")),
    ),
    (Chapter.TABLES,),
)
