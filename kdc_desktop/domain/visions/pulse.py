"""The pulse: five short questions on how a consortium does, each answered from 1 to 5.

They are our own. Each asks what a group that works across organisations can mend by itself before
the next evening; none asks about a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kdc_desktop.i18n import Text, lazy

STEPS = 5
"""From 1, not at all, to this, fully."""
SMALLEST = 3
"""Fewer answers than this are not told apart."""


@dataclass(frozen=True)
class PulseQuestion:
    """One question; `short` is the head of its column."""

    key: str
    text: Text
    short: Text


QUESTIONS = (
    PulseQuestion("direction", lazy("We know what we want to reach together."), lazy("Direction")),
    PulseQuestion("progress", lazy("We came a step further since last time."), lazy("Progress")),
    PulseQuestion("promises", lazy("We do what we promised each other."), lazy("Promises")),
    PulseQuestion("openness", lazy("We say what worries us in time."), lazy("Openness")),
    PulseQuestion(
        "worth", lazy("It is worth the time of those whom I speak for."), lazy("Worth the time")
    ),
)
QUESTION_KEYS = tuple(question.key for question in QUESTIONS)


@dataclass(frozen=True)
class Beat:
    """What members answered to one question: how many at each step, from 1 to `STEPS`.

    Where fewer than `SMALLEST` have answered nothing is told, for it would tell who said what.
    """

    question: PulseQuestion
    counts: tuple[int, ...]

    @property
    def answered(self) -> int:
        """How many have answered."""
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """Of those who answered, from 1 to `STEPS`; None where too few have."""
        if self.answered < SMALLEST:
            return None
        return sum(step * count for step, count in enumerate(self.counts, 1)) / self.answered

    @property
    def tells_nobody(self) -> bool:
        """Whether it tells of nobody what they said: not where all gave one answer, for then its
        mean is that of each of them."""
        return self.answered >= SMALLEST and max(self.counts) < self.answered

    @property
    def spread(self) -> tuple[int, int] | None:
        """The lowest and the highest step that anybody gave; None where too few have answered."""
        given = [step for step, count in enumerate(self.counts, 1) if count]
        return (given[0], given[-1]) if self.answered >= SMALLEST else None


def beats(answers: Iterable[tuple[str, int]]) -> tuple[Beat, ...]:
    """Each question with what was answered; `answers` are its key and a step."""
    counts = {question.key: [0] * STEPS for question in QUESTIONS}
    for key, step in answers:
        if key in counts and 1 <= step <= STEPS:
            counts[key][step - 1] += 1
    return tuple(Beat(question, tuple(counts[question.key])) for question in QUESTIONS)
