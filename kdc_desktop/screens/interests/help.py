"""What help says about interests."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import ALONG, Chapter, Help, KeyWords

INTERESTS = Help(
    lazy("Here each person says which winner they would join, and as what."),
    (
        lazy("Type a name and press Enter, press 1 to 9 for the winners they want, then Enter."),
        lazy("A letter after the numbers says what they would be there; without one, partners."),
        lazy("The table at the right shows what was given, and takes it back with Del."),
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
