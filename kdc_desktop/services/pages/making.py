"""Make the pages of a session from a snapshot of the club."""

from collections.abc import Callable, Mapping

from kdc_desktop.domain.pages import kinds
from kdc_desktop.domain.pages.kinds import PageKind
from kdc_desktop.domain.pages.values import Document, Picture
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.pages.outcome import outcome
from kdc_desktop.services.pages.record import Record
from kdc_desktop.storage import Database

_MAKERS: Mapping[str, Callable[[Record], Document]] = {kinds.OUTCOME.key: outcome}


def make_document(database: Database, kind: PageKind, session_id: int) -> Document:
    """The pages of this kind about a session.

    Raises:
        UserError: the session does not exist.
    """
    with database.read() as snapshot:
        source = Source(snapshot, session_id, database.now())
        return _MAKERS[kind.key](Record(source, database.path.stem))


def pictures_in(document: Document) -> list[str]:
    """The names of the pictures that a document wants."""
    return [block.name for block in document.blocks if isinstance(block, Picture)]
