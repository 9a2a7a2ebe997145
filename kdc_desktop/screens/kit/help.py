"""What a screen or dialog says of itself when one asks for help there."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from kdc_desktop.i18n import Text


class Arrow(StrEnum):
    """Keys whose names are words, by the names that Qt knows them by."""

    UP = "Up"
    DOWN = "Down"
    LEFT = "Left"
    RIGHT = "Right"
    HOME = "Home"
    END = "End"


ACROSS = (Arrow.LEFT, Arrow.RIGHT)
ALONG = (Arrow.UP, Arrow.DOWN)
ALL_ARROWS = (*ALONG, *ACROSS)


class Chapter(StrEnum):
    """Sections of the manual, by their titles there."""

    WEEK_BEFORE = "The week before"
    DOOR = "At the door"
    CLOCK = "The clock"
    ROOM = "What the room sees"
    WINDOW = "Your window"
    IDEAS = "Ideas"
    BOARDS = "Several boards"
    LISTS = "Lines and lists"
    FIELDS = "Keys and fields"
    VOTE = "The vote"
    WAYS = "Which way to vote"
    ABSENT = "Who was not there"
    CHECKED = "Anybody can check us"
    HOLDS = "What holds"
    SLIPS = "Slips"
    KIOSK = "The kiosk"
    SECRECY = "What secret means"
    TOLD = "What a secret result tells"
    OFFERS = "Offers and needs"
    TABLES = "Tables"
    CONSORTIA = "Consortia"
    CLUB = "Consortia and projects of the club"
    NETWORK = "Who has met whom"
    OBSTACLES = "What holds a consortium back"
    BUY_IN = "Vision and buy-in"
    LEDGER = "The ledger"
    BEHIND = "Behind the vision"
    LETTING_GO = "Letting go"
    TRAIL = "What became of the ideas"
    END = "The end"
    AFTERWARDS = "Afterwards"
    PAST = "A club that is older than its file"
    PAGES = "Pages"
    FILE = "Where the club lies"
    OTHER_LAPTOP = "On another laptop"
    SETTINGS = "Settings"
    READER = "With a screen reader"
    FAULTY_FILE = "When a file is not as it should be"
    TERMINAL = "From a terminal"
    PEOPLE_LISTS = "A list of people comes in"


class KeyWords(NamedTuple):
    """Keys that a part of the screen takes by itself, and what they do there."""

    keys: tuple[str, ...]
    does: Text


class Help(NamedTuple):
    """What it is for, what one does in it, first things first, and what the manual says of it.

    `keys` are those that no action has; `manual` names what of it belongs here.
    """

    purpose: Text
    steps: tuple[Text, ...] = ()
    gestures: tuple[Text, ...] = ()
    keys: tuple[KeyWords, ...] = ()
    manual: tuple[Chapter, ...] = ()


def keys_for_help() -> list[QKeySequence]:
    """A question mark as it is typed: on some keyboards with Shift, and on others without."""
    return [QKeySequence("?"), QKeySequence("Shift+?")]
