"""What a poll asks and by which limits, in plain values."""

from collections.abc import Container
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import NamedTuple

from kdc_desktop.i18n import Text

MOST_LEVEL = 1000
"""No scale goes beyond this, up or down."""


class PollSetting(Enum):
    """What a facilitator may set for a method; see the field of the name in `Terms`."""

    MARKS_EACH = auto()
    MOST_ON_ONE = auto()
    SCALE = auto()
    COSTS = auto()
    CRITERIA = auto()


class PollChoice(NamedTuple):
    """An option: its id, what it is called, and what it costs where there is a budget."""

    id: int
    title: str = ""
    cost: int = 0


class CriterionTerms(NamedTuple):
    """What options are judged by: `number` from 1, and its weight beside the others'."""

    number: int
    name: str
    weight: int = 1


class PollLevel(NamedTuple):
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

    options: tuple[PollChoice, ...]
    marks_each: int = 0
    most_on_one: int = 1
    lowest: int = 0
    highest: int = 5
    total: int = 0
    criteria: tuple[CriterionTerms, ...] = ()
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
