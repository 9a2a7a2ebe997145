"""What help says about what became of ideas."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import ALONG, Arrow, Chapter, Help, KeyWords

CHAINS = Help(
    lazy("Here are the ideas of every evening, and what became of each."),
    (
        lazy("A row says how far an idea came; six dots show it at a glance."),
        lazy("Beside the list stands each step of the idea that is selected, with its day."),
        lazy("A step opens the place where it is seen: the board, the vote, the consortium."),
    ),
    (lazy("Click on a step to go there."),),
    (
        KeyWords(("Enter",), lazy("In the list: go to the steps; on a step: go where it is seen")),
        KeyWords(ALONG, lazy("Go from step to step")),
        KeyWords((Arrow.HOME, Arrow.END), lazy("Go to the first step, or to the last")),
    ),
    (Chapter.TRAIL,),
)
