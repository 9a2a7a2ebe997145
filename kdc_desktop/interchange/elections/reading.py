"""Reads a file of ballot papers, whatever it is, and writes papers for others."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed
from kdc_desktop.interchange.csv_in import decode
from kdc_desktop.interchange.elections.election import MOST_BYTES, Election
from kdc_desktop.interchange.elections.pabulib_in import read_pabulib
from kdc_desktop.interchange.elections.preflib_in import CATEGORIES, ORDERS, read_preflib
from kdc_desktop.interchange.elections.votes_csv_in import read_votes_csv

PREFLIB = (*ORDERS, CATEGORIES)
PABULIB = "pb"
TABLES = ("csv", "tsv", "txt")
ENDINGS = tuple(f".{kind}" for kind in (*PREFLIB, PABULIB, "csv"))


def read_election(path: Path, asked: str = "") -> Election:
    """The election in a file; `asked` is the key of the method that it is to be counted by.

    Raises:
        UserError: a sentence that names the line and what to do.
        OSError: the file cannot be reached.
    """
    kind = path.suffix.removeprefix(".").lower()
    if kind not in (*PREFLIB, PABULIB, *TABLES):
        raise UserError(
            _(
                "“{file}” is no file of ballot papers. These are read: {endings}.",
                file=path.name,
                endings=listed(ENDINGS),
            )
        )
    with naming(path):
        text = _text(path)
        if kind in PREFLIB:
            return read_preflib(text, kind)
        return read_pabulib(text) if kind == PABULIB else read_votes_csv(text, asked)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Say of what is wrong within, of which file it is."""
    try:
        yield
    except UserError as error:
        said = str(error)
        raise UserError(_("{file}: {sentence}", file=path.name, sentence=said)) from None


def _text(path: Path) -> str:
    """What is written in the file, with its lines ended by one sign."""
    if (size := path.stat().st_size) > MOST_BYTES:
        raise UserError(
            _(
                "The file is {megabytes} MB; at most {limit} MB are read.",
                megabytes=size // 1_000_000,
                limit=MOST_BYTES // 1_000_000,
            )
        )
    data = path.read_bytes()
    text = decode(data).lstrip("\ufeff")
    if not text.strip():
        raise UserError(_("The file is empty."))
    if "\0" in text or "\ufffd" in text:
        raise UserError(
            _("Some letters of the file cannot be read. Save it as UTF-8 and try again.")
        )
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
