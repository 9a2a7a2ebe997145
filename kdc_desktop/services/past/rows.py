"""What becomes of the rows of a club's past, as the preview shows it."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kdc_desktop.domain.past.layout import PastSheet
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import listed, ngettext
from kdc_desktop.interchange.past_in import PastLine


@dataclass(frozen=True)
class PastRow:
    """A row of a sheet by its number there, what it tells of, its state, and that in a sentence."""

    sheet: PastSheet
    number: int
    about: str
    state: MatchState
    sentence: str


@dataclass(frozen=True)
class PastPreview:
    """What bringing the past in would do, or has done; `rows` are all of the file, in its order."""

    path: Path
    lines: tuple[PastLine, ...]
    rows: tuple[PastRow, ...]

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
