"""What a ballot paper offers, and how what is given on it is said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.cast import Marks, Spot
from kdc_desktop.domain.polls.method import Method, PaperKind, Setting, Terms, check
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.i18n import _

TOLD = 60


class GivenLine(NamedTuple):
    """A line of what is read once more: its title, what was given at a glance, and in words."""

    title: str
    signs: str
    words: str


@dataclass(frozen=True)
class Ballot:
    """What a paper offers: a method, and its terms with the options in their order.

    On a `single` paper another choice takes the place of the first, on an `ordered` one the first
    given counts first. `needs` is how many spots need a mark. With `steps` there is nothing to
    count: each option is a question, and its mark is the step from 1 on that answers it.
    """

    method: Method
    terms: Terms
    single: bool = False
    needs: int = 0
    ordered: bool = False
    steps: int = 0

    @property
    def kind(self) -> PaperKind:
        """What is done on the paper."""
        return self.method.paper

    @cached_property
    def options(self) -> tuple[tuple[int, str], ...]:
        """The ids and titles of the options."""
        return tuple((option.id, option.title) for option in self.terms.options)

    @property
    def dots(self) -> bool:
        """Whether what is given is shared out among the options."""
        return Setting.MOST_ON_ONE in self.method.settings

    @cached_property
    def toggles(self) -> bool:
        """Whether one mark is the most that an option can get."""
        spot = next((Spot(key) for key in self.terms.ids), None)
        return spot is None or check(self.method, self.terms, {spot: 2}) is not None

    def problem(self, marks: Marks) -> str | None:
        """What is wrong with these marks, as a sentence for the voter."""
        return None if self.steps else check(self.method, self.terms, marks)

    def left(self, marks: Marks) -> int | None:
        """How many marks are left to give; None where there is no limit, or one moves."""
        limit = 0 if self.single or self.steps else self.terms.marks_each
        return limit - self.method.spent(marks) if limit else None

    def lacks(self, marks: Marks) -> bool:
        """Whether a paper with these marks needs more of them."""
        return len(marks) < self.needs

    def number(self, option_id: int) -> int:
        """The number of an option on the paper, from 1."""
        return self.terms.ids.index(option_id) + 1

    def words(self, value: int) -> str:
        """What a mark says, in words; 0 is none."""
        if not self.steps:
            return self.method.said(self.terms, value)
        if not value:
            return _("not answered yet")
        return _("{step} of {most}", step=value, most=self.steps)

    def said_of(self, option_id: int, value: int, longest: int = 0) -> str:
        """What an option has, in words, its title no longer than this: “4. One ticket: 2 dots”."""
        title, number = self.terms.title(option_id), self.number(option_id)
        title = shortened(title, longest) if longest else title
        return _("{number}. {title}: {given}", number=number, title=title, given=self.words(value))

    def told_of(self, option_id: int, marks: Marks, left: str = "") -> str:
        """What an option has of these marks, and what is `left` where it is counted."""
        said = self.said_of(option_id, marks.get(Spot(option_id), 0), TOLD)
        return dotted(said, "" if self.single else left)

    def given(self, marks: Marks) -> Iterator[GivenLine]:
        """What is on a paper with these marks, line by line."""
        spots = list(marks) if self.ordered else [s for s in self._spots if s in marks]
        for place, spot in enumerate(spots, 1):
            value, title = marks[spot], self.terms.title(spot.option_id)
            if self.ordered:
                title = _("{place}. {title}", place=place, title=title)
            words = self.words(value)
            signs = words if self.steps else self.method.signs(self.terms, value)
            yield GivenLine(title, signs, words)

    @cached_property
    def _spots(self) -> tuple[Spot, ...]:
        return tuple(self.method.spots(self.terms))


BLANK = Ballot(method_of("approval"), Terms(()))
"""A paper with nothing on it, between two voters."""


def differences(had: Marks, has: Marks) -> tuple[dict[Spot, int], dict[Spot, int]]:
    """What is off and what is back where a paper has these marks and had others."""
    return _more(had, has), _more(has, had)


def _more(one: Mapping[Spot, int], other: Mapping[Spot, int]) -> dict[Spot, int]:
    more = {spot: value - other.get(spot, 0) for spot, value in one.items()}
    return {spot: value for spot, value in more.items() if value > 0}
