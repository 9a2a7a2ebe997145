"""Holds ideas that come in against those of the club: which are there already, and what differs."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.i18n import _, sentences
from kdc_desktop.instants import Zone
from kdc_desktop.services.board.differing import adding, change_told, overwriting, staying
from kdc_desktop.services.board.incoming import IncomingRow
from kdc_desktop.services.board.known_ideas import KnownIdea
from kdc_desktop.services.board.pairing import paired

_MOST_COMPARED = 10_000  # pairs of a row and an idea of the same words
_TO_THE_MINUTE = 16  # characters of a day and a time


@dataclass
class IdeaMatching:
    """The ideas of a club, each of which is one of those that come in at most.

    Ideas of a workbook of ours are found by their numbers, where text or time are theirs too; the
    others by their words: first where they add nothing, then those of the same author, then any.
    So the same words from two people are two ideas, and a list that came in before changes
    nothing. Only a number lets a row overwrite what an idea says; one that is known by its words
    adds to it. `zones` are those of the sessions.
    """

    session_id: int
    ideas: Sequence[KnownIdea]
    zones: Mapping[int, Zone]

    def of(self, rows: Iterable[IncomingRow]) -> tuple[IncomingRow, ...]:
        """The rows with what they are here."""
        rows = list(rows)
        wanted = [row for row in rows if not _is_set_aside(row)]
        told, elsewhere = self._by_number(wanted)
        shifted = self._shifted(wanted, told)
        rows = [_left_out(row, shifted) for row in rows]
        others = [row for row in wanted if row.key not in told]
        told = {key: idea for key, idea in told.items() if key not in shifted}
        found = told | self._by_words(others, told)
        states = [self._with_state(row, found, told, elsewhere) for row in rows]
        return tuple(self._with_others_told(states))

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

    def _shifted(
        self, rows: Sequence[IncomingRow], told: Mapping[int, KnownIdea]
    ) -> frozenset[int]:
        """The keys of rows that have the words of another number; one alone was written so."""
        by_words: dict[str, set[int]] = defaultdict(set)
        for idea in self.ideas:
            by_words[normalise(idea.text)].add(idea.id)
        found = [
            row.key
            for row in rows
            if row.key in told
            and (theirs := by_words.get(normalise(row.text)))
            and told[row.key].id not in theirs
        ]
        return frozenset(found) if len(found) > 1 else frozenset()

    def _is_it(self, row: IncomingRow, idea: KnownIdea) -> bool:
        if normalise(row.text) == normalise(idea.text):
            return True
        then = idea.created_at.in_zone(self.zones[idea.session_id]).isoformat(" ")
        return bool(row.written) and row.written[:_TO_THE_MINUTE] == then[:_TO_THE_MINUTE]

    def _by_words(
        self, rows: Sequence[IncomingRow], told: Mapping[int, KnownIdea]
    ) -> dict[int, KnownIdea]:
        taken = {idea.id for idea in told.values()}
        free: dict[str, list[KnownIdea]] = defaultdict(list)
        for idea in self.ideas:
            if idea.session_id == self.session_id and idea.id not in taken:
                free[normalise(idea.text)].append(idea)
        asking: dict[str, list[IncomingRow]] = defaultdict(list)
        for row in rows:
            asking[normalise(row.text)].append(row)
        found: dict[int, KnownIdea] = {}
        for text, wanting in asking.items():
            if there := free.get(text):
                found |= _of_same_words(wanting, there)
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
            return replace(row, state=Incoming.NEW, why=row.remark, idea_id=None, changes=())
        whole = row.key in told
        changes = tuple((overwriting if whole else adding)(row, idea))
        stays = () if whole else staying(row, idea)
        told_of = list(map(change_told, (*changes, *stays)))
        if not changes:
            why = sentences([_("This text is on the board already."), *told_of])
            return replace(row, state=Incoming.SAME, why=why, idea_id=idea.id, changes=())
        why = sentences([*told_of, row.remark])
        return replace(row, state=Incoming.CHANGED, why=why, idea_id=idea.id, changes=changes)

    def _with_others_told(self, rows: Sequence[IncomingRow]) -> Iterator[IncomingRow]:
        """The rows; of those that are new is said whose the same words are too."""
        authors: dict[str, list[str]] = defaultdict(list)
        for idea in self.ideas:
            if idea.session_id == self.session_id:
                authors[normalise(idea.text)].append(idea.author)
        for row in rows:
            there = authors[normalise(row.text)]
            if row.state is Incoming.NEW and row.author:
                own = normalise(row.author)
                other = next((one for one in there if one and normalise(one) != own), None)
                if other is not None:
                    said = _("Somebody else’s: {name} has written the same words.", name=other)
                    row = replace(row, why=sentences([row.why, said]))
            if row.comes_in:
                there.append(row.author)
            yield row


def _left_out(row: IncomingRow, shifted: Container[int]) -> IncomingRow:
    if row.key not in shifted or not row.comes_in:
        return row
    why = _("It has the text of another idea, as others have: a column was moved by itself.")
    return replace(row, state=Incoming.LEFT_OUT, why=why)


def _is_set_aside(row: IncomingRow) -> bool:
    """Whether the list itself leaves it out: another row may be the idea of these words."""
    return row.state is Incoming.LEFT_OUT and row.aside is not None


def _is_by(idea: KnownIdea, row: IncomingRow) -> bool:
    if row.author_id is not None and row.author_id == idea.author_id:
        return True
    return normalise(idea.author) == normalise(row.author)


def _of_same_words(rows: Sequence[IncomingRow], ideas: Sequence[KnownIdea]) -> dict[int, KnownIdea]:
    """Rows and ideas that all have the same words: which is which, by the keys of the rows."""
    if len(rows) == len(ideas) == 1:
        return {rows[0].key: ideas[0]}
    by_id = {idea.id: idea for idea in ideas}
    few = len(rows) * len(ideas) <= _MOST_COMPARED
    found = _where_nothing_is_added(rows, ideas, by_id) if few else {}
    for same_author in (True, False):
        for row in rows:
            there = by_id.values() if row.key not in found else ()
            known = next((one for one in there if not same_author or _is_by(one, row)), None)
            if known is not None:
                found[row.key] = by_id.pop(known.id)
    return found


def _where_nothing_is_added(
    rows: Sequence[IncomingRow], ideas: Sequence[KnownIdea], by_id: dict[int, KnownIdea]
) -> dict[int, KnownIdea]:
    """As many pairs as can be of a row and an idea that says as much; takes those ideas out.

    An author whose own idea would say more has that one.
    """
    found: dict[int, KnownIdea] = {}
    fitting: dict[int, list[int]] = {}
    for row in sorted(rows, key=lambda row: not any(_is_by(idea, row) for idea in ideas)):
        own = [idea for idea in ideas if _is_by(idea, row)]
        others = [] if own and row.author else [one for one in ideas if not _is_by(one, row)]
        fitting[row.key] = [one.id for one in (*own, *others) if not any(adding(row, one))]
        if own and row.author and not fitting[row.key] and own[0].id in by_id:
            found[row.key] = by_id.pop(own[0].id)  # nobody else is this author
    fits = {key: [one for one in ids if one in by_id] for key, ids in fitting.items()}
    return found | {key: by_id.pop(one) for key, one in paired(fits).items()}
