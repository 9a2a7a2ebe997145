"""Lets people in and out: what becomes of a choice of the finder, and of those selected."""

from collections.abc import Callable, Sequence

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.attendance.codes import is_no_name
from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.people.one_line import name_and_organisation
from kdc_desktop.i18n import _
from kdc_desktop.screens.attendance.door_verbs import DoorVerbs
from kdc_desktop.screens.attendance.finder import GuestFinder
from kdc_desktop.screens.attendance.found import DoorChoice, Found
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.attendance.rows import AttendanceRow


class Admitting:
    """Of one screen, with its finder and, where there is one, the list of its session."""

    def __init__(
        self,
        screen: Screen,
        finder: GuestFinder,
        verbs: DoorVerbs,
        selected: Callable[[], Sequence[AttendanceRow]] = tuple,
    ) -> None:
        self._screen, self._finder, self._verbs = screen, finder, verbs
        self._selected, self._is_told, self._asked_of = selected, False, ""
        finder.find_edit.textEdited.connect(self._fall_silent)
        finder.undecided.connect(self._ask_who)

    def take(self, found: Found) -> bool:
        """Do what a choice of the finder says, and be ready for the next person.

        Whether somebody was let in.
        """
        if found.is_here:
            who = dotted(found.name, found.organisation, found.apart)
            self._screen.said.emit(_("{name} is here already.", name=who))
            self._finder.again()
        elif found.choice is DoorChoice.UNKNOWN_CODE:
            if is_no_name(found.name):
                self._finder.clear()
            else:  # it may be somebody's name yet
                self._finder.again()
            self._screen.problem.emit(found.sentence)
            self._is_told = True
        elif found.choice is DoorChoice.NAME_WANTED:
            self._finder.clear()
            self._screen.said.emit(_("Type the name, then a comma and the organisation."))
        elif found.is_half_a_name and self._asked_of != found.name:
            self._asked_of = found.name
            self._screen.said.emit(
                _(
                    "Nobody in this club is called “{name}”. Type the whole name, or press Enter"
                    " again to add them as a resident.",
                    name=found.name,
                )
            )
        elif found.person_id is None:
            return self._add(found.name, found.organisation)
        else:
            admitted = self._verbs.check_in(found.person_id)
            self._finder.clear()
            return admitted
        return False

    def _ask_who(self) -> None:
        self._screen.said.emit(_("Several people fit: choose one with the arrow keys."))
        self._is_told = True

    def _fall_silent(self) -> None:
        """What was said of what was typed before is over."""
        if self._is_told or self._asked_of:
            self._is_told, self._asked_of = False, ""
            self._screen.said.emit("")

    def add_as_new(self) -> bool:
        """Add what is typed as a new person, also when somebody like it was found."""
        return self._add(*name_and_organisation(self._finder.text), anew=True)

    def _add(self, name: str, organisation: str, *, anew: bool = False) -> bool:
        self._asked_of = ""
        admitted = self._verbs.walk_in(name, organisation, self._finder.sector, anew=anew)
        if admitted:
            self._finder.clear()
        return admitted

    def take_row(self, row: AttendanceRow) -> None:
        """Somebody was chosen in the list, alone or with others: who is not here arrives."""
        chosen = self._selected()
        self._verbs.let_in(chosen if row in chosen else [row])

    def let_in(self) -> None:
        """The highlighted or selected people arrive."""
        self._verbs.let_in(self._targets())

    def _targets(self) -> Sequence[AttendanceRow]:
        found = self._finder.chosen
        if self._finder.find_edit.hasFocus() and (found is not None or self._finder.text.strip()):
            return [found.attendance] if found is not None and found.attendance is not None else []
        return self._selected()

    def nobody_to_come(self) -> str:
        """Why nobody of those highlighted or selected can come in; nothing where somebody can."""
        if any(row.state is not AttendanceState.PRESENT for row in self._targets()):
            return ""
        return _("Select somebody who is not here first.")

    def nobody_to_go(self) -> str:
        """The same for going."""
        if any(row.state is AttendanceState.PRESENT for row in self._targets()):
            return ""
        return _("Select somebody who is here first.")

    def nobody_to_come_back(self) -> str:
        """The same for being here again."""
        if any(row.state is AttendanceState.LEFT for row in self._targets()):
            return ""
        return _("Select somebody who has left first.")

    def nobody_to_take_back(self) -> str:
        """The same for having come by mistake."""
        if any(row.arrived_at is not None for row in self._targets()):
            return ""
        return _("Select somebody who was checked in first.")

    def mark_left(self) -> None:
        """The highlighted or selected people go."""
        self._verbs.leave(self._targets(), self._finder.clear)

    def take_back(self) -> None:
        """The highlighted or selected people have not come."""
        self._verbs.take_back(self._targets())

    def mark_back(self) -> None:
        """The highlighted or selected people who had left are here again."""
        if self._verbs.come_back(self._targets()):
            self._finder.clear()
