"""What versions before 0004 kept of secret votes that ran: in the file itself, and in backups.

Two copies that were made while people voted tell, by what they differ in, who cast which paper.
"""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from kdc_desktop.i18n import listed, ngettext
from kdc_desktop.instants import laptop_zone
from kdc_desktop.storage import files
from kdc_desktop.storage.marks import FileMark, put_mark
from kdc_desktop.workplaces import passing

_PAPERS = (
    "SELECT poll.id, poll.opened_at, poll.state, count(ballot_paper.id) FROM poll "
    "JOIN ballot_paper ON ballot_paper.poll_id = poll.id "
    "WHERE poll.secrecy <> 'named' GROUP BY poll.id"
)
_REMOVE = {
    "ballot_mark": "DELETE FROM ballot_mark "
    "WHERE paper_id IN (SELECT id FROM ballot_paper WHERE poll_id = ?)",
    "ballot_paper": "DELETE FROM ballot_paper WHERE poll_id = ?",
    "voter_roll": "DELETE FROM voter_roll WHERE poll_id = ?",
}


def remove(connection: sqlite3.Connection, poll_id: int) -> dict[str, int]:
    """Take roll, papers and marks of a poll out; how many rows each table has lost."""
    return {
        table: connection.execute(statement, (poll_id,)).rowcount
        for table, statement in _REMOVE.items()
    }


def forget_in_copies(club: Path, copies: Iterable[Path]) -> list[str]:
    """Take out of copies what was still to change: they are written anew, and say so when opened.

    Of each poll that the club file knows, all papers go that are not just those that it has itself
    now, after the last closing. A copy that is damaged or cannot be written stays as it is: the
    club is not to wait for it. Returns a sentence that names all such.
    """
    with closing(files.connect(club)) as connection:
        polls = connection.execute("SELECT id, opened_at FROM poll").fetchall()
        known = {poll_id: _by_clock(opened_at) for poll_id, opened_at in polls}
        done = {
            poll_id: number
            for poll_id, _at, state, number in connection.execute(_PAPERS)
            if state == "closed"
        }

    def is_half_cast(poll_id: int, opened_at: str | None, state: str, number: int) -> bool:
        same = known.get(poll_id) == _by_clock(opened_at)
        return same and (state == "open" or done.get(poll_id) != number)

    left = []
    for copy in copies:
        try:
            _forget_in(copy, is_half_cast)
        except (sqlite3.Error, OSError):
            left.append(copy.name)
    return [_told(left)] if left else []


def _forget_in(copy: Path, is_half_cast: Callable[..., bool]) -> None:
    with passing(copy) as fresh:
        with closing(files.look_into(copy)) as connection:
            rows = connection.execute(_PAPERS).fetchall()
            polls = [row[0] for row in rows if is_half_cast(*row)]
            if not polls:
                return
            if not files.copy_out(connection, fresh):
                raise sqlite3.DatabaseError("damaged")  # untranslated: not shown
        _take_out(fresh, polls)
        files.put_in_place(fresh, copy)  # Windows replaces no file that is open


def _told(left: list[str]) -> str:
    return ngettext(
        "{files} may still hold papers of a secret vote, and could not be written anew. Delete "
        "this backup, or keep it where nobody else can read it.",
        "{files} may still hold papers of a secret vote, and could not be written anew. Delete "
        "these backups, or keep them where nobody else can read them.",
        len(left),
        files=listed(left),
    )


def _by_clock(kept: str | None) -> datetime | str | None:
    """What the laptop's clock showed: copies keep that, the club has been brought up to date."""
    with suppress(ValueError, TypeError):
        read = datetime.fromisoformat(kept or "").replace(microsecond=0)
        return read if read.tzinfo is None else read.astimezone(laptop_zone()).replace(tzinfo=None)
    return kept


def _take_out(fresh: Path, polls: list[int]) -> None:
    with closing(sqlite3.connect(fresh, isolation_level=None)) as written:
        written.execute("BEGIN")
        for poll_id in polls:
            remove(written, poll_id)
            written.execute(
                "UPDATE poll SET state = 'open', closed_at = NULL WHERE id = ?", (poll_id,)
            )
        written.execute("COMMIT")
        written.execute("VACUUM")
    put_mark(fresh, FileMark.BACKUP)
