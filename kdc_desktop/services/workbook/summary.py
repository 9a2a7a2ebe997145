"""The first sheet of the workbook, for who was not there: a session, or the club's years."""

from collections.abc import Sequence
from dataclasses import replace

from kdc_desktop.i18n import _, full_date_text, full_moment_text, sentences
from kdc_desktop.interchange.workbook import FrontPage, SheetBlock
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.kit.source import Line, Source
from kdc_desktop.services.kit.telling import GRID, Part, Telling

_ABREAST = 6  # sessions
_SPAN = 2
_WIDE = (27.0, *[10.4] * (_ABREAST * _SPAN))


def summary(telling: Telling, source: Source, club: str) -> FrontPage:
    """What the nouns tell, as one page."""
    if source.every_session:
        blocks = [*_years(telling, source), *_told(telling.of_club, source)]
        return FrontPage(club, "", tuple(blocks), _WIDE)
    (session,) = source.sessions.values()
    return FrontPage(session.title, _about(session), tuple(_told(telling.of_session, source)), GRID)


def _told(parts: Sequence[Part], source: Source) -> list[SheetBlock]:
    return [block for part in parts for block in part(source)]


def _about(session: Session) -> str:
    return sentences(
        f"{part}."
        for part in (full_moment_text(session.starts_at), session.place, session.goal)
        if part
    )


def _years(telling: Telling, source: Source) -> list[SheetBlock]:
    """A block for each year, the newest first; a row for each fact, a column for each session.

    What happened between sessions belongs to the year in which it happened, also where that has
    no session.
    """
    facts = [(more.columns, source.once(more.read)) for more in telling.side_by_side]
    names = [str(column.title) for columns, _read in facts for column in columns]
    told = {
        key: [value for _columns, read in facts for value in read(key)] for key in source.sessions
    }
    sentences_of = [of_year(source) for of_year in telling.of_year]
    years: dict[int, list[Session]] = {
        year: [] for said in sentences_of for year, sentence in said.items() if sentence
    }
    for session in reversed(source.sessions.values()):
        years.setdefault(session.starts_at.year, []).append(session)
    blocks: list[SheetBlock] = []
    for year in sorted(years, reverse=True):
        said = tuple(filter(None, (told_of.get(year) for told_of in sentences_of)))
        blocks += _year(SheetBlock(str(year), said), years[year], names, told)
    return blocks


def _year(
    head: SheetBlock, sessions: list[Session], names: list[str], told: dict[int, list[object]]
) -> list[SheetBlock]:
    blocks = [
        _side_by_side(sessions[at : at + _ABREAST], names, told)
        for at in range(0, len(sessions), _ABREAST)
    ]
    if not blocks:
        return [head]
    return [replace(blocks[0], heading=head.heading, sentences=head.sentences), *blocks[1:]]


def _side_by_side(
    sessions: list[Session], names: list[str], told: dict[int, list[object]]
) -> SheetBlock:
    rows: list[Line] = [
        (_("Day"), *(full_date_text(session.starts_at) for session in sessions)),
        (_("Place"), *(session.place for session in sessions)),
        *((name, *(told[session.id][at] for session in sessions)) for at, name in enumerate(names)),
    ]
    filled = tuple(row for row in rows if any(value not in ("", None) for value in row[1:]))
    header = (_("Session"), *(session.title for session in sessions))
    spans = (1, *[_SPAN] * len(sessions))
    return SheetBlock("", header=header, rows=filled, spans=spans)
