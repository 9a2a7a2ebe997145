"""The words that the rows of polls are told by in the club file."""

from enum import StrEnum


class PollState(StrEnum):
    """Whether a poll is being prepared, voted in, or counted."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Method(StrEnum):
    """How people vote; what each method asks for stands in `rules.METHODS`."""

    APPROVAL = "approval"
    DOTS = "dots"


class PollSubject(StrEnum):
    """What the options of a poll are."""

    IDEAS = "ideas"
    CLUSTERS = "clusters"


class Secrecy(StrEnum):
    """What a ballot paper is kept with: the voter's name, their sector only, or neither."""

    NAMED = "named"
    SECTOR_ONLY = "sector"
    SECRET = "secret"  # noqa: S105  # no password, a word


class Channel(StrEnum):
    """How somebody has voted."""

    KIOSK = "kiosk"
    BY_HAND = "by_hand"
