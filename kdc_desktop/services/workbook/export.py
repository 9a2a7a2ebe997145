"""The outcome as one Excel workbook: of one session, or of every session of the club."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, zone_text
from kdc_desktop.instants import name_of
from kdc_desktop.interchange.workbook import Table, write_workbook
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.kit.source import Sheet, Source
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.storage import Database, is_club


@dataclass(frozen=True)
class ExportCounts:
    """How many sheets (the read-me included) and rows were written; `written` False: cancelled."""

    sheets: int
    rows: int
    written: bool = True


def export_workbook(
    database: Database,
    path: Path | str,
    sheets: Sequence[Sheet],
    session_id: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportCounts:
    """Writes the outcome of a session, or with None of every session that is not in the trash.

    `sheets` come in this order, after the read-me. `progress(done, total)` counts rows; when
    `cancelled()` becomes true no file is written. Votes go in as far as each poll's secrecy
    allows, and only once they have been revealed.

    Raises:
        UserError: the session does not exist, the file cannot be written or is a club file.
    """
    if is_club(Path(path)):
        raise UserError(
            _("{file} is a club file. Choose another name for the workbook.", file=Path(path).name)
        )
    tables: list[Table] = []
    with database.read() as snapshot:
        source = Source(snapshot, session_id, database.now())
        for sheet in sheets:
            if cancelled is not None and cancelled():
                return ExportCounts(0, 0, written=False)
            tables.append(sheet(source))
        about = _about(source, database.path)
    if not write_workbook(path, about, tables, progress, cancelled):
        return ExportCounts(0, 0, written=False)
    return ExportCounts(len(tables) + 1, sum(len(table.rows) for table in tables))


def _begins(source: Source, session: Session) -> str:
    """When it was to begin, and when it did where that is another minute."""
    planned = f"{session.starts_at:%Y-%m-%d %H:%M}"
    began = source.by_clock(session.went_live_at, session.id)
    live = planned if began is None else f"{began:%Y-%m-%d %H:%M}"
    if live == planned:
        return planned
    return _("{planned} (went live {live})", planned=planned, live=live)


def _about(source: Source, club: Path) -> list[tuple[str, str]]:
    if source.every_session:
        count = len(source.sessions)
        what = _("Every session of the club: {count}", count=count)
    else:
        (session,) = source.sessions.values()
        what = listed((session.title, _begins(source, session)))
    written = source.by_clock(source.now, None)
    return [
        (_("Outcome of"), what),
        (_("Club file"), club.name),
        (_("Written"), _("{when} by KDC Desktop", when=f"{written:%Y-%m-%d %H:%M}")),
        (_("Times"), _times(source)),
        (
            _("Ids"),
            _("Every row keeps the id it has in the club file; ids are never used again."),
        ),
        (
            _("Votes"),
            _(
                "Papers are here as far as the secrecy of their poll allows, and only of polls "
                "that have been revealed. Small sectors are shown only together."
            ),
        ),
        *((_("Not here"), line) for line in source.once(PollBook).left_out()),
        (
            _("Personal data"),
            _("Names, e-mail addresses and opinions of people: share with care."),
        ),
    ]


def _times(source: Source) -> str:
    zones = sorted({name_of(source.zone_of(key)) for key in source.sessions} or {""})
    named = listed(zone_text(name) for name in zones if name)
    if len(zones) > 1:
        return _(
            "Times are those of the clock where each session was held: {zones}. "
            "What belongs to no session has those of {here}.",
            zones=named,
            here=zone_text(name_of(source.zone)),
        )
    return _("Times are those of the clock where it was held: {zones}.", zones=named)
