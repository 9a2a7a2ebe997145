"""What everybody has said they would join, as the interests screen knows it."""

from collections.abc import Collection, Iterable

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.i18n import _
from kdc_desktop.screens.interests.contents import invitation
from kdc_desktop.services.interests.organisations import wishes_of_organisations
from kdc_desktop.services.interests.proposals import Proposal, proposals
from kdc_desktop.services.interests.questions import (
    by_name,
    interest_counts,
    interests,
    interests_now,
)
from kdc_desktop.services.interests.rows import AskedRow, InterestRow, WinnerInterest
from kdc_desktop.storage import Database

FOLLOW_AT_MOST = 30  # changed rows that are followed one by one


class Given:
    """`rows` are by person; `counts` say of every winner how many would join, `titles` its name."""

    def __init__(self, database: Database, session_id: int) -> None:
        self._database, self._session_id = database, session_id
        self.rows: dict[int, InterestRow] = {}
        self.organisations: list[InterestRow] = []
        self.proposed: dict[int, Proposal] = {}
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
        wishes = wishes_of_organisations(self._database, self._session_id)
        self.organisations = [one.row for one in wishes]
        self.proposed = proposals(self._database, self._session_id)

    def begun(self, person: AskedRow | None) -> tuple[int, ...]:
        """What a person has chosen already, or what is proposed."""
        if person is None:
            return ()
        said = self.rows.get(person.person_id) or self.proposed.get(person.person_id)
        return said.choices if said else ()

    def invitation(self, person: AskedRow) -> str:
        """What a person is asked, and that it begins with what is proposed."""
        asked = invitation(person)
        if person.person_id in self.rows or not self.begun(person):
            return asked
        return "\n".join((asked, _("Begun with what they voted for: Enter takes it over.")))

    def in_order(self, people: Iterable[AskedRow]) -> list[InterestRow]:
        """The rows by name, and after what was said what is proposed for these people."""
        proposed = [
            _proposed(one, self.proposed[one.person_id])
            for one in people
            if one.person_id in self.proposed
        ]
        return [*by_name((*self.rows.values(), *self.organisations)), *by_name(proposed)]


def _proposed(one: AskedRow, proposal: Proposal) -> InterestRow:
    known = (one.person_id, one.name, None, one.organisation, one.sector, one.present)
    return InterestRow(*known, proposal.choices, MemberRole.PARTNER, "", "", proposed=True)
