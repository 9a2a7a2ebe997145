"""What the command does for a club's past: the template to fill in, and bringing it in."""

import argparse

from kdc_desktop.commands.files import free
from kdc_desktop.i18n import _
from kdc_desktop.storage import Database


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
    from kdc_desktop.services.past.importing import import_past, preview_past

    found = preview_past(database, given.file)
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
