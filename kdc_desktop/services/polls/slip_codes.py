"""What the slips of a poll are like, and whether a slip in a picture is one of them."""

from typing import NamedTuple

from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.slip_code import SlipCode, poll_mark, wording_of
from kdc_desktop.domain.polls.slip_paper import slip_shape
from kdc_desktop.domain.polls.slip_sheet import SlipShape
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.i18n import _
from kdc_desktop.services.polls.questions import poll_in, terms_in
from kdc_desktop.storage import Database, Snapshot


class SlipSheet(NamedTuple):
    """What all slips of a poll have in common; `terms` has options and criteria."""

    poll_id: int
    method: Method
    terms: Terms
    shape: SlipShape
    poll_mark: str
    wording: str

    def code(self, number: int) -> SlipCode:
        """What is printed on the slip of this number for machines."""
        return SlipCode(self.poll_mark, self.wording, self.poll_id, number, self.shape)

    def problem(self, code: SlipCode) -> str:
        """Why a slip that was seen is not one of these, in a sentence; empty where it is."""
        if code.poll_mark != self.poll_mark or code.poll_id != self.poll_id:
            return _("A slip of another poll lies in the picture, and is left out.")
        if code.wording != self.wording or code.shape.groups != self.shape.groups:
            return _(
                "A slip was printed before the poll was changed: it is left out. Let its voter "
                "fill in another."
            )
        return ""


def slip_sheet(database: Database, poll_id: int) -> SlipSheet:
    """What the slips of a poll are like.

    Raises:
        UserError: no slip has room for it.
    """
    with database.read() as snapshot:
        return sheet_in(snapshot, poll_id)


def sheet_in(snapshot: Snapshot, poll_id: int) -> SlipSheet:
    """`slip_sheet` within a snapshot."""
    row = poll_in(snapshot, poll_id)
    terms = terms_in(snapshot, row)
    shape = slip_shape(row.kind, terms)
    wording = wording_of(row.kind, terms, row.question, row.secrecy)
    mark = poll_mark(poll_id, row.created_at)
    return SlipSheet(poll_id, row.kind, terms, shape, mark, wording)
