"""A method for each kind of paper, with nothing but what a slip asks of it."""

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar

from hypothesis import strategies as st

from kdc_desktop.domain.polls.cast import Cast, Marks, Spot
from kdc_desktop.domain.polls.method import (
    Count,
    Method,
    PaperKind,
    Rule,
)
from kdc_desktop.domain.polls.slip_sheet import SlipShape, SlipSize
from kdc_desktop.domain.polls.terms import PollChoice, PollLevel, Terms
from kdc_desktop.i18n import lazy


class _Made(Method):
    key, order = "made", 99
    name, sentence = lazy("Made up"), lazy("Fill it in.")
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule("made", lazy("Made up"), lazy("Not counted."), lazy("Value")),
    )

    def problem(self, _terms: Terms, _marks: Marks) -> str | None:
        return None

    def count(self, cast: Cast, terms: Terms, rule: Rule) -> Count:
        raise NotImplementedError

    def shares(self, cast: Cast, terms: Terms) -> dict[int, Fraction]:
        raise NotImplementedError


class Marking(_Made):
    """So many of something for each option, as `most_on_one` says."""

    paper = PaperKind.MARKS

    def problem(self, terms: Terms, marks: Marks) -> str | None:
        most = terms.most_on_one
        return "Too many." if most and max(marks.values(), default=0) > most else None


class Levels(_Made):
    paper = PaperKind.LEVELS

    def levels(self, terms: Terms) -> tuple[PollLevel, ...]:
        steps = range(terms.lowest, terms.highest + 1)
        return tuple(PollLevel(value, str(value)) for value in steps)


class Words(_Made):
    paper = PaperKind.LEVELS

    def levels(self, _terms: Terms) -> tuple[PollLevel, ...]:
        words = ("Reject", "Poor", "Acceptable", "Good", "Very good", "Excellent")
        return tuple(PollLevel(at, word) for at, word in enumerate(words))


class Sentences(_Made):
    paper = PaperKind.LEVELS

    def levels(self, _terms: Terms) -> tuple[PollLevel, ...]:
        return (
            PollLevel(-1, "I cannot live with it"),
            PollLevel(0, "I can"),
            PollLevel(1, "I want it"),
        )


class Ranks(_Made):
    paper = PaperKind.ORDER


class Grid(Levels):
    paper = PaperKind.GRID

    def spots(self, terms: Terms) -> Iterable[Spot]:
        return (Spot(option, one.number) for option in terms.ids for one in terms.criteria)


class Pairs(_Made):
    paper = PaperKind.PAIRS


shapes = st.builds(
    SlipShape,
    st.sampled_from([kind for kind in PaperKind if kind is not PaperKind.PAIRS]),
    st.sampled_from(SlipSize),
    st.integers(1, 2),
    st.booleans(),
    st.integers(1, 60),
    st.integers(1, 4),
    st.integers(1, 12),
).filter(lambda shape: shape.can_be)


def terms(options: int, title: str = "An idea", **limits: object) -> Terms:
    made = tuple(PollChoice(number, f"{title} {number}") for number in range(1, options + 1))
    return Terms(made, **limits)  # type: ignore[arg-type]
