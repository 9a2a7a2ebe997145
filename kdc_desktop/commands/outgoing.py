"""What the command writes for people and programs outside: the workbook."""

import argparse

from kdc_desktop import paths
from kdc_desktop.commands.files import existing, free
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage import open_to_read


def export(given: argparse.Namespace) -> int:
    """Write the workbook."""
    from kdc_desktop.services.joined.sheets import SHEETS
    from kdc_desktop.services.workbook.export import export_workbook

    if paths.is_club(given.out):
        raise UserError(
            _("{file} would be a club file. Name a workbook: out.xlsx.", file=given.out.name)
        )
    club, out = existing(given), free(given.out, given.replace)
    with open_to_read(club) as database:
        export_workbook(database, out, SHEETS, given.session)
    print(given.out)
    return 0
