"""Writes what was planned of a club's past, inside its edit."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.past.layout import is_agreed, is_let_go
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import _
from kdc_desktop.instants import Instant, laptop_zone, name_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Consortium, Delegate, Member
from kdc_desktop.model.sessions import Session
from kdc_desktop.model.visions import Vision
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.past.known import KnownPast
from kdc_desktop.services.past.people import PastPerson
from kdc_desktop.services.past.plan import PastPlan, PlannedMember, PlannedProject
from kdc_desktop.services.people.organisations import organisation_id_for
from kdc_desktop.services.people.taking import Taking
from kdc_desktop.storage import Edit

_AN_EVENING = timedelta(hours=2)  # how long a session was of which nobody knows when it ended


class PastWriter:
    """Turns the numbers of what is planned into those that rows got."""

    def __init__(self, edit: Edit, known: KnownPast, plan: PastPlan, now: Instant) -> None:
        self._edit, self._known, self._plan, self._now = edit, known, plan, now
        self._zone = laptop_zone()
        self._organisations: dict[str, int] = {}
        self._begins: dict[int, Instant] = {}

    def write(self) -> None:
        """Write everything."""
        self._people = self._write_people()
        self._sessions = self._write_sessions()
        self._edit.add_rows(
            Attendance,
            [
                {
                    "session_id": self._sessions.get(session_id, session_id),
                    "person_id": self._people[person.place],
                    "role": role,
                    "may_vote": role is AttendanceRole.PARTICIPANT,
                    "state": AttendanceState.LEFT,
                    "arrived_at": self._begin_of(session_id),
                }
                for session_id, person, role in self._plan.attendance
            ],
        )
        self._write_members(self._write_projects())

    def _write_people(self) -> Mapping[int, int]:
        """The ids of those who come in, by their places."""
        met = [person for _session, person, _role in self._plan.attendance]
        met += [one.person for one in self._plan.members if one.person is not None]
        people: dict[int, PastPerson] = {person.place: person for person in met}
        taking = Taking(self._known.people, self._now)
        keys = {place: taking.take(people[place].found) for place in sorted(people)}
        ids = taking.write(self._edit)
        return {place: ids.get(key, key) for place, key in keys.items()}

    def _write_sessions(self) -> Mapping[int, int]:
        """The ids of new sessions by their numbers: they are over, and have no agenda."""
        planned = self._plan.sessions
        begins = [Instant.of(one.starts_at, self._zone) for one in planned]
        rows = [
            {
                "title": one.title,
                "place": one.place,
                "starts_at": one.starts_at,
                "status": SessionStatus.CLOSED,
                "went_live_at": begin,
                "closed_at": min(begin + _AN_EVENING, self._now),
                "zone": name_of(self._zone),
            }
            for one, begin in zip(planned, begins, strict=True)
        ]
        self._begins = dict(zip((one.id for one in planned), begins, strict=True))
        for found in (one for known in self._known.sessions.values() for one in known):
            self._begins[found.id] = Instant.of(found.starts_at, self._zone)
        ids = self._edit.add_rows(Session, rows)
        return dict(zip((one.id for one in planned), ids, strict=True))

    def _begin_of(self, session_id: int) -> Instant:
        return self._begins[session_id]

    def _write_projects(self) -> Mapping[int, int]:
        """The ids of new consortia by their numbers; each stands around a winner of its name."""
        planned = self._plan.projects
        sessions = [self._sessions.get(one.session_id, one.session_id) for one in planned]
        both = list(zip(planned, sessions, range(1, len(planned) + 1), strict=True))
        winners = self._edit.add_rows(
            Winner,
            [
                {"session_id": session_id, "title": one.name, "place_in_order": place}
                for one, session_id, place in both
            ],
        )
        ids = self._edit.add_rows(
            Consortium,
            [
                {
                    "session_id": session_id,
                    "winner_id": winner_id,
                    "name": one.name,
                    "place_in_order": place,
                    "created_at": self._begin_of(one.session_id),
                    **self._steps(one),
                }
                for (one, session_id, place), winner_id in zip(both, winners, strict=True)
            ],
        )
        found = dict(zip((one.id for one in planned), ids, strict=True))
        self._write_visions(found)
        return found

    def _write_visions(self, projects: Mapping[int, int]) -> None:
        self._edit.add_rows(
            Vision,
            [
                {
                    "consortium_id": projects[one.id],
                    "number": 1,
                    "text": one.vision,
                    "note": _state_of(one),
                    "created_at": self._begin_of(one.session_id),
                }
                for one in self._plan.projects
                if one.vision
            ],
        )

    def _steps(self, project: PlannedProject) -> dict[str, Instant | None]:
        """When it was agreed on and let go, as far as its state says that it was."""
        begin, state = self._begin_of(project.session_id), project.state
        since = begin
        if project.since is not None:
            day = datetime.combine(project.since, time(12))
            since = min(max(Instant.of(day, self._zone), begin), self._now)
        return {
            "confirmed_at": begin if is_agreed(state) else None,
            "let_go_at": since if is_let_go(state) else None,
        }

    def _write_members(self, projects: Mapping[int, int]) -> None:
        owners = [
            PlannedMember(one.id, one.session_id, one.owner, None, MemberRole.LEAD)
            for one in self._plan.projects
            if one.owner
        ]
        delegates: dict[tuple[int, int], int] = {}
        there = dict(self._known.members)
        residents = dict(self._known.residents)
        for one in (*owners, *self._plan.members):
            consortium_id = projects.get(one.project_id, one.project_id)
            session_id = self._sessions.get(one.session_id, one.session_id)
            person_id = None if one.person is None else self._people[one.person.place]
            joined = self._begin_of(one.session_id)
            if one.organisation:
                place = (consortium_id, normalise(one.organisation))
                if place not in there:
                    organisation_id = self._organisation_id(one.organisation)
                    there[place] = self._add_member(
                        consortium_id, one.role, joined, organisation_id=organisation_id
                    )
                member_id = there[place]
            else:
                assert person_id is not None
                if (consortium_id, person_id) not in residents:
                    residents[consortium_id, person_id] = self._add_member(
                        consortium_id, one.role, joined, person_id=person_id
                    )
                member_id = residents[consortium_id, person_id]
            if person_id is not None:
                delegates.setdefault((session_id, person_id), member_id)
        self._add_delegates(delegates)

    def _add_member(self, consortium_id: int, role: MemberRole, joined: Instant, **who: int) -> int:
        row = {"consortium_id": consortium_id, "role": role, "joined_at": joined, **who}
        (key,) = self._edit.add_rows(Member, [row])
        return int(key)

    def _organisation_id(self, name: str) -> int:
        key = normalise(name)
        if key not in self._organisations:
            found = organisation_id_for(self._edit, name, None)
            assert found is not None
            self._organisations[key] = found
        return self._organisations[key]

    def _add_delegates(self, wanted: Mapping[tuple[int, int], int]) -> None:
        rows = [
            {"session_id": session_id, "person_id": person_id, "member_id": member_id}
            for (session_id, person_id), member_id in wanted.items()
            if (session_id, person_id) not in self._known.delegates
        ]
        self._edit.add_rows(Delegate, rows)


def _state_of(project: PlannedProject) -> str:
    """What its state was when the past came in, in the words of whoever wrote it."""
    if not project.state:
        return ""
    if project.since is None:
        return _("State when it came in: {state}.", state=project.state)
    since = project.since.isoformat()
    return _("State when it came in: {state}, since {day}.", state=project.state, day=since)
