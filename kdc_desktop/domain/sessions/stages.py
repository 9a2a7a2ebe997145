"""What a kind of stage is, and the kinds in which somebody speaks or nobody has to."""

from typing import NamedTuple

from kdc_desktop.i18n import Text, lazy, plazy


class StageKind(NamedTuple):
    """A kind of stage: `key` is kept in the database, `icon` is a name of the Lucide family.

    `screen` is the key of the screen that stands in the centre while the stage runs; several
    kinds may share one.
    """

    key: str
    title: Text
    purpose: Text
    minutes: int
    icon: str
    screen: str


WELCOME = StageKind(
    "welcome",
    plazy("stage", "Welcome"),
    lazy("Say why we are here and what comes tonight."),
    15,
    "hand",
    "talk",
)
SINCE = StageKind(
    "since",
    plazy("stage", "Since we last met"),
    lazy("Say what has become of what the room took further last time."),
    10,
    "history",
    "since",
)
BREAK = StageKind(
    "break", plazy("stage", "Break"), lazy("Coffee, and time to meet people."), 15, "coffee", "talk"
)
TALK = StageKind(
    "talk",
    plazy("stage", "Talk"),
    lazy("Somebody speaks and the room listens."),
    15,
    "mic",
    "talk",
)
CLOSE = StageKind(
    "close",
    plazy("stage", "Close"),
    lazy("Thank the room and say what happens next."),
    10,
    "flag",
    "talk",
)
