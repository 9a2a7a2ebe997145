"""What the command brings in from outside: people and ideas of a sheet, and a past."""

import argparse
import sys
from contextlib import ExitStack, closing

from kdc_desktop.commands.files import existing
from kdc_desktop.commands.incoming_people import bring_in_people
from kdc_desktop.commands.past import bring_in_past
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.services.club.handing_over import refuse_handed_over
from kdc_desktop.storage import Database, open_database, open_to_read
from kdc_desktop.storage.sole_use import claim

_NOT_FOR = {
    "people": ("include_archived",),
    "ideas": ("include_cancelled", "stay_listed", "move_sectors", "sector", "answer"),
    "past": (
        *("session", "sheet", "column", "include_hidden", "include_archived"),
        *("include_cancelled", "stay_listed", "move_sectors"),
    ),
}


def bring_in(given: argparse.Namespace) -> int:
    """Import people, ideas or a club’s past; 1 where rows were refused or are asked about."""
    _see_options(given)
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


def _see_options(given: argparse.Namespace) -> None:
    """See that nothing was said that this import would not hear. Raises UserError."""
    for option in _NOT_FOR[given.what]:
        if getattr(given, option) not in (None, False, []):
            called = f"--{option.replace('_', '-')}"  # untranslated: as it is typed
            raise UserError(
                _(
                    "{option} is not for “import {what}”: leave it out.",
                    option=called,
                    what=given.what,
                )
            )


def _import_ideas(database: Database, given: argparse.Namespace) -> int:
    from kdc_desktop.commands.ideas import bring_in_ideas

    return bring_in_ideas(database, given)
