"""The words that the rows of gains are told by in the club file."""

from enum import StrEnum


class GainWay(StrEnum):
    """How what a consortium gives back is known; what is measured counts before a guess."""

    GUESSED = "guessed"
    MEASURED = "measured"
