"""What everybody has said they would join, as the interests screen knows it."""

from collections.abc import Collection

from kdc_desktop.services.interests.questions import (
    by_name,
    interest_counts,
    interests,
    interests_now,
)
from kdc_desktop.services.interests.rows import InterestRow, WinnerInterest
from kdc_desktop.storage import Database

FOLLOW_AT_MOST = 30  # changed rows that are followed one by one


class Given:
    """`rows` are by person; `counts` say of every winner how many would join, `titles` its name."""

    def __init__(self, database: Database, session_id: int) -> None:
        self._database, self._session_id = database, session_id
        self.rows: dict[int, InterestRow] = {}
        self.counts: list[WinnerInterest] = []
        self.titles: dict[int, str] = {}

    def read(self) -> None:
        """Read everything."""
        self.rows = {row.person_id: row for row in interests(self._database, self._session_id)}
        self.count()

    def read_changed(self, ids: Collection[int]) -> dict[int, bool]:
        """Read the people whose interests these are or were; whether each has any now."""
        changed = frozenset(ids)
        people = [key for key, row in self.rows.items() if not changed.isdisjoint(row.ids)]
        now = interests_now(self._database, self._session_id, changed, people)
        for person_id, row in now.items():
            self.rows.pop(person_id, None)
            if row is not None:
                self.rows[person_id] = row
        self.count()
        return {person_id: row is not None for person_id, row in now.items()}

    def count(self) -> None:
        """Count again how many would join what."""
        self.counts = interest_counts(self._database, self._session_id)
        self.titles.clear()
        self.titles.update((row.winner_id, row.title) for row in self.counts)

    def in_order(self) -> list[InterestRow]:
        """The rows by name."""
        return by_name(self.rows.values())
