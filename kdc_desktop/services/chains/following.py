"""How far each idea came: what its line carried further, joined and weighed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from kdc_desktop.domain.chains.how_far import HowFar, how_far
from kdc_desktop.domain.chains.lines import IdeaLine, Lines
from kdc_desktop.instants import Instant
from kdc_desktop.services.chains.facts import ChainFacts, Thing
from kdc_desktop.services.chains.rows import ChainRow, GroupNow, VotedOn, WonBy

_PLACES: Mapping[HowFar, int] = {far: far.steps for far in HowFar}


class _Came(NamedTuple):
    """What became of one idea or cluster by itself."""

    far: HowFar
    voted: tuple[VotedOn, ...]
    won: tuple[WonBy, ...]
    groups: tuple[GroupNow, ...]


_NOTHING = _Came(HowFar.WRITTEN, (), (), ())


class Following:
    """Follows ideas through what was read of them."""

    def __init__(self, facts: ChainFacts) -> None:
        self._facts = facts
        self._came: dict[Thing, _Came] = {}
        self._on = {
            one.id: one.on for options in facts.voted.values() for one in options
        }  # by option
        self._followed = facts.voted.keys() | facts.won.keys()  # of all else nothing came

    @cached_property
    def lines(self) -> Lines:
        """The lines of all ideas that are not in the trash."""
        return Lines(self._facts.hung)

    def rows(self) -> list[ChainRow]:
        """Every idea: those of the newest evening first, and of it those that came furthest."""
        notes, sessions = self._facts.notes, self._facts.sessions
        found = [
            self.row(key, line)
            for key, line in self.lines.of.items()
            if notes[key].session_id in sessions
        ]
        return sorted(found, key=_newest_and_furthest, reverse=True)

    def row(self, idea_id: int, line: IdeaLine) -> ChainRow:
        """One idea with all that its line came to."""
        note = self._facts.notes[idea_id]
        session = self._facts.sessions[note.session_id]
        things = things_of(line)
        came = [
            (thing, one)
            for thing in things
            if thing in self._followed
            and (one := self._since(self._of(thing), note.written_at)) is not _NOTHING
        ]
        merged = self._facts.notes[line.ideas[-1]].text if len(line.ideas) > 1 else ""
        said = idea_id, note.text, session, note.author_id, note.author, merged
        if not came:
            return ChainRow(*said, HowFar.WRITTEN, "", (), (), (), session.on)
        best, _furthest = max(came, key=lambda one: _PLACES[one[1].far])  # the first of equals
        joined = _joined([one for _thing, one in came])
        via = "" if best == things[0] else self._called(best)
        return ChainRow(*said, joined.far, via, *joined[1:], self._day(session.on, joined))

    def _of(self, thing: Thing) -> _Came:
        came = self._came.get(thing)
        if came is None:
            came = self._came[thing] = self._find(thing)
        return came

    def _find(self, thing: Thing) -> _Came:
        return self._made_of(
            tuple(self._facts.voted.get(thing, ())), tuple(self._facts.won.get(thing, ()))
        )

    def _since(self, came: _Came, written_at: Instant) -> _Came:
        """What came of it without the votes that had closed before an idea was there."""
        before = {
            one.id for one in came.voted if one.closed_at is not None and one.closed_at < written_at
        }
        if not before:
            return came
        return self._made_of(
            tuple(one for one in came.voted if one.id not in before),
            tuple(one for one in came.won if one.option_id not in before),
        )

    def _made_of(self, voted: tuple[VotedOn, ...], won: tuple[WonBy, ...]) -> _Came:
        if not voted and not won:
            return _NOTHING
        groups = _furthest_first(
            group for winner in won for group in self._facts.groups.get(winner.id, ())
        )
        far = far_of(groups[0]) if groups else how_far_without(voted=bool(voted), won=bool(won))
        return _Came(far, voted, won, groups)

    def _called(self, thing: Thing) -> str:
        idea_id, cluster_id = thing
        if idea_id is not None:
            return self._facts.notes[idea_id].text
        return self._facts.clusters.get(cluster_id or 0, "")

    def _day(self, evening: date, came: _Came) -> date:
        """When it came so far; what was chosen without a vote was so in its evening."""
        if came.groups:
            return came.groups[0].since
        if came.won:
            return max(self._on.get(one.option_id or 0, evening) for one in came.won)
        return max((one.on for one in came.voted), default=evening)


def _joined(came: Sequence[_Came]) -> _Came:
    """All that several things came to; the furthest of them counts."""
    if len(came) == 1:
        return came[0]
    return _Came(
        max((one.far for one in came), key=lambda far: _PLACES[far]),
        _one_each(option for one in came for option in one.voted),
        tuple(dict.fromkeys(winner for one in came for winner in one.won)),
        _furthest_first(group for one in came for group in one.groups),
    )


def _one_each(voted: Iterable[VotedOn]) -> tuple[VotedOn, ...]:
    """What counts as one with another option of its poll is told by that one only."""
    found = dict.fromkeys(voted)
    shown = {one.poll_id for one in found if not one.is_folded}
    return tuple(one for one in found if not one.is_folded or one.poll_id not in shown)


def things_of(line: IdeaLine) -> list[Thing]:
    """What carries an idea further, itself first."""
    things: list[Thing] = [(key, None) for key in line.ideas]
    return things if line.cluster_id is None else [*things, (None, line.cluster_id)]


def far_of(group: GroupNow) -> HowFar:
    """How far something came that has a consortium."""
    return how_far(
        voted=True,
        chosen=True,
        formed=True,
        has_vision=bool(group.version_number),
        has_promises=bool(group.kept.in_all),
    )


def how_far_without(*, voted: bool, won: bool) -> HowFar:
    """How far something came that has none."""
    return how_far(voted=voted, chosen=won, formed=False, has_vision=False, has_promises=False)


def _furthest_first(groups: Iterable[GroupNow]) -> tuple[GroupNow, ...]:
    found = dict.fromkeys(groups)
    if len(found) < 2:
        return tuple(found)
    return tuple(sorted(found, key=lambda one: (-_PLACES[far_of(one)], one.id)))


def _newest_and_furthest(row: ChainRow) -> tuple[date, int, int]:
    return row.session.on, row.session.id, _PLACES[row.far]
