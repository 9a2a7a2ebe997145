"""What the summary tells of winners."""

from collections.abc import Callable

from sqlalchemy import select

from kdc_desktop.i18n import _, lazy, listed_apart
from kdc_desktop.interchange.workbook import Column, SheetBlock
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.kit.source import Columns, Line, Source
from kdc_desktop.services.kit.telling import GRID
from kdc_desktop.services.polls.summary import is_voted_in


def _titles(source: Source) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for session_id, title in source.snapshot.execute(
        select(Winner.session_id, Winner.title)
        .where(source.of(Winner.session_id))
        .order_by(Winner.place_in_order, Winner.id)
    ):
        found.setdefault(session_id, []).append(title)
    return found


def taken_further(source: Source) -> list[SheetBlock]:
    """What the session goes on with."""
    heading, titles = _("What is taken further"), source.once(_titles)
    found = [title for some in titles.values() for title in some]
    if not found:
        if not is_voted_in(source):
            return []
        return [SheetBlock(heading, (_("No winner is marked."),))]
    rows = tuple((title,) for title in found)
    return [SheetBlock(heading, rows=rows, spans=(len(GRID),), strong=frozenset(range(len(rows))))]


def _won(source: Source) -> Callable[[int], Line]:
    titles = source.once(_titles)
    return lambda session_id: (listed_apart(titles.get(session_id, ())),)


SIDE_BY_SIDE = Columns((Column(lazy("What is taken further")),), _won)
"""The winners of each session."""
