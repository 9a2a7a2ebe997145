"""What help says about winners."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import Chapter, Help

WINNERS = Help(
    lazy("Here one chooses by hand what is taken further, where there was no vote."),
    (lazy("Tick what is taken further, and press the button. Undo takes it back."),),
    (),
    (),
    (Chapter.VOTE, Chapter.HOLDS, Chapter.CONSORTIA),
)
