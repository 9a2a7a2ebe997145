"""The outcome as one Excel workbook: of one session, or of every session of the club.

`SHEETS` is the whole list: adding a sheet is adding its function there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kdc_desktop.domain.stage_kinds import BY_KEY
from kdc_desktop.interchange.workbook import Table, write_workbook
from kdc_desktop.services.board import sheets as board_sheets
from kdc_desktop.services.consortia import sheets as consortium_sheets
from kdc_desktop.services.people import sheets as people_sheets
from kdc_desktop.services.polls import paper_sheets
from kdc_desktop.services.polls import sheets as poll_sheets
from kdc_desktop.services.sessions import sheets as session_sheets
from kdc_desktop.services.visions import position_sheets
from kdc_desktop.services.visions import sheets as vision_sheets
from kdc_desktop.services.workbook import log_sheet
from kdc_desktop.services.workbook.source import Source
from kdc_desktop.storage import Database

Sheet = Callable[[Source], Table]

SHEETS: tuple[Sheet, ...] = (
    session_sheets.sessions,
    partial(session_sheets.agenda, BY_KEY),
    people_sheets.people,
    people_sheets.organisations,
    people_sheets.departments,
    people_sheets.attendance,
    people_sheets.passages,
    board_sheets.ideas,
    board_sheets.clusters,
    poll_sheets.polls,
    poll_sheets.options,
    paper_sheets.papers,
    paper_sheets.voter_roll,
    poll_sheets.results,
    consortium_sheets.winners,
    consortium_sheets.interests,
    consortium_sheets.consortia,
    consortium_sheets.members,
    consortium_sheets.delegates,
    consortium_sheets.open_roles,
    vision_sheets.visions,
    vision_sheets.readings,
    position_sheets.buy_in,
    position_sheets.matrix,
    position_sheets.positions,
    vision_sheets.reservations,
    vision_sheets.commitments,
    log_sheet.log,
)
"""The sheets in their order, after the read-me."""


@dataclass(frozen=True)
class ExportCounts:
    """How many sheets (the read-me included) and rows were written; `written` False: cancelled."""

    sheets: int
    rows: int
    written: bool = True


def export_workbook(
    database: Database,
    path: Path | str,
    session_id: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportCounts:
    """Writes the outcome of a session, or with None of every session that is not in the trash.

    `progress(done, total)` counts rows; when `cancelled()` becomes true no file is written. Votes
    go in as far as each poll's secrecy allows, and only once they have been revealed.

    Raises:
        UserError: the session does not exist, or the file cannot be written.
    """
    tables: list[Table] = []
    with database.read() as snapshot:
        source = Source(snapshot, session_id, database.now())
        for sheet in SHEETS:
            if cancelled is not None and cancelled():
                return ExportCounts(0, 0, written=False)
            tables.append(sheet(source))
        about = _about(source, database.path)
    if not write_workbook(path, about, tables, progress, cancelled):
        return ExportCounts(0, 0, written=False)
    return ExportCounts(len(tables) + 1, sum(len(table.rows) for table in tables))


def _about(source: Source, club: Path) -> list[tuple[str, str]]:
    if source.every_session:
        what = f"Every session of the club: {len(source.sessions)}"
    else:
        (session,) = source.sessions.values()
        what = f"{session.title}, {session.starts_at:%Y-%m-%d %H:%M}"
    hidden = source.polls.left_out()
    return [
        ("Outcome of", what),
        ("Club file", club.name),
        ("Written", f"{source.now:%Y-%m-%d %H:%M} by KDC Desktop"),
        ("Ids", "Every row keeps the id it has in the club file; ids are never used again."),
        (
            "Votes",
            "Papers are here as far as the secrecy of their poll allows, and only of polls that"
            " have been revealed. Small sectors are shown only together.",
        ),
        *(("Not here", line) for line in hidden),
        ("Personal data", "Names, e-mail addresses and opinions of people: share with care."),
    ]
