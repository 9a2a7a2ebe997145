"""Whether a log of SQLite that lies beside a file is its own, as the marks in its pages tell."""

from collections.abc import Iterator
from pathlib import Path

from kdc_desktop.storage.marks import HEAD_LENGTH, FileHead, follows, head_in, head_of

_WAL_SIGNS = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_JOURNAL_SIGN = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"


def belongs(path: Path, log: Path) -> bool:
    """Whether SQLite may play a log into the file; also where nothing tells that it may not."""
    head = head_of(path)
    while True:
        found = head is None or (_wal_belongs if log.name.endswith("-wal") else _journal_belongs)(
            head, log
        )
        again = head_of(path)
        if again == head:  # nobody has written to it meanwhile
            return found
        head = again


def _wal_belongs(head: FileHead, log: Path) -> bool:
    """See https://www.sqlite.org/fileformat2.html#the_write_ahead_log."""
    with log.open("rb") as file:
        start = file.read(32)
    size = int.from_bytes(start[8:12], "big")
    if len(start) < 32 or not start.startswith(_WAL_SIGNS):
        return True  # SQLite reads nothing of it
    first: FileHead | None = None
    last: FileHead | None = None
    for page in _first_pages(log, size, start[16:24]):
        if page.mark == head.mark != 0 or (first is None and follows(page.mark, head.mark)):
            return size == head.page_size
        first, last = first or page, page
    if first is None or last is None:
        return size == head.page_size  # an older version wrote it, or nothing was committed
    return not first.mark | head.mark and first.commits - 1 <= head.commits <= last.commits


def _first_pages(log: Path, size: int, salt: bytes) -> Iterator[FileHead]:
    """What the first page said in each commit of a log that changed it."""
    with log.open("rb") as file:
        file.seek(32)
        while len(frame := file.read(24)) == 24 and frame[8:16] == salt:
            if int.from_bytes(frame[:4], "big") == 1:
                found = head_in(file.read(HEAD_LENGTH))
                if found is not None:
                    yield found
                file.seek(size - HEAD_LENGTH, 1)
            else:
                file.seek(size, 1)


def _journal_belongs(head: FileHead, log: Path) -> bool:
    """See https://www.sqlite.org/fileformat2.html#the_rollback_journal."""
    with log.open("rb") as file:
        start = file.read(28)
        sector, size = (int.from_bytes(start[at : at + 4], "big") for at in (20, 24))
        if len(start) < 28 or not start.startswith(_JOURNAL_SIGN):
            return True  # SQLite plays nothing of it
        if size != head.page_size:
            return False
        file.seek(sector)
        while len(number := file.read(4)) == 4:
            page = file.read(size)
            if int.from_bytes(number, "big") == 1:
                before = head_in(page)
                return before is not None and (
                    before.mark == head.mark and head.commits - before.commits in (0, 1)
                )
            file.seek(4, 1)
    return True
