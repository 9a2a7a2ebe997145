"""What a facilitator can do at the door and with the list, each one a verb of the services."""

from collections.abc import Callable, Sequence
from functools import partial

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.questions import ask_first
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.attendance import (
    badge_codes,
    door,
    door_for_many,
    registering,
    roles,
    taking_back,
)
from kdc_desktop.services.attendance.joins import PresenceTrail
from kdc_desktop.services.attendance.questions import presence
from kdc_desktop.services.attendance.rows import AttendanceRow
from kdc_desktop.storage import Database

ASKED_FROM = 10
"""People from whom on it is asked whether all of them are meant, where they go."""


class DoorVerbs:
    """Acts on the people of one session; a refusal becomes a problem of the screen."""

    def __init__(
        self,
        screen: Screen,
        database: Database,
        session_id: int,
        jobs: Jobs,
        trails: Sequence[PresenceTrail],
    ) -> None:
        self._screen, self._attempt = screen, screen.attempt
        self._doing = Doing(screen, jobs)
        self._database, self._session_id, self._trails = database, session_id, trails

    def check_in(self, person_id: int) -> bool:
        """Somebody known arrives; False when refused."""
        given = (self._database, self._session_id, person_id)
        return self._attempt(door.check_in, *given) is not None

    def walk_in(self, name: str, organisation: str, sector: str | None, *, anew: bool) -> bool:
        """Somebody on no list arrives, `anew` also beside one of the name; False when refused."""
        verb = partial(door.walk_in, anew=anew)
        given = (self._database, self._session_id, name, organisation, sector)
        return self._attempt(verb, *given) is not None

    def leave(
        self, rows: Sequence[AttendanceRow], then: Callable[[], object] = lambda: None
    ) -> None:
        """Those of them who are here go, and `then` is called; not where it is left as it is."""
        here = [row for row in rows if row.state is AttendanceState.PRESENT]
        if here:
            title, many = _("Letting people go"), door_for_many.leave_many
            asked = ngettext(
                "Mark {count} person as left?", "Mark {count} people as left?", len(here)
            )
            do = partial(self._do, here, title, door.leave, many)
            self._ask_of_many(here, asked, _("&Mark as left"), lambda: (do(), then()))
        else:
            self._screen.problem.emit(_("Select somebody who is here first."))

    def take_back(self, rows: Sequence[AttendanceRow]) -> None:
        """Those of them who were checked in by mistake are expected as before."""
        came = [row.person_id for row in rows if row.arrived_at is not None]
        verb = partial(
            taking_back.take_back_check_in, self._database, self._session_id, came, self._trails
        )
        asked = ngettext(
            "Take back the check-in of {count} person?",
            "Take back the check-in of {count} people?",
            len(came),
        )
        go = partial(self._doing.do, len(came), _("Taking check-ins back"), verb)
        self._ask_of_many(came, asked, _("&Take back"), go)

    def come_back(self, rows: Sequence[AttendanceRow]) -> bool:
        """Those of them who had left are here again; False when nobody had."""
        gone = [row for row in rows if row.state is AttendanceState.LEFT]
        if gone:
            title = _("Letting people in")
            self._do(gone, title, door.come_back, door_for_many.come_back_many)
        else:
            self._screen.problem.emit(_("Select somebody who has left first."))
        return bool(gone)

    def move(self, rows: Sequence[AttendanceRow]) -> None:
        """Where all of them are here they go, else those who are not come in."""
        if not self.let_in(rows) and rows:
            self.leave(rows)

    def let_in(self, rows: Sequence[AttendanceRow]) -> bool:
        """Those of them who are not here come in; False when all are."""
        away = [row for row in rows if row.state is not AttendanceState.PRESENT]
        if away:
            title = _("Letting people in")
            self._do(away, title, door.check_in, door_for_many.check_in_many)
        return bool(away)

    def set_role(self, rows: Sequence[AttendanceRow], role: AttendanceRole) -> None:
        """What these people are in the session."""
        verb = partial(roles.set_role, self._database, [row.id for row in rows], role)
        self._doing.do(len(rows), _("Changing roles"), verb)

    def set_may_vote(self, rows: Sequence[AttendanceRow], may_vote: bool) -> None:
        """Give these people a vote, or take it."""
        verb = partial(roles.set_may_vote, self._database, [row.id for row in rows], may_vote)
        self._doing.do(len(rows), _("Changing who may vote"), verb)

    def unregister(self, rows: Sequence[AttendanceRow]) -> None:
        """Take these people off the list."""
        title, many = _("Taking people off the list"), door_for_many.unregister_many
        asked = ngettext(
            "Take {count} person off the list?", "Take {count} people off the list?", len(rows)
        )
        go = partial(self._do, rows, title, registering.unregister, many, self._tell_who_stays)
        self._ask_of_many(rows, asked, _("&Take off the list"), go)

    def _tell_who_stays(self, stay: object) -> None:
        if isinstance(stay, int) and stay:
            self._screen.problem.emit(
                ngettext(
                    "{count} of them has been here and stays on the list.",
                    "{count} of them have been here and stay on the list.",
                    stay,
                )
            )

    def give_badges(self, listed: int) -> None:
        """Give everybody of so many on the list who has no badge code one."""
        verb = partial(badge_codes.assign_badges, self._database, self._session_id)
        self._doing.do(listed, _("Giving badge codes"), verb, self._tell_given)

    def _tell_given(self, given: int) -> None:
        if given:
            return
        if presence(self._database, self._session_id).registered:
            self._screen.said.emit(_("Everybody on the list has a badge code."))
        else:
            self._screen.problem.emit(_("Nobody is on the list yet: import or check people in."))

    def _ask_of_many(
        self, of: Sequence[object], asked: str, doing: str, then: Callable[[], object]
    ) -> None:
        if len(of) < ASKED_FROM:
            then()
        else:
            ask_first(self._screen, "door_question", asked, doing, then)

    def _do(
        self,
        rows: Sequence[AttendanceRow],
        title: str,
        one: Callable[[Database, int, int], object],
        many: Callable[[Database, int, list[int]], object],
        then: Callable[[object], object] = lambda _answer: None,
    ) -> None:
        """Call the verb for one person, whose name it tells, or the one for many."""
        ids = [row.person_id for row in rows]
        if len(ids) == 1:
            self._attempt(one, self._database, self._session_id, ids[0])
        else:
            self._doing.do(
                len(ids), title, partial(many, self._database, self._session_id, ids), then
            )
