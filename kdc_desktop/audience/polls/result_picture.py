"""What the room is shown of a result, as plain values; `pictures.py` makes a slide of it."""

from dataclasses import dataclass, field
from enum import Enum, auto

from kdc_desktop.audience.kit.marks import SectorCount
from kdc_desktop.domain.polls.method import Average, PictureKind, Round
from kdc_desktop.i18n import decimal_text


class Signs(Enum):
    """What levels are shown by, where one option has the picture to itself."""

    WORDS = auto()
    FISTS = auto()  # none to five fingers
    THUMBS = auto()  # down, across, up


@dataclass(frozen=True)
class RevealRow:
    """One option: its place as announced ("1", "=3"), and what it came to.

    `total` is what its bar is as long as, or where its point stands; `score` is how that is
    written, a number without one. Counts in `shares` that are None are hidden; `rest` is what they
    amount to together and `hands` what was counted by show of hands, so that the bar is as long as
    the total. `nearly_all` and `nearly_none` are letters of sectors of which no more may be told.
    `winner`: it is taken further.

    `spread` says how many gave which level, from the lowest on. `low` and `high` are the ends of an
    estimate. `cost` and `funded` are those of a budget, `across` and `up` its means by the first
    two criteria.
    """

    place: str
    option: str
    total: float
    shares: tuple[SectorCount, ...] = ()
    rest: float = 0
    hands: float = 0
    every_sector: bool = False
    score: str = ""
    winner: bool = False
    option_id: int = 0
    nearly_all: str = ""
    nearly_none: str = ""
    spread: tuple[int, ...] = ()
    low: float | None = None
    high: float | None = None
    cost: int = 0
    funded: bool = False
    across: float | None = None
    up: float | None = None

    @property
    def written_total(self) -> str:
        """The total as people write it: no “.0” on whole numbers."""
        return self.score or decimal_text(self.total, 2, trimmed=True)


@dataclass(frozen=True)
class ResultPicture:
    """A result, best place first, and by which `kind` of picture it is shown.

    `method` reads “Dots, 5 each”, `reconciliation` “113 of 140 voted: 31 at the kiosk, 82 by hand”.
    `score_name` says what the written scores are, where they are not what the rule counts.
    `remarks` are whole sentences that belong to the result. `recount` names the rule where it is
    not the announced one. `is_void`: it does not count, for the reason `why_void`. Where `too_few`
    is more than 0, so many papers would be needed to show anything, and there were fewer.

    `levels` name the steps of a scale from `lowest` on, `average` and `signs` say how they are
    shown. `budget` is what costs are set against, both in parts of which `unit` make one. `axes`
    are the names of the first two criteria, which go from `lowest` to `highest`. `rounds` are those
    of the count, with values by the `option_id` of rows.
    """

    question: str
    rows: tuple[RevealRow, ...]
    kind: PictureKind = PictureKind.BARS
    method: str = ""
    reconciliation: str = ""
    score_name: str = ""
    remarks: tuple[str, ...] = ()
    recount: str = ""
    is_void: bool = False
    why_void: str = ""
    too_few: int = 0
    levels: tuple[str, ...] = ()
    lowest: int = 0
    highest: int = 5
    average: Average = Average.MEAN
    signs: Signs = Signs.WORDS
    budget: int = 0
    unit: int = 1
    axes: tuple[str, str] = ("", "")
    rounds: tuple[Round, ...] = field(default=())
