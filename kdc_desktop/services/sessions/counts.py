"""What the nouns above count in each session, for the columns of Home."""

from dataclasses import dataclass

from kdc_desktop.i18n import Text


@dataclass(frozen=True)
class SessionCount:
    """A number of something in a session, counted by `query` from the table `table`.

    The query is plain SQL about ``session.id``: Home stands there before SQLAlchemy is loaded, so
    the file that makes one must not load it either.
    """

    key: str
    title: Text
    table: str
    query: str
