"""The methods of voting and the kinds of secrecy, in the words in which the room is told."""

from dataclasses import dataclass

from kdc_desktop.domain.polls.states import Method, Secrecy
from kdc_desktop.i18n import Text, _, lazy


@dataclass(frozen=True)
class MethodRule:
    """A rule for voting: `limited` needs a number of marks each; `may_stack` may allow several
    marks on one option."""

    key: Method
    name: Text
    sentence: Text
    limited: bool
    may_stack: bool


METHODS = (
    MethodRule(
        Method.APPROVAL,
        lazy("Approval"),
        lazy("Say yes to every option you would support."),
        limited=False,
        may_stack=False,
    ),
    MethodRule(
        Method.DOTS,
        lazy("Dots"),
        lazy("Share out your dots among the options you want most."),
        limited=True,
        may_stack=True,
    ),
)
METHOD_BY_KEY = {rule.key: rule for rule in METHODS}


@dataclass(frozen=True)
class SecrecyRule:
    """Who can see what; fixed before a poll opens. `sentence` stands on the screen while voting."""

    key: Secrecy
    name: Text
    sentence: Text
    keeps_voter: bool
    keeps_sector: bool


SECRECIES = (
    SecrecyRule(
        Secrecy.NAMED,
        lazy("Named"),
        lazy("Named: the organisers can see who voted for what."),
        keeps_voter=True,
        keeps_sector=True,
    ),
    SecrecyRule(
        Secrecy.SECTOR_ONLY,
        lazy("Sector only"),
        lazy("Sector only: your vote is kept with your sector, never with your name."),
        keeps_voter=False,
        keeps_sector=True,
    ),
    SecrecyRule(
        Secrecy.SECRET,
        lazy("Secret"),
        lazy("Secret: no name or sector on your vote; nobody can find it again."),
        keeps_voter=False,
        keeps_sector=False,
    ),
)
SECRECY_BY_KEY = {rule.key: rule for rule in SECRECIES}


def method_line(method: Method, marks_each: int) -> str:
    """The rule in a few words: “Dots, 5 each”; `marks_each` 0 is no limit."""
    name = METHOD_BY_KEY[method].name
    if not marks_each:
        return str(name)
    return _("{method}, {marks} each", method=name, marks=marks_each)
