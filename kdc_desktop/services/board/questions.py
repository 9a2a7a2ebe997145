"""What a facilitator can ask of the board: its ideas, clusters, and what is in the trash."""

from collections.abc import Collection

from sqlalchemy import Connection, Text, func, select, type_coerce
from sqlalchemy.orm import aliased

from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.domain.kit.words import refuse_unknown
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.board.badges import MarksOf
from kdc_desktop.services.board.loading import ON_BOARD
from kdc_desktop.services.board.rows import (
    AuthorRow,
    BoardCounts,
    ClusterRow,
    IdeaDetail,
    IdeaRow,
    MergedRow,
    TrashRow,
)
from kdc_desktop.storage import Database

_AUTHOR = func.coalesce(Person.name, Idea.author_text)


def ideas(
    database: Database, session_id: int, marks: MarksOf, only: Collection[int] | None = None
) -> list[IdeaRow]:
    """The notes on the board from the lowest to the topmost; with `only`, those of them."""
    wanted = select(
        Idea.id,
        Idea.text,
        type_coerce(Idea.colour, Text),  # as it is on disk: thousands are read at once
        Idea.x,
        Idea.y,
        Idea.stacking,
        Idea.cluster_id,
        Idea.sector,
        _AUTHOR,
    ).outerjoin(Person, Person.id == Idea.author_id)
    wanted = wanted.where(Idea.session_id == session_id, *ON_BOARD)
    if only is not None:
        wanted = wanted.where(Idea.id.in_(only))
    with database.read() as snapshot:
        connection = snapshot.connection()
        rows = connection.execute(wanted.order_by(Idea.stacking, Idea.id)).all()
        refuse_unknown(NoteColour, (row[2] for row in rows))
        merged = _merged_counts(connection, session_id)
        given = marks(snapshot, session_id)
    if given is None:
        return [IdeaRow(*row, merged.get(row[0], 0)) for row in rows]
    return [IdeaRow(*row, merged.get(row[0], 0), given.get(row[0])) for row in rows]


def clusters(database: Database, session_id: int) -> list[ClusterRow]:
    """The clusters of a session in the order of their numbers."""
    counted = (
        select(Idea.cluster_id, func.count().label("ideas"))
        .where(Idea.session_id == session_id, Idea.cluster_id.is_not(None), *ON_BOARD)
        .group_by(Idea.cluster_id)
        .subquery()
    )
    wanted = (
        select(
            Cluster.id,
            Cluster.name,
            Cluster.number,
            Cluster.x,
            Cluster.y,
            Cluster.width,
            Cluster.height,
            func.coalesce(counted.c.ideas, 0),
        )
        .outerjoin(counted, counted.c.cluster_id == Cluster.id)
        .where(Cluster.session_id == session_id)
        .order_by(Cluster.number, Cluster.id)
    )
    with database.read() as snapshot:
        return [ClusterRow(*row) for row in snapshot.execute(wanted)]


def counts(database: Database, session_id: int) -> BoardCounts:
    """How many notes lie where."""
    parent = aliased(Idea)
    on_board = Idea.parent_id.is_(None) & Idea.trashed_at.is_(None)
    merged = parent.id.is_not(None) & parent.trashed_at.is_(None) & Idea.trashed_at.is_(None)
    numbers = (
        select(
            func.count().filter(on_board),
            func.count().filter(on_board & Idea.cluster_id.is_(None)),
            func.count().filter(merged),
            func.count().filter(Idea.trashed_at.is_not(None)),
        )
        .outerjoin(parent, parent.id == Idea.parent_id)
        .where(Idea.session_id == session_id)
    )
    with database.read() as snapshot:
        silent = snapshot.scalar(select(Session.silent).where(Session.id == session_id))
        found = snapshot.execute(numbers).one()
        return BoardCounts(*found, silent=bool(silent))


def idea(database: Database, idea_id: int, marks: MarksOf) -> IdeaDetail | None:
    """One idea with what is merged into it; None when it is gone."""
    child = aliased(Idea)
    wanted = (
        select(Idea, Person.name, Organisation.name, Cluster.name)
        .outerjoin(Person, Person.id == Idea.author_id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .outerjoin(Cluster, Cluster.id == Idea.cluster_id)
        .where(Idea.id == idea_id)
    )
    behind = (
        select(child.id, child.text, func.coalesce(Person.name, child.author_text), child.sector)
        .outerjoin(Person, Person.id == child.author_id)
        .where(child.parent_id == idea_id)
        .order_by(child.id)
    )
    with database.read() as snapshot:
        found = snapshot.execute(wanted).first()
        if found is None:
            return None
        note, person, organisation, cluster = found
        given = marks(snapshot, note.session_id)
        return IdeaDetail(
            id=note.id,
            session_id=note.session_id,
            text=note.text,
            author_id=note.author_id,
            author=person or note.author_text,
            organisation=organisation or "",
            sector=note.sector,
            colour=note.colour,
            cluster_id=note.cluster_id,
            cluster=cluster or "",
            created_at=note.created_at,
            marks=None if given is None else given.get(note.id),
            merged=tuple(MergedRow(*row) for row in snapshot.execute(behind)),
        )


def trash(database: Database, session_id: int) -> list[TrashRow]:
    """The ideas in the trash, the one trashed last first."""
    wanted = (
        select(Idea.id, Idea.text, _AUTHOR, Idea.sector, Idea.trashed_at)
        .outerjoin(Person, Person.id == Idea.author_id)
        .where(Idea.session_id == session_id, Idea.trashed_at.is_not(None))
        .order_by(Idea.trashed_at.desc(), Idea.id.desc())
    )
    with database.read() as snapshot:
        return [TrashRow(*row) for row in snapshot.execute(wanted)]


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
        .order_by(func.lower(Person.name), Person.id)
    )
    with database.read() as snapshot:
        return [AuthorRow(*row) for row in snapshot.execute(wanted)]


def _merged_counts(connection: Connection, session_id: int) -> dict[int | None, int]:
    counted = (
        select(Idea.parent_id, func.count())
        .where(Idea.session_id == session_id, Idea.parent_id.is_not(None))
        .group_by(Idea.parent_id)
    )
    return {row[0]: row[1] for row in connection.execute(counted)}
