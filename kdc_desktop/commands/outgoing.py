"""What the command writes for people and programs outside: the workbook, or its tables."""

import argparse
import sys

from kdc_desktop import paths
from kdc_desktop.commands.files import existing, free
from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, ngettext
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


def papers(given: argparse.Namespace) -> int:
    """Write the papers of a poll with names, for whoever wants to count them again."""
    from kdc_desktop.services.polls.papers_out import write_papers

    club, out = existing(given), free(given.out, given.replace)
    with open_to_read(club) as database:
        hands = write_papers(database, given.poll, out)
    if hands:
        said = ngettext(
            "{count} who took part by show of hands is in the result, and not in the file.",
            "{count} who took part by show of hands are in the result, and not in the file.",
            hands,
        )
        print(said, file=sys.stderr)
    print(given.out)
    return 0
