"""The words that ideas and their import are kept and judged by."""

from enum import StrEnum


class Incoming(StrEnum):
    """What an import would do with a row of a sheet."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    PROBLEM = "problem"
    LEFT_OUT = "left_out"
