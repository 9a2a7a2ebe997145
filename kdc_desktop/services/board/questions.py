"""What a facilitator can ask of the board: its ideas, clusters, and what is in the trash."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import (
    BindParameter,
    Integer,
    Text,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)

from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.kit.words import refuse_unknown
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.attendance.namesakes import namesakes_in
from kdc_desktop.services.board.apart import titles_of
from kdc_desktop.services.board.badges import MarksOf
from kdc_desktop.services.board.loading import ON_BOARD
from kdc_desktop.services.board.rows import (
    AsideRow,
    AuthorRow,
    ClusterRow,
    Described,
    IdeaDetail,
    IdeaRow,
    MergedRow,
    TrashRow,
)
from kdc_desktop.services.sessions.questions import zone_of
from kdc_desktop.storage import Database
from kdc_desktop.storage.fast import Quick, value

MOST_MERGED = 100
"""So many of the ideas behind another one are told of it; the others are counted."""
_AUTHOR = func.coalesce(Person.name, Idea.author_text)
EVERY_BOARD = -1
"""In place of a board's id: all boards of a session. None is the first one."""
_HERE = and_(
    Idea.session_id == value("session"),
    or_(
        literal_column(str(EVERY_BOARD)) == value("board"),
        Idea.board_id.is_not_distinct_from(value("board")),
    ),
)
_ONLY: BindParameter[int] = bindparam("only", expanding=True)

# Made once: they run after each change of a board.
_NOTES = (
    select(
        Idea.id,
        Idea.text,
        type_coerce(Idea.colour, Text),  # as it is on disk: thousands are read at once
        Idea.x,
        Idea.y,
        Idea.stacking,
        Idea.cluster_id,
        Idea.sector,
        _AUTHOR,
        type_coerce(Idea.details != "", Integer),
    )
    .outerjoin(Person, Person.id == Idea.author_id)
    .where(_HERE, *ON_BOARD)
    .order_by(Idea.stacking, Idea.id)
)
_ALL_NOTES = Quick(_NOTES)
_MERGED = (
    select(Idea.parent_id, func.count())
    .where(_HERE, Idea.parent_id.is_not(None))
    .group_by(Idea.parent_id)
)
_ASIDE = select(Idea.id, Idea.parent_id, Idea.trashed_at.is_not(None)).where(
    _HERE, or_(Idea.parent_id.is_not(None), Idea.trashed_at.is_not(None))
)
_CLUSTERS = (
    select(
        Cluster.id,
        Cluster.name,
        Cluster.number,
        Cluster.x,
        Cluster.y,
        Cluster.width,
        Cluster.height,
    )
    .where(
        Cluster.session_id == bindparam("session"),
        or_(
            literal_column(str(EVERY_BOARD)) == bindparam("board"),
            Cluster.board_id.is_not_distinct_from(bindparam("board")),
        ),
    )
    .order_by(Cluster.number, Cluster.id)
)
_WITHIN = (
    select(Idea.cluster_id, func.count())
    .where(_HERE, Idea.cluster_id.is_not(None), *ON_BOARD)
    .group_by(Idea.cluster_id)
)
_SOME_NOTES = _NOTES.where(Idea.id.in_(_ONLY))
_SOME_ASIDE = _ASIDE.where(Idea.id.in_(_ONLY))
_BY_AUTHOR = select(Idea.id).where(_HERE, Idea.author_id.in_(_ONLY))

_DESCRIBED = (Idea.details, Idea.tags, Idea.minutes, Idea.link)
_ONE = (
    select(
        Idea.id,
        Idea.session_id,
        Idea.text,
        Idea.author_id,
        _AUTHOR.label("author"),
        func.coalesce(Organisation.name, "").label("organisation"),
        Idea.sector,
        Idea.colour,
        Idea.cluster_id,
        func.coalesce(Cluster.name, "").label("cluster"),
        Idea.created_at,
        *_DESCRIBED,
    )
    .outerjoin(Person, Person.id == Idea.author_id)
    .outerjoin(Organisation, Organisation.id == Person.organisation_id)
    .outerjoin(Cluster, Cluster.id == Idea.cluster_id)
    .where(Idea.id == bindparam("idea"))
)
_BEHIND = (
    select(Idea.id, Idea.text, _AUTHOR, Idea.sector, *_DESCRIBED)
    .outerjoin(Person, Person.id == Idea.author_id)
    .where(Idea.parent_id == bindparam("idea"))
    .order_by(Idea.id)
    .limit(MOST_MERGED)
)
_HOW_MANY_BEHIND = select(func.count()).where(Idea.parent_id == bindparam("idea"))


def ideas(
    database: Database,
    session_id: int,
    marks: MarksOf,
    only: Collection[int] | None = None,
    behind: Mapping[int | None, int] | None = None,
    board_id: int | None = EVERY_BOARD,
) -> list[IdeaRow]:
    """The notes on a board from the lowest to the topmost; with `only`, those of them.

    `behind` says how many are merged into which, for who knows that already.
    """
    asked = {"session": session_id, "board": board_id, "only": list(only or ())}
    with database.read() as snapshot:
        connection = snapshot.connection()
        if only is None:
            rows = _ALL_NOTES.rows(connection, session=session_id, board=board_id)
        else:
            rows = [tuple(row) for row in connection.execute(_SOME_NOTES, asked)]
        refuse_unknown(NoteColour, {row[2] for row in rows})
        if behind is None:
            merged = connection.execute(_MERGED, asked)
            behind = {row[0]: row[1] for row in merged}
        given = marks(snapshot, session_id)
    marked = {} if given is None else given
    make, merged_into, marks_of = IdeaRow._make, behind.get, marked.get
    return [make(row + (merged_into(row[0], 0), marks_of(row[0]))) for row in rows]  # noqa: RUF005 - a sixth of the time


def aside(
    database: Database,
    session_id: int,
    only: Collection[int] | None = None,
    board_id: int | None = EVERY_BOARD,
) -> list[AsideRow]:
    """The ideas that are not on a board; with `only`, those of them."""
    asked = {"session": session_id, "board": board_id, "only": list(only or ())}
    with database.read() as snapshot:
        found = snapshot.connection().execute(_ASIDE if only is None else _SOME_ASIDE, asked)
        return [AsideRow(*row) for row in found]


def written_by(database: Database, session_id: int, people: Collection[int]) -> set[int]:
    """The ideas of these people."""
    asked = {"session": session_id, "board": EVERY_BOARD, "only": list(people)}
    with database.read() as snapshot:
        return {row[0] for row in snapshot.connection().execute(_BY_AUTHOR, asked)}


def clusters(
    database: Database,
    session_id: int,
    within: Mapping[int | None, int] | None = None,
    board_id: int | None = EVERY_BOARD,
) -> list[ClusterRow]:
    """The clusters of a board in the order of their numbers.

    `within` says how many notes lie in which, for who knows that already.
    """
    asked = {"session": session_id, "board": board_id}
    with database.read() as snapshot:
        connection = snapshot.connection()
        if within is None:
            within = {row[0]: row[1] for row in connection.execute(_WITHIN, asked)}
        return [
            ClusterRow(*row, within.get(row[0], 0)) for row in connection.execute(_CLUSTERS, asked)
        ]


def is_silent(database: Database, session_id: int) -> bool:
    """Whether the room sees blank cards."""
    asked = select(Session.silent).where(Session.id == session_id)
    with database.read() as snapshot:
        return bool(snapshot.scalar(asked))


def idea(database: Database, idea_id: int, marks: MarksOf) -> IdeaDetail | None:
    """One idea with the first that are merged into it; None when it is gone."""
    with database.read() as snapshot:
        connection = snapshot.connection()
        note = connection.execute(_ONE, {"idea": idea_id}).first()
        if note is None:
            return None
        given = marks(snapshot, note.session_id)
        rows = connection.execute(_BEHIND, {"idea": idea_id})
        merged = tuple(MergedRow(*row[:4], Described(*row[4:])) for row in rows)
        behind = len(merged)
        if behind == MOST_MERGED:
            behind = connection.execute(_HOW_MANY_BEHIND, {"idea": idea_id}).scalar_one()
        return IdeaDetail(
            id=note.id,
            session_id=note.session_id,
            text=note.text,
            author_id=note.author_id,
            author=note.author,
            organisation=note.organisation,
            sector=note.sector,
            colour=note.colour,
            cluster_id=note.cluster_id,
            cluster=note.cluster,
            written_at=note.created_at.in_zone(zone_of(snapshot, note.session_id)),
            marks=None if given is None else given.get(note.id),
            merged=merged,
            described=Described(note.details, note.tags, note.minutes, note.link),
            more=behind - len(merged),
        )


def trash(database: Database, session_id: int) -> list[TrashRow]:
    """The ideas in the trash, the one trashed last first."""
    wanted = (
        select(Idea.id, Idea.text, _AUTHOR, Idea.sector, Idea.trashed_at, Idea.board_id)
        .outerjoin(Person, Person.id == Idea.author_id)
        .where(Idea.session_id == session_id, Idea.trashed_at.is_not(None))
        .order_by(Idea.trashed_at.desc(), Idea.id.desc())
    )
    with database.read() as snapshot:
        zone, titles = zone_of(snapshot, session_id), titles_of(snapshot, session_id)
        return [
            TrashRow(key, text, author, sector, at, at.in_zone(zone), titles.get(board_id, ""))
            for key, text, author, sector, at, board_id in snapshot.execute(wanted)
            if at is not None
        ]


def authors(database: Database, session_id: int) -> list[AuthorRow]:
    """Everybody who is registered for or present in the session, by name."""
    wanted = (
        select(
            Person.id,
            Person.name,
            func.coalesce(Organisation.name, ""),
            func.coalesce(Organisation.sector, "R"),
        )
        .join(Attendance, Attendance.person_id == Person.id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Attendance.session_id == session_id)
        .order_by(Person.id)
    )
    with database.read() as snapshot:
        found = [AuthorRow(*row) for row in snapshot.execute(wanted)]
        rows = sorted(found, key=lambda row: in_order(row.name))
        apart = namesakes_in(snapshot, [(row.id, row.name) for row in rows])
    return [replace(row, apart=apart.get(row.id, "")) for row in rows] if apart else rows
