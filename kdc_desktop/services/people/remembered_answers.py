"""Who was left out of an import where it was not sure who they are, for when they come in again.

That a row is the same person or somebody new needs no memory: the people say it from then on, and
where they do not any more, it is asked again. Neither is it kept whether somebody comes to one
session or the other.
"""

import json
import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.kit.text import fold, normalise
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.standing import Standing
from kdc_desktop.domain.people.states import Answer, MatchState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, quoted
from kdc_desktop.interchange.people_in import PeopleSheet
from kdc_desktop.model.club import Setting
from kdc_desktop.services.club.settings import keep_setting
from kdc_desktop.services.people.matching import ImportRow
from kdc_desktop.storage import Edit, Snapshot

ANSWERS = "people_answers"
"""How the names of the settings begin in which it is kept, by the person of whom was asked."""


class _Kept(NamedTuple):
    """One answer: what was asked, and of which row. Nobody's name is kept for that."""

    why: str
    salt: str
    digest: str

    def is_of(self, given: RosterPerson) -> bool:
        """Whether this is the row."""
        return _digest(given, self.salt) == self.digest


@dataclass(frozen=True)
class LeftOut:
    """Rows that were left out, by the people of whom it was asked whether they are that."""

    kept: Mapping[int, Sequence[_Kept]]

    def applied(self, given: RosterPerson, row: ImportRow) -> ImportRow:
        """The row left out, if the very same was asked of it before and answered so."""
        if row.state is not MatchState.ASKED or not self.has(given, row):
            return row
        sentence = _("{name} is left out, as you chose before.", name=row.person.name)
        return replace(row, state=MatchState.LEFT_OUT, sentence=sentence)

    def has(self, given: RosterPerson, row: ImportRow) -> bool:
        """Whether that is kept of a row, as it was `given`."""
        if not _can_be_kept(given, row):
            return False
        kept = self.kept.get(row.person_id or 0, ())
        return any(one.why == _name_of(row) and one.is_of(given) for one in kept)


def left_out_before(snapshot: Snapshot) -> LeftOut:
    """All that is kept."""
    rows = snapshot.execute(
        select(Setting.name, Setting.value).where(Setting.name.startswith(f"{ANSWERS}:"))
    )
    return LeftOut(
        {
            int(name.rpartition(":")[2]): [_Kept(*one) for one in json.loads(value)]
            for name, value in rows
        }
    )


def is_recalled(row: ImportRow, choices: ImportChoices) -> bool:
    """Whether a row is left out because it was before."""
    out = row.state is MatchState.LEFT_OUT and row.why is not None
    return out and row.number not in choices.answers


def keep_answers(
    edit: Edit, found: PeopleSheet, rows: Sequence[ImportRow], choices: ImportChoices
) -> None:
    """Keep which rows are left out where it is not sure who they are, and drop those that are
    answered otherwise now. For verbs."""
    answered = [
        (given, row)
        for given, row in zip(found.people, rows, strict=True)
        if row.number in choices.answers
    ]
    if not answered:
        return
    before = left_out_before(edit)
    after = {person_id: list(kept) for person_id, kept in before.kept.items()}
    for given, row in answered:
        if choices.answers[row.number] is not Answer.LEAVE_OUT:
            for kept in after.values():
                kept[:] = [one for one in kept if not one.is_of(given)]
        elif row.person_id is not None and _can_be_kept(given, row) and not before.has(given, row):
            salt = secrets.token_hex(8)
            new = _Kept(_name_of(row), salt, _digest(given, salt))
            after.setdefault(row.person_id, []).append(new)
    for person_id, kept in after.items():
        if kept != list(before.kept.get(person_id, ())):
            keep_setting(edit, f"{ANSWERS}:{person_id}", kept)


def drop_answers(edit: Edit, person_id: int) -> None:
    """Drop what was answered of somebody who leaves the club. For verbs."""
    kept = edit.get(Setting, f"{ANSWERS}:{person_id}")
    if kept is not None:
        edit.delete(kept)


def hand_on_answers(edit: Edit, person_id: int, to_id: int) -> None:
    """Have what was answered of somebody be answered of another. For verbs."""
    kept = left_out_before(edit).kept
    if person_id in kept:
        keep_setting(edit, f"{ANSWERS}:{to_id}", [*kept.get(to_id, ()), *kept[person_id]])
        drop_answers(edit, person_id)


def see_answers(rows: Sequence[ImportRow], answers: Mapping[int, Answer]) -> None:
    """See that each of these answers is one to a row that was asked about.

    What the club knows by now is answered so again: a command may be given twice.

    Raises:
        UserError: it is not; the sentence says what there is.
    """
    there = {row.number: row for row in rows}
    for number, answer in answers.items():
        row = there.get(number)
        if row is None:
            first, last = str(min(there, default=0)), str(max(there, default=0))
            raise UserError(
                _(
                    "There is no row {row}. The rows are {first} to {last}.",
                    row=str(number),
                    first=first,
                    last=last,
                )
            )
        if answer not in row.offers and not _is_known_by_now(row, answer):
            raise UserError(_not_offered(row, answer))


def _is_known_by_now(row: ImportRow, answer: Answer) -> bool:
    """Whether a row that nothing is asked about is what it is answered to be."""
    if row.offers or row.person_id is None or answer is Answer.LEAVE_OUT:
        return False
    return row.state is MatchState.SAME or (
        row.state is MatchState.CHANGED and answer is Answer.SAME
    )


def see_words(asked: Collection[str], sectors: Iterable[str]) -> None:
    """See that each of these words for sectors is one of those that are asked about.

    Raises:
        UserError: it is not; the sentence says what there is.
    """
    known = set(map(fold, asked))
    for word in sectors:
        if fold(word) not in known and not known:
            raise UserError(_("No word for a sector in this list is asked about."))
        if fold(word) not in known:
            raise UserError(
                _(
                    "“{word}” is no word for a sector that is asked about. The words are {words}.",
                    word=word,
                    words=listed(map(quoted, asked)),
                )
            )


def _not_offered(row: ImportRow, answer: Answer) -> str:
    if not row.offers:
        return _(
            "Row {row} is not asked about: {sentence}", row=str(row.number), sentence=row.sentence
        )
    return _(
        "“{answer}” is no answer to row {row}. The answers are {answers}.",
        answer=answer,
        row=str(row.number),
        answers=listed(row.offers),
    )


def _can_be_kept(given: RosterPerson, row: ImportRow) -> bool:
    """Whether it was asked if it is somebody known, and only that."""
    is_sure = given.standing is not Standing.UNSURE
    return is_sure and row.why is not None and row.person_id is not None


def _name_of(row: ImportRow) -> str:
    return "" if row.why is None else row.why.name


def _digest(given: RosterPerson, salt: str) -> str:
    """What a row is known by in another list."""
    told = (fold(given.name), normalise(given.email), normalise(given.organisation))
    text = json.dumps([*told, fold(given.status)])
    return blake2b(text.encode(), digest_size=16, salt=bytes.fromhex(salt)).hexdigest()
