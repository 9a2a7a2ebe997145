"""What a facilitator can do at the door and with the list, each one a verb of the services."""

from collections.abc import Sequence

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.attendance import badge_codes, door, registering, roles
from kdc_desktop.services.attendance.rows import AttendanceRow
from kdc_desktop.storage import Database


class DoorVerbs:
    """Acts on the people of one session; a refusal becomes a problem of the screen."""

    def __init__(self, screen: Screen, database: Database, session_id: int) -> None:
        self._screen, self._attempt = screen, screen.attempt
        self._database, self._session_id = database, session_id

    def check_in(self, person_id: int) -> None:
        """Somebody known arrives."""
        self._attempt(door.check_in, self._database, self._session_id, person_id)

    def walk_in(self, name: str, organisation: str, sector: str | None) -> bool:
        """Somebody on no list arrives; False when they cannot be added."""
        done = self._attempt(
            door.walk_in, self._database, self._session_id, name, organisation, sector
        )
        return done is not None

    def leave(self, rows: Sequence[AttendanceRow]) -> bool:
        """Those of them who are here go; False when nobody is."""
        here = [row for row in rows if row.state is AttendanceState.PRESENT]
        for row in here:
            self._attempt(door.leave, self._database, self._session_id, row.person_id)
        if not here:
            self._screen.problem.emit(_("Select somebody who is here first."))
        return bool(here)

    def come_back(self, rows: Sequence[AttendanceRow]) -> bool:
        """Those of them who had left are here again; False when nobody had."""
        gone = [row for row in rows if row.state is AttendanceState.LEFT]
        for row in gone:
            self._attempt(door.come_back, self._database, self._session_id, row.person_id)
        if not gone:
            self._screen.problem.emit(_("Select somebody who has left first."))
        return bool(gone)

    def move(self, rows: Sequence[AttendanceRow]) -> None:
        """Where all of them are here they go, else those who are not come in."""
        away = [row for row in rows if row.state is not AttendanceState.PRESENT]
        for row in away or rows:
            verb = door.check_in if away else door.leave
            self._attempt(verb, self._database, self._session_id, row.person_id)

    def set_role(self, rows: Sequence[AttendanceRow], role: AttendanceRole) -> None:
        """What these people are in the session."""
        self._attempt(roles.set_role, self._database, [row.id for row in rows], role)

    def set_may_vote(self, rows: Sequence[AttendanceRow], may_vote: bool) -> None:
        """Give these people a vote, or take it."""
        self._attempt(roles.set_may_vote, self._database, [row.id for row in rows], may_vote)

    def unregister(self, rows: Sequence[AttendanceRow]) -> None:
        """Take these people off the list."""
        for row in rows:
            self._attempt(registering.unregister, self._database, self._session_id, row.person_id)

    def give_badges(self) -> None:
        """Give everybody on the list who has no badge code one."""
        given = self._attempt(badge_codes.assign_badges, self._database, self._session_id)
        if given and given.answer == 0:
            self._screen.said.emit(_("Everybody on the list has a badge code."))
