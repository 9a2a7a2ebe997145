"""The pulse: five short questions on how a consortium does, each answered from 1 to 5.

They are our own. Each asks what a group that works across organisations can mend by itself before
the next evening; none asks about a person.
"""

from dataclasses import dataclass

from kdc_desktop.i18n import Text, lazy

STEPS = 5
"""From 1, not at all, to this, fully."""


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
