"""What help says about obstacles."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import Chapter, Help, KeyWords

OBSTACLES = Help(
    lazy("Here stands what holds consortia back from outside: permits, decisions, money, time."),
    (
        lazy("The oldest come first: amber after a month, red after a quarter of a year."),
        lazy("Choose a kind, or whom they wait for; type to find one by its words."),
        lazy("Each step stays known with its day and who said so; beside the list one reads them."),
    ),
    (),
    (KeyWords(("Enter",), lazy("Open the vision of the consortium")),),
    (Chapter.OBSTACLES,),
)
OBSTACLE = Help(
    lazy("Here one says what a consortium waits for, or what becomes of that."),
    (
        lazy("A line is enough; who takes care of it and what comes next can be said later."),
        lazy("What is said here is a step of its history, with its day and who said so."),
    ),
    (),
    (),
    (Chapter.OBSTACLES,),
)
