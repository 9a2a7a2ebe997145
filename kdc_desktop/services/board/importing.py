"""Ideas from a sheet onto the board: a preview with a state per row, then all in one edit."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.board.colours import PLAIN
from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.domain.kit.actors import Way
from kdc_desktop.domain.kit.text import normalise, on_one_line, trimmed
from kdc_desktop.domain.people.roster_columns import guess_sector
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.i18n import _, nfillable, ngettext
from kdc_desktop.instants import Instant
from kdc_desktop.interchange.board_in import IdeasSheet, IncomingIdea, read_ideas
from kdc_desktop.interchange.board_pasted import ideas_in_lines
from kdc_desktop.interchange.csv_in import decode
from kdc_desktop.interchange.sheet_guard import Limits, read_bytes
from kdc_desktop.model.board import Idea
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.services.board.clusters import LONGEST_NAME, make_cluster
from kdc_desktop.services.board.ideas import LONGEST_IDEA
from kdc_desktop.services.board.loading import check_session
from kdc_desktop.services.board.placing import free_spots, put_in_cluster
from kdc_desktop.services.board.rearranging import rearranged, see_session
from kdc_desktop.services.board.rows import IdeasPreview, IncomingRow
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.services.board.wall_rows import WallNote
from kdc_desktop.services.club.backups import back_up
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.acting import acting
from kdc_desktop.storage.fast import Quick, value

_TEXTS = Quick(select(Idea.id, Idea.text).where(Idea.session_id == value("session")))
_PEOPLE = Quick(select(Person.id))


@dataclass(frozen=True)
class _Known:
    """What the club knows already: texts of the session, people and organisations by name."""

    texts: Counter[str]
    people: dict[str, list[tuple[int, str]]]
    organisations: dict[str, str]


def preview_ideas(database: Database, session_id: int, path: Path | str) -> IdeasPreview:
    """What importing this sheet, or a text with an idea a line, would do; nothing is written.

    Raises:
        UserError: the session is gone, or the file cannot be read or holds no ideas.
    """
    if Path(path).suffix.lower() == ".txt":
        return preview_lines(database, session_id, decode(read_bytes(Path(path), Limits())))
    return _previewed(database, session_id, read_ideas(path))


def preview_lines(database: Database, session_id: int, text: str) -> IdeasPreview:
    """What importing lines would do that were copied elsewhere, one idea each; nothing is written.

    Raises:
        UserError: the session is gone.
    """
    return _previewed(database, session_id, ideas_in_lines(text))


def _previewed(database: Database, session_id: int, sheet: IdeasSheet) -> IdeasPreview:
    with database.read() as snapshot:
        check_session(snapshot, session_id)
        known = _known(snapshot, session_id)
    return IdeasPreview(_judged(sheet.rows, known), tuple(sheet.notes))


def add_ideas(database: Database, session_id: int, rows: Sequence[IncomingRow]) -> None:
    """Put on the board what a few rows say, also what is there already.

    Raises:
        UserError: the session is gone.
    """

    def plan(wall: Wall) -> None:
        see_session(wall, session_id)
        wall.count = len(rows)
        _place(wall, session_id, rows, database.now())

    rearranged(database, nfillable("Added {count} idea", "Added {count} ideas"), plan)


@acting(way=Way.IMPORT)
def import_ideas(
    database: Database,
    session_id: int,
    preview: IdeasPreview,
    before_writing: Callable[[], object] = lambda: None,
) -> IdeasPreview:
    """Add the new ideas of a preview in one edit; returns what was done, as a preview says it.

    An idea that came onto the board since the preview counts as same. Clusters that the sheet
    names are made where there are none of that name. The club is backed up before; where the
    ideas go is worked out before the write, for which `before_writing` may call it off.

    Raises:
        UserError: the session is gone; nothing has been added.
    """
    with database.read() as snapshot:
        check_session(snapshot, session_id)
    back_up(database)

    def plan(wall: Wall) -> IdeasPreview:
        see_session(wall, session_id)
        there = Counter(normalise(text) for _key, text in wall.look(_TEXTS, session=session_id))
        rows = tuple(_without(preview.rows, there))
        wanted = [row for row in rows if row.state is Incoming.NEW]
        wall.count = len(wanted)
        _place(wall, session_id, wanted, database.now())
        return IdeasPreview(rows, preview.notes)

    label = nfillable("Imported {count} idea", "Imported {count} ideas")
    return rearranged(database, label, plan, ahead=True, before_writing=before_writing)


def _judged(incoming: Iterable[IncomingIdea], known: _Known) -> tuple[IncomingRow, ...]:
    rows = [_row(number, idea, known) for number, idea in enumerate(incoming, start=1)]
    return tuple(_without(rows, known.texts))


def _without(rows: Iterable[IncomingRow], there: Counter[str]) -> Iterator[IncomingRow]:
    """Rows whose text is on the board become same, as often as it is there.

    Two people may write the same words in one sheet: both ideas are taken.
    """
    left = Counter(there)
    for row in rows:
        form = normalise(row.text)
        if row.state is Incoming.NEW and left[form] > 0:
            row = replace(row, state=Incoming.SAME, why=_("This text is on the board already."))
        left[form] -= 1
        yield row


def _row(number: int, idea: IncomingIdea, known: _Known) -> IncomingRow:
    people = known.people.get(normalise(idea.author), []) if idea.author else []
    author_id, author_sector = people[0] if len(people) == 1 else (None, None)
    sector = guess_sector(idea.sector) or author_sector
    if sector is None and idea.organisation:
        sector = known.organisations.get(normalise(idea.organisation))
    text = trimmed(idea.text)
    state, why = Incoming.NEW, ""
    if not text:
        state, why = Incoming.PROBLEM, _("There is no text.")
    elif len(text) > LONGEST_IDEA:
        state = Incoming.PROBLEM
        why = ngettext(
            "The text is longer than {count} character.",
            "The text is longer than {count} characters.",
            LONGEST_IDEA,
        )
    cluster, author = on_one_line(idea.cluster), idea.author[:LONGEST_IDEA]
    cut = len(cluster) > LONGEST_NAME or author != idea.author
    if cut and not why:
        why = _("A name is too long and is cut: of the cluster, or of the author.")
    cluster = cluster[:LONGEST_NAME]
    return IncomingRow(number, state, why, text, author, author_id, sector, cluster)


def _known(snapshot: Snapshot, session_id: int) -> _Known:
    people: dict[str, list[tuple[int, str]]] = {}
    everybody = select(Person.id, Person.name, Organisation.sector).outerjoin(
        Organisation, Organisation.id == Person.organisation_id
    )
    for person_id, name, sector in snapshot.execute(everybody):
        people.setdefault(normalise(name), []).append((person_id, sector_of(sector)))
    organisations = snapshot.execute(select(Organisation.name, Organisation.sector))
    texts = (text for _key, text in _TEXTS.rows(snapshot, session=session_id))
    return _Known(
        Counter(normalise(text) for text in texts),
        people,
        {normalise(name): sector for name, sector in organisations},
    )


def _place(wall: Wall, session_id: int, rows: Sequence[IncomingRow], now: Instant) -> None:
    """Lay the ideas of these rows on the board."""
    authors = {row.author_id for row in rows if row.author_id is not None}
    known = {key for (key,) in wall.look(_PEOPLE)} if authors else set()
    ideas = []
    for row in rows:
        author_id = row.author_id if row.author_id in known else None
        said = {
            "text": row.text,
            "author_id": author_id,
            "author_text": "" if author_id is not None else row.author,
            "sector": row.sector,
            "created_at": now,
        }
        ideas.append((row.cluster, said))
    place_ideas(wall, session_id, ideas)


def place_ideas(
    wall: Wall, session_id: int, ideas: Sequence[tuple[str, Mapping[str, Any]]]
) -> list[WallNote]:
    """Lay new ideas in free places in their order, and those for which a cluster is named there.

    Of each is told the name of its cluster, and what else its row says.
    """
    named: dict[str, list[WallNote]] = {}
    notes = []
    places = free_spots(wall, session_id, len(ideas), after_all=True)
    for (cluster_name, said), place in zip(ideas, places, strict=True):
        note = WallNote(0, session_id, *place, 0, PLAIN, None, None, None)
        note.lay_on_top()
        wall.add_note(note, said)
        notes.append(note)
        if cluster_name:
            named.setdefault(cluster_name, []).append(note)
    existing = {normalise(cluster.name): cluster for cluster in wall.clusters(session_id)}
    for name, inside in named.items():
        cluster = existing.get(normalise(name))
        if cluster is None:
            existing[normalise(name)] = make_cluster(wall, session_id, name, inside)
        else:
            put_in_cluster(wall, inside, cluster)
    return notes
