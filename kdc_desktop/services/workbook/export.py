"""The outcome of one session, or of every session of the club: as a workbook, or for programs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.domain.pages.values import PaperSize
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed
from kdc_desktop.interchange.workbook import (
    Imprint,
    Reader,
    Table,
    TellRows,
    only_named,
    read_by,
    to_share,
    write_workbook,
)
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.kit.telling import Contents
from kdc_desktop.services.sessions.programme_sheet import programmes_in
from kdc_desktop.services.workbook.about import about
from kdc_desktop.services.workbook.summary import summary
from kdc_desktop.storage import Database, is_club


@dataclass(frozen=True)
class Delivery:
    """For whom it is written, in which form, and on what it is printed."""

    edition: Edition = Edition.FULL
    form: Form = Form.XLSX
    paper: PaperSize = PaperSize.A4


@dataclass(frozen=True)
class ExportCounts:
    """How many sheets, without the summary and the read-me, and rows were written; or
    `written` is False: it was cancelled."""

    sheets: int
    rows: int
    written: bool = True


_EVERYTHING = Delivery()
_NOTHING = ExportCounts(0, 0, written=False)


def export_workbook(
    database: Database,
    path: Path | str,
    contents: Contents,
    session_id: int | None = None,
    progress: TellRows | None = None,
    cancelled: Callable[[], bool] | None = None,
    wanted: Delivery = _EVERYTHING,
) -> ExportCounts:
    """Writes the outcome of a session, or with None of every session that is not in the trash.

    The sheets come in their order, after the summary and the read-me. `progress(done, total)`
    counts rows; when `cancelled()` becomes true no file is written. Votes go in as far as each
    poll's secrecy allows, and only once they have been revealed.

    Raises:
        UserError: the session does not exist, the file cannot be written or is a club file.
    """
    path = Path(path)
    if is_club(path):
        raise UserError(
            _("{file} is a club file. Choose another name for the workbook.", file=path.name)
        )
    reader = Reader.PEOPLE if wanted.form is Form.XLSX else Reader.PROGRAMS
    tables: list[Table] = []
    with database.read() as snapshot:
        source = Source(snapshot, session_id, database.now(), wanted.edition, reader)
        for sheet in contents.sheets:
            if cancelled is not None and cancelled():
                return _NOTHING
            tables.append(sheet(source))
        told = [*about(source, database.path), *_kept_back(source, tables)]
        heading = _heading(source, database.path)
        imprint = Imprint(heading, wanted.paper, summary(contents.telling, source, heading))
    tables = _for_whom(tables, wanted.edition, reader)
    if reader is Reader.PEOPLE:
        told, tables = _with_rows(told, tables)
    if not _write(path, told, tables, progress, cancelled, wanted.form, imprint):
        return _NOTHING
    return ExportCounts(len(tables), sum(len(table.rows) for table in tables))


def _for_whom(tables: Sequence[Table], edition: Edition, reader: Reader) -> list[Table]:
    """What of the tables is for those who get this edition, and for people or programs."""
    if edition is Edition.SHARE:
        tables = only_named([to_share(table) for table in tables if not table.stays])
    return read_by(reader, tables)


def _kept_back(source: Source, tables: Sequence[Table]) -> list[tuple[str, str]]:
    """Which sheets stay with the club."""
    titles = [str(table.title) for table in tables if table.stays]
    if not source.shares or not titles:
        return []
    said = _("These stay with the club: {sheets}.", sheets=listed(titles))
    return [(_("Sheets not in it"), said)]


def _with_rows(
    told: list[tuple[str, str]], tables: list[Table]
) -> tuple[list[tuple[str, str]], list[Table]]:
    """The tables in which something stands; of the others people are told."""
    titles = [str(table.title) for table in tables if not table.rows]
    if titles:
        said = _("There is nothing to show of these: {sheets}.", sheets=listed(titles))
        told = [*told, (_("No sheet"), said)]
    return told, [table for table in tables if table.rows]


def _write(
    path: Path,
    told: list[tuple[str, str]],
    tables: list[Table],
    progress: TellRows | None,
    cancelled: Callable[[], bool] | None,
    form: Form,
    imprint: Imprint,
) -> bool:
    """In the form that is wanted; False where it was cancelled."""
    if form is Form.XLSX:
        return write_workbook(path, told, tables, progress, cancelled, imprint)
    from kdc_desktop.interchange.packages import write_csv, write_json

    write = write_csv if form is Form.CSV else write_json
    return write(path, told, tables, progress, cancelled)


def _heading(source: Source, club: Path) -> str:
    """What stands above each page: the session where it is one, else the programme of them all;
    the club by its file where there are several, or none."""
    if len(source.sessions) == 1:
        (session,) = source.sessions.values()
        return session.title
    names = [programme.name for programme in source.once(programmes_in)]
    return names[0] if len(names) == 1 else club.stem
