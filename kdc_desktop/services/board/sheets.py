"""The board: every idea that was ever on it, and the clusters."""

from sqlalchemy import func, select

from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Table
from kdc_desktop.model.board import Cluster, Idea
from kdc_desktop.services.board.badges import Votes
from kdc_desktop.services.kit.source import ID, Line, Source
from kdc_desktop.services.kit.who import sector_name
from kdc_desktop.services.sessions.sheets import SessionColumn

_IDEAS = (
    ID,
    Column("Idea"),
    Column("Cluster id", "id"),
    Column("Cluster"),
    Column("Author id", "id"),
    Column("Author"),
    Column("Sector"),
    Column("Colour"),
    Column("Merged into id", "id"),
    Column("Written", "datetime"),
    Column("Trashed", "datetime"),
    Column("Votes", "number"),
)
_CLUSTERS = (
    ID,
    Column("Number", "number"),
    Column("Cluster"),
    Column("Colour"),
    Column("Ideas", "number"),
    Column("Votes", "number"),
)
_VOTES = "Votes: marks and hands in the {} of the session that was revealed last."


def ideas(votes: Votes, source: Source) -> Table:
    """Every idea, merged and trashed ones too."""
    given = votes(source)
    rows: list[Line] = []
    for idea in source.snapshot.execute(
        select(
            Idea.session_id,
            Idea.id,
            Idea.text,
            Idea.cluster_id,
            Cluster.name,
            Idea.author_id,
            Idea.author_text,
            Idea.sector,
            Idea.colour,
            Idea.parent_id,
            Idea.created_at,
            Idea.trashed_at,
        )
        .outerjoin(Cluster, Cluster.id == Idea.cluster_id)
        .where(source.of(Idea.session_id))
        .order_by(Idea.id)
    ):
        author = source.who(idea.author_id).name or idea.author_text
        rows.append(
            (
                *idea[:6],
                author,
                sector_name(idea.sector),
                *idea[8:],
                given.get(idea.id),
            )
        )
    notes = (
        "A merged idea names the one it was merged into; a trashed one says when.",
        "Sector: the author's when it was written.",
        _VOTES.format("poll on ideas"),
    )
    return source.table("Ideas", "Ideas", _IDEAS, rows, notes)


def clusters(votes: Votes, source: Source) -> Table:
    """The named groups of notes."""
    inside = (
        select(func.count())
        .where(Idea.cluster_id == Cluster.id, Idea.trashed_at.is_(None), Idea.parent_id.is_(None))
        .correlate(Cluster)
        .scalar_subquery()
    )
    given = votes(source)
    rows = [
        (*cluster, given.get(cluster.id))
        for cluster in source.snapshot.execute(
            select(
                Cluster.session_id,
                Cluster.id,
                Cluster.number,
                Cluster.name,
                Cluster.colour,
                inside,
            )
            .where(source.of(Cluster.session_id))
            .order_by(Cluster.number, Cluster.id)
        )
    ]
    notes = ("Ideas on the board, without merged ones.", _VOTES.format("poll on clusters"))
    return source.table("Clusters", "Clusters", _CLUSTERS, rows, notes)


OUTCOME = (
    SessionColumn(
        lazy("Ideas"),
        lambda source: source.counts(Idea.session_id, Idea.trashed_at.is_(None)),
        lazy("Ideas in the trash are not counted here."),
    ),
)
"""How many ideas a session had."""
