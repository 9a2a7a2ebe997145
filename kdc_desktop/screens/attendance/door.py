"""What stands behind the type-ahead at the door: everybody the club knows, and who is expected."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.text import fold, normalise
from kdc_desktop.domain.people.finding import PeopleIndex
from kdc_desktop.domain.people.one_line import name_and_organisation
from kdc_desktop.i18n import _
from kdc_desktop.screens.attendance.words import standing
from kdc_desktop.services.attendance.rows import AttendanceRow
from kdc_desktop.services.people.organisations import likely_sector
from kdc_desktop.services.people.rows import ContactRow

MOST_FOUND = 5


@dataclass(frozen=True)
class Found:
    """One choice under the type-ahead: somebody known, or a walk-in (`person_id` is None)."""

    person_id: int | None
    name: str
    organisation: str
    sector: str
    attendance: AttendanceRow | None = None

    @property
    def is_here(self) -> bool:
        """Whether there is nothing left to do."""
        return self.attendance is not None and self.attendance.state is AttendanceState.PRESENT

    @property
    def status(self) -> str:
        """Where they stand, in a few words."""
        if self.person_id is None:
            return _("Not on the list?")
        if self.attendance is None:
            return _("Not registered")
        expected = self.attendance.state is AttendanceState.REGISTERED
        if expected and self.attendance.returning:
            return _("Expected, back again")
        return standing(self.attendance)

    @property
    def offer(self) -> str:
        """What is offered for somebody new."""
        if self.organisation:
            return _("Add “{name}, {organisation}”", name=self.name, organisation=self.organisation)
        return _("Add “{name}” as a resident", name=self.name)

    @property
    def what_enter_does(self) -> str:
        """What happens on Enter, to be read before pressing it."""
        if self.person_id is None and self.organisation:
            return _(
                "Enter adds “{name}, {organisation}”",
                name=self.name,
                organisation=self.organisation,
            )
        if self.person_id is None:
            return _("Enter adds “{name}” as a resident", name=self.name)
        if self.is_here:
            return ""
        if self.attendance is None:
            return _("Enter registers and checks in")
        left = self.attendance.state is AttendanceState.LEFT
        return _("Enter: back again") if left else _("Enter checks in")


class Door:
    """Finds people while somebody types; told of the rows of a session with `set_list`.

    Whom the club knows is asked of `contacts` when somebody is looked for, or by `get_ready`
    before, and again once it is said to be `stale`.
    """

    def __init__(self, contacts: Callable[[], Sequence[ContactRow]]) -> None:
        self._read, self.stale = contacts, True
        self._index: PeopleIndex[ContactRow] = PeopleIndex(())
        self._contacts: dict[int, ContactRow] = {}
        self._organisations: dict[str, str] = {}
        self._attendances: dict[int, AttendanceRow] = {}
        self._badges: dict[str, AttendanceRow] = {}

    def get_ready(self) -> None:
        """Know everybody whom the club knows now."""
        if not self.stale:
            return
        contacts = self._read()
        self.stale = False
        self._index = PeopleIndex(contacts)
        self._contacts = {contact.person_id: contact for contact in contacts}
        spelled = {contact.organisation: contact.sector for contact in contacts}
        self._organisations = {normalise(k): v for k, v in spelled.items() if k}

    def set_list(self, attendances: Sequence[AttendanceRow]) -> None:
        """Everybody on the list of the session."""
        self._attendances = {row.person_id: row for row in attendances}
        self._badges = {row.badge.upper(): row for row in attendances if row.badge}

    def follow(
        self, rows: Sequence[AttendanceRow], changed: Sequence[AttendanceRow] | None
    ) -> None:
        """Everybody on the list; `changed` are those who differ, in the badges that they wore."""
        if changed is None:
            self.set_list(rows)
            return
        for row in changed:
            self._attendances[row.person_id] = row
            if row.badge:
                self._badges[row.badge.upper()] = row

    def search(self, text: str) -> list[Found]:
        """The choices for what is typed: the wearer of a badge, people found, then a walk-in.

        Those already here come last, unless their whole name is typed: Enter must not take another.
        """
        if not text.strip():
            return []
        self.get_ready()
        typed = fold(text)
        found = [self._found(contact) for contact in self._index.search(text, 4 * MOST_FOUND)]
        found.sort(key=lambda one: (fold(one.name) != typed, one.is_here))
        found = found[:MOST_FOUND]
        wearer = self._badges.get("".join(text.split()).upper())
        if wearer is not None and wearer.person_id in self._contacts:
            worn = self._found(self._contacts[wearer.person_id])
            found = [worn, *(one for one in found if one != worn)]
        name, organisation = name_and_organisation(text)
        if wearer is None and name and not self._is_known(name, organisation):
            found.append(Found(None, name, organisation, self.sector_of(organisation)))
        return found

    def knows_organisation(self, name: str) -> bool:
        """Whether somebody of this organisation is known, so that its sector need not be asked."""
        return normalise(name) in self._organisations

    def sector_of(self, organisation: str) -> str:
        """The sector of an organisation: as known, as its name suggests, or Residents for none."""
        if not organisation:
            return "R"
        known = self._organisations.get(normalise(organisation))
        return known or likely_sector(organisation)

    def _found(self, contact: ContactRow) -> Found:
        return Found(
            contact.person_id,
            contact.name,
            contact.organisation,
            contact.sector,
            self._attendances.get(contact.person_id),
        )

    def _is_known(self, name: str, organisation: str) -> bool:
        wanted = (normalise(name), normalise(organisation))
        return any(
            (normalise(one.name), normalise(one.organisation)) == wanted
            for one in self._index.search(f"{name} {organisation}", MOST_FOUND)
        )
