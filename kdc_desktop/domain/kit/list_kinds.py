"""What a list from outside can be of."""

from enum import StrEnum


class ListKind(StrEnum):
    """What the rows of a list are: each noun that takes such a list says how."""

    PEOPLE = "people"
    IDEAS = "ideas"
