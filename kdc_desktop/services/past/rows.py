"""What becomes of the rows of a club's past, as the preview shows it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.past.layout import PastSheet
from kdc_desktop.domain.people.states import Answer, MatchState
from kdc_desktop.i18n import listed, ngettext
from kdc_desktop.interchange.past_in import PastLine

RowKey = tuple[PastSheet, int]
"""A sheet, and the number of a row in it."""


@dataclass(frozen=True)
class PastChoices:
    """What somebody answers: by row who is meant, and by word which sector is."""

    answers: Mapping[RowKey, Answer] = field(default_factory=dict)
    sectors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PastRow:
    """A row of a sheet by its number there, what it tells of, its state, and that in a sentence.

    `offers` are the answers there are; rows of the same `person` have one answer.
    """

    sheet: PastSheet
    number: int
    about: str
    state: MatchState
    sentence: str
    offers: tuple[Answer, ...] = ()
    person: int | None = None

    @property
    def key(self) -> RowKey:
        """What it is known by in the file."""
        return self.sheet, self.number


@dataclass(frozen=True)
class PastPreview:
    """What bringing the past in would do, or has done; `rows` are all of the file, in its order.

    `unknown_sectors` are the words for sectors that are not known, and how many people have each.
    """

    path: Path
    lines: tuple[PastLine, ...]
    rows: tuple[PastRow, ...]
    choices: PastChoices = PastChoices()
    unknown_sectors: Mapping[str, int] = field(default_factory=dict)

    @property
    def sectors_open(self) -> Mapping[str, int]:
        """Those of the unknown words for sectors that nobody has said the meaning of."""
        told = {fold(word) for word, letter in self.choices.sectors.items() if letter}
        return {word: n for word, n in self.unknown_sectors.items() if fold(word) not in told}

    def count(self, state: MatchState) -> int:
        """How many rows are in a state."""
        return Counter(row.state for row in self.rows)[state]

    @property
    def left(self) -> int:
        """How many rows do not come in as long as nobody mends them."""
        return self.count(MatchState.PROBLEM) + self.count(MatchState.ASKED)

    @property
    def sentence(self) -> str:
        """“57 new, 3 same, 1 asked, 2 problems”."""
        new, same = self.count(MatchState.NEW), self.count(MatchState.SAME)
        asked, problems = self.count(MatchState.ASKED), self.count(MatchState.PROBLEM)
        said = [
            ngettext("{count} new", "{count} new", new),
            ngettext("{count} same", "{count} same", same),
        ]
        if asked:
            said.append(ngettext("{count} asked", "{count} asked", asked))
        said.append(ngettext("{count} problem", "{count} problems", problems))
        return listed(said)
