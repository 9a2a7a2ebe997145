"""Rings that fill up as something goes on: a picture of a state, always beside its word."""

from enum import StrEnum
from typing import NamedTuple


class RingSign(StrEnum):
    """What stands in the middle of a ring."""

    NONE = "none"
    BEGINS = "begins"  # the line is dashed
    RUNS = "runs"  # a triangle
    DONE = "done"  # a tick
    STOPPED = "stopped"  # a cross
    WAITS = "waits"  # the hands of a clock


class RingTone(StrEnum):
    """Which colour a ring has."""

    GOING = "going"
    GOOD = "good"
    WAITS = "waits"
    QUIET = "quiet"


class Ring(NamedTuple):
    """How much of a ring is filled, from 0 to 1, with a sign in it and its colour."""

    share: float
    sign: RingSign
    tone: RingTone


WAITING = Ring(0.0, RingSign.WAITS, RingTone.WAITS)
"""Something that waits."""
