"""The words that the rows of polls are told by in the club file."""

from enum import StrEnum


class PollState(StrEnum):
    """Whether a poll is being prepared, voted in, or counted."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class PollSubject(StrEnum):
    """What the options of a poll are."""

    IDEAS = "ideas"
    CLUSTERS = "clusters"
    WRITTEN = "written"  # what is written down for this poll alone


class Secrecy(StrEnum):
    """What a ballot paper is kept with: the voter's name, their sector only, or neither."""

    NAMED = "named"
    SECTOR_ONLY = "sector"
    SECRET = "secret"  # noqa: S105  # no password, a word


class Channel(StrEnum):
    """How somebody has voted."""

    KIOSK = "kiosk"
    BY_HAND = "by_hand"
    SLIP = "slip"


class Order(StrEnum):
    """By what the options of a result are put in order."""

    TOTAL = "total"  # what the rule makes of all papers
    WEAKEST = "weakest"  # the share in the sector that supports an option least


class VotesBy(StrEnum):
    """Who has one vote each."""

    PERSON = "person"
    ORGANISATION = "organisation"  # whoever of its people uses it first; residents for themselves


class SlipState(StrEnum):
    """Where a numbered slip is."""

    PRINTED = "printed"
    GIVEN = "given"
    BACK = "back"


class PollEvent(StrEnum):
    """What was done with a poll after it was opened, and is told with its result."""

    OPENED = "opened"
    PAUSED = "paused"
    WENT_ON = "went_on"
    EXTENDED = "extended"
    RAISED = "raised"
    LET_IN = "let_in"
    LEFT = "left"
    CLOSED = "closed"
    REOPENED = "reopened"
    REVEALED = "revealed"
    OVERRULED = "overruled"
    VOIDED = "voided"
