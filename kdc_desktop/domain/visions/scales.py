"""The scales on which members take positions; adding one is adding an entry here.

Higher levels mean more support. `kaner8`, a key that files hold, stands for the eight gradients of
agreement in Sam Kaner's "Facilitator's Guide to Participatory Decision-Making", in our own words.
"""

from dataclasses import dataclass

from kdc_desktop.domain.kit.hand_signs import CONSENT, FIST_TO_FIVE
from kdc_desktop.i18n import Text, lazy


@dataclass(frozen=True)
class Level:
    """One step of a scale: its number, a short label and what a member says who stands there."""

    value: int
    label: Text
    sentence: Text


@dataclass(frozen=True)
class Scale:
    """Levels from least to most support, without gaps.

    `agreed` is the level a consortium aims at unless it chooses another; a position at
    `objection` or below is an objection; at `neutral`, if there is one, a member abstains.
    """

    key: str
    name: Text
    levels: tuple[Level, ...]
    agreed: int
    objection: int
    neutral: int | None = None

    @property
    def lowest(self) -> int:
        return self.levels[0].value

    @property
    def highest(self) -> int:
        return self.levels[-1].value

    def level(self, value: int) -> Level:
        """The level with this number; ValueError when the scale has none."""
        if not self.lowest <= value <= self.highest:
            raise ValueError(f"{self.key} has no level {value}")
        return self.levels[value - self.lowest]

    def heat(self, value: int) -> float:
        """Where a level lies from 0 (least support) to 1 (most)."""
        return (self.level(value).value - self.lowest) / (self.highest - self.lowest)

    def is_objection(self, value: int) -> bool:
        """Whether a position at this level is an objection."""
        return value <= self.objection


def _by_key(*scales: Scale) -> dict[str, Scale]:
    return {scale.key: scale for scale in scales}


SCALES = _by_key(
    Scale(
        "kaner8",
        lazy("Gradients of agreement"),
        (
            Level(1, lazy("Veto"), lazy("I block this.")),
            Level(2, lazy("Serious disagreement"), lazy("I am not on board with this.")),
            Level(
                3, lazy("Against, but will support"), lazy("I do not like it, but I will go along.")
            ),
            Level(
                4, lazy("More discussion needed"), lazy("I do not understand it well enough yet.")
            ),
            Level(5, lazy("Abstain"), lazy("It does not touch me either way.")),
            Level(6, lazy("Support with reservations"), lazy("I can live with it.")),
            Level(
                7, lazy("Agreement, one small point"), lazy("I like it, but for one small thing.")
            ),
            Level(8, lazy("Whole-hearted endorsement"), lazy("I really like it.")),
        ),
        agreed=5,
        objection=2,
        neutral=5,
    ),
    Scale(
        "fist5",
        lazy("Fist to five"),
        tuple(Level(*sign) for sign in FIST_TO_FIVE),
        agreed=3,
        objection=1,
    ),
    Scale(
        "consent",
        lazy("Consent"),
        tuple(Level(*sign) for sign in CONSENT),
        agreed=2,
        objection=1,
    ),
)
DEFAULT = SCALES["kaner8"]
