"""What help says about offers and needs."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import ACROSS, Chapter, Help, KeyWords

OFFERS = Help(
    lazy("Here stands what people and organisations offer and need, and what of it meets."),
    (
        lazy("Type who it is, what they offer, what they need, and press Enter; then the next."),
        lazy("“Perhaps” names those who say the same words: select one of each and press M."),
        lazy("X says that those do not fit: they are suggested no more, to nobody."),
        lazy("R reads the needs aloud that nobody meets; H notes who raised a hand."),
    ),
    (lazy("Select an offer and a need, one in each table, to match them."),),
    (
        KeyWords(ACROSS, lazy("While needs are read aloud: the one before, the next one")),
        KeyWords(("Enter",), lazy("Keep what was typed, or who raised a hand")),
        KeyWords(("Esc",), lazy("Leave reading aloud; from an empty line go to the tables")),
        KeyWords(("F2",), lazy("In the panel of a person or an organisation: put it otherwise")),
        KeyWords(("Del",), lazy("There as well: remove it")),
    ),
    (Chapter.OFFERS,),
)
