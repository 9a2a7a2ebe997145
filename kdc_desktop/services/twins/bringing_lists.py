"""What comes with people, or is chosen of them: what they allow, and that they are expected."""

from collections.abc import Collection, Mapping
from typing import Any

from kdc_desktop.model import Attendance, Consent
from kdc_desktop.services.twins.pair import Twins
from kdc_desktop.services.twins.words import TwinRow
from kdc_desktop.storage import Edit


class BringLists:
    """Worked out before anything is written: `taken` are the people there who come.

    `consents` and `attendances` are the numbers there of what was chosen for itself.
    """

    def __init__(
        self,
        twins: Twins,
        taken: Collection[int],
        consents: Collection[int],
        attendances: Collection[int],
    ) -> None:
        self._twins = twins
        self._chosen = len(consents)
        self._consents = _those(twins.there.rows["consent"], taken, consents)
        said = twins.here.rows["consent"].values() if self._consents else ()
        self._said = {(row["person_id"], row["kind"], row["at"]) for row in said}
        self._attendances = _those(twins.there.rows["attendance"], taken, attendances)
        self._expected = set(attendances)
        listed = twins.here.rows["attendance"].values() if self._attendances else ()
        self._listed = {(row["session_id"], row["person_id"]) for row in listed}

    def write(self, edit: Edit, people: Mapping[int, int], sessions: Mapping[int, int]) -> int:
        """Write it; how many of the things chosen came. Who and what is new is known by then."""
        self._write_consents(edit, people)
        return self._chosen + self._write_expected(edit, people, sessions)

    def _person(self, people: Mapping[int, int], key: int) -> int:
        known = people.get(key)
        return self._twins.number_here("person", key) if known is None else known

    def _write_consents(self, edit: Edit, people: Mapping[int, int]) -> None:
        rows = {}
        for row in self._consents.values():
            person_id = self._person(people, row["person_id"])
            place = (person_id, row["kind"], row["at"])
            if place not in self._said:
                rows[place] = {**row, "id": None, "person_id": person_id}
        edit.add_rows(Consent, list(rows.values()))

    def _write_expected(
        self, edit: Edit, people: Mapping[int, int], sessions: Mapping[int, int]
    ) -> int:
        """Put them on the lists of the sessions in which they are there; how many were chosen."""
        expected: dict[tuple[int, int], dict[str, Any]] = {}
        count = 0
        for key, row in self._attendances.items():
            at = row["session_id"]
            session_id = sessions.get(at, self._twins.session_here(at))
            person_id = self._person(people, row["person_id"])
            place = (session_id, person_id)
            if place in self._listed or place in expected or session_id is None:
                continue
            said = {name: row[name] for name in ("role", "may_vote")}
            expected[place] = {"session_id": session_id, "person_id": person_id, **said}
            count += key in self._expected
        edit.add_rows(Attendance, list(expected.values()))
        return count


def _those(
    rows: Mapping[int, TwinRow], taken: Collection[int], chosen: Collection[int]
) -> dict[int, TwinRow]:
    """Rows that are chosen, or of people who come; none is looked at where nobody does."""
    if not taken and not chosen:
        return {}
    wanted, of = set(chosen), set(taken)
    return {key: row for key, row in rows.items() if key in wanted or row["person_id"] in of}
