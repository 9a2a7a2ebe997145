"""Holds ideas that come in against those of the club: which are there already, and what differs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kdc_desktop.domain.board.idea_fields import IdeaField
from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.domain.board.tags import fitting_tags, joined_tags
from kdc_desktop.domain.kit.lengths import LINE
from kdc_desktop.domain.kit.text import normalise, on_one_line, shortened
from kdc_desktop.i18n import Text, _, decimal_text, lazy, sentences
from kdc_desktop.instants import Zone
from kdc_desktop.services.board.incoming import CellChange, IncomingRow
from kdc_desktop.services.board.known_ideas import KnownIdea

FIELD_NAMES: Mapping[IdeaField, Text] = {
    IdeaField.IDEA: lazy("Idea"),
    IdeaField.DETAILS: lazy("Details"),
    IdeaField.AUTHOR: lazy("Author"),
    IdeaField.EMAIL: lazy("E-mail of the author"),
    IdeaField.ORGANISATION: lazy("Organisation"),
    IdeaField.SECTOR: lazy("Sector"),
    IdeaField.CLUSTER: lazy("Cluster"),
    IdeaField.TAGS: lazy("Tags"),
    IdeaField.VOTES: lazy("Votes elsewhere"),
    IdeaField.MINUTES: lazy("Minutes a day"),
    IdeaField.LINK: lazy("Link"),
    IdeaField.NOTE: lazy("Details, with the name of the column"),
    IdeaField.STATUS: lazy("Archived or not"),
    IdeaField.ID: lazy("Id"),
    IdeaField.WRITTEN: lazy("Written"),
}
"""What each field is called."""

_TO_THE_MINUTE = 16  # characters of a day and a time
_SHOWN = 40


@dataclass
class IdeaMatching:
    """The ideas of a club, each of which is one of those that come in at most.

    Ideas of a workbook of ours are found by their numbers, where text or time are theirs too; the
    others by their words: first those of the same author, then any. So the same words from two
    people are two ideas, and what came in before is there. `zones` are those of the sessions.
    """

    session_id: int
    ideas: Sequence[KnownIdea]
    zones: Mapping[int, Zone]

    def of(self, rows: Iterable[IncomingRow]) -> tuple[IncomingRow, ...]:
        """The rows with what they are here."""
        rows = list(rows)
        wanted = [row for row in rows if not _is_set_aside(row)]
        told, elsewhere = self._by_number(wanted)
        found = told | self._by_words(wanted, {idea.id for idea in told.values()})
        return tuple(self._with_state(row, found, told, elsewhere) for row in rows)

    def _by_number(
        self, rows: Sequence[IncomingRow]
    ) -> tuple[dict[int, KnownIdea], frozenset[int]]:
        """Ideas here by the keys of rows, and the keys of rows that are ideas of other sessions."""
        by_id = {idea.id: idea for idea in self.ideas}
        found: dict[int, KnownIdea] = {}
        for row in rows:
            told = by_id.get(row.told_id or 0)
            if told is not None and self._is_it(row, told):
                found[row.key] = told
        elsewhere = {key for key, one in found.items() if one.session_id != self.session_id}
        return {k: one for k, one in found.items() if k not in elsewhere}, frozenset(elsewhere)

    def _is_it(self, row: IncomingRow, idea: KnownIdea) -> bool:
        if normalise(row.text) == normalise(idea.text):
            return True
        then = idea.created_at.in_zone(self.zones[idea.session_id]).isoformat(" ")
        return bool(row.written) and row.written[:_TO_THE_MINUTE] == then[:_TO_THE_MINUTE]

    def _by_words(self, rows: Sequence[IncomingRow], taken: set[int]) -> dict[int, KnownIdea]:
        free: dict[str, list[KnownIdea]] = defaultdict(list)
        for idea in self.ideas:
            if idea.session_id == self.session_id and idea.id not in taken:
                free[normalise(idea.text)].append(idea)
        found: dict[int, KnownIdea] = {}
        for same_author in (True, False):
            for row in rows:
                there = free.get(normalise(row.text), []) if row.key not in found else []
                fits = (one for one in there if not same_author or _is_by(one, row))
                if (known := next(fits, None)) is not None:
                    there.remove(known)
                    found[row.key] = known
        return found

    def _with_state(
        self,
        row: IncomingRow,
        found: Mapping[int, KnownIdea],
        told: Mapping[int, KnownIdea],
        elsewhere: frozenset[int],
    ) -> IncomingRow:
        if row.state in (Incoming.PROBLEM, Incoming.LEFT_OUT):
            return row
        if row.key in elsewhere:
            why = _("It is an idea of another session of this club.")
            return replace(row, state=Incoming.LEFT_OUT, why=why)
        idea = found.get(row.key)
        if idea is None:
            return replace(row, state=Incoming.NEW, idea_id=None, changes=())
        changes = tuple(_changes(row, idea, whole=row.key in told))
        if not changes:
            why = _("This text is on the board already.")
            return replace(row, state=Incoming.SAME, why=why, idea_id=idea.id, changes=())
        why = sentences(map(change_told, changes))
        return replace(row, state=Incoming.CHANGED, why=why, idea_id=idea.id, changes=changes)


def _is_set_aside(row: IncomingRow) -> bool:
    """Whether the list itself leaves it out: another row may be the idea of these words."""
    return row.state is Incoming.LEFT_OUT and row.aside is not None


def _is_by(idea: KnownIdea, row: IncomingRow) -> bool:
    if row.author_id is not None and row.author_id == idea.author_id:
        return True
    return normalise(idea.author) == normalise(row.author)


def _changes(row: IncomingRow, idea: KnownIdea, *, whole: bool) -> Iterator[CellChange]:
    """What a row would change; where it says nothing, that erases nothing.

    Of the `whole` only where the row is known by its number: a list that came in before knows
    nothing of clusters that were made since.
    """
    tags = fitting_tags(joined_tags(idea.tags, row.tags), LINE) if row.tags else ""
    cells = [
        (IdeaField.DETAILS, idea.details, row.details),
        (IdeaField.TAGS, idea.tags, tags),
        (IdeaField.MINUTES, _minutes(idea.minutes), _minutes(row.minutes)),
        (IdeaField.LINK, idea.link, row.link),
    ]
    if whole:
        cells.insert(0, (IdeaField.IDEA, idea.text, row.text))
        cells.append((IdeaField.AUTHOR, idea.author, row.author))
        if idea.parent_id is None and idea.trashed_at is None:
            cells.append((IdeaField.CLUSTER, idea.cluster or "", row.cluster))
    for field, was, becomes in cells:
        if becomes and on_one_line(becomes) != on_one_line(was):
            yield CellChange(field, was, becomes)


def _minutes(minutes: float | None) -> str:
    return "" if minutes is None else decimal_text(minutes, 2, trimmed=True)


def change_told(change: CellChange) -> str:
    """A change in a sentence."""
    named = str(FIELD_NAMES[change.field])
    becomes = shortened(change.becomes, _SHOWN)
    if not change.was:
        return _("{field} is new: “{text}”.", field=named, text=becomes)
    was = shortened(change.was, _SHOWN)
    return _("{field}: “{before}” becomes “{after}”.", field=named, before=was, after=becomes)
