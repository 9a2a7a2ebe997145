"""What somebody has answered to an import, for the next time that the same rows come in."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from kdc_desktop.domain.kit.text import fold, normalise
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.domain.people.states import Answer
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, listed, quoted
from kdc_desktop.interchange.people_in import PeopleSheet
from kdc_desktop.services.club.settings import remember, setting
from kdc_desktop.services.people.matching import ImportRow
from kdc_desktop.storage import Database

_ROWS, _WORDS = "people_answers", "people_sector_words"
_KEPT = 2000  # answers; the oldest go
_LABEL = lazy("Remembered what was answered to a list")


def with_remembered(
    database: Database, found: PeopleSheet, choices: ImportChoices
) -> ImportChoices:
    """The choices with what was answered before to these rows and words, where nothing is now."""
    kept, words = setting(database, _ROWS, {}), setting(database, _WORDS, {})
    answers = {
        number: Answer(kept[key])
        for number, key in zip(found.table.numbers, _keys(found), strict=True)
        if kept.get(key) in set(Answer)
    }
    words_said = [one.sector_said for one in reversed(found.people) if one.sector_said]
    asked = {fold(word): word for word in words_said}  # as it is spelled first
    now = set(map(fold, choices.sectors))
    letters = {
        asked[word]: letter
        for word, letter in words.items()
        if word in asked and word not in now and letter in LETTERS
    }
    return replace(
        choices, answers={**answers, **choices.answers}, sectors={**letters, **choices.sectors}
    )


def see_answers(rows: Sequence[ImportRow], answers: Mapping[int, Answer]) -> None:
    """See that each of these answers is one to a row that was asked about.

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
        if answer not in row.offers:
            raise UserError(_not_offered(row, answer))


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


def remember_answers(
    database: Database, found: PeopleSheet, rows: Sequence[ImportRow], choices: ImportChoices
) -> None:
    """Keep what was answered to rows that were asked about, and to words for sectors."""
    said = {
        key: str(choices.answers[row.number])
        for key, row in zip(_keys(found), rows, strict=True)
        if row.offers and row.number in choices.answers
    }
    _keep(database, _ROWS, said)
    _keep(database, _WORDS, {fold(word): letter for word, letter in choices.sectors.items()})


def _keep(database: Database, name: str, said: Mapping[str, str]) -> None:
    before = setting(database, name, {})
    others = {key: value for key, value in before.items() if key not in said}
    after = dict([*others.items(), *((key, value) for key, value in said.items() if value)])
    if after != before:
        remember(database, name, dict([*after.items()][-_KEPT:]), _LABEL)


def _keys(found: PeopleSheet) -> list[str]:
    """What each row is known by in another list: a digest, so that nobody's name is kept for it.

    Rows that say the same are told apart by their order.
    """
    seen: Counter[str] = Counter()
    keys = []
    for person in found.people:
        told = (fold(person.name), normalise(person.email), normalise(person.organisation))
        text = json.dumps([*told, fold(person.status)])
        keys.append(blake2b(f"{text}{seen[text]}".encode(), digest_size=8).hexdigest())
        seen[text] += 1
    return keys
