"""One choice under the type-ahead at the door."""

from dataclasses import dataclass
from enum import Enum, auto

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.i18n import _
from kdc_desktop.screens.attendance.words import standing
from kdc_desktop.services.attendance.rows import AttendanceRow


class DoorChoice(Enum):
    """What a choice is: somebody known, a walk-in, or what to do with a code that nobody has."""

    PERSON = auto()
    WALK_IN = auto()
    UNKNOWN_CODE = auto()
    NAME_WANTED = auto()


@dataclass(frozen=True)
class Found:
    """One choice; of an unknown code `name` is the code. `apart` tells namesakes apart.

    A single word that nobody is found by `is_half_a_name`: more likely mistyped than somebody new,
    so Enter adds them only when it is pressed again.
    """

    person_id: int | None
    name: str
    organisation: str
    sector: str
    attendance: AttendanceRow | None = None
    apart: str = ""
    choice: DoorChoice = DoorChoice.PERSON
    is_half_a_name: bool = False

    @property
    def is_here(self) -> bool:
        """Whether there is nothing left to do."""
        return self.attendance is not None and self.attendance.state is AttendanceState.PRESENT

    @property
    def status(self) -> str:
        """Where they stand, in a few words."""
        if self.choice is DoorChoice.UNKNOWN_CODE:
            return _("Enter lets you find them by name")
        if self.person_id is None:
            return _("Not on the list?")
        if self.attendance is None:
            return _("Not on the list so far")
        expected = self.attendance.state is AttendanceState.REGISTERED
        if expected and self.attendance.returning:
            return _("Expected, back again")
        return standing(self.attendance)

    @property
    def offer(self) -> str:
        """What is offered for somebody new."""
        if self.choice is DoorChoice.UNKNOWN_CODE:
            return self._nobody
        if self.choice is DoorChoice.NAME_WANTED:
            return _("Add somebody who is on no list")
        if self.organisation:
            return _("Add “{name}, {organisation}”", name=self.name, organisation=self.organisation)
        return _("Add “{name}” as a resident", name=self.name)

    @property
    def what_enter_does(self) -> str:
        """What happens on Enter, to be read before pressing it."""
        if self.choice is DoorChoice.UNKNOWN_CODE:
            return self._nobody
        if self.choice is DoorChoice.NAME_WANTED:
            return _("Enter asks for the name of somebody who is on no list")
        if self.person_id is None and self.organisation:
            return _(
                "Enter adds “{name}, {organisation}”",
                name=self.name,
                organisation=self.organisation,
            )
        if self.is_half_a_name:
            return _("Enter twice adds “{name}” as a resident", name=self.name)
        if self.person_id is None:
            return _("Enter adds “{name}” as a resident", name=self.name)
        if self.is_here:
            return ""
        if self.attendance is None:
            return _("Enter checks in, and puts on the list")
        left = self.attendance.state is AttendanceState.LEFT
        return _("Enter: back again") if left else _("Enter checks in")

    @property
    def sentence(self) -> str:
        """What is said when Enter was pressed on a code that nobody has."""
        if "@" in self.name:
            return _(
                "Nobody in this club has the address {address}. Find them by name, or type the"
                " name of somebody new.",
                address=self.name,
            )
        return _(
            "Nobody here has the badge code {code}. Find them by name, or type the name of"
            " somebody new.",
            code=self.name,
        )

    @property
    def _nobody(self) -> str:
        if "@" in self.name:
            return _("Nobody in this club has the address “{address}”", address=self.name)
        return _("Nobody here has the badge code “{code}”", code=self.name)


_TURNS = {
    AttendanceState.REGISTERED: 0,
    AttendanceState.LEFT: 1,
    AttendanceState.PRESENT: 3,
}


def turn_of(attendance: AttendanceRow | None) -> int:
    """Who comes before whom at the door: those expected first, those here last."""
    return 2 if attendance is None else _TURNS[attendance.state]
