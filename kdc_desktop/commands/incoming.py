"""What the command brings in from outside: people and ideas of a sheet, and a past."""

import argparse
import sys
from contextlib import ExitStack, closing

from kdc_desktop.commands.files import existing
from kdc_desktop.commands.incoming_people import bring_in_people
from kdc_desktop.commands.past import bring_in_past
from kdc_desktop.services.club.handing_over import refuse_handed_over
from kdc_desktop.storage import Database, open_database, open_to_read
from kdc_desktop.storage.sole_use import claim


def bring_in(given: argparse.Namespace) -> int:
    """Import people, ideas or a club’s past; 1 where rows were refused or are asked about."""
    ways = {"people": bring_in_people, "ideas": _import_ideas, "past": bring_in_past}
    imported = ways[given.what]
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
        return imported(database, given)


def _import_ideas(database: Database, given: argparse.Namespace) -> int:
    from kdc_desktop.commands.ideas import bring_in_ideas

    return bring_in_ideas(database, given)
