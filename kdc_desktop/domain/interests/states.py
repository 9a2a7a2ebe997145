"""The words that the rows of interests, and of members after them, are told by in the club file."""

from enum import StrEnum


class MemberRole(StrEnum):
    """What a person offers to be in a consortium, and what a member then is there."""

    LEAD = "lead"
    PARTNER = "partner"
    TEST_SITE = "test site"
    FUNDER = "funder"
    ADVISER = "adviser"
    OBSERVER = "observer"
