"""What the nouns above count in each session, for the columns of Home."""

from typing import NamedTuple

from kdc_desktop.i18n import Text


class SessionCount(NamedTuple):
    """A number of something in a session, counted by `query` from the table `table`.

    The query is plain SQL about ``session.id``: Home stands there before SQLAlchemy is loaded, so
    the file that makes one must not load it either.
    """

    key: str
    title: Text
    table: str
    query: str
