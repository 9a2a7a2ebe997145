"""What the command brings in from outside: people and ideas of a sheet."""

import argparse
import sys
from contextlib import ExitStack, closing

from kdc_desktop.commands.files import existing
from kdc_desktop.i18n import _
from kdc_desktop.services.club.handing_over import refuse_handed_over
from kdc_desktop.storage import Database, open_database, open_to_read
from kdc_desktop.storage.sole_use import claim


def bring_in(given: argparse.Namespace) -> int:
    """Import people or ideas."""
    imported = _import_people if given.what == "people" else _import_ideas
    with ExitStack() as stack:
        path = existing(given)
        if given.preview:
            database = stack.enter_context(open_to_read(path))
        else:
            held = stack.enter_context(claim(path))
            database = stack.enter_context(closing(open_database(path, held=held)))
            refuse_handed_over(database)
        for sentence in database.told:
            print(sentence, file=sys.stderr)
        return imported(database, given) or 0


def _import_people(database: Database, given: argparse.Namespace) -> None:
    from kdc_desktop.domain.people.states import MatchState
    from kdc_desktop.services.attendance.importing import import_and_register
    from kdc_desktop.services.joined.people import PEOPLE
    from kdc_desktop.services.people.importing import import_people, preview_people
    from kdc_desktop.services.sessions import listing

    if given.session is not None:
        listing.session(database, given.session)
    preview = preview_people(database, given.file, PEOPLE.remarks)
    counts = preview.counts
    for row in preview.rows:
        if row.state is MatchState.PROBLEM:
            print(_("row {number}: {sentence}", number=str(row.number), sentence=row.sentence))
    if not given.preview:
        if given.session is None:
            counts = import_people(database, preview)
        else:
            counts = import_and_register(database, preview, given.session)
    print(counts.sentence)


def _import_ideas(database: Database, given: argparse.Namespace) -> int:
    from kdc_desktop.commands.ideas import bring_in_ideas

    return bring_in_ideas(database, given)
