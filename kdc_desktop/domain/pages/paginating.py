"""Where pages end: what keeps together stays together, and the head of a table comes again."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar


class Piece(Protocol):
    """What is never cut: a line of text, a row, a picture.

    `before` is the room above it, unless it stands on top of a page. It stays on the page of the
    piece after it where it `keeps`, and begins a new one where it `breaks`.
    """

    @property
    def height(self) -> float: ...
    @property
    def before(self) -> float: ...
    @property
    def keeps(self) -> bool: ...
    @property
    def breaks(self) -> bool: ...
    @property
    def head(self) -> "Piece | None":
        """What stands above it again where it comes first on a page."""


P = TypeVar("P", bound=Piece)


class Sheaf(Generic[P]):
    """One page: its pieces, each with how far below the top it stands."""

    def __init__(self) -> None:
        self.placed: list[tuple[P, float]] = []
        self.filled = 0.0

    def add(self, piece: P) -> None:
        """Put it below the others."""
        top = self.filled + (piece.before if self.placed else 0.0)
        self.placed.append((piece, top))
        self.filled = top + piece.height

    def begin(self, piece: P) -> None:
        """Put it on top, below the head that it has."""
        head = piece.head
        if head is not None and head is not piece:
            self.add(head)  # type: ignore[arg-type]  # a head is a piece of the same kind
        self.add(piece)


def paginated(pieces: Sequence[P], room: float) -> list[Sheaf[P]]:
    """The pages that these take, each with so much room; one at least.

    What keeps together and is higher than a page goes on on the next one.
    """
    pages: list[Sheaf[P]] = [Sheaf()]
    for group in _kept_together(pieces):
        page = pages[-1]
        height = sum(piece.before + piece.height for piece in group)
        fits = page.filled + height <= room
        if page.placed and (group[0].breaks or not (fits or height > room)):
            pages.append(Sheaf())
        for piece in group:
            page = pages[-1]
            if not page.placed:
                page.begin(piece)
            elif page.filled + piece.before + piece.height <= room:
                page.add(piece)
            else:
                pages.append(Sheaf())
                pages[-1].begin(piece)
    return pages


def _kept_together(pieces: Sequence[P]) -> list[list[P]]:
    groups: list[list[P]] = []
    open_group = False
    for piece in pieces:
        if open_group:
            groups[-1].append(piece)
        else:
            groups.append([piece])
        open_group = piece.keeps
    return groups
