"""The board: every idea that was ever on it, and the clusters."""

from sqlalchemy import ColumnElement, func, select

from kdc_desktop.domain.board.colours import PAPERS
from kdc_desktop.domain.people.signatures import signature
from kdc_desktop.i18n import _, lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.board import Board, Cluster, Idea
from kdc_desktop.services.board.badges import Votes
from kdc_desktop.services.kit.source import Columns, Line, Source, id_of, key_of
from kdc_desktop.services.kit.who import SECTOR_WORDS

_VOTES = Column(
    lazy("Votes in the deciding poll"),
    Kind.NUMBER,
    means=lazy(
        "Marks and hands in the poll that decided, or how many papers support it where nothing is "
        "added up; empty for what was not in it."
    ),
)
_OF_IDEAS = lazy(
    "Deciding poll: of a session's polls on ideas the one whose winners were chosen, else the one "
    "revealed last. Marks and hands count, or where nothing is added up the papers that support it;"
    " an idea that was not in it has none, and a void poll decides nothing."
)
_NOTES = (
    lazy("A merged idea names the one it was merged into; a trashed one says when."),
    lazy("Sector: the author's when it was written."),
    _OF_IDEAS,
    lazy("Minutes given back a day: how much time the author thinks it would save one person."),
)
_OF_CLUSTERS = lazy(
    "Deciding poll: of a session's polls on clusters the one whose winners were chosen, else the "
    "one revealed last. Marks and hands count, or where nothing is added up the papers that support"
    " it; a cluster that was not in it has none, and a void poll decides nothing."
)
_BOARD = Column(
    lazy("Board"),
    aside=True,
    means=lazy("The board that it is on; empty where the session has one only."),
)
_COLOURS = tuple((colour, look.inside) for colour, look in PAPERS.items())
_IDEAS = (
    key_of("Idea"),
    Column(lazy("Idea"), filled=True, means=lazy("The words of the idea.")),
    id_of("Cluster"),
    Column(lazy("Cluster"), means=lazy("The name of the cluster that it lies in.")),
    id_of("Person", "Author"),
    Column(lazy("Author"), means=lazy("Who wrote it, or the name that was given.")),
    Column(
        lazy("Sector"),
        words=SECTOR_WORDS,
        means=lazy("The sector of the author when it was written."),
    ),
    Column(lazy("Colour"), aside=True, words=_COLOURS, means=lazy("The colour of its paper.")),
    id_of("Idea", "Merged into"),
    Column(
        lazy("Written"),
        Kind.DATETIME,
        aside=True,
        filled=True,
        means=lazy("When it came to the board."),
    ),
    Column(
        lazy("Trashed"),
        Kind.DATETIME,
        aside=True,
        means=lazy("When it was thrown away; empty for what lies on the board."),
    ),
    _VOTES,
    Column(lazy("Details"), aside=True, means=lazy("What else was written about it.")),
    Column(lazy("Tags"), aside=True, means=lazy("Words to find it by, with commas between them.")),
    Column(
        lazy("Minutes given back a day"),
        Kind.DECIMAL,
        means=lazy("How many minutes a day it would save one person, as the author thinks."),
    ),
    Column(lazy("Link"), aside=True, means=lazy("A page about it.")),
    _BOARD,
)
_CLUSTERS = (
    key_of("Cluster"),
    Column(
        lazy("Number"), Kind.NUMBER, head=True, filled=True, means=lazy("Its number on the board.")
    ),
    Column(lazy("Cluster"), head=True, filled=True, means=lazy("Its name.")),
    Column(lazy("Colour"), words=_COLOURS, means=lazy("The colour of its ideas.")),
    Column(
        lazy("Ideas"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many ideas lie in it, without merged and trashed ones."),
    ),
    _VOTES,
    _BOARD,
)

_OF_EACH = select(
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
    Idea.details,
    Idea.tags,
    Idea.minutes,
    Idea.link,
    Idea.board_id,
).outerjoin(Cluster, Cluster.id == Idea.cluster_id)


class BoardTitles:
    """What the boards are called, where a session has several."""

    def __init__(self, source: Source) -> None:
        found = source.snapshot.execute(
            select(Board.session_id, Board.id, Board.title)
            .where(source.of(Board.session_id))
            .order_by(Board.session_id, Board.place_in_order, Board.id)
        )
        self._titles: dict[tuple[int, int | None], str] = {}
        for session_id, board_id, title in found:
            self._titles.setdefault((session_id, None), title)
            self._titles[session_id, board_id] = title

    def of(self, session_id: int, board_id: int | None) -> str | None:
        """The title of a board; None where there is one only."""
        return self._titles.get((session_id, board_id))


def ideas(votes: Votes, source: Source) -> Table:
    """Every idea, merged and trashed ones too."""
    given, titles = votes(source), source.once(BoardTitles)
    rows: list[Line] = []
    for idea in source.snapshot.execute(
        _OF_EACH.where(source.of(Idea.session_id), *_on_the_board(source)).order_by(Idea.id)
    ):
        author = source.who(idea.author_id).name or _signed(idea.author_text, source)
        rows.append(
            (
                *idea[:6],
                author,
                idea.sector or None,
                idea.colour,
                *idea[9:12],
                given.get(idea.id),
                *idea[12:16],
                titles.of(idea.session_id, idea.board_id),
            )
        )
    notes = tuple(str(note) for note in _NOTES)
    purpose = lazy("Every idea of the board, with its cluster, its author and its votes.")
    return source.table("Ideas", lazy("Ideas"), _IDEAS, rows, notes, purpose=purpose)


def _signed(author: str, source: Source) -> str:
    """What others get of it are no addresses and no telephone numbers."""
    return signature(author).name if source.shares else author


def _on_the_board(source: Source) -> list[ColumnElement[bool]]:
    """What was thrown away is not handed to others."""
    return [Idea.trashed_at.is_(None)] if source.shares else []


def clusters(votes: Votes, source: Source) -> Table:
    """The named groups of notes."""
    inside = (
        select(func.count())
        .where(Idea.cluster_id == Cluster.id, Idea.trashed_at.is_(None), Idea.parent_id.is_(None))
        .correlate(Cluster)
        .scalar_subquery()
    )
    given, titles = votes(source), source.once(BoardTitles)
    rows = [
        (*cluster[:6], given.get(cluster.id), titles.of(cluster.session_id, cluster.board_id))
        for cluster in source.snapshot.execute(
            select(
                Cluster.session_id,
                Cluster.id,
                Cluster.number,
                Cluster.name,
                Cluster.colour,
                inside,
                Cluster.board_id,
            )
            .where(source.of(Cluster.session_id))
            .order_by(Cluster.number, Cluster.id)
        )
    ]
    notes = (
        _("Ideas: those that lie on the board, without merged ones."),
        str(_OF_CLUSTERS),
    )
    return source.table(
        name="Clusters",
        title=lazy("Clusters"),
        columns=_CLUSTERS,
        rows=rows,
        notes=notes,
        purpose=lazy("The clusters that ideas were sorted into, and how much they were wanted."),
    )


OUTCOME = Columns(
    (
        Column(
            lazy("Ideas"),
            Kind.NUMBER,
            filled=True,
            means=lazy("How many ideas are on the board, merged ones too."),
        ),
    ),
    lambda source: source.per_session(Idea.session_id, Idea.trashed_at.is_(None)),
    (lazy("Ideas in the trash are not counted here."),),
)
"""How many ideas a session had."""
