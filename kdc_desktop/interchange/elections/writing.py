"""Writes papers for others: PrefLib, Pabulib, or a table of our own, as the ending says."""

from collections.abc import Iterator
from pathlib import Path

from kdc_desktop.domain.polls.cast import Papers
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed
from kdc_desktop.interchange.elections.election import Election, Marked
from kdc_desktop.interchange.elections.pabulib_out import pabulib
from kdc_desktop.interchange.elections.preflib_out import preflib
from kdc_desktop.interchange.elections.reading import ENDINGS, PABULIB, PREFLIB
from kdc_desktop.interchange.elections.votes_csv_out import votes_csv
from kdc_desktop.interchange.elections.votes_rows import MARKED
from kdc_desktop.interchange.files import replacing


def election_of(terms: Terms, papers: Papers, method: str) -> Election:
    """A poll of ours by the method with this key, ready to be written."""
    marked = MARKED.get(method, Marked.ANYTHING)
    return Election(terms, papers, terms.ids, marked, method)


def write_election(election: Election, path: Path) -> None:
    """Write the papers to a file; a reader has the same papers from it.

    PrefLib keeps no sectors and numbers options from 1 on.

    Raises:
        UserError: such a file does not hold these papers, or cannot be written.
    """
    lines = _lines(election, path)
    first = next(lines)  # what cannot be written is said before anything is
    with replacing(path) as fresh, fresh.open("w", encoding="utf-8", newline="\n") as written:
        written.write(first)
        written.writelines(lines)


def _lines(election: Election, path: Path) -> Iterator[str]:
    kind = path.suffix.removeprefix(".").lower()
    if kind in PREFLIB:
        return preflib(election, kind, path.name)
    if kind == PABULIB:
        return pabulib(election)
    if kind == "csv":
        return votes_csv(election)
    raise UserError(
        _("Papers are written to files that end in {endings}.", endings=listed(ENDINGS))
    )
