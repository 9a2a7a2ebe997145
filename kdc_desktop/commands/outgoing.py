"""What the command writes for people and programs outside: the workbook, or its tables."""

import argparse

from kdc_desktop import paths
from kdc_desktop.commands.files import existing, free
from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage import open_to_read


def export(given: argparse.Namespace) -> int:
    """Write the workbook, or the same tables for programs."""
    from kdc_desktop.domain.pages.values import PaperSize
    from kdc_desktop.paper import letter_is_usual
    from kdc_desktop.services.joined.sheets import WORKBOOK
    from kdc_desktop.services.workbook.export import Delivery, export_workbook
    from kdc_desktop.services.workbook.forms import form_of

    if paths.is_club(given.out):
        raise UserError(
            _("{file} would be a club file. Name a workbook: out.xlsx.", file=given.out.name)
        )
    club, out = existing(given), free(given.out, given.replace)
    form = form_of(given.out, Form(given.format) if given.format else None)
    paper = PaperSize.LETTER if letter_is_usual() else PaperSize.A4
    wanted = Delivery(Edition(given.edition), form, paper)
    with open_to_read(club) as database:
        export_workbook(database, out, WORKBOOK, given.session, wanted=wanted)
    print(given.out)
    return 0
