"""The columns of the list of all sessions."""

from collections.abc import Callable, Sequence

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import lazy, number_text, plazy
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.screens.sessions.times import begins_text
from kdc_desktop.services.sessions.counts import SessionCount
from kdc_desktop.services.sessions.rows import SessionRow

STATUS = {
    SessionStatus.PLANNED: plazy("status of a session", "Planned"),
    SessionStatus.LIVE: plazy("status of a session", "Live now"),
    SessionStatus.CLOSED: plazy("status of a session", "Closed"),
}

_COLUMNS = (
    Column[SessionRow]("status", lazy("State"), lambda row: str(STATUS[row.status])),
    Column[SessionRow](
        "starts_at",
        lazy("Begins"),
        begins_text,
        sort=lambda row: row.planned_start,
    ),
    Column[SessionRow]("programme", lazy("Programme"), lambda row: row.programme),
    Column[SessionRow]("place", lazy("Place"), lambda row: row.place),
)
MAY_BE_EMPTY = ("programme", "place")


def session_columns(
    counts: Sequence[SessionCount], rename: Callable[[SessionRow, str], object]
) -> tuple[Column[SessionRow], ...]:
    """What is told of each session, with the columns that the nouns above bring along."""
    title = Column[SessionRow](
        *("title", lazy("Session"), lambda row: row.title),
        editable=lambda _row: True,
        commit=rename,
    )
    return (title, *_COLUMNS, *(_counted(count, place) for place, count in enumerate(counts)))


def _counted(count: SessionCount, place: int) -> Column[SessionRow]:
    return Column(
        count.key,
        count.title,
        lambda row: number_text(row.counts[place]),
        sort=lambda row: row.counts[place],
    )
