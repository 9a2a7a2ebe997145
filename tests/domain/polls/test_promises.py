"""What cannot be promised of a paper stands on it before it is filled in."""

import pytest

from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.promises import not_promised
from kdc_desktop.domain.polls.states import Secrecy

NOTHING_TOLD = "of so few papers nothing is told but how many there were."
MORE_THAN = "with so few, a result can tell more than one would think."
FULL = "A full ranking can be recognised by whoever knows how somebody ranks."
KNOWN = "Whoever knows what somebody thinks of each option could recognise the paper."
SECTOR = "Your sector stands on it: where few of it vote, whoever has the file can tell."


@pytest.mark.parametrize(
    ("secrecy", "method", "votes", "said"),
    [
        (Secrecy.SECRET, "approval", 4, (f"Only 4 may vote: {NOTHING_TOLD}",)),
        (Secrecy.SECRET, "approval", 6, (f"Only 6 may vote: {MORE_THAN}",)),
        (Secrecy.SECRET, "approval", 10, ()),
        (Secrecy.SECRET, "ranking", 60, (FULL,)),
        (Secrecy.SECRET, "score", 60, (KNOWN,)),
        (Secrecy.SECRET, "temperature", 60, ()),
        (Secrecy.SECTOR_ONLY, "dots", 60, (SECTOR,)),
        (Secrecy.SECTOR_ONLY, "ranking", 6, (f"Only 6 may vote: {MORE_THAN}", FULL, SECTOR)),
        (Secrecy.NAMED, "ranking", 3, ()),
    ],
)
def test_each_paper_says_what_it_cannot_keep(
    secrecy: Secrecy, method: str, votes: int, said: tuple[str, ...]
) -> None:
    assert not_promised(secrecy, method_of(method), votes, 5) == said
