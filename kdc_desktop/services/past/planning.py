"""Works out what each row of a club's past would do; nothing is written."""

from collections.abc import Sequence
from datetime import datetime

from kdc_desktop.domain.attendance.role_words import role_said
from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.domain.kit.lengths import LINE, NAME, STATEMENT
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.past.layout import PastCell, PastSheet
from kdc_desktop.domain.past.moments import day_said, is_whole_day, time_said
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, sentences
from kdc_desktop.interchange.past_in import PastLine
from kdc_desktop.services.past.known import KnownPast
from kdc_desktop.services.past.people import PastPerson, past_people
from kdc_desktop.services.past.plan import PastPlan, PlannedSession
from kdc_desktop.services.past.projects import LONGEST_PROJECT, ProjectPlanner
from kdc_desktop.services.past.rows import PastChoices, PastRow

_LONGEST = {
    PastCell.TITLE: NAME,
    PastCell.PLACE: LINE,
    PastCell.PROJECT: LONGEST_PROJECT,
    PastCell.OWNER: NAME,
    PastCell.ORGANISATION: NAME,
    PastCell.VISION: STATEMENT,
}


class Planner:
    """Goes through the lines in the order of the sheets, as each builds on those before."""

    def __init__(
        self, known: KnownPast, lines: Sequence[PastLine], choices: PastChoices, now: datetime
    ) -> None:
        self._known, self._now = known, now
        self.plan = PastPlan()
        self._sessions: dict[str, PlannedSession] = {}
        self._attended = set[tuple[int, object]]()
        kept = [line for line in lines if not line.is_example]
        self._named = [line for line in kept if PastCell.NAME in line.cells]
        people = past_people(known.people, self._named, choices)
        self._people = {id(line): people.get(at) for at, line in enumerate(self._named)}
        projects = ProjectPlanner(known, self.plan, self)
        judge = {
            PastSheet.SESSIONS: self._session,
            PastSheet.ATTENDANCE: self._attendance,
            PastSheet.PROJECTS: projects.project,
            PastSheet.MEMBERS: projects.member,
        }
        for line in lines:
            try:
                state, sentence = self._left_out(line) or judge[line.sheet](line)
            except UserError as refused:
                state, sentence = MatchState.PROBLEM, str(refused)
            meant = self._people.get(id(line))
            offers = meant.found.offers if meant is not None else ()
            place = meant.place if meant is not None else None
            row = PastRow(line.sheet, line.number, _about(line), state, sentence, offers, place)
            self.plan.rows.append(row)

    def _left_out(self, line: PastLine) -> tuple[MatchState, str] | None:
        if line.is_example:
            return MatchState.LEFT_OUT, _("This row is an example.")
        for cell, longest in _LONGEST.items():
            if len(line.cells.get(cell, "")) > longest:
                raise UserError(
                    _("A cell is too long: shorten it to {longest} characters.", longest=longest)
                )
        return None

    # Sessions.

    def _session(self, line: PastLine) -> tuple[MatchState, str]:
        title = line.cells[PastCell.TITLE]
        if not title:
            raise UserError(_("Give the session a name."))
        if fold(title) in self._sessions:
            raise UserError(_("Another row has this name: add the year to both."))
        starts_at = self._begin(line)
        for known in self._known.sessions.get(fold(title), ()):
            if known.starts_at.date() == starts_at.date():
                if not known.is_over:
                    raise UserError(
                        _("{title} is not closed in this club: close it first.", title=title)
                    )
                self._sessions[fold(title)] = PlannedSession(known.id, title, "", known.starts_at)
                return MatchState.SAME, _("{title} is known.", title=title)
        place = line.cells[PastCell.PLACE]
        planned = PlannedSession(-1 - len(self.plan.sessions), title, place, starts_at)
        self.plan.sessions.append(planned)
        self._sessions[fold(title)] = planned
        return MatchState.NEW, _("{title} is new.", title=title)

    def _begin(self, line: PastLine) -> datetime:
        said, begin = line.cells[PastCell.DATE], line.cells[PastCell.BEGIN]
        day, time = day_said(said), time_said(begin)
        if day is None or not is_whole_day(said):
            raise UserError(_("“{text}” is no date: write it as 2016-10-05.", text=said))
        if time is None:
            raise UserError(_("“{text}” is no time: write it as 18:00.", text=begin))
        starts_at = datetime.combine(day, time)
        if starts_at >= self._now:
            raise UserError(_("This session is not over: plan it in the window, as every new one."))
        return starts_at

    def session_called(self, name: str) -> PlannedSession:
        """The session that a row names, of the sheet or of the club. Raises UserError."""
        if not name:
            raise UserError(_("Say which session: as in the sheet of sessions."))
        planned = self._sessions.get(fold(name))
        if planned is not None:
            return planned
        known = [one for one in self._known.sessions.get(fold(name), ()) if one.is_over]
        if len(known) != 1:
            raise UserError(
                _("There is no session “{title}” that comes in or is over: add it.", title=name)
            )
        return PlannedSession(known[0].id, name, "", known[0].starts_at)

    # Who was there.

    def _attendance(self, line: PastLine) -> tuple[MatchState, str]:
        session = self.session_called(line.cells[PastCell.SESSION])
        person = self.person(line)
        if person.waits:
            return person.found.state, person.found.sentence
        name, told = person.found.person.name, line.cells[PastCell.ROLE]
        key = person.found.person_id or ("new", person.place)
        if (session.id, key) in self._attended or (session.id, key) in self._known.attended:
            return MatchState.SAME, _("{name} is on the list.", name=name)
        self._attended.add((session.id, key))
        role = role_said(told) or AttendanceRole.PARTICIPANT
        self.plan.attendance.append((session.id, person, role))
        said = [_("{name} was at {session}.", name=name, session=session.title)]
        if told and role_said(told) is None:
            said.append(_("“{text}” is no role in a session, so it is left out.", text=told))
        word, found = line.cells[PastCell.SECTOR], person.found.person
        if word and found.organisation and not found.sector:
            said.append(_("“{text}” is no sector that is known, so it stays open.", text=word))
        return MatchState.NEW, sentences(said)

    def person(self, line: PastLine) -> PastPerson:
        """Whom a row names. Raises UserError."""
        person = self._people.get(id(line))
        if person is None:
            raise UserError(_("This row has no name: fill it in."))
        if not (person.found.state.comes_in or person.waits):
            raise UserError(person.found.sentence)
        return person


def _about(line: PastLine) -> str:
    """Whom or what a row tells of: where somebody was or is in it comes first in the sheet."""
    who = line.cells.get(PastCell.NAME)
    if not who and line.sheet is PastSheet.MEMBERS:
        who = line.cells[PastCell.ORGANISATION]
    return who or next(iter(line.cells.values()))
