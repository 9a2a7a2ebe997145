"""What verbs and questions are given to work with: an `Edit` writes, a `Snapshot` only reads.

They offer what services use of an SQLAlchemy session and nothing else: committing, rolling back
and closing are left to `Connections`.
"""

from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from kdc_desktop.i18n import Fillable, Text
from kdc_desktop.model import Base
from kdc_desktop.storage.recorder import RecordedSession


class Snapshot:
    """The club file as it is at one moment, to read from: what `Database.read()` gives."""

    def __init__(self, session: Session) -> None:
        self.get = session.get
        self.get_one = session.get_one
        self.scalar = session.scalar
        self.scalars = session.scalars
        self.execute = session.execute
        self.connection = cache(session.connection)  # the same to the end, and asked for often


class Edit(Snapshot):
    """One thing that the facilitator does: what `Database.edit()` gives.

    Write through mapped objects: what is written is journaled, and flushed at the latest when
    the edit ends. `count` is how many things it has really changed, for a label that tells it.
    """

    count: int

    def __init__(self, session: RecordedSession, label: Text | Fillable) -> None:
        super().__init__(session)
        self._label = label
        self.recorder = session.recorder  # for storage's own modules
        self.add = session.add
        self.add_all = session.add_all
        self.delete = session.delete
        self.merge = session.merge
        self.flush = session.flush

    @property
    def label(self) -> Text:
        """What was done; a template gets `count`, which then must have been set."""
        if isinstance(self._label, Text):
            return self._label
        return self._label.filled(count=self.count)

    def tell_of(self, entity: type[Base], key: Any) -> None:
        """Let the subscribers know of a row that was written past the mapped objects."""
        self.recorder.touched.setdefault(entity.__tablename__, set()).add(key)
