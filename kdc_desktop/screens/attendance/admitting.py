"""Lets people in and out: what becomes of a choice of the finder, and of those selected."""

from collections.abc import Callable, Sequence

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
        self._selected = selected

    def take(self, found: Found) -> bool:
        """Do what a choice of the finder says, and be ready for the next person.

        Whether somebody was let in.
        """
        if found.is_here:
            self._screen.said.emit(_("{name} is here already.", name=found.name))
            self._finder.again()
        elif found.choice is DoorChoice.UNKNOWN_CODE:
            self._screen.problem.emit(found.sentence)
            self._finder.again()
        elif found.choice is DoorChoice.NAME_WANTED:
            self._finder.clear()
            self._screen.said.emit(_("Type the name, then a comma and the organisation."))
        elif found.person_id is None:
            return self._add(found.name, found.organisation)
        else:
            admitted = self._verbs.check_in(found.person_id)
            self._finder.clear()
            return admitted
        return False

    def add_as_new(self) -> bool:
        """Add what is typed as a new person, also when somebody like it was found."""
        return self._add(*name_and_organisation(self._finder.text), anew=True)

    def _add(self, name: str, organisation: str, *, anew: bool = False) -> bool:
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
        if not self._verbs.let_in(self._targets()):
            self._screen.problem.emit(_("Select somebody who is not here first."))

    def _targets(self) -> Sequence[AttendanceRow]:
        found = self._finder.chosen
        if found is not None and self._finder.find_edit.hasFocus():
            return [found.attendance] if found.attendance is not None else []
        return self._selected()

    def mark_left(self) -> None:
        """The highlighted or selected people go."""
        if self._verbs.leave(self._targets()):
            self._finder.clear()

    def take_back(self) -> None:
        """The highlighted or selected people have not come."""
        self._verbs.take_back(self._targets())

    def mark_back(self) -> None:
        """The highlighted or selected people who had left are here again."""
        if self._verbs.come_back(self._targets()):
            self._finder.clear()
