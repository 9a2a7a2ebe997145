"""What verbs and questions are given to work with: an `Edit` writes, a `Snapshot` only reads.

They offer what services use of an SQLAlchemy session and nothing else: committing, rolling back
and closing are left to `Connections`.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from kdc_desktop.i18n import Fillable, Text
from kdc_desktop.model import Base
from kdc_desktop.storage import many
from kdc_desktop.storage.gone import GoneError
from kdc_desktop.storage.new_rows import NewRows
from kdc_desktop.storage.recorder import RecordedSession
from kdc_desktop.storage.urns import Urns

T = TypeVar("T", bound=Base)


class Snapshot:
    """The club file as it is at one moment, to read from: what `Database.read()` gives."""

    def __init__(self, session: Session, connection: Connection, urns: Urns) -> None:
        self.get = session.get
        self.scalar = session.scalar
        self.scalars = session.scalars
        self.execute = session.execute
        self._connection = connection
        self.urns = urns

    def get_one(self, entity: type[T], key: Any) -> T:
        """The row of this key.

        Raises:
            GoneError: there is none.
        """
        found = self.get(entity, key)
        if found is None:
            raise GoneError(entity)
        return found

    def connection(self) -> Connection:
        """What it reads from, for a `Quick`."""
        return self._connection


class Edit(Snapshot):
    """One thing that the facilitator does: what `Database.edit()` gives.

    Write through mapped objects, or many rows at a time with `add_rows`, `change_rows` and
    `remove_rows`: what is written is journaled, that of objects at the latest when the edit ends.
    Objects of such rows follow. `count` is how many things the edit has really changed, for a
    label that tells it.
    """

    count: int

    def __init__(
        self,
        session: RecordedSession,
        connection: Connection,
        urns: Urns,
        label: Text | Fillable,
    ) -> None:
        super().__init__(session, connection, urns)
        self._label = label
        self._session = session
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

    def belongs_to(self, session_id: int) -> None:
        """Say to which session it belongs, where no row that it changes tells."""
        self.recorder.session_id = session_id

    def call(self, label: Text | Fillable) -> None:
        """Say what was done, where that is only known by now."""
        self._label = label

    def add_rows(
        self, entity: type[Base], rows: Sequence[Mapping[str, Any]] | NewRows
    ) -> list[Any]:
        """Add rows, each told as its columns by name; their keys in the same order.

        A column that is not named gets its default, as in an object that was not given it. Where
        they are many, `NewRows` that are ready before the edit make it shorter.
        """
        return many.add_rows(self._session, entity, rows)

    def change_rows(self, entity: type[Base], values: Mapping[Any, Mapping[str, Any]]) -> int:
        """Give rows, by their keys, other values in some columns; how many that has changed.

        Raises:
            GoneError: there is no row of one of the keys.
        """
        return many.change_rows(self._session, entity, values)

    def remove_rows(self, entity: type[Base], keys: Collection[Any]) -> int:
        """Remove the rows of these keys; how many they were.

        Raises:
            GoneError: there is no row of one of the keys.
        """
        return many.remove_rows(self._session, entity, keys)

    def tell_of(self, entity: type[Base], key: Any) -> None:
        """Let the subscribers know of a row that was written past the mapped objects."""
        self.recorder.touched.setdefault(entity.__tablename__, set()).add(key)
