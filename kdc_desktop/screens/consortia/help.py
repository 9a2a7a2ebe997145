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
CLUB = Help(
    lazy("Here are all consortia and projects of the club, from every evening and from outside."),
    (
        lazy("A row says how far it is, who takes care of it, how many agree, and what is due."),
        lazy("Enter opens its vision and its ledger; T takes it up, tonight or later."),
        lazy("Press S to say how far it is: who said so, and when, stays known."),
    ),
    (),
    (
        KeyWords(("Enter",), lazy("Open its vision and where its members stand")),
        KeyWords(("Del",), lazy("In the list of its members: let the one selected leave")),
        KeyWords(("F2",), lazy("In the list of its members: give the one selected another role")),
    ),
    (Chapter.CLUB,),
)
PROJECT = Help(
    lazy("Here one adds a project that was born outside the club: somebody brought it along."),
    (lazy("A name is enough; say who takes care of it and who is in it once that is known."),),
    (),
    (
        KeyWords(("Enter",), lazy("Take the member that is typed into the list")),
        KeyWords(("Del",), lazy("Take the member that is selected out of it again")),
    ),
    (Chapter.CLUB,),
)
STATE = Help(
    lazy("Here one says how far a consortium is, who says so, and what there is to note."),
    (lazy("Every step stays known with its day; going back is possible, too."),),
    (),
    (),
    (Chapter.CLUB,),
)
ROLE = Help(
    lazy("Here one says what a member is in its consortium from now on, and who says so."),
    (lazy("What it was before stays known with its day, and is read where one points at it."),),
    (),
    (),
    (Chapter.CLUB,),
)
LEAVE = Help(
    lazy("Here a member leaves its consortium, and may hand over to another member."),
    (lazy("What it said stays; it can come back at any time, and finds all of it again."),),
    (),
    (),
    (Chapter.CLUB,),
)
TAKE_UP = Help(
    lazy("Here one chooses which consortia of before are worked on in a session as well."),
    (lazy("Those that are due come first; choose one or several, and press Enter."),),
    (),
    (),
    (Chapter.CLUB,),
)
OPEN_ROLE = Help(
    lazy("Here one says who a consortium still needs."),
    (
        lazy("Write who that is, in words that the room understands."),
        lazy("Choose a role, and the next suggestion looks for somebody who would be that in it."),
        lazy("Choose a sector where it has to be one of those."),
    ),
    (),
    (),
    (Chapter.CONSORTIA,),
)
