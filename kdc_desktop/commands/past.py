"""What the command does for a club's past: the template to fill in, and bringing it in."""

import argparse
from typing import TYPE_CHECKING

from kdc_desktop.commands.files import free
from kdc_desktop.commands.incoming_people import NO_SECTOR, sector_asked
from kdc_desktop.commands.pairs import pairs_said
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.storage import Database

if TYPE_CHECKING:
    from kdc_desktop.domain.past.layout import PastSheet
    from kdc_desktop.services.past.rows import PastChoices

_NO_ANSWER = lazy("Say who a row is: --answer “SHEET ROW=same”, for example “Attendance 7=new”.")


def write_past_template(given: argparse.Namespace) -> int:
    """Write the workbook to fill in."""
    from kdc_desktop.services.past.template import write_template

    write_template(free(given.out, given.replace))
    print(given.out)
    return 0


def bring_in_past(database: Database, given: argparse.Namespace) -> int:
    """Bring it in, or show what would happen; 1 where rows were refused or asked about."""
    from kdc_desktop.domain.past.layout import LAYOUTS
    from kdc_desktop.domain.people.states import MatchState
    from kdc_desktop.services.past.answers import see_choices
    from kdc_desktop.services.past.importing import import_past, preview_again, preview_past

    found = preview_past(database, given.file)
    choices = _choices(given)
    if choices != found.choices:
        see_choices(database, found, choices)
        found = preview_again(database, found, choices)
    for word, count in found.sectors_open.items():
        print(sector_asked(word, count))
    if not given.preview:
        found = import_past(database, found)
    for row in found.rows:
        told = {
            "sheet": str(LAYOUTS[row.sheet].title),
            "number": str(row.number),
            "sentence": row.sentence,
        }
        if row.state is MatchState.PROBLEM:
            print(_("{sheet}, row {number} refused: {sentence}", **told))
        elif row.state is MatchState.ASKED:
            print(_("{sheet}, row {number} asked: {sentence}", **told))
        elif row.state is MatchState.NEW and given.preview:
            print(_("{sheet}, row {number}: {sentence}", **told))
    print(found.sentence)
    return int(found.left > 0)


def _choices(given: argparse.Namespace) -> "PastChoices":
    from kdc_desktop.domain.people.import_choices import answer_of, letter_of
    from kdc_desktop.services.past.rows import PastChoices

    answers = {}
    for row, said in pairs_said(given.answer, _NO_ANSWER):
        sheet, _space, number = row.rpartition(" ")
        at, answer = answer_of(number, said)
        answers[_sheet_called(sheet), at] = answer
    return PastChoices(
        answers, {word: letter_of(said) for word, said in pairs_said(given.sector, NO_SECTOR)}
    )


def _sheet_called(name: str) -> "PastSheet":
    from kdc_desktop.domain.kit.text import fold
    from kdc_desktop.domain.past.layout import LAYOUTS

    for sheet, layout in LAYOUTS.items():
        if fold(name) in (fold(str(layout.title)), sheet):
            return sheet
    raise UserError(str(_NO_ANSWER))
