"""The papers of a vote with names, written to a file for whoever wants to count them again."""

from pathlib import Path

from sqlalchemy import select

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.states import PollState, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, quoted, titled
from kdc_desktop.interchange.elections.writing import election_of, write_election
from kdc_desktop.model.polls import Poll
from kdc_desktop.services.polls.ballots import ballots_in
from kdc_desktop.services.polls.folding import OptionFolding, folds_in
from kdc_desktop.services.polls.questions import poll_in
from kdc_desktop.services.polls.reading import papers_read
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.storage import Database, Snapshot


def write_papers(database: Database, poll_id: int, path: Path) -> int:
    """Write what was voted, without the names; how many hands count beside it, and are not in it.

    The ending of the file says which kind it is; options that count as one are written as one.

    Raises:
        UserError: there is no such poll, its papers may not leave the club file, or the file does
            not hold them.
    """
    with database.read() as snapshot:
        row = _may_leave(snapshot, poll_id)
        ballots = ballots_in(snapshot, row)
        folding = OptionFolding(row.kind, ballots.terms, folds_in(snapshot, row.id))
        election = election_of(ballots.terms, papers_read(snapshot, row.id, folding), row.method)
    write_election(election, path)
    return row.voted - row.papers


def _may_leave(snapshot: Snapshot, poll_id: int) -> PollRow:
    told = Poll.revealed_at.is_not(None), Poll.state == PollState.CLOSED, Poll.trashed_at.is_(None)
    rows = snapshot.execute(select(Poll.id, Poll.question, Poll.secrecy).where(*told)).all()
    named = {key: question for key, question, secrecy in rows if secrecy is Secrecy.NAMED}
    if poll_id in named:
        return poll_in(snapshot, poll_id)
    if any(key == poll_id for key, _question, _secrecy in rows):
        raise UserError(
            _(
                "Papers leave the club file only of a poll with names: without them, one paper "
                "beside the others tells what no count does. Look at its result."
            )
        )
    if not named:
        raise UserError(_("There is no poll with names of which the result is revealed."))
    known = [titled(str(key), quoted(shortened(question))) for key, question in named.items()]
    raise UserError(
        _("Papers of these polls can be written; say which: {polls}.", polls=listed(known))
    )
