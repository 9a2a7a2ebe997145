"""Slips of a poll as pages: all that are numbered from one to another."""

from sqlalchemy import select

from kdc_desktop.domain.pages.kinds import POLL_SLIPS
from kdc_desktop.domain.pages.values import Document, NumberedSlip, SlipPile
from kdc_desktop.domain.polls.secrecies import SECRECY_BY_KEY
from kdc_desktop.domain.polls.slip_code import number_on_slip
from kdc_desktop.domain.polls.slip_paper import slip_words
from kdc_desktop.i18n import _, sentences, titled
from kdc_desktop.model.polls import Slip
from kdc_desktop.services.polls.questions import poll_in
from kdc_desktop.services.polls.slip_codes import sheet_in
from kdc_desktop.services.polls.slips import FreshSlips, SlipNumbers, print_slips
from kdc_desktop.storage import Database


def slips_of_poll(database: Database, poll_id: int, wanted: FreshSlips | SlipNumbers) -> Document:
    """Slips to be printed and cut: fresh ones, which get their numbers, or those with these.

    Raises:
        UserError: no slip has room for this poll, or it is over.
    """
    if isinstance(wanted, FreshSlips):
        wanted = print_slips(database, poll_id, wanted.wanted, wanted.sector)
    with database.read() as snapshot:
        row, sheet = poll_in(snapshot, poll_id), sheet_in(snapshot, poll_id)
        numbered = snapshot.execute(
            select(Slip.number, Slip.sector)
            .where(Slip.poll_id == poll_id, Slip.number.between(*wanted))
            .order_by(Slip.number)
        ).all()
    words = slip_words(sheet.method, sheet.terms, row.question, sheet.shape)
    promise = sentences(
        (
            str(SECRECY_BY_KEY[row.secrecy].sentence),
            _("The number shows that this slip counts once."),
        )
    )
    slips = tuple(
        NumberedSlip(number_on_slip(poll_id, number), sheet.code(number).text, sector or "")
        for number, sector in numbered
    )
    pile = SlipPile(sheet.shape, words, promise, slips)
    return Document(titled(str(POLL_SLIPS.title), row.question), "", (pile,))
