"""The programmes that sessions are a part of, with what they are for."""

from collections import Counter

from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.sessions import Programme
from kdc_desktop.services.kit.source import Source, key_of

_PROGRAMMES = (
    key_of("Programme"),
    Column(lazy("Programme"), filled=True, means=lazy("What the programme is called.")),
    Column(lazy("Goal"), means=lazy("What it is for.")),
    Column(lazy("Target"), Kind.NUMBER, means=lazy("How much of its unit it wants to reach.")),
    Column(lazy("Unit"), means=lazy("What the target counts.")),
    Column(
        lazy("People"),
        Kind.NUMBER,
        means=lazy("For how many people it wants that; empty where it is not one for each."),
    ),
    Column(
        lazy("Sessions"), Kind.NUMBER, filled=True, means=lazy("How many of these sessions it has.")
    ),
)


def programmes(source: Source) -> Table:
    """The programme of the session, or every one of the club."""
    sessions = Counter(session.programme_id for session in source.sessions.values())
    rows = [
        (one.id, one.name, one.goal, one.target, one.unit, one.people, sessions[one.id])
        for one in source.once(programmes_in)
    ]
    return Table(
        name="Programmes",
        title=lazy("Programmes"),
        columns=_PROGRAMMES,
        rows=rows,
        purpose=lazy("What the sessions are for over the years."),
    )


def programmes_in(source: Source) -> list[Programme]:
    """Those of the sessions wanted, or all of the club."""
    wanted = {session.programme_id for session in source.sessions.values()}
    found = source.snapshot.scalars(select(Programme).order_by(Programme.id))
    return [one for one in found if source.every_session or one.id in wanted]
