"""What help says about interests."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import ALONG, Chapter, Help, KeyWords

INTERESTS = Help(
    lazy("Here each person says which winner they would join, and as what."),
    (
        lazy("Type a name and press Enter, press 1 to 9 for the winners they want, then Enter."),
        lazy("A letter after the numbers says what they would be there; without one, partners."),
        lazy("The table at the right shows what was given, and takes it back with Del."),
        lazy("What an organisation wants is said for it, and is drawn upon by a suggestion."),
        lazy("After a named vote, who has said nothing is listed with what they voted for."),
    ),
    (lazy("Click a winner to choose it, and again to give the choice back."),),
    (
        KeyWords(ALONG, lazy("Choose among people or winners")),
        KeyWords(tuple("123456789"), lazy("Choose the winner with this number, or give it back")),
        KeyWords(("Space",), lazy("Choose the winner one is on")),
        KeyWords(("Backspace",), lazy("Take the last choice back")),
        KeyWords(("Enter",), lazy("Take the person, then keep what they chose")),
        KeyWords(("Esc",), lazy("Leave the person without keeping it")),
    ),
    (Chapter.CONSORTIA,),
)
ORGANISATION = Help(
    lazy("Here one says what an organisation, or a department of one, would join."),
    (
        lazy("Type its name, and choose up to three winners, what it wants most first."),
        lazy("Its people are drawn there; where nobody of it sits, it is a member all the same."),
        lazy("Remove takes back what it wants."),
    ),
    (),
    (),
    (Chapter.CONSORTIA,),
)
