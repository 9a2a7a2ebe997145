"""What a method of voting is: its paper, what is valid on it, its count, and the words for them.

Each method is one file in `methods/`, whose `METHOD` is an object of a class below; adding one is
adding that file. A method that can be counted in several ways has several rules.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from fractions import Fraction
from functools import lru_cache
from typing import ClassVar, NamedTuple

from kdc_desktop.domain.polls.cast import Cast, Marks, Spot, Tally
from kdc_desktop.domain.polls.hiding import Told, is_near, told_words
from kdc_desktop.i18n import Text, _, decimal_text, lazy, number_text

MOST_LEVEL = 1000
"""No scale goes beyond this, up or down."""

Number = int | Fraction | float
"""Exact wherever a rule is; a float only where it is an estimate."""


class PaperKind(Enum):
    """What a voter does on the paper; each has one widget at the kiosk."""

    MARKS = auto()  # give yeses, dots or votes to options
    LEVELS = auto()  # say one of several levels for each option
    ORDER = auto()  # bring options into an order, with ties, as far as one likes
    GRID = auto()  # say a level for each option and criterion
    PAIRS = auto()  # prefer one of two, as often as one likes


class Picture(Enum):
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


class Setting(Enum):
    """What a facilitator may set for a method; see the field of the name in `Terms`."""

    MARKS_EACH = auto()
    MOST_ON_ONE = auto()
    SCALE = auto()
    COSTS = auto()
    CRITERIA = auto()


class Hands(Enum):
    """What a show of hands can say in a method."""

    NONE = auto()
    OPTIONS = auto()  # hands for each option
    LEVELS = auto()  # hands for each level of each option


class Choice(NamedTuple):
    """An option: its id, what it is called, and what it costs where there is a budget."""

    id: int
    title: str = ""
    cost: int = 0


class Criterion(NamedTuple):
    """What options are judged by: `number` from 1, and its weight beside the others'."""

    number: int
    name: str
    weight: int = 1


class Level(NamedTuple):
    """A step of a scale: the number on a paper, and its word."""

    value: int
    name: Text | str


@dataclass(frozen=True)
class Terms:
    """What a poll asks and by which limits; fixed once it is open, but that limits may rise.

    `marks_each` is how many marks (dots, yeses, ranks, credits) one voter has, 0: any number.
    `most_on_one` is how many of them one option can get, 0: any number. `lowest` to `highest` is
    the scale of scores and grades, `total` the budget that the costs of options are set against;
    where money has parts, total and costs are in those, of which `unit` make one: 100 cents.
    """

    options: tuple[Choice, ...]
    marks_each: int = 0
    most_on_one: int = 1
    lowest: int = 0
    highest: int = 5
    total: int = 0
    criteria: tuple[Criterion, ...] = ()
    unit: int = 1

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of the options, in the order of the paper."""
        return tuple(option.id for option in self.options)

    def without(self, option_ids: Container[int]) -> "Terms":
        """The same without these options."""
        return replace(self, options=tuple(o for o in self.options if o.id not in option_ids))

    def title(self, option_id: int) -> str:
        """What an option is called."""
        return next((one.title for one in self.options if one.id == option_id), "")


class Rule(NamedTuple):
    """A way to count papers: its key, unique over all methods, its name, and what it does.

    `sentence` is read out with the result: “Ranked by the mean of those who gave a score.”
    """

    key: str
    name: Text
    sentence: Text


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
    picture: ClassVar[Picture] = Picture.BARS
    average: ClassVar[Average] = Average.MEAN
    """What the value of an option is, where levels are said of it."""
    hands: ClassVar[Hands] = Hands.NONE
    settings: ClassVar[frozenset[Setting]] = frozenset()
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

    def levels(self, _terms: Terms) -> tuple[Level, ...]:
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

    def nearly(self, cast: Cast, terms: Terms, few: int) -> dict[int, Told]:
        """The options that nearly all or nearly none of these papers support; `few` may differ."""
        of_all = cast.tally.cast
        near = {k: is_near(n, of_all, few) for k, n in self.supporters(cast, terms).items()}
        return {key: told for key, told in near.items() if told}

    def unnumbered(self, _cast: Cast, _terms: Terms, _few: int) -> dict[int, Told]:
        """The options whose number would tell of all papers what they say, and what stands there.

        Sums are seen to elsewhere: see `sums`.
        """
        return {}

    def nearly_words(self, told: Told) -> str:
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


def check(method: Method, terms: Terms, marks: Marks) -> str | None:
    """What is wrong with a paper, as a sentence for the voter; None where it is valid."""
    if not marks.keys() <= _spots(method, terms):
        return _("One of these options is not on this paper: start again.")
    if any(type(value) is not int for value in marks.values()):
        return _("A mark is a whole number: start again.")
    return method.problem(terms, marks)


@lru_cache(maxsize=4)
def _spots(method: Method, terms: Terms) -> frozenset[Spot]:
    """Looked at for every paper, and in pairs there are as many as the square of the options."""
    return frozenset(method.spots(terms))


def placed(
    options: Sequence[Placed], key: Callable[[Placed], object], *, chosen: bool = True
) -> tuple[Placed, ...]:
    """These options with their places by a key that sorts, the highest first; ties share one.

    `chosen`: who comes first is a winner; else winners stay as they are. None as a key comes last.
    """
    order = sorted(options, key=lambda one: _sorts(key(one)), reverse=True)
    same: dict[object, list[Placed]] = {}
    for one in order:
        same.setdefault(key(one), []).append(one)
    rows, place = [], 1
    for value, some in same.items():
        first = chosen and place == 1 and value is not None
        rows += [
            replace(one, place=place, tied=len(some) > 1, winner=first if chosen else one.winner)
            for one in some
        ]
        place += len(some)
    return tuple(rows)


def _sorts(key: object) -> tuple[bool, object]:
    return key is not None, key


def blank_of(tally: Tally) -> int:
    """How many papers say nothing."""
    return sum(tally.blank.values())
