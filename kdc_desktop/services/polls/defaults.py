"""What a new poll begins with."""

from kdc_desktop.domain.polls.secrecies import SECRECIES
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.i18n import Text, lazy, number_text
from kdc_desktop.services.club.defaults import DefaultChoice

MOST_DOTS = 12


def _dots() -> list[tuple[str, Text | str]]:
    return [(str(count), number_text(count)) for count in range(1, MOST_DOTS + 1)]


def _secrecies() -> list[tuple[str, Text | str]]:
    return [(rule.key.value, rule.name) for rule in SECRECIES]


DOTS = DefaultChoice(
    "dots",
    lazy("Dots for each person"),
    lazy("How many dots a new poll gives everybody to share out."),
    _dots,
    "5",
)
SECRECY = DefaultChoice(
    "secrecy",
    lazy("Who may know who voted for what"),
    lazy("What a new poll promises its voters; it cannot be lowered once it is open."),
    _secrecies,
    Secrecy.SECRET.value,
)
