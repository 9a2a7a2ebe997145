"""The scales on which members take positions; adding one is adding an entry here.

Higher levels mean more support. `kaner8` follows the gradients of agreement in Sam Kaner's
"Facilitator's Guide to Participatory Decision-Making", in our own words.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Level:
    """One step of a scale: its number, a short label and what a member says who stands there."""

    value: int
    label: str
    sentence: str


@dataclass(frozen=True)
class Scale:
    """Levels from least to most support, without gaps.

    `agreed` is the level a consortium aims at unless it chooses another; a position at
    `objection` or below is an objection.
    """

    key: str
    name: str
    levels: tuple[Level, ...]
    agreed: int
    objection: int

    @property
    def lowest(self) -> int:
        return self.levels[0].value

    @property
    def highest(self) -> int:
        return self.levels[-1].value

    def level(self, value: int) -> Level:
        """The level with this number; ValueError when the scale has none."""
        if not self.lowest <= value <= self.highest:
            raise ValueError(f"{self.name} has no level {value}")
        return self.levels[value - self.lowest]

    def heat(self, value: int) -> float:
        """Where a level lies from 0 (least support) to 1 (most)."""
        return (self.level(value).value - self.lowest) / (self.highest - self.lowest)

    def is_objection(self, value: int) -> bool:
        """Whether a position at this level is an objection."""
        return value <= self.objection


SCALES = (
    Scale(
        "kaner8",
        "Gradients of agreement",
        (
            Level(1, "Veto", "I block this."),
            Level(2, "Serious disagreement", "I am not on board with this."),
            Level(3, "Against, but will support", "I do not like it, but I will go along."),
            Level(4, "More discussion needed", "I do not understand it well enough yet."),
            Level(5, "Abstain", "It does not touch me either way."),
            Level(6, "Support with reservations", "I can live with it."),
            Level(7, "Agreement, one small point", "I like it, but for one small thing."),
            Level(8, "Whole-hearted endorsement", "I really like it."),
        ),
        agreed=5,
        objection=2,
    ),
    Scale(
        "fist5",
        "Fist to five",
        (
            Level(0, "Fist: no", "I block this."),
            Level(1, "One: strong doubts", "It needs big changes before I can join."),
            Level(2, "Two: some doubts", "I want to talk about some points now."),
            Level(3, "Three: can live with it", "Not perfect, and good enough to try."),
            Level(4, "Four: good", "I support it."),
            Level(5, "Five: I will lead", "I love it and will carry it forward."),
        ),
        agreed=3,
        objection=1,
    ),
    Scale(
        "consent",
        "Consent",
        (
            Level(1, "Objection", "It would harm our aim; this must change first."),
            Level(2, "Consent with a concern", "Safe enough to try; please note my concern."),
            Level(3, "Consent", "I have no objection."),
        ),
        agreed=2,
        objection=1,
    ),
)
BY_KEY = {scale.key: scale for scale in SCALES}
DEFAULT = BY_KEY["kaner8"]
