"""The kinds of stage an agenda is made of; adding one is adding an entry here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StageKind:
    """A kind of stage: `key` is kept in the database, `icon` is a name of the Lucide family.

    `screen` is the key of the screen that stands in the centre while the stage runs; several
    kinds may share one.
    """

    key: str
    title: str
    purpose: str
    minutes: int
    icon: str
    screen: str


STAGE_KINDS = (
    StageKind(
        "check_in",
        "Check-in",
        "People arrive, find their name and take a badge.",
        30,
        "user-check",
        "check_in",
    ),
    StageKind(
        "welcome", "Welcome", "Say why we are here and what comes tonight.", 15, "hand", "talk"
    ),
    StageKind("ideas", "Ideas", "Everybody puts ideas on the board.", 25, "lightbulb", "board"),
    StageKind(
        "cluster",
        "Cluster",
        "Bring ideas that belong together into clusters.",
        15,
        "group",
        "board",
    ),
    StageKind("poll", "Poll", "The room votes on ideas or clusters.", 10, "vote", "poll"),
    StageKind(
        "result", "Result", "Reveal what the room chose and mark the winners.", 10, "trophy", "poll"
    ),
    StageKind("break", "Break", "Coffee, and time to meet people.", 15, "coffee", "talk"),
    StageKind(
        "interests",
        "Interests",
        "Each says which winner they would join, and as what.",
        15,
        "hand-heart",
        "interests",
    ),
    StageKind(
        "consortia",
        "Consortia",
        "Form a group around each winner and name its gaps.",
        25,
        "users",
        "consortia",
    ),
    StageKind(
        "vision",
        "Vision",
        "Each consortium writes one vision that all its members share.",
        25,
        "telescope",
        "vision",
    ),
    StageKind(
        "buy_in",
        "Buy-in",
        "Each member takes a position and says what would move it.",
        20,
        "gauge",
        "vision",
    ),
    StageKind("talk", "Talk", "Somebody speaks and the room listens.", 15, "mic", "talk"),
    StageKind("close", "Close", "Thank the room and say what happens next.", 10, "flag", "talk"),
)
BY_KEY = {kind.key: kind for kind in STAGE_KINDS}
