"""Ideas from a list onto the board: a preview with a state per row, then all in one edit."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.board.colours import PLAIN
from kdc_desktop.domain.board.idea_fields import IdeaChoices, IdeaField
from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.domain.kit.actors import Way
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.i18n import nfillable
from kdc_desktop.instants import Instant, Zone, zone_called
from kdc_desktop.interchange.board_in import IdeasSheet, read_ideas
from kdc_desktop.interchange.board_pasted import ideas_in_lines, read_lines
from kdc_desktop.model.people import Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.board.clusters import make_cluster
from kdc_desktop.services.board.incoming import IdeasPreview, IncomingRow
from kdc_desktop.services.board.judging import judged
from kdc_desktop.services.board.known_ideas import ideas_read, people_known
from kdc_desktop.services.board.loading import check_session
from kdc_desktop.services.board.matching import IdeaMatching
from kdc_desktop.services.board.placing import free_spots, put_in_cluster
from kdc_desktop.services.board.rearranging import rearranged, see_board, see_session
from kdc_desktop.services.board.said_again import with_one_of_each
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.services.board.wall_rows import WallNote
from kdc_desktop.services.club.backups import back_up
from kdc_desktop.services.kit.origin import is_from_here
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.acting import acting
from kdc_desktop.storage.fast import Quick

_PEOPLE = Quick(select(Person.id))
_LINES = (".txt", ".md", ".markdown")  # untranslated: endings of files
_COLUMNS = {
    IdeaField.IDEA: "text",
    IdeaField.DETAILS: "details",
    IdeaField.TAGS: "tags",
    IdeaField.LINK: "link",
    IdeaField.SECTOR: "sector",
}
"""What of an idea is kept in which column."""


def preview_ideas(
    database: Database, session_id: int, path: Path | str, choices: IdeaChoices | None = None
) -> IdeasPreview:
    """What importing this list, or a text with an idea a line, would do; nothing is written.

    Where no column looks like ideas it has no rows, and does not `holds_ideas`.

    Raises:
        UserError: the session is gone, or the file cannot be read.
    """
    choices = choices or IdeaChoices()
    if Path(path).suffix.lower() in _LINES:
        return _previewed(database, session_id, read_lines(path, choices), choices)
    return _previewed(database, session_id, read_ideas(path, choices), choices)


def preview_lines(
    database: Database, session_id: int, text: str, choices: IdeaChoices | None = None
) -> IdeasPreview:
    """What importing lines would do that were copied elsewhere, one idea each; nothing is written.

    Raises:
        UserError: the session is gone.
    """
    return _previewed(database, session_id, ideas_in_lines(text, choices), choices or IdeaChoices())


def _previewed(
    database: Database, session_id: int, sheet: IdeasSheet, choices: IdeaChoices
) -> IdeasPreview:
    with database.read() as snapshot:
        check_session(snapshot, session_id)
        rows = with_one_of_each(judged(sheet.rows, people_known(snapshot), choices))
        if sheet.origin and not is_from_here(snapshot, sheet.origin):
            rows = [replace(row, told_id=None) for row in rows]
        matched = _matched(Wall(snapshot), session_id, rows, _zones(snapshot))
    return IdeasPreview(matched, sheet.notes, sheet.tables, sheet.table, sheet.headers, sheet.plan)


def _zones(snapshot: Snapshot) -> Mapping[int, Zone]:
    return {
        key: zone_called(zone) for key, zone in snapshot.execute(select(Session.id, Session.zone))
    }


def _matched(
    wall: Wall, session_id: int, rows: Sequence[IncomingRow], zones: Mapping[int, Zone]
) -> tuple[IncomingRow, ...]:
    numbered = any(row.told_id is not None for row in rows)
    ideas = ideas_read(wall.look, session_id, everywhere=numbered)
    return IdeaMatching(session_id, ideas, zones).of(rows)


def add_ideas(
    database: Database,
    session_id: int,
    rows: Sequence[IncomingRow],
    board_id: int | None = None,
) -> None:
    """Put on a board what a few rows say, also what is there already; None is the first board.

    Raises:
        UserError: the session is gone.
    """

    def plan(wall: Wall) -> None:
        see_session(wall, session_id)
        see_board(wall, session_id, board_id)
        wall.stand_on(board_id)
        wall.count = len(rows)
        _place(wall, session_id, rows, database.now())

    rearranged(database, nfillable("Added {count} idea", "Added {count} ideas"), plan)


@acting(way=Way.IMPORT)
def import_ideas(
    database: Database,
    session_id: int,
    preview: IdeasPreview,
    before_writing: Callable[[], object] = lambda: None,
    board_id: int | None = None,
) -> IdeasPreview:
    """Take over what is new and changed in a preview, in one edit; returns what was done, so too.

    What is new comes onto this board of the session; None is the first.

    The rows are held against the board once more: what came onto it since counts as same. Clusters
    that the list names are made where there are none of that name. The club is backed up before;
    where the ideas go is worked out before the write, for which `before_writing` may call it off.

    Raises:
        UserError: the session is gone; nothing has been added.
    """
    with database.read() as snapshot:
        check_session(snapshot, session_id)
        zones = _zones(snapshot)
    back_up(database)

    def plan(wall: Wall) -> IdeasPreview:
        see_session(wall, session_id)
        see_board(wall, session_id, board_id)
        wall.stand_on(board_id)
        rows = _matched(wall, session_id, preview.rows, zones)
        wanted = [row for row in rows if row.state is Incoming.NEW]
        changed = [row for row in rows if row.state is Incoming.CHANGED]
        wall.count = len(wanted) + len(changed)
        _change(wall, session_id, changed)
        _place(wall, session_id, wanted, database.now())
        return replace(preview, rows=rows)

    label = nfillable("Imported {count} idea", "Imported {count} ideas")
    return rearranged(database, label, plan, ahead=True, before_writing=before_writing)


def _change(wall: Wall, session_id: int, rows: Iterable[IncomingRow]) -> None:
    """Let the ideas on the board say what their rows say."""
    rows, clusters = list(rows), dict[int, str]()
    known = _authors_known(wall, rows)
    for row in rows:
        assert row.idea_id is not None
        said: dict[str, Any] = {}
        for change in row.changes:
            if change.field in _COLUMNS:
                said[_COLUMNS[change.field]] = change.becomes
            elif change.field is IdeaField.MINUTES:
                said["minutes"] = row.minutes
            elif change.field is IdeaField.AUTHOR:
                said |= _author(row, known)
            elif change.field is IdeaField.CLUSTER:
                clusters[row.idea_id] = row.cluster
        if said:
            wall.say(row.idea_id, said)
    _cluster_where_they_are(wall, session_id, clusters)


def _cluster_where_they_are(wall: Wall, session_id: int, clusters: Mapping[int, str]) -> None:
    """Put ideas that are there into clusters of these names, each on its own board."""
    if not clusters:
        return
    here, notes = wall.board_id, wall.notes(clusters)
    for board_id in dict.fromkeys(note.board_id for note in notes):
        wall.turn_to(board_id)
        there = [note for note in notes if note.board_id == board_id]
        _cluster(wall, session_id, [(clusters[note.id], note) for note in there])
    wall.turn_to(here)


def _author(row: IncomingRow, known: Iterable[int | None]) -> dict[str, Any]:
    author_id = row.author_id if row.author_id in known else None
    return {"author_id": author_id, "author_text": "" if author_id is not None else row.author}


def _authors_known(wall: Wall, rows: Sequence[IncomingRow]) -> set[int]:
    """Who of the people that these rows name may be there still."""
    if all(row.author_id is None for row in rows):
        return set()
    return {key for (key,) in wall.look(_PEOPLE)}


def _place(wall: Wall, session_id: int, rows: Sequence[IncomingRow], now: Instant) -> None:
    """Lay the ideas of these rows on the board."""
    known, ideas = _authors_known(wall, rows), []
    for row in rows:
        said = {
            "text": row.text,
            **_author(row, known),
            "sector": row.sector,
            "created_at": now,
            "details": row.details,
            "tags": row.tags,
            "minutes": row.minutes,
            "link": row.link,
        }
        ideas.append((row.cluster, said))
    place_ideas(wall, session_id, ideas)


def place_ideas(
    wall: Wall, session_id: int, ideas: Sequence[tuple[str, Mapping[str, Any]]]
) -> list[WallNote]:
    """Lay new ideas in free places in their order, and those for which a cluster is named there.

    Of each is told the name of its cluster, and what else its row says.
    """
    notes = []
    places = free_spots(wall, session_id, len(ideas), after_all=True)
    for (_name, said), place in zip(ideas, places, strict=True):
        note = WallNote(0, session_id, *place, 0, PLAIN, None, None, None)
        note.lay_on_top()
        wall.add_note(note, said)
        notes.append(note)
    _cluster(wall, session_id, zip((name for name, _said in ideas), notes, strict=True))
    return notes


def _cluster(wall: Wall, session_id: int, notes: Iterable[tuple[str, WallNote]]) -> None:
    """Put notes into the clusters that are named with them, where one is."""
    named: dict[str, list[WallNote]] = {}
    for cluster_name, note in notes:
        if cluster_name:
            named.setdefault(cluster_name, []).append(note)
    existing = {normalise(cluster.name): cluster for cluster in wall.clusters(session_id)}
    for name, inside in named.items():
        cluster = existing.get(normalise(name))
        if cluster is None:
            existing[normalise(name)] = make_cluster(wall, session_id, name, inside)
        else:
            put_in_cluster(wall, inside, cluster)
