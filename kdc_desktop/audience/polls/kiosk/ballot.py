"""What a ballot paper offers, and how what is given on it is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import isqrt
from typing import NamedTuple

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.cast import Marks, Spot
from kdc_desktop.domain.polls.method import Method, PaperKind
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.terms import PollLevel, PollSetting, Terms
from kdc_desktop.i18n import _, number_text

TOLD = 60
_WITH_LEVELS = (PaperKind.LEVELS, PaperKind.GRID)


class GivenLine(NamedTuple):
    """A line of what is read once more: its title, what was given at a glance, and in words."""

    title: str
    signs: str
    words: str


@dataclass(frozen=True)
class Ballot:
    """What a paper offers: a method, and its terms with the options in their order.

    On a `single` paper another choice takes the place of the first, on an `ordered` one the first
    given counts first. `needs` is how many spots need a mark.
    """

    method: Method
    terms: Terms
    single: bool = False
    needs: int = 0
    ordered: bool = False

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
        return PollSetting.MOST_ON_ONE in self.method.settings

    @cached_property
    def toggles(self) -> bool:
        """Whether one mark is the most that an option can get."""
        spot = next((Spot(key) for key in self.terms.ids), None)
        return spot is None or check(self.method, self.terms, {spot: 2}) is not None

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """The longest that may stand below titles: what options cost, or what marks for them do."""
        if self.kind is not PaperKind.MARKS or not self.terms.ids:
            return ()
        spot = Spot(self.terms.ids[0])
        if self.terms.total:
            return tuple(self.note(Spot(key), {}) for key in self.terms.ids)
        if self.method.spent({spot: 2}) == 2:
            return ()
        most = self.terms.marks_each
        return (self.note(spot, {spot: isqrt(most) if most else 99}),)

    def note(self, spot: Spot, marks: Marks) -> str:
        """What an option costs, or what is given to it by these marks does: “3 votes, cost 9”."""
        if self.terms.total:
            costs = {one.id: one.cost for one in self.terms.options}
            return _("Costs {cost}", cost=costs[spot.option_id])
        value = marks.get(spot, 0)
        return self.words(value) if value else ""

    def spent(self, marks: Marks) -> int:
        """What the options cost that have one of these marks."""
        there = {spot.option_id for spot in marks}
        return sum(one.cost for one in self.terms.options if one.id in there)

    @property
    def explains_itself(self) -> bool:
        """Whether it is enough to be asked what one supports, or where one's dots go."""
        plain = self.dots or (self.toggles and not self.terms.total)
        return self.kind is PaperKind.MARKS and plain

    def problem(self, marks: Marks) -> str | None:
        """What is wrong with these marks, as a sentence for the voter."""
        return check(self.method, self.terms, marks)

    def left(self, marks: Marks) -> int | None:
        """How many marks are left to give; None where there is no limit, or one moves."""
        limit = 0 if self.single else self.terms.marks_each
        return limit - self.method.spent(marks) if limit else None

    def lacks(self, marks: Marks) -> bool:
        """Whether a paper with these marks needs more of them."""
        return len(marks) < self.needs

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Where there can be marks, in the order of the paper."""
        return tuple(self.method.spots(self.terms))

    @cached_property
    def levels(self) -> tuple[PollLevel, ...]:
        """The steps of its scale, the lowest first."""
        return self.method.levels(self.terms)

    @cached_property
    def in_numbers(self) -> bool:
        """Whether its steps are called by their numbers, and not by words."""
        return all(str(one.name) == number_text(one.value) for one in self.levels)

    @cached_property
    def level_keys(self) -> tuple[str, ...]:
        """What is typed for each of its steps: its own number where that can be, else its place."""
        values = [level.value for level in self.levels]
        if self.in_numbers or all(0 <= value <= 9 for value in values):
            return tuple(map(str, values))
        return tuple(str(at) for at in range(1, len(values) + 1))

    def title(self, spot: Spot, longest: int = 0) -> str:
        """What a spot is called, titles no longer than this: an option, by which criterion, or one
        rather than another."""
        title = self._short(spot.option_id, longest)
        if self.kind is PaperKind.PAIRS:
            other = self._short(spot.part, longest)
            return _("{title} rather than {other}", title=title, other=other)
        if self.kind is PaperKind.GRID:
            return dotted(title, self.criterion(spot))
        return title

    def _short(self, option_id: int, longest: int) -> str:
        title = self.terms.title(option_id)
        return shortened(title, longest) if longest else title

    def criterion(self, spot: Spot) -> str:
        """What an option is judged by there."""
        return next((one.name for one in self.terms.criteria if one.number == spot.part), "")

    def words(self, value: int | None) -> str:
        """What a mark says, in words; None where there is none."""
        if self.kind not in _WITH_LEVELS:
            return self.method.said(self.terms, value or 0)
        if value is None:
            return _("not answered yet") if self.needs else _("blank")
        if self.in_numbers and self.levels[0].value in (0, 1):
            return _("{step} of {most}", step=value, most=self.levels[-1].value)
        return self.method.said(self.terms, value)

    def said_of(self, spot: Spot, value: int | None, longest: int = 0) -> str:
        """What is said there, in words, titles no longer than this: “4. One ticket: 2 dots”."""
        title = self.title(spot, longest)
        if self.kind is PaperKind.PAIRS:
            return title
        number = self.terms.ids.index(spot.option_id) + 1
        return _("{number}. {title}: {given}", number=number, title=title, given=self.words(value))

    def told_of(self, spot: Spot, marks: Marks, left: str = "") -> str:
        """What is said there by these marks, and what is `left` where it is counted."""
        return dotted(self.said_of(spot, marks.get(spot), TOLD), "" if self.single else left)

    def given(self, marks: Marks) -> Iterator[GivenLine]:
        """What is on a paper with these marks, line by line."""
        spots = list(marks) if self.ordered else [spot for spot in self.spots if spot in marks]
        if self.kind is PaperKind.ORDER:
            spots.sort(key=lambda spot: marks[spot])
        for place, spot in enumerate(spots, 1):
            value, title = marks[spot], self.title(spot)
            if self.ordered:
                title = _("{place}. {title}", place=place, title=title)
            words = self.words(value)
            in_words = self.levels or (self.notes and not self.terms.total)
            signs = words if in_words else self.method.signs(self.terms, value)
            yield GivenLine(title, signs, words)

    def undone(self, had: Marks, has: Marks) -> tuple[dict[Spot, int], dict[Spot, int]]:
        """What is off and what is back where a paper has these marks and had others."""
        if self.kind is PaperKind.MARKS:
            return _more(had, has), _more(has, had)
        return _other(had, has), _other(has, had)


BLANK = Ballot(method_of("approval"), Terms(()))
"""A paper with nothing on it, between two voters."""


def _more(one: Marks, other: Marks) -> dict[Spot, int]:
    more = {spot: value - other.get(spot, 0) for spot, value in one.items()}
    return {spot: value for spot, value in more.items() if value > 0}


def _other(one: Marks, other: Marks) -> dict[Spot, int]:
    return {spot: value for spot, value in one.items() if other.get(spot) != value}
