"""What a method of voting is: its paper, what is valid on it, its count, and the words for them.

Each method is one file in `methods/`, whose `METHOD` is an object of a class below; adding one is
adding that file. A method that can be counted in several ways has several rules.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from typing import ClassVar, NamedTuple

from kdc_desktop.domain.polls.cast import Cast, Marks, Spot
from kdc_desktop.domain.polls.hiding import ToldPart, is_near, told_words
from kdc_desktop.domain.polls.terms import (
    PollLevel,
    PollSetting,
    Terms,
)
from kdc_desktop.i18n import Text, _, decimal_text, lazy, number_text

Number = int | Fraction | float
"""Exact wherever a rule is; a float only where it is an estimate."""


class PaperKind(Enum):
    """What a voter does on the paper; each has one widget at the kiosk."""

    MARKS = auto()  # give yeses, dots or votes to options
    LEVELS = auto()  # say one of several levels for each option
    ORDER = auto()  # bring options into an order, with ties, as far as one likes
    GRID = auto()  # say a level for each option and criterion
    PAIRS = auto()  # prefer one of two, as often as one likes


class PictureKind(Enum):
    """How the room is shown the result."""

    BARS = auto()  # a bar for each option, with the sectors' shares in it
    SPREAD = auto()  # how many said which level, a bar of parts for each option
    ROUNDS = auto()  # bars, and the rounds in words
    FUNDED = auto()  # bars, with a line under what the money is enough for
    FIELD = auto()  # options on two axes, the first two criteria
    RANGES = auto()  # a point with its uncertainty for each option


class Average(Enum):
    """What a spread of levels comes to, and is marked in its picture."""

    MEAN = auto()
    MEDIAN = auto()


class HandsKind(Enum):
    """What a show of hands can say in a method."""

    NONE = auto()
    OPTIONS = auto()  # hands for each option
    LEVELS = auto()  # hands for each level of each option


class Rule(NamedTuple):
    """A way to count papers: its key, unique over all methods, its name, and what it does.

    `sentence` is read out with the result: “Ranked by the mean of those who gave a score.” `value`
    stands above what it ranks by: “Points”, “Median grade”.
    """

    key: str
    name: Text
    sentence: Text
    value: Text


@dataclass(frozen=True)
class Placed:
    """What one option came to.

    `place` is its standard competition rank (1, 2, 2, 4), `tied` whether others share it. `winner`:
    the rule chooses it, which in a budget means that it is funded. `value` is what it is ranked
    by, None where nobody said anything of it; `voters` how many papers support it, or where levels
    are said, say one of it; `spread` how many said which level, from the lowest on, where there are
    levels; `parts` what it came to by each criterion, in their order. `low` and `high` are the ends
    of an estimate.
    """

    option_id: int
    place: int
    tied: bool
    winner: bool
    value: Number | None
    voters: int = 0
    spread: tuple[int, ...] = ()
    low: float | None = None
    high: float | None = None
    parts: tuple[Number | None, ...] = ()


class Round(NamedTuple):
    """A step of a count that has several: in words, and what each option had then."""

    words: str
    values: Mapping[int, Number]


@dataclass(frozen=True)
class Count:
    """What papers come to by a rule: options the best first, those of one place as on the paper.

    `papers` includes the `blank` ones. `remarks` are whole sentences: a Condorcet winner, that
    rules disagree, what was left out.
    """

    rule: Rule
    papers: int
    blank: int
    options: tuple[Placed, ...]
    rounds: tuple[Round, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def winners(self) -> tuple[int, ...]:
        """The ids of those that the rule chooses, as on the paper."""
        return tuple(one.option_id for one in self.options if one.winner)


class Method(ABC):
    """A way to vote. `key` is the name of its file; `order` says where it is offered among all."""

    key: ClassVar[str]
    order: ClassVar[int]
    name: ClassVar[Text]
    sentence: ClassVar[Text]
    """What a voter is asked to do."""
    paper: ClassVar[PaperKind]
    picture: ClassVar[PictureKind] = PictureKind.BARS
    average: ClassVar[Average] = Average.MEAN
    """What the value of an option is, where levels are said of it."""
    hands: ClassVar[HandsKind] = HandsKind.NONE
    settings: ClassVar[frozenset[PollSetting]] = frozenset()
    rules: ClassVar[tuple[Rule, ...]]
    """The ways to count it; the first is taken where nothing else is said."""
    marks_caption: ClassVar[Text] = lazy("At most, each")
    """What stands before the number of marks that everybody has."""
    usual_marks: ClassVar[int] = 0
    """How many that are where nobody has chosen; 0: any number."""
    least_options: ClassVar[int] = 2
    most_marks: ClassVar[int] = 100
    """The highest number of marks that everybody can be given."""
    needs_marks_each: ClassVar[bool] = False
    """Whether everybody has a number of marks to give; else there need be no limit."""
    reads_papers: ClassVar[bool] = False
    """Whether it is counted from whole papers; else the tally of marks is enough."""
    decides: ClassVar[bool] = True
    """Whether what comes first has won; else it is only shown how the room stands to it."""
    adds_up: ClassVar[bool] = False
    """Whether the value of an option is the sum of what each sector gave it."""
    signature: ClassVar[bool] = False
    """Whether a paper says so much that whoever filled it in could be known by it."""

    def rule(self, key: str = "") -> Rule:
        """Its rule of this key; the first where it has none of that name."""
        return next((rule for rule in self.rules if rule.key == key), self.rules[0])

    @abstractmethod
    def problem(self, terms: Terms, marks: Marks) -> str | None:
        """What is wrong with a paper, as a sentence for the voter; None where it is valid.

        A paper without marks is valid. That spots exist and values are whole numbers is seen to.
        """

    def unfit(self, _terms: Terms) -> str | None:
        """Why nobody could vote by these terms, as a sentence for whoever prepares the poll.

        It asks about what `settings` names; None where the poll can be opened.
        """
        return None

    def spent(self, marks: Marks) -> int:
        """How many of the marks that one voter has are used on a paper."""
        return sum(marks.values())

    def said(self, terms: Terms, value: int) -> str:
        """What a mark says, in words for a voter: “2 dots”, “chosen”, “Good”.

        Where there are no levels, 0 is no mark: “not chosen”.
        """
        words = (str(one.name) for one in self.levels(terms) if one.value == value)
        return next(words, number_text(value))

    def signs(self, terms: Terms, value: int) -> str:
        """The same at a glance, where a paper is read once more: “●●”, “✓”."""
        return self.said(terms, value)

    def kept(self, _terms: Terms, marks: Marks) -> dict[Spot, int]:
        """What of a valid paper is kept: here all; a method may know marks that say nothing."""
        return dict(marks)

    def together(self, _terms: Terms, values: Sequence[int]) -> int:
        """What a paper says of an option that stands for several on which it said these."""
        return max(values)

    def left_out_words(self, _terms: Terms) -> str:
        """What leaving an option out says, where it says something: “counts as “Reject””."""
        return ""

    def levels(self, _terms: Terms) -> tuple[PollLevel, ...]:
        """The steps of its scale, the lowest first; none where it has no scale."""
        return ()

    def spots(self, terms: Terms) -> Iterable[Spot]:
        """Where a paper can have marks."""
        return (Spot(key) for key in terms.ids)

    @abstractmethod
    def count(self, cast: Cast, terms: Terms, rule: Rule) -> Count:
        """What these papers and hands come to."""

    @abstractmethod
    def shares(self, cast: Cast, terms: Terms) -> dict[int, Fraction]:
        """How far those who cast these papers support each option, 0 to 1; for the weakest sector.

        Hands are left out: nobody knows how many stayed down. Without papers all are 0.
        """

    def supporters(self, cast: Cast, terms: Terms) -> dict[int, int]:
        """How many of these papers support each option, whatever else they say of it."""
        of_all = cast.tally.cast
        return {key: round(share * of_all) for key, share in self.shares(cast, terms).items()}

    def nearly(self, cast: Cast, terms: Terms, few: int) -> dict[int, ToldPart]:
        """The options that nearly all or nearly none of these papers support; `few` may differ."""
        of_all = cast.tally.cast
        near = {k: is_near(n, of_all, few) for k, n in self.supporters(cast, terms).items()}
        return {key: told for key, told in near.items() if told}

    def unnumbered(self, _cast: Cast, _terms: Terms, _few: int) -> dict[int, ToldPart]:
        """The options whose number would tell of all papers what they say, and what stands there.

        Sums are seen to elsewhere: see `sums`.
        """
        return {}

    def nearly_words(self, told: ToldPart) -> str:
        """What stands where a number would tell of all papers what they say."""
        return told_words(told)

    def written(self, value: Number | None, _terms: Terms) -> str:
        """How a value of this method is written for people: “12”, “3.42”, “Good”."""
        if value is None:
            return _("none")
        return number_text(value) if isinstance(value, int) else decimal_text(float(value), 2)

    def length(self, value: Number | None, _terms: Terms) -> float:
        """How long the bar of a value is, 0 for the least that is possible."""
        return max(0.0, float(value or 0))

    def line(self, _terms: Terms) -> str:
        """The rule in a few words: “Dots, 5 each”."""
        return str(self.name)
