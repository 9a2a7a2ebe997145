"""What help says about consortia."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import ALL_ARROWS, Chapter, Help, KeyWords

CONSORTIA = Help(
    lazy("Here groups form around the winners: who is in which, and what each still lacks."),
    (
        lazy("Press S: groups by wish, sector and size are suggested, and better ones follow."),
        lazy("Move people until it is right; the panel says what a move changes before you do it."),
        lazy("Press C to use these consortia, and Find your table to show everybody theirs."),
    ),
    (
        lazy("Drag a card to another column."),
        lazy(
            "Double-click a card to give its member a role, and beside the cards to see the vision."
        ),
        lazy("Press the right button on a card to see what can be done with it."),
    ),
    (
        KeyWords(ALL_ARROWS, lazy("Go from card to card")),
        KeyWords(("Enter",), lazy("Show the delegates of a member, or hide them")),
        KeyWords(("Esc",), lazy("Put down the card that is carried")),
    ),
    (Chapter.CONSORTIA,),
)
WANTED = Help(
    lazy("Here one says what a suggestion aims at: sizes, sectors, and what matters more."),
    (lazy("Set the sizes and tick the sectors that each needs; press Keep and suggest again."),),
    (),
    (),
    (Chapter.CONSORTIA,),
)
