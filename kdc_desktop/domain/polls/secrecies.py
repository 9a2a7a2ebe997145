"""The kinds of secrecy, in the words in which the room is told."""

from dataclasses import dataclass

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.i18n import Text, lazy


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
BY_HANDS = SecrecyRule(
    Secrecy.SECRET,
    lazy("By show of hands"),
    lazy("By show of hands: everybody sees them, and only their number is kept."),
    keeps_voter=False,
    keeps_sector=False,
)


def rule_told(secrecy: Secrecy, *, by_hands: bool) -> SecrecyRule:
    """What is said of who sees what: raised hands are seen, whatever would hold of papers."""
    return BY_HANDS if by_hands else SECRECY_BY_KEY[secrecy]
