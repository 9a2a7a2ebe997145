"""How many rows of a list come in, and how many do not."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import listed, ngettext
from kdc_desktop.services.people.matching import ImportRow


@dataclass(frozen=True)
class ImportCounts:
    """How many rows are in each state; of those left out, how many are taken off the list."""

    new: int = 0
    changed: int = 0
    same: int = 0
    asked: int = 0
    left_out: int = 0
    problems: int = 0
    taken_off: int = 0

    def of(self, state: MatchState | None) -> int:
        """How many are in a state, or with None all of them."""
        counted = {
            MatchState.NEW: self.new,
            MatchState.CHANGED: self.changed,
            MatchState.SAME: self.same,
            MatchState.ASKED: self.asked,
            MatchState.LEFT_OUT: self.left_out,
            MatchState.PROBLEM: self.problems,
        }
        return sum(counted.values()) if state is None else counted[state]

    @property
    def sentence(self) -> str:
        """“57 new, 3 changed, 0 same, 2 problems”, with those asked or left out where there are."""
        said = [
            ngettext("{count} new", "{count} new", self.new),
            ngettext("{count} changed", "{count} changed", self.changed),
            ngettext("{count} same", "{count} same", self.same),
        ]
        if self.asked:
            said.append(ngettext("{count} asked", "{count} asked", self.asked))
        if self.left_out:
            said.append(ngettext("{count} left out", "{count} left out", self.left_out))
        if self.taken_off:
            off = ngettext(
                "{count} taken off the list", "{count} taken off the list", self.taken_off
            )
            said.append(off)
        said.append(ngettext("{count} problem", "{count} problems", self.problems))
        return listed(said)


def counts_of(rows: Sequence[ImportRow]) -> ImportCounts:
    """How many of these rows are in each state."""
    states = Counter(row.state for row in rows)
    return ImportCounts(
        states[MatchState.NEW],
        states[MatchState.CHANGED],
        states[MatchState.SAME],
        states[MatchState.ASKED],
        states[MatchState.LEFT_OUT],
        states[MatchState.PROBLEM],
        sum(row.leaves is True for row in rows),
    )
