"""The kinds of stage an agenda is made of; adding one is adding an entry here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StageKind:
    """A kind of stage: `key` is kept in the database, `icon` is a name of the Lucide family."""

    key: str
    title: str
    purpose: str
    minutes: int
    icon: str


STAGE_KINDS = (
    StageKind(
        "check_in", "Check-in", "People arrive, find their name and take a badge.", 30, "user-check"
    ),
    StageKind("welcome", "Welcome", "Say why we are here and what comes tonight.", 15, "hand"),
    StageKind("ideas", "Ideas", "Everybody puts ideas on the board.", 25, "lightbulb"),
    StageKind("cluster", "Cluster", "Bring ideas that belong together into clusters.", 15, "group"),
    StageKind("poll", "Poll", "The room votes on ideas or clusters.", 10, "vote"),
    StageKind("result", "Result", "Reveal what the room chose and mark the winners.", 10, "trophy"),
    StageKind("break", "Break", "Coffee, and time to meet people.", 15, "coffee"),
    StageKind(
        "interests",
        "Interests",
        "Each says which winner they would join, and as what.",
        15,
        "hand-heart",
    ),
    StageKind(
        "consortia", "Consortia", "Form a group around each winner and name its gaps.", 25, "users"
    ),
    StageKind(
        "vision",
        "Vision",
        "Each consortium writes one vision that all its members share.",
        25,
        "telescope",
    ),
    StageKind(
        "buy_in", "Buy-in", "Each member takes a position and says what would move it.", 20, "gauge"
    ),
    StageKind("talk", "Talk", "Somebody speaks and the room listens.", 15, "mic"),
    StageKind("close", "Close", "Thank the room and say what happens next.", 10, "flag"),
)
BY_KEY = {kind.key: kind for kind in STAGE_KINDS}
