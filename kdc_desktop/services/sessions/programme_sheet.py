"""The programmes that sessions are a part of, with what they are for."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import select

from kdc_desktop.i18n import _, lazy, number_text, titled
from kdc_desktop.interchange.workbook import Column, Kind, SheetBlock, Table
from kdc_desktop.model.sessions import Programme
from kdc_desktop.services.kit.source import Source, key_of

_PROGRAMMES = (
    key_of("Programme"),
    Column(lazy("Programme"), filled=True, means=lazy("What the programme is called.")),
    Column(lazy("Goal"), means=lazy("What it is for.")),
    Column(lazy("Target"), Kind.NUMBER, means=lazy("How much of its unit it wants to reach.")),
    Column(lazy("Unit"), means=lazy("What the target counts.")),
    Column(
        lazy("Sessions"), Kind.NUMBER, filled=True, means=lazy("How many of these sessions it has.")
    ),
)


def programmes(source: Source) -> Table:
    """The programme of the session, or every one of the club."""
    sessions = Counter(session.programme_id for session in source.sessions.values())
    rows = [
        (one.id, one.name, one.goal, one.target, one.unit, sessions[one.id])
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


def goals(source: Source) -> list[SheetBlock]:
    """What the programmes are for, and how much of it they want to reach."""
    told = tuple(line for one in source.once(programmes_in) for line in _goal(one))
    return [SheetBlock(_("What it is for"), told)] if told else []


def _goal(one: Programme) -> Iterator[str]:
    if one.goal:
        yield titled(one.name, one.goal)
    if one.target is not None:
        reach = _("{number} {unit}", number=number_text(one.target), unit=one.unit).strip()
        yield titled(_("Target"), reach)
