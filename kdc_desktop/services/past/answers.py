"""Whether what is answered to a club's past answers something."""

from dataclasses import replace

from kdc_desktop.domain.past.layout import LAYOUTS, PastSheet
from kdc_desktop.domain.people.states import Answer
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed
from kdc_desktop.services.past.importing import preview_again
from kdc_desktop.services.past.rows import PastChoices, PastPreview, PastRow
from kdc_desktop.services.people.remembered_answers import see_words
from kdc_desktop.storage import Database


def see_choices(database: Database, unanswered: PastPreview, choices: PastChoices) -> None:
    """See that each answer is one to a row that was asked about, and each word one that was.

    Raises:
        UserError: it is not; the sentence says what there is.
    """
    see_words(unanswered.unknown_sectors, choices.sectors)
    for (sheet, number), answer in choices.answers.items():
        row = _row(unanswered, sheet, number)
        if answer not in row.offers:  # it may be asked about only because others were answered
            others = {key: said for key, said in choices.answers.items() if key != row.key}
            found = preview_again(database, unanswered, replace(choices, answers=others))
            _see_answer(_row(found, sheet, number), answer)


def _row(preview: PastPreview, sheet: PastSheet, number: int) -> PastRow:
    there = {row.number: row for row in preview.rows if row.sheet is sheet}
    if number not in there:
        raise UserError(
            _(
                "There is no row {row} in the sheet {sheet}. Its rows are {first} to {last}.",
                row=str(number),
                sheet=str(LAYOUTS[sheet].title),
                first=str(min(there, default=0)),
                last=str(max(there, default=0)),
            )
        )
    return there[number]


def _see_answer(row: PastRow, answer: Answer) -> None:
    where = {"sheet": str(LAYOUTS[row.sheet].title), "row": str(row.number)}
    if not row.offers:
        raise UserError(
            _("{sheet}, row {row} is not asked about: {sentence}", sentence=row.sentence, **where)
        )
    if answer not in row.offers:
        raise UserError(
            _(
                "“{answer}” is no answer to {sheet}, row {row}. The answers are {answers}.",
                answer=answer,
                answers=listed(row.offers),
                **where,
            )
        )
