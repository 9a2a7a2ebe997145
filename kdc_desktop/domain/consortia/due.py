"""Whether it is time to turn to a consortium again, and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kdc_desktop.domain.consortia.states import OVER, WITH_THE_CLUB, ConsortiumState

SILENT_AFTER = 90  # days: one line of life a quarter is enough


class WhyDue(StrEnum):
    """Why a consortium is due, the most urgent first."""

    ANSWERS = "answers wait to be revealed"
    UNANSWERED = "not all have answered"
    OVERDUE = "commitments are overdue"
    FALLEN = "members have fallen"
    LOOK_AGAIN = "look again"
    SILENT = "silent"


@dataclass(frozen=True)
class Known:
    """What decides whether a consortium is due."""

    state: ConsortiumState
    unanswered: int
    is_being_asked: bool
    fallen: int
    look_again_on: date | None
    silent_days: int
    overdue: int = 0


def due(known: Known, today: date) -> tuple[WhyDue, ...]:
    """Every reason to turn to it; none of what is over, and nobody is asked who has been let go."""
    if known.state in OVER:
        return ()
    asks = known.state in WITH_THE_CLUB and known.unanswered > 0
    found = {
        WhyDue.ANSWERS: known.is_being_asked,
        WhyDue.UNANSWERED: asks and not known.is_being_asked,
        WhyDue.OVERDUE: known.overdue > 0,
        WhyDue.FALLEN: known.fallen > 0,
        WhyDue.LOOK_AGAIN: known.look_again_on is not None and known.look_again_on <= today,
        WhyDue.SILENT: known.silent_days >= SILENT_AFTER,
    }
    return tuple(reason for reason, is_so in found.items() if is_so)
